package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchlab.counter.CountedMachine;
import org.switchlab.estimate.CountCurve;
import org.switchlab.table.Estimate;
import org.switchlab.warning.Warning;

/** Synthetic counter figures with the traits that real ones have: zeros, steep rises, spreads. */
final class CountFigures {

  static final CountedMachine MACHINE =
      new CountedMachine("model of a box", 32L << 10, 32L << 10, 256L << 10, 12L << 20, 256L << 10);

  private static final List<Long> SIZES =
      List.of(1L << 10, 16L << 10, 32L << 10, 64L << 10, 256L << 10, 1L << 20);

  private CountFigures() {}

  static Heading heading(List<Warning> warnings) {
    return new Heading(
        "L1d misses by array size and stride, kernel level",
        "emulated · model of a box · 3 repetitions · user and kernel together",
        warnings);
  }

  /** No misses while arrays fit, thousands beyond; one repetition unlike the others. */
  static CounterFigure misses() {
    return figure(
        line("stride 8 B", "single", 0, 0, 0, 12, 1024, 4096, 16384),
        line("stride 8 B", "switch", 0, 3.5, 280, 520, 1030, 4101, 16390),
        line("stride 64 B", "single", 1, 0, 0, 14, 8192, 32768, 131072),
        line("stride 64 B", "switch", 1, 3.6, 281, 560, 8200, 32770, 131080));
  }

  static CounterFigure figure(CounterFigure.Line... lines) {
    return new CounterFigure(
        heading(Figures.doubts().subList(0, 1)), "L1d misses a message", List.of(lines), MACHINE);
  }

  static CounterFigure.Line line(String name, String flow, int group, double... values) {
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      double side = i == 2 ? values[i] / 10 : 0;
      estimates.add(new Estimate(values[i], values[i] - side, values[i] + 2 * side, 0.95));
    }
    return new CounterFigure.Line(
        name, flow, group, new CountCurve(SIZES.subList(0, values.length), estimates));
  }

  /** The kernel level varies a little at one size; the user level not at all. */
  static SpreadFigure spread() {
    return new SpreadFigure(
        heading(List.of()),
        List.of(
            new SpreadFigure.Series(
                "kernel level",
                Map.of(
                    1024L,
                    new double[] {6500, 6500, 6513, 6498, 6500},
                    65536L,
                    new double[] {9000, 9000, 9000, 9001, 9002})),
            new SpreadFigure.Series(
                "user level",
                Map.of(
                    1024L,
                    new double[] {2360, 2360, 2360, 2360, 2360},
                    65536L,
                    new double[] {7000, 7000, 7000, 7000, 7000}))));
  }

  /** Three alternatives: one changes nothing, one is not modelled. */
  static WhatIfFigure whatIf() {
    Optional<Estimate> none = Optional.of(new Estimate(0, 0, 0, 0.95));
    return new WhatIfFigure(
        heading(List.of()),
        List.of("TLBs × 2", "2 MiB pages", "TLB flushed"),
        List.of(
            new WhatIfFigure.Change("L3 misses", List.of(none, none, Optional.empty())),
            new WhatIfFigure.Change(
                "dTLB misses",
                List.of(
                    none,
                    Optional.of(new Estimate(-14.4, -17, -12, 0.95)),
                    Optional.of(new Estimate(2.85, 1.6, 4.1, 0.95)))),
            new WhatIfFigure.Change("cost of a switch (ns)", List.of(none, none, none)),
            new WhatIfFigure.Change(
                "message and switch (ns)",
                List.of(none, Optional.of(new Estimate(-54.9, -65, -49, 0.95)), none))));
  }
}
