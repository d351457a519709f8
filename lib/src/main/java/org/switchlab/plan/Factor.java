package org.switchlab.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

/**
 * Something that varies or is set, declared once: the option, the setter, the help, the plan, the
 * column and the schema follow from it.
 *
 * @param name of its column, with its unit: {@code arrayBytes}
 * @param word what people write to set it: {@code sizes} for {@code --sizes} and {@code
 *     set("sizes", …)}; empty if nobody can
 * @param kind what its values are
 * @param many whether it can have several values at once, and so varies
 * @param choices the words it can be; empty if it is none of a list
 * @param allowed what values are allowed, in words, for a refusal
 * @param valid whether a value is allowed
 * @param defaults its values where none are given
 * @param help one sentence for people
 */
public record Factor(
    String name,
    String word,
    Kind kind,
    boolean many,
    List<String> choices,
    String allowed,
    Predicate<Object> valid,
    Defaults defaults,
    String help) {

  /** What the values of a factor are, and how they are written. */
  public enum Kind {
    /** Words of a list. */
    CHOICE(Column.Type.TEXT, Unit.NONE),
    /** Any words. */
    TEXT(Column.Type.TEXT, Unit.NONE),
    /** Sizes: {@code 64}, {@code 32K}, {@code 1M}; whole bytes. */
    BYTES(Column.Type.WHOLE, Unit.BYTES),
    /** Whole numbers. */
    COUNT(Column.Type.WHOLE, Unit.COUNT),
    /** Parts of a whole. */
    SHARE(Column.Type.NUMBER, Unit.SHARE),
    /** Times: {@code 50us}, {@code 30s}, {@code 5m}; whole nanoseconds. */
    TIME(Column.Type.WHOLE, Unit.NS),
    /** Yes or no; given without a value. */
    FLAG(Column.Type.FLAG, Unit.NONE);

    private final Column.Type type;
    private final Unit unit;

    Kind(Column.Type type, Unit unit) {
      this.type = type;
      this.unit = unit;
    }

    /** Of its numbers. */
    public Unit unit() {
      return unit;
    }
  }

  /** The values of a factor where none are given. */
  @FunctionalInterface
  public interface Defaults {

    /**
     * The values.
     *
     * @param machine where it runs: array sizes follow its caches
     * @param quick whether it is for a first look
     */
    List<?> of(Machine machine, boolean quick);
  }

  /** Keeps an immutable copy. */
  public Factor {
    choices = List.copyOf(choices);
  }

  /** Words of a list, all of them by default. */
  public static Factor choice(String name, List<String> choices) {
    return of(name, Kind.CHOICE, choices, "one of " + String.join(", ", choices))
        .where(choices::contains)
        .by(choices);
  }

  /** Any words; none by default. */
  public static Factor text(String name) {
    return of(name, Kind.TEXT, List.of(), "words");
  }

  /** Sizes in bytes with their defaults. */
  public static Factor bytes(String name, Long... defaults) {
    return of(name, Kind.BYTES, List.of(), "0 B or more")
        .where(value -> (long) value >= 0)
        .by(List.of(defaults));
  }

  /** Whole numbers with their defaults. */
  public static Factor count(String name, Integer... defaults) {
    return of(name, Kind.COUNT, List.of(), "0 or more")
        .where(value -> (long) value >= 0)
        .by(Arrays.stream(defaults).map(Integer::longValue).toList());
  }

  /** Parts of a whole with their defaults. */
  public static Factor share(String name, Double... defaults) {
    return of(name, Kind.SHARE, List.of(), "0 to 1")
        .where(value -> (double) value >= 0 && (double) value <= 1)
        .by(List.of(defaults));
  }

  /** Times in ns with their defaults. */
  public static Factor time(String name, Long... defaultsNs) {
    return of(name, Kind.TIME, List.of(), "0 ns or more")
        .where(value -> (long) value >= 0)
        .by(List.of(defaultsNs));
  }

  /** Yes or no; no by default. */
  public static Factor flag(String name) {
    return of(name, Kind.FLAG, List.of(), "yes or no").one(false);
  }

  private static Factor of(String name, Kind kind, List<String> choices, String allowed) {
    return new Factor(
        name, name, kind, true, choices, allowed, value -> true, (machine, quick) -> List.of(), "");
  }

  /** The same, set by another word than its column's name. */
  public Factor word(String other) {
    return new Factor(name, other, kind, many, choices, allowed, valid, defaults, help);
  }

  /** The same that the experiment itself varies: nobody can set it. */
  public Factor notSettable() {
    return word("");
  }

  /** Whether people can set it. */
  public boolean isSettable() {
    return !word.isEmpty();
  }

  /** The same with a sentence for people. */
  public Factor help(String sentence) {
    return new Factor(name, word, kind, many, choices, allowed, valid, defaults, sentence);
  }

  /** The same, allowing only some values. */
  public Factor where(String allowedWords, Predicate<Object> allowedValues) {
    return new Factor(name, word, kind, many, choices, allowedWords, allowedValues, defaults, help);
  }

  /** The same, allowing only whole numbers in a range, both ends included. */
  public Factor range(long low, long high) {
    return where(
        "%d to %d".formatted(low, high), value -> (long) value >= low && (long) value <= high);
  }

  private Factor where(Predicate<Object> allowedValues) {
    return where(allowed, allowedValues);
  }

  /** The same with these values where none are given. */
  public Factor by(List<?> values) {
    return by((machine, quick) -> values);
  }

  /** The same with values that follow the machine where none are given. */
  public Factor by(Defaults newDefaults) {
    return new Factor(name, word, kind, many, choices, allowed, valid, newDefaults, help);
  }

  /** The same taking one value, with a default; {@code null} for none. */
  public Factor one(@Nullable Object value) {
    List<?> values = value == null ? List.of() : List.of(value);
    return new Factor(
        name, word, kind, false, choices, allowed, valid, (machine, quick) -> values, help);
  }

  /** Its column, whose heading is {@code heading}. */
  public Column column(String heading) {
    return new Column(name, kind.type, kind.unit, heading);
  }

  /** Its column, with a heading from its name: {@code array}, {@code stride}. */
  public Column column() {
    return column(FactorText.heading(this));
  }

  /**
   * Values as the factor keeps them, from what people give: numbers of any type, text, durations.
   *
   * @throws IllegalArgumentException naming the value, what is allowed, and the fix
   */
  public List<Object> accept(List<?> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is given without a value: name at least one".formatted(word));
    }
    if (!many && given.size() > 1) {
      throw new IllegalArgumentException(
          "%s takes one value, and %d are given: %s".formatted(word, given.size(), given));
    }
    return given.stream()
        .map(value -> FactorText.accept(this, Objects.requireNonNull(value)))
        .toList();
  }
}
