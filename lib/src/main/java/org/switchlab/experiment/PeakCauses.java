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
import org.switchlab.plan.Grid;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.Procedure.Step;
import org.switchlab.procedure.Task;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Emulates the misses behind the peak, after it was measured: of this machine at the settings that
 * were measured, and of the paper's machine as it is, with an endless TLB, and with an endless L2.
 *
 * @param emulator emulates
 */
record PeakCauses(Emulator emulator) implements Step {

  /** Title of the table. */
  static final String TABLE = "causes";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("model", "model"),
          Column.flag("here", "models this machine"),
          Walks.SIZES.column("array"),
          Walks.STRIDES.column("stride"),
          Column.whole("pageBytes", Unit.BYTES, "pages"),
          Column.number("l2MissesPerSwitch", Unit.COUNT, "L2 misses a switch"),
          Column.number("dtlbMissesPerSwitch", Unit.COUNT, "dTLB misses a switch"),
          Column.number("pageWalksPerSwitch", Unit.COUNT, "page walks a switch"));

  /** Around the paper's peak at 256 KiB. */
  private static final List<Long> PAPER_SIZES_BYTES =
      List.of(32L << 10, 64L << 10, 128L << 10, 192L << 10, 256L << 10, 512L << 10);

  private static final long ROUND_TRIPS = 6;

  /** Runs phases on modelled machines. */
  @FunctionalInterface
  interface Emulator {

    /**
     * What was counted in each phase.
     *
     * @throws CounterException if it cannot be emulated here, saying what to type
     */
    List<PhaseCounts> count(Geometry geometry, List<Phase> phases, Task task);
  }

  /** With this machine's emulator. */
  PeakCauses() {
    this(PeakCauses::emulated);
  }

  private static List<PhaseCounts> emulated(Geometry geometry, List<Phase> phases, Task task) {
    try (var source =
        EmulatedSource.open(geometry, CacheModel.ALL, Disturbance.USUAL, task.progress())) {
      return source.count(phases, 1, task.plan().seed(), task.progress());
    }
  }

  /** Without an emulator the measured answer stands alone, and says so. */
  @Override
  public Measured after(Task task, Measured measured) {
    List<MissesPerSwitch> found = new ArrayList<>();
    try {
      emulate(task, found);
      return measured.withFacts(rows(found));
    } catch (CounterException e) {
      var missing =
          new Warning(
              WarningCode.NO_EMULATOR,
              "the misses behind the costs could not be emulated: " + e.getMessage(),
              "");
      return measured.withFacts(rows(List.of())).withWarnings(List.of(missing));
    }
  }

  private void emulate(Task task, List<MissesPerSwitch> found) {
    Geometry here = Geometry.ofMachine(task.machine()).named("this machine");
    for (long pageBytes : List.of(Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES)) {
      List<Point> points =
          task.plan().settings().stream()
              .map(setting -> Point.of(setting, KernelSwitchCost.SUBJECT))
              .filter(point -> point.layout() == Layout.USUAL && point.pageBytes() == pageBytes)
              .toList();
      count(here.change().pageBytes(pageBytes).build(), true, points, task, found);
    }
    List<Point> paperPoints =
        Grid.points(KernelSwitchCost.SUBJECT, PAPER_SIZES_BYTES, List.of(PeakOrigin.STRIDE_BYTES));
    Geometry paper = Presets.paper();
    for (Geometry geometry : List.of(paper, withoutTlb(paper), withoutL2(paper))) {
      count(geometry, false, paperPoints, task, found);
    }
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

  private void count(
      Geometry geometry, boolean here, List<Point> points, Task task, List<MissesPerSwitch> found) {
    if (points.isEmpty()) {
      return;
    }
    List<Phase> phases = points.stream().flatMap(PeakCauses::both).toList();
    List<PhaseCounts> counts = emulator.count(geometry, phases, task);
    for (int i = 0; i < counts.size(); i += 2) {
      found.add(MissesPerSwitch.of(geometry.name(), here, counts.get(i), counts.get(i + 1)));
    }
  }

  private static Stream<Phase> both(Point point) {
    return Stream.of(
        new Phase(point, Variant.SINGLE, 2 * ROUND_TRIPS),
        new Phase(point, Variant.PAIR, ROUND_TRIPS));
  }

  private static Rows rows(List<MissesPerSwitch> found) {
    return new Rows(TABLE, COLUMNS, found.stream().map(PeakCauses::row).toList());
  }

  private static Row row(MissesPerSwitch misses) {
    return Row.of(
        "model", misses.model(),
        "here", misses.here(),
        "arrayBytes", misses.point().arrayBytes(),
        "strideBytes", misses.point().strideBytes(),
        "pageBytes", misses.point().pageBytes(),
        "l2MissesPerSwitch", misses.l2Misses(),
        "dtlbMissesPerSwitch", misses.dtlbMisses(),
        "pageWalksPerSwitch", misses.pageWalks());
  }

  /** The causes that a table holds. */
  static List<MissesPerSwitch> read(Rows causes) {
    return causes.rows().stream()
        .map(
            row ->
                new MissesPerSwitch(
                    row.text("model"),
                    row.flag("here"),
                    new Point(
                        KernelSwitchCost.SUBJECT,
                        row.whole("arrayBytes"),
                        row.whole("strideBytes"),
                        row.whole("pageBytes")),
                    row.number("l2MissesPerSwitch").orElseThrow(),
                    row.number("dtlbMissesPerSwitch").orElseThrow(),
                    row.number("pageWalksPerSwitch").orElseThrow()))
        .toList();
  }
}
