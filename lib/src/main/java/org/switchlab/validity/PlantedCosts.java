package org.switchlab.validity;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.switchlab.plan.Point;

/**
 * Costs of a switch that are known because they were made up: what an estimate should find. They
 * are typical costs on the undisturbed machine, the paper's: L1d of 32 KiB, L2 of 256 KiB.
 *
 * @param name in a word or two, for tables
 * @param factor how many times the cost without an array a switch costs, by array size and stride,
 *     both in bytes; 1 is an array that adds nothing
 */
public record PlantedCosts(String name, ToDoubleBiFunction<Long, Long> factor) {

  /** L1d of the paper's machine, in bytes. */
  public static final long L1D_BYTES = 32 << 10;

  /** Its L2, in bytes. */
  public static final long L2_BYTES = 256 << 10;

  /** Message and switch, in ns: usual on machines of today. */
  public static final double DIRECT_NS = 1_850;

  /** Two costs of this ratio differ by a tenth of the cost between them. */
  private static final double TENTH = 1.05 / 0.95;

  private static final long LINE_BYTES = 64;
  private static final long NARROW_BYTES = 16;
  private static final long SMALLEST_BYTES = 1 << 10;

  /** The paper's figure at 1, 2, 4 … 512 KiB, as multiples of its direct cost of 0.62 µs. */
  private static final List<Double> PAPER =
      List.of(1.1, 1.2, 1.3, 1.5, 1.8, 2.4, 1.9, 3.2, 4.8, 2.5);

  private static final double PAPER_RISING = 5.6;
  private static final double PAPER_LINE = 8;

  /** Every curve, the plainest first. */
  public static List<PlantedCosts> all() {
    return List.of(
        flat(),
        peakAtL1d(),
        peakAtL2(),
        monotone(),
        paper(),
        hair("a hair under", 0.0095),
        hair("a hair over", 0.0105));
  }

  /** Those whose steps are a tenth of the cost around them, or more. */
  public static List<PlantedCosts> ofTenths() {
    return List.of(peakAtL1d(), peakAtL2(), monotone(), paper());
  }

  /** Every array costs what none costs. */
  public static PlantedCosts flat() {
    return new PlantedCosts("flat", (_, _) -> 1.0);
  }

  /** A tenth more at L1d than elsewhere. */
  public static PlantedCosts peakAtL1d() {
    return new PlantedCosts("peak at L1d", (size, _) -> fills(size, L1D_BYTES) ? TENTH : 1.0);
  }

  /**
   * A tenth more at L2 than elsewhere, and a further tenth at a stride of one line; past L2 narrow
   * strides gain a tenth, the others fall back.
   */
  public static PlantedCosts peakAtL2() {
    return new PlantedCosts(
        "peak at L2",
        (size, stride) -> {
          if (fills(size, L2_BYTES)) {
            return stride == LINE_BYTES ? TENTH * TENTH : TENTH;
          }
          return size > L2_BYTES && stride <= NARROW_BYTES
              ? Math.pow(TENTH, 1 + octaves(size, L2_BYTES))
              : 1;
        });
  }

  /** A tenth more with each doubling of the array. */
  public static PlantedCosts monotone() {
    return new PlantedCosts(
        "monotone", (size, _) -> Math.pow(TENTH, octaves(size, SMALLEST_BYTES)));
  }

  /** The paper's Fig. 3, three times as slow. */
  public static PlantedCosts paper() {
    return new PlantedCosts("paper", PlantedCosts::paper);
  }

  private static double paper(long size, long stride) {
    if (size > L2_BYTES && stride <= NARROW_BYTES) {
      double top = paperAt(octaves(L2_BYTES, SMALLEST_BYTES));
      return top + (PAPER_RISING - top) * octaves(size, L2_BYTES);
    }
    return size == L2_BYTES && stride == LINE_BYTES
        ? PAPER_LINE
        : paperAt(octaves(size, SMALLEST_BYTES));
  }

  private static double paperAt(double octaves) {
    int below = (int) Math.min(octaves, PAPER.size() - 2);
    double share = octaves - below;
    return PAPER.get(below) * (1 - share) + PAPER.get(below + 1) * share;
  }

  /**
   * All that the paper says, clearly, but for one step of each claim, which is {@code step} of the
   * cost: nothing is harder to judge than what lies beside the line.
   */
  private static PlantedCosts hair(String name, double step) {
    double hair = (1 + step / 2) / (1 - step / 2);
    return new PlantedCosts(
        name,
        (size, stride) -> {
          if (fills(size, L1D_BYTES)) {
            return TENTH * hair;
          }
          if (size > L1D_BYTES && size <= 2 * L1D_BYTES) {
            return TENTH;
          }
          double top = Math.pow(TENTH, 4);
          if (fills(size, L2_BYTES)) {
            return stride == LINE_BYTES ? top * hair : top;
          }
          if (size > L2_BYTES) {
            return stride <= NARROW_BYTES ? top * Math.pow(hair, octaves(size, L2_BYTES)) : 1;
          }
          return 1;
        });
  }

  /** Whether a size fits a cache and fills more than half of it. */
  private static boolean fills(long size, long cacheBytes) {
    return size > cacheBytes / 2 && size <= cacheBytes;
  }

  private static double octaves(long size, long fromBytes) {
    return Math.log((double) size / fromBytes) / Math.log(2);
  }

  /** The cost at a point, in ns. */
  public double costNs(Point point) {
    return DIRECT_NS + indirectNs(point);
  }

  /** The part of it that is the own array fetched again, in ns. */
  public double indirectNs(Point point) {
    return point.isDirect()
        ? 0
        : DIRECT_NS * (factor.applyAsDouble(point.arrayBytes(), point.strideBytes()) - 1);
  }
}
