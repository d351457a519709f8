package org.switchlab.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every experiment there is, by name. */
public final class Catalogue {

  private static final List<Definition> ALL =
      List.of(KernelSwitchCost.DEFINITION, DirectCost.DEFINITION);

  private Catalogue() {}

  /** All experiments, the main one first. */
  public static List<Definition> all() {
    return ALL;
  }

  /**
   * The experiment called {@code name}, by its name or a second name.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static SwitchCostExperiment find(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(definition -> definition.isCalled(word))
        .findFirst()
        .map(SwitchCostExperiment::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no experiment '%s'; there are: %s".formatted(name, names())));
  }

  private static String names() {
    return ALL.stream()
        .map(d -> d.name() + d.aliases().stream().collect(Collectors.joining(", ", " (", ")")))
        .collect(Collectors.joining(", "));
  }
}
