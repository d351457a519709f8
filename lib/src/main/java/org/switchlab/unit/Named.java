package org.switchlab.unit;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Things that people call by name: found, or refused with the names there are. */
public final class Named {

  private Named() {}

  /**
   * The one of {@code all} called {@code wanted}.
   *
   * @param kind what they are, in a word: {@code preset}
   * @param name what each is called
   * @throws IllegalArgumentException if there is none, listing the names there are
   */
  public static <T> T find(
      String kind, Collection<T> all, Function<? super T, String> name, String wanted) {
    return all.stream()
        .filter(one -> name.apply(one).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no %s '%s'; there are: %s"
                        .formatted(
                            kind,
                            wanted,
                            all.stream().map(name).collect(Collectors.joining(", ")))));
  }
}
