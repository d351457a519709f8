package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.FlowTimeline;
import org.switchlab.estimate.Span;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Who ran when, in a few rounds with and without switches. */
public final class TimelineResult extends Result {

  /** Title of the main table: what each process did when; times count from the flow's beginning. */
  private static final String TIMELINE = "timeline";

  /** Title of the table of a typical stretch of each flow; times count from its beginning. */
  private static final String TYPICAL = "typical stretch";

  static final String MESSAGE = "message";
  private static final String FLOWS = "flows";
  private static final String ROUNDS = "rounds";
  private static final String SEEN = "switchesSeen";
  private static final String VARIANT = "variant";
  private static final String KIND = "kind";

  private static final String PROCESS = "process";
  private static final String BEGIN = "beginNs";
  private static final String END = "endNs";

  /** Round trips of pair in a typical stretch; of single as many messages: twice the rounds. */
  private static final int ROUND_TRIPS = 2;

  private static final List<Activity> WORK =
      List.of(Activity.WALK, Activity.SYSTEM_CALL, Activity.SWITCH);

  private static final List<Column> SPAN =
      List.of(
          Column.text(VARIANT, "flow"),
          Column.text(PROCESS, "process"),
          Column.text(KIND, "activity"),
          Column.whole(BEGIN, Unit.NS, "begin"),
          Column.whole(END, Unit.NS, "end"),
          Column.whole("durationNs", Unit.NS, "duration"));

  /** Of what was found. */
  public TimelineResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** The time stamps, as they were told. */
  public List<Stamp> stamps() {
    return Stamp.of(observations());
  }

  /** What each process did, by flow, process and time; times count from the flow's beginning. */
  public List<Span> spans() {
    return spans(rows());
  }

  /** A typical stretch of one flow; its times count from its own beginning. */
  public List<Span> typical(Variant variant) {
    return spans(rows(TYPICAL)).stream().filter(span -> span.variant() == variant).toList();
  }

  /** What one message takes of {@code activity}, in ns; absent if it takes none of it. */
  public OptionalDouble messageNs(Variant variant, Activity activity) {
    return rows(MESSAGE)
        .where(KIND, activity.words())
        .first()
        .map(row -> row.number(messageColumn(variant)))
        .orElse(OptionalDouble.empty());
  }

  /** Rounds of pair that were traced. */
  public long rounds() {
    return pair().whole(ROUNDS);
  }

  /** Switches seen in the stamps of pair: passages of the CPU from one process to the other. */
  public long switchesSeen() {
    return pair().whole(SEEN);
  }

  /** Switches the kernel counted in pair; absent if the run ended before it told. */
  public OptionalLong switchesCounted() {
    return batch().map(Batch::switchesCounted).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** Switches that pair must make; absent if the run ended before it told. */
  public OptionalLong switchesExpected() {
    return batch().map(Batch::switchesExpected).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private Row pair() {
    return rows(FLOWS).where(VARIANT, Variant.PAIR.word()).first().orElseThrow();
  }

  private Optional<Batch> batch() {
    return find(Batch.TABLE).stream()
        .flatMap(rows -> rows.rows().stream())
        .map(Batch::of)
        .filter(batch -> batch.variant() == Variant.PAIR)
        .findFirst();
  }

  /** What time stamps of both processes say: who ran when, and what a message takes of what. */
  static List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    List<FlowTimeline> flows =
        Stream.of(Variant.values())
            .map(variant -> FlowTimeline.of(variant, Stamp.of(observations)))
            .toList();
    return List.of(
        spans(TIMELINE, flows.stream().flatMap(flow -> flow.spans().stream()).toList()),
        message(flows),
        spans(TYPICAL, flows.stream().flatMap(flow -> typical(flow).stream()).toList()),
        flows(flows));
  }

  private static List<Span> typical(FlowTimeline flow) {
    return flow.typical(flow.variant() == Variant.PAIR ? ROUND_TRIPS : 2 * ROUND_TRIPS);
  }

  private static Rows spans(String title, List<Span> spans) {
    return new Rows(title, SPAN, spans.stream().map(TimelineResult::row).toList());
  }

  private static Row row(Span span) {
    return Row.of(
        VARIANT,
        span.variant().word(),
        PROCESS,
        span.side().name().toLowerCase(Locale.ROOT),
        KIND,
        span.activity().words(),
        BEGIN,
        span.beginNs(),
        END,
        span.endNs(),
        "durationNs",
        span.durationNs());
  }

  /** The spans that a table of them holds. */
  private static List<Span> spans(Rows table) {
    return table.rows().stream()
        .map(
            row ->
                new Span(
                    Variant.of(row.text(VARIANT)),
                    Side.valueOf(row.text(PROCESS).toUpperCase(Locale.ROOT)),
                    Activity.of(row.text(KIND)),
                    row.whole(BEGIN),
                    row.whole(END)))
        .toList();
  }

  /** Column of what a message takes in a flow. */
  private static String messageColumn(Variant variant) {
    return variant.word() + Unit.NS.suffix();
  }

  /** One row an activity, the flows side by side. */
  private static Rows message(List<FlowTimeline> flows) {
    List<Column> columns = new ArrayList<>(List.of(Column.text(KIND, "activity")));
    List<Row> rows = new ArrayList<>();
    for (FlowTimeline flow : flows) {
      String heading = flow.variant().name().toLowerCase(Locale.ROOT);
      columns.add(Column.number(messageColumn(flow.variant()), Unit.NS, heading));
    }
    for (Activity activity : WORK) {
      Row row = Row.of(KIND, activity.words());
      for (FlowTimeline flow : flows) {
        row = row.with(messageColumn(flow.variant()), taken(flow, activity));
      }
      rows.add(row);
    }
    return new Rows(MESSAGE, columns, rows);
  }

  /** What does not happen takes no time; that is not the same as a time of zero. */
  private static OptionalDouble taken(FlowTimeline flow, Activity activity) {
    OptionalDouble takenNs = flow.messageNs(activity);
    return takenNs.orElse(0) == 0 ? OptionalDouble.empty() : takenNs;
  }

  private static Rows flows(List<FlowTimeline> flows) {
    return new Rows(
        FLOWS,
        List.of(
            Column.text(VARIANT, "flow"),
            Column.count(ROUNDS, "rounds traced"),
            Column.count(SEEN, "switches seen")),
        flows.stream()
            .map(
                flow ->
                    Row.of(
                        VARIANT, flow.variant().word(),
                        ROUNDS, flow.rounds(),
                        SEEN, flow.switchesSeen()))
            .toList());
  }
}
