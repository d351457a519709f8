package org.switchlab.counter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsCsv;
import org.switchlab.table.Unit;

/** Counts as observations, one a repetition of a phase, and back. */
public final class CountObservations {

  /** Who switches. */
  public static final String LEVEL = "level";

  /** Size of each side's array. */
  public static final String ARRAY = "arrayBytes";

  /** Stride of the walk. */
  public static final String STRIDE = "strideBytes";

  /** Without switches, or with. */
  public static final String VARIANT = "variant";

  private static final String ROUNDS = "rounds";
  private static final String SWITCHES = "switches";

  private static final List<Space> SPACES = List.of(Space.USER, Space.KERNEL);

  /** What says where something was counted. */
  private static final List<Column> FACTORS =
      List.of(
          Column.text(LEVEL, LEVEL),
          Column.whole(ARRAY, Unit.BYTES, "array"),
          Column.whole(STRIDE, Unit.BYTES, "stride"),
          Column.text(VARIANT, VARIANT));

  /** What is seen of a phase: its rounds, its switches, and each event by space. */
  public static final List<Column> MEASURES = measures();

  private CountObservations() {}

  private static List<Column> measures() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.count(ROUNDS, "rounds"));
    columns.add(Column.count(SWITCHES, "switches"));
    for (CounterEvent event : CounterEvent.values()) {
      for (Space space : SPACES) {
        columns.add(Column.count(column(event, space), event.title() + ", " + space.word()));
      }
    }
    return List.copyOf(columns);
  }

  /** For instance {@code l1d-missesUser}. */
  private static String column(CounterEvent event, Space space) {
    return event.word() + (space == Space.USER ? "User" : "Kernel");
  }

  /** Where a phase is counted. */
  public static Setting setting(Phase phase) {
    Point point = phase.point();
    return Setting.of(
        LEVEL, Level.ofSubject(point.subject()).word(),
        ARRAY, point.arrayBytes(),
        STRIDE, point.strideBytes(),
        VARIANT, phase.variant().word());
  }

  /** The phase that is counted at a setting, with its usual rounds. */
  public static Phase phase(Setting setting) {
    return Phase.of(point(setting), Variant.of(setting.text(VARIANT)));
  }

  private static Point point(Setting setting) {
    return new Point(
        Level.of(setting.text(LEVEL)).subject(), setting.whole(ARRAY), setting.whole(STRIDE));
  }

  /** One repetition as an observation; an event that was not counted is not in it. */
  public static Observation of(PhaseCounts counts) {
    Row seen = Row.of(ROUNDS, counts.phase().rounds(), SWITCHES, counts.switches());
    for (CounterEvent event : CounterEvent.values()) {
      for (Space space : SPACES) {
        seen = seen.with(column(event, space), counts.count(event, space));
      }
    }
    return new Observation(setting(counts.phase()), 0, counts.repetition(), seen);
  }

  /** The counts that observations hold, in their order. */
  public static List<PhaseCounts> counts(List<Observation> observations) {
    return observations.stream().map(CountObservations::counts).toList();
  }

  private static PhaseCounts counts(Observation observation) {
    Row seen = observation.seen();
    Setting setting = observation.setting();
    Map<CounterEvent, SpaceCounts> events = new EnumMap<>(CounterEvent.class);
    for (CounterEvent event : CounterEvent.values()) {
      var spaces = SpaceCounts.of(seen, column(event, Space.USER), column(event, Space.KERNEL));
      if (spaces.user() != null || spaces.kernel() != null) {
        events.put(event, spaces);
      }
    }
    return new PhaseCounts(
        new Phase(point(setting), Variant.of(setting.text(VARIANT)), seen.whole(ROUNDS)),
        observation.repetition(),
        seen.whole(SWITCHES),
        events);
  }

  /**
   * The counts in the observations of a stored result.
   *
   * @throws IllegalArgumentException naming the line that does not follow the format
   */
  static List<PhaseCounts> parse(String csv) {
    Rows rows = RowsCsv.parse("observations", Observation.columns(FACTORS, MEASURES), csv);
    List<String> names = FACTORS.stream().map(Column::name).toList();
    return rows.rows().stream().map(row -> counts(Observation.of(row, names))).toList();
  }
}
