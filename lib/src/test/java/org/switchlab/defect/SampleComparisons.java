package org.switchlab.defect;

import java.util.List;
import org.switchlab.estimate.Stop;
import org.switchlab.table.Estimate;

/** Comparisons with chosen numbers, for tests of showing them. */
public final class SampleComparisons {

  private static final Estimate RIGHT = new Estimate(1_000, 980, 1_030, 0.95);

  private SampleComparisons() {}

  /** One that is too low, one that scatters below zero, one far too high, one unanswered. */
  public static List<Comparison> all() {
    return List.of(
        comparison("twice-the-switches", -500, 20, 0),
        comparison("li-2007", 30, 1_600, 2),
        comparison("unpinned", 39_000, 9_000, 0),
        unanswered());
  }

  /** One whose machine could not apply the method. */
  public static Comparison unanswered() {
    return new Comparison(
        "shared-array",
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        "what <it> does",
        "why not",
        Stop.FAILED);
  }

  private static Comparison comparison(
      String name, double errorNs, double scatterNs, int unanswered) {
    double wrongNs = RIGHT.value() + errorNs;
    return new Comparison(
        name,
        new Estimate(wrongNs, wrongNs - scatterNs / 4, wrongNs + scatterNs / 4, 0.95),
        RIGHT,
        new Estimate(errorNs, errorNs - scatterNs / 3, errorNs + scatterNs / 3, 0.95),
        errorNs / RIGHT.value(),
        wrongNs - scatterNs,
        wrongNs + scatterNs,
        20,
        unanswered,
        "what it does, in a sentence that is long enough to be broken on a narrow terminal",
        "why that is wrong",
        Stop.BUDGET);
  }
}
