package org.switchlab.claim;

import java.util.Collection;
import java.util.function.Function;
import org.switchlab.table.Estimate;

/**
 * Reasoning with "yes", "no" and "the intervals do not tell": Kleene's strong three-valued logic
 * (S. C. Kleene, Introduction to Metamathematics, 1952, § 64).
 *
 * <p>Every check is built from {@link #above} with these connectives alone. They are monotone: when
 * intervals widen, an outcome can only become {@link Outcome#INCONCLUSIVE}, never change sides.
 */
final class Kleene {

  private Kleene() {}

  /**
   * Whether {@code a} is above {@code b}. Decided only if the intervals do not touch: stricter than
   * their level, which leaves room for the several comparisons a shape needs.
   */
  static Outcome above(Estimate a, Estimate b) {
    if (a.low() > b.high()) {
      return Outcome.CONFIRMED;
    }
    return b.low() > a.high() ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  /** Whether {@code a} lies between two numbers; undecided if its interval holds either. */
  static Outcome within(Estimate a, double low, double high) {
    if (a.low() > low && a.high() < high) {
      return Outcome.CONFIRMED;
    }
    return a.high() < low || a.low() > high ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  /**
   * Whether {@code a} lies between two multiples of {@code b}; undecided if the intervals leave it
   * open. Meant for costs above zero: an interval of {@code b} that holds zero confirms nothing.
   */
  static Outcome withinMultiples(Estimate a, Estimate b, double low, double high) {
    if (a.low() > low * b.high() && a.high() < high * b.low()) {
      return Outcome.CONFIRMED;
    }
    boolean outside = a.high() < low * b.low() || a.low() > high * b.high();
    return outside ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  /** True becomes false and false true; what is open stays open. */
  static Outcome not(Outcome part) {
    return switch (part) {
      case CONFIRMED -> Outcome.REFUTED;
      case REFUTED -> Outcome.CONFIRMED;
      case INCONCLUSIVE, COMPARED, NOT_MEASURABLE -> part;
    };
  }

  /** True if all are; one that is false decides. */
  static Outcome allOf(Collection<Outcome> parts) {
    return decide(parts, Outcome.REFUTED, Outcome.CONFIRMED);
  }

  /** Whether {@code question} is true of all. */
  static <T> Outcome allOf(Collection<T> things, Function<T, Outcome> question) {
    return allOf(things.stream().map(question).toList());
  }

  /** Whether {@code question} is true of one. */
  static <T> Outcome anyOf(Collection<T> things, Function<T, Outcome> question) {
    return anyOf(things.stream().map(question).toList());
  }

  /** True if one is; false only if all are. */
  static Outcome anyOf(Collection<Outcome> parts) {
    return decide(parts, Outcome.CONFIRMED, Outcome.REFUTED);
  }

  /**
   * {@code deciding} if any part is, {@code otherwise} if all are that. Parts that cannot be
   * measured leave the whole unmeasurable unless another part decides.
   */
  private static Outcome decide(Collection<Outcome> parts, Outcome deciding, Outcome otherwise) {
    if (parts.contains(deciding)) {
      return deciding;
    }
    if (parts.isEmpty() || parts.contains(Outcome.NOT_MEASURABLE)) {
      return Outcome.NOT_MEASURABLE;
    }
    return parts.contains(Outcome.INCONCLUSIVE) ? Outcome.INCONCLUSIVE : otherwise;
  }
}
