package org.switchlab.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every experiment there is, by name. */
public final class Catalogue {

  private static final List<Entry> ALL =
      List.of(
          KernelSwitchCost.ENTRY,
          DirectCost.ENTRY,
          UserSwitchCost.ENTRY,
          SwitchLadder.ENTRY,
          MissRates.ENTRY,
          L1iMisses.ENTRY,
          L1dMisses.ENTRY,
          DtlbMisses.ENTRY,
          InstructionCounts.ENTRY,
          PeakOrigin.ENTRY,
          WhatIf.ENTRY,
          Paper.ENTRY,
          TimelineExperiment.ENTRY,
          AccessPatternExperiment.ENTRY,
          ProtocolsExperiment.ENTRY);

  private Catalogue() {}

  /** All experiments, the main one first. */
  public static List<Definition> all() {
    return ALL.stream().map(Entry::definition).toList();
  }

  /**
   * The experiment called {@code name}, by its name or a second name.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static Experiment<?> find(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(entry -> entry.definition().isCalled(word))
        .findFirst()
        .map(entry -> entry.open().apply(word))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no experiment '%s'; there are: %s".formatted(name, names())));
  }

  private static String names() {
    return all().stream()
        .map(d -> d.name() + d.aliases().stream().collect(Collectors.joining(", ", " (", ")")))
        .collect(Collectors.joining(", "));
  }
}
