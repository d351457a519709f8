package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.emulator.CacheGeometry;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Presets;
import org.switchlab.emulator.TlbGeometry;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;

/**
 * Emulates the misses behind the peak: of this machine at the points that are measured, and of the
 * paper's machine as it is, with an endless TLB, and with an endless L2.
 */
final class PeakCauses {

  /** Around the paper's peak at 256 KiB. */
  private static final List<Long> PAPER_SIZES_BYTES =
      List.of(32L << 10, 64L << 10, 128L << 10, 192L << 10, 256L << 10, 512L << 10);

  private static final long ROUND_TRIPS = 6;

  private final long seed;
  private final Progress.Listener listener;
  private final List<MissesPerSwitch> found = new ArrayList<>();

  PeakCauses(long seed, Progress.Listener listener) {
    this.seed = seed;
    this.listener = listener;
  }

  /**
   * The misses a switch causes at each point of each model.
   *
   * @param measured the points measured here
   * @throws CounterException if nothing can be emulated here, saying what to type
   */
  List<MissesPerSwitch> emulated(Machine machine, List<Point> measured) {
    Geometry here = Geometry.ofMachine(machine).named("this machine");
    for (long pageBytes : List.of(Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES)) {
      List<Point> points = measured.stream().filter(p -> p.pageBytes() == pageBytes).toList();
      count(here.change().pageBytes(pageBytes).build(), true, points);
    }
    Geometry paper = Presets.paper();
    List<Point> paperPoints =
        Grid.points(
            PeakOriginExperiment.SUBJECT,
            PAPER_SIZES_BYTES,
            List.of(PeakOriginExperiment.STRIDE_BYTES));
    count(paper, false, paperPoints);
    count(withoutTlb(paper), false, paperPoints);
    count(withoutL2(paper), false, paperPoints);
    return List.copyOf(found);
  }

  private static Geometry withoutTlb(Geometry paper) {
    return paper
        .change()
        .name(paper.name() + ", endless dTLB")
        .dtlb(TlbGeometry.infinite())
        .stlb(TlbGeometry.infinite())
        .build();
  }

  /** What L2 holds without end, an L3 below it is never asked for. */
  private static Geometry withoutL2(Geometry paper) {
    return paper
        .change()
        .name(paper.name() + ", endless L2")
        .l2(CacheGeometry.infinite(paper.l1d().lineBytes()))
        .l3(null)
        .build();
  }

  private void count(Geometry geometry, boolean here, List<Point> points) {
    if (points.isEmpty()) {
      return;
    }
    List<Phase> phases = points.stream().flatMap(PeakCauses::both).toList();
    try (var source = EmulatedSource.open(geometry, CacheModel.ALL, Disturbance.USUAL, listener)) {
      List<PhaseCounts> counts = source.count(phases, 1, seed, listener);
      for (int i = 0; i < counts.size(); i += 2) {
        found.add(MissesPerSwitch.of(geometry.name(), here, counts.get(i), counts.get(i + 1)));
      }
    }
  }

  private static Stream<Phase> both(Point point) {
    return Stream.of(
        new Phase(point, Variant.SINGLE, 2 * ROUND_TRIPS),
        new Phase(point, Variant.PAIR, ROUND_TRIPS));
  }
}
