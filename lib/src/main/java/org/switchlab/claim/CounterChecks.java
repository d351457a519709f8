package org.switchlab.claim;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The checks that need counts, by the names that claims give. */
public final class CounterChecks {

  private static final Map<String, CounterCheck> BY_NAME =
      Map.of(
          "l1d-rates-cross", L1dRatesCross::judge,
          "dtlb-rates-part", DtlbRatesPart::judge,
          "l1i-gap-grows", L1iGapGrows::judge,
          "l1i-gap-smaller", L1iGapSmaller::judge,
          "l1d-by-stride", L1dByStride::judge,
          "l1d-onset", L1dOnset::judge,
          "dtlb-of-processes", DtlbOfProcesses::judge,
          "dtlb-of-threads", DtlbOfThreads::judge,
          "instruction-spread", InstructionSpread::judge,
          "instruction-count", InstructionCount::judge);

  private CounterChecks() {}

  /**
   * The check called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static CounterCheck byName(String name) {
    CounterCheck check = BY_NAME.get(name);
    if (check == null) {
      throw new IllegalArgumentException(
          "no check of counts is called %s; there are %s"
              .formatted(name, new TreeSet<>(BY_NAME.keySet())));
    }
    return check;
  }

  /** The names of the checks there are. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }
}
