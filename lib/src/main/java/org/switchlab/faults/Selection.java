package org.switchlab.faults;

import java.util.List;

/**
 * Which faults a campaign has.
 *
 * @param seed of all that is drawn: moments, places, which of many
 * @param only names of faults, or how their names begin; all if it is empty
 * @param most how many at most, drawn from all kinds alike
 */
public record Selection(long seed, List<String> only, int most) {

  /** The seed where none is given. */
  public static final long USUAL_SEED = 1;

  /** Keeps an immutable copy. */
  public Selection {
    only = List.copyOf(only);
  }

  /** All faults of a seed. */
  public static Selection all(long seed) {
    return new Selection(seed, List.of(), Integer.MAX_VALUE);
  }

  /** Whether some fault of {@code target} may be wanted. */
  boolean mayWant(Target target) {
    String name = target.word() + "/";
    return only.isEmpty()
        || only.stream().anyMatch(wanted -> wanted.startsWith(name) || name.startsWith(wanted));
  }

  /** Whether the fault called {@code name} is wanted. */
  boolean wants(String name) {
    return only.isEmpty() || only.stream().anyMatch(name::startsWith);
  }
}
