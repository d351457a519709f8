package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.PublishedPoints;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Synthetic figures with the traits that real ones have: a peak, a gap, a steep end, doubts. */
final class Figures {

  private static final List<Long> STRIDES = List.of(8L, 16L, 32L, 64L, 128L, 256L);

  private Figures() {}

  /** Arrays up to twice an L2 of 1 MiB, where the cost outgrows the rest by two orders. */
  static SwitchCostFigure steep() {
    double[] us = {1.02, 1.03, 1.05, 1.10, 1.20, 1.50, 1.12, 1.30, 1.9, 4.2, 30, 55};
    return figure(us, 1L << 20, 3);
  }

  /** Small arrays only: everything within one linear axis. */
  static SwitchCostFigure small() {
    return figure(new double[] {1.02, 1.03, 1.05, 1.10, 1.20, 1.50, 1.12, 1.30}, 1L << 20, 1);
  }

  private static SwitchCostFigure figure(double[] us, long l2Bytes, int warnings) {
    List<PointEstimate> points = new ArrayList<>();
    points.add(point(0, 0, new Estimate(1000, 985, 1020, 0.95)));
    for (int s = 0; s < STRIDES.size(); s++) {
      for (int i = 0; i < us.length; i++) {
        double value = us[i] * 1000 * (1 + 0.03 * s * (i > 3 ? 1 : 0.3));
        double half = value * (i < 8 ? 0.02 + 0.004 * s : 0.3 + 0.1 * s);
        boolean wild = i == us.length - 1 && us.length > 8;
        Estimate cost =
            wild
                ? new Estimate(value - 12_000 * s, -20_000 + 900 * s, 120_000 - 9_000 * s, 0.95)
                : new Estimate(value, value - half, value + 1.4 * half, 0.95);
        points.add(point(1024L << i, STRIDES.get(s), s == 2 && i == 6 ? null : cost));
      }
    }
    return new SwitchCostFigure(
        "Kernel-level context switch, cost by array size and stride",
        "measured",
        "AMD EPYC 7B13, 2 CPUs, KVM, Linux 6.18.5",
        points,
        PublishedPoints.ofFigure("Fig. 3"),
        List.of(new CacheMark("L1d", 32 << 10), new CacheMark("L2", l2Bytes)),
        doubts().subList(0, warnings));
  }

  /** A figure of nothing but {@code points}. */
  static SwitchCostFigure of(List<PointEstimate> points) {
    return new SwitchCostFigure(
        "title", "measured", "box", points, List.of(), List.of(), List.of());
  }

  /** {@code figure} with other warnings. */
  static SwitchCostFigure with(SwitchCostFigure figure, List<Warning> warnings) {
    return new SwitchCostFigure(
        figure.title(),
        figure.source(),
        figure.machine(),
        figure.estimates(),
        figure.published(),
        figure.caches(),
        warnings);
  }

  static PointEstimate point(long arrayBytes, long strideBytes, @Nullable Estimate cost) {
    boolean absent = cost == null;
    return new PointEstimate(
        new Point("pipe-pair", arrayBytes, strideBytes),
        cost,
        null,
        absent ? null : 410.5,
        absent ? null : 2 * (410.5 + cost.value()),
        List.of(),
        absent ? 0 : 4,
        absent ? 0 : 80,
        0,
        absent ? null : 0.875,
        absent ? 0 : 160_000,
        absent ? 0 : 160_002,
        absent ? Stop.FAILED : Stop.PRECISION);
  }

  static List<Warning> doubts() {
    return List.of(
        Warning.of(
            WarningCode.VIRTUAL_MACHINE,
            "A hypervisor (KVM) stands below: a neighbour can disturb the numbers unseen."),
        new Warning(
            WarningCode.NO_FIFO,
            "SCHED_FIFO was refused, so other tasks can preempt the measured ones and widen the"
                + " intervals by an amount that no other sign on this machine would show.",
            "sudo setcap cap_sys_nice+ep $(command -v java)"),
        new Warning(
            WarningCode.PRECISION_NOT_REACHED,
            "The budget ended before 12 of 73 points were as precise as asked.",
            "use --budget 5m"),
        new Warning(WarningCode.SMT_SIBLING, "CPU 1 shares its core with CPU 0.", "use --cpu 2"));
  }
}
