package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rungs;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;

/** Synthetic ladders with the traits that real ones have: a cost near nothing, a gap, doubts. */
final class Ladders {

  private Ladders() {}

  /** Every rung, each twice the one before; the first reaches below zero, one has no estimate. */
  static LadderFigure climbing() {
    List<RungEstimate> rungs = new ArrayList<>();
    double ns = 0.8;
    for (Rung rung : Rungs.ALL) {
      boolean gap = rung.name().equals("eventfd-process");
      Estimate cost =
          ns < 1 ? new Estimate(ns, -0.4, 1.9, 0.95) : new Estimate(ns, 0.97 * ns, 1.04 * ns, 0.95);
      rungs.add(new RungEstimate(rung, point(rung, gap ? null : cost), work(rungs.size())));
      ns *= 1.9;
    }
    return figure(rungs);
  }

  /** Nothing could be measured. */
  static LadderFigure empty() {
    return figure(
        Rungs.ALL.stream().map(rung -> new RungEstimate(rung, point(rung, null), null)).toList());
  }

  private static LadderFigure figure(List<RungEstimate> rungs) {
    return new LadderFigure(
        "What each step from a function call to a process switch adds",
        "measured",
        "AMD EPYC 7B13, 2 CPUs, KVM, Linux 6.18.5",
        rungs,
        List.of(
            new AddressSpaceCost("pipe", new Estimate(120, 95, 160, 0.95)),
            new AddressSpaceCost("eventfd", null)),
        List.of("meltdown: Not affected", "TLB entries tagged by address space: not known"),
        Figures.doubts().subList(0, 1));
  }

  private static SwitchWork work(int systemCalls) {
    return new SwitchWork(
        new SystemCalls(Variant.SINGLE, 10, 10, Map.of(), 100L),
        new SystemCalls(
            Variant.PAIR,
            10,
            20L * systemCalls,
            Map.of(),
            systemCalls > 15 ? null : (Long) 1_234L));
  }

  private static PointEstimate point(Rung rung, @Nullable Estimate cost) {
    boolean absent = cost == null;
    return new PointEstimate(
        rung.point(),
        cost,
        null,
        absent ? null : 400.0,
        absent ? null : 2 * (400 + cost.value()),
        List.of(),
        absent ? 0 : 4,
        absent ? 0 : 80,
        0,
        absent ? null : 0.9,
        absent ? 0 : 160_000,
        absent ? 0 : 160_000,
        absent ? Stop.FAILED : Stop.PRECISION);
  }
}
