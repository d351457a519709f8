package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.CounterEvidence;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterRow;
import org.switchlab.counter.CounterRows;
import org.switchlab.counter.CountsCsv;
import org.switchlab.counter.Level;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.estimate.CountCurves;
import org.switchlab.estimate.CountUnit;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.sample.Variant;
import org.switchlab.unit.Plural;
import org.switchlab.view.CounterChart;
import org.switchlab.view.CounterFigure;
import org.switchlab.view.CounterHtml;
import org.switchlab.view.CounterTable;
import org.switchlab.view.CounterText;
import org.switchlab.view.EventNames;
import org.switchlab.view.Heading;
import org.switchlab.view.SpreadChart;
import org.switchlab.view.SpreadFigure;
import org.switchlab.view.SpreadText;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.Table;

/**
 * What was counted without and with switches, by array size and stride.
 *
 * @param frame what every result has
 * @param counting what was counted, by what, and how it is shown
 * @param counts every repetition of every phase
 */
public record CounterResult(Frame frame, Counting counting, List<PhaseCounts> counts)
    implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new CounterKind();

  /** The file that says what was counted and on what. */
  public static final String COUNTING = CounterKind.COUNTING;

  /** Keeps an immutable copy. */
  public CounterResult {
    counts = List.copyOf(counts);
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public CounterResult withFrame(Frame newFrame) {
    return new CounterResult(newFrame, counting, counts);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(
        CounterKind.COUNTS, CountsCsv.write(counts).getBytes(UTF_8),
        CounterKind.COUNTING, Json.bytes(counting));
  }

  /**
   * The rows of its events: medians over the repetitions; where their spread is the result, one row
   * a repetition.
   */
  public List<CounterRow> rows() {
    return counting.spread()
        ? CounterRows.repetitions(counts, counting.events())
        : CounterRows.medians(counts, counting.events());
  }

  @Override
  public Table table() {
    return CounterTable.of(rows());
  }

  @Override
  public XYChart chart() {
    return counting.spread() ? SpreadChart.of(spread()) : CounterChart.of(figure());
  }

  @Override
  public String toHtml() {
    return CounterHtml.render(chart(), rows(), verdicts(), warnings());
  }

  @Override
  public String toText(TextStyle style) {
    return counting.spread()
        ? SpreadText.render(spread(), verdicts(), style)
        : CounterText.render(figure(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  /** What the counts have to say about claims. */
  public CounterEvidence evidence() {
    double level = plan().protocol().level();
    return new CounterEvidence(
        CurveTable.of(counts, List.of(CounterEvent.values()), level, plan().seed()),
        SpreadTables.of(counts, CounterEvent.INSTRUCTIONS, level, plan().seed()).getLast(),
        counting.machine(),
        source().word());
  }

  /** The curves of one event over array size, with intervals from the repetitions. */
  public CountCurves curves(CounterEvent event) {
    return CountCurves.of(counts, event, plan().seed());
  }

  /**
   * What the chart draws, to place marks of one's own on it: see {@link CounterChart#x} and {@link
   * CounterChart#y}.
   */
  public CounterFigure figure() {
    List<CounterFigure.Line> lines = new ArrayList<>();
    int group = 0;
    for (CounterEvent event : counting.events()) {
      CountCurves curves = curves(event);
      for (long stride : curves.stridesBytes(counting.level())) {
        for (Variant variant : Variant.values()) {
          lines.add(line(curves, event, stride, variant, group));
        }
        group++;
      }
    }
    return new CounterFigure(heading(), axis(), lines, counting.machine());
  }

  private CounterFigure.Line line(
      CountCurves curves, CounterEvent event, long strideBytes, Variant variant, int group) {
    String name =
        counting.events().size() > 1 ? EventNames.of(event) : "stride " + strideBytes + " B";
    return new CounterFigure.Line(
        name,
        variant.word(),
        group,
        curves.curve(counting.level(), strideBytes, variant, event, counting.unit()));
  }

  /** How its repetitions differ at the smallest stride, by level, with switches. */
  private SpreadFigure spread() {
    CounterEvent event = counting.events().getFirst();
    CountCurves curves = curves(event);
    List<SpreadFigure.Series> series = new ArrayList<>();
    for (Level level : curves.levels()) {
      long stride = curves.stridesBytes(level).getFirst();
      series.add(
          new SpreadFigure.Series(
              level.word() + " level",
              curves.repetitions(level, stride, Variant.PAIR, event, CountUnit.PER_MESSAGE)));
    }
    return new SpreadFigure(heading(), series);
  }

  private Heading heading() {
    CountCurves curves = curves(counting.events().getFirst());
    String space = curves.space() == Space.ALL ? "user and kernel together" : "user space only";
    String provenance =
        "%s · %s · %s · %s"
            .formatted(
                sourceWords(),
                counting.machine().headline(),
                Plural.of(curves.repetitions(), "repetition"),
                space);
    return new Heading(plan().title(), provenance, warnings());
  }

  /** For instance {@code measured (perf)}; the emulated source needs no second name. */
  private String sourceWords() {
    String source = source().word();
    return source.equals(counting.counter()) ? source : source + " (" + counting.counter() + ")";
  }

  private String axis() {
    List<CounterEvent> events = counting.events();
    String name = events.size() > 1 ? "misses" : EventNames.of(events.getFirst());
    return name + " " + counting.unit().words();
  }
}
