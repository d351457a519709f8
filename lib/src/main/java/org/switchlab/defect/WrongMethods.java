package org.switchlab.defect;

import java.util.List;

/** Every wrong method there is, by name. */
public final class WrongMethods {

  private static final List<WrongMethod> ALL =
      List.of(
          new Li2007(),
          new LatCtx(),
          new TwiceTheSwitches(),
          new SharedArray(),
          new LongSingleThenLongPair(),
          new Unpinned(),
          new MeanOfEverything());

  private WrongMethods() {}

  /** All of them. */
  public static List<WrongMethod> all() {
    return ALL;
  }

  /**
   * The one called {@code name}.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static WrongMethod named(String name) {
    return ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no wrong method '%s'; there are: %s"
                        .formatted(name, String.join(", ", names()))));
  }

  /** Their names, in their order. */
  public static List<String> names() {
    return ALL.stream().map(WrongMethod::name).toList();
  }
}
