package org.switchlab.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;
import org.switchlab.sample.Source;
import org.switchlab.view.ChartFiles;
import org.switchlab.view.TextStyle;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Table;

/**
 * A finished, or interrupted, experiment as one value: shows itself, saves itself, loads again
 * equal.
 *
 * <p>Each kind of experiment has a record of its own that holds a {@link Frame} and its numbers.
 */
public interface Result {

  /** What it has around its numbers. */
  Frame frame();

  /** The same numbers in another frame. */
  Result withFrame(Frame newFrame);

  /** How results of this kind are stored. */
  ResultKind kind();

  /** What only results of this kind store: content by file name, each listed by the kind. */
  Map<String, byte[]> ownFiles();

  /** Its numbers as a Tablesaw table; columns carry their unit, a missing value is undefined. */
  Table table();

  /** The figure as an XChart chart, to go on from. */
  Chart<?, ?> chart();

  /** Chart, table, verdicts and warnings for a notebook or page. */
  String toHtml();

  /** Machine, table, drawing, verdicts and warnings for a terminal. */
  String toText(TextStyle style);

  /** What its samples say, point by point; none if it is not made of measured points. */
  default List<PointEstimate> estimates() {
    return List.of();
  }

  /** Its raw timings; none if it has none. */
  default Samples samples() {
    return new Samples(List.of());
  }

  /** Where its values come from. */
  default Source source() {
    return frame().source();
  }

  /** When the run began, ISO 8601 in UTC. */
  default String measuredAt() {
    return frame().measuredAt();
  }

  /** The machine that ran it. */
  default Machine machine() {
    return frame().machine();
  }

  /** What was to be measured. */
  default Plan plan() {
    return frame().plan();
  }

  /** Answers to the claims the experiment bears on. */
  default List<Verdict> verdicts() {
    return frame().verdicts();
  }

  /** Doubts, each kind once. */
  default List<Warning> warnings() {
    return frame().warnings();
  }

  /** Name of the experiment. */
  default String experiment() {
    return plan().experiment();
  }

  /** The chart as an SVG document. */
  default byte[] chartSvg() {
    return ChartFiles.svg(chart());
  }

  /** The chart as a PNG picture. */
  default byte[] chartPng() {
    return ChartFiles.png(chart());
  }

  /** Whether it carries a warning of this kind. */
  default boolean has(WarningCode code) {
    return warnings().stream().anyMatch(warning -> warning.code() == code);
  }

  /**
   * Writes a result folder.
   *
   * @throws ResultException if the folder cannot be written or already holds a result
   */
  default void save(Path folder) {
    ResultWriter.begin(folder, kind(), frame()).finish(this);
  }

  /**
   * Reads a result folder back.
   *
   * @throws ResultException naming the file that is missing, cut or edited
   */
  static Result load(Path folder) {
    return new ResultReader(folder).read();
  }

  /**
   * Reads a result folder of a known kind back.
   *
   * @throws ResultException as {@link #load(Path)}, or if it is of another kind
   */
  static <R extends Result> R load(Path folder, Class<R> type) {
    Result loaded = load(folder);
    if (!type.isInstance(loaded)) {
      throw new ResultException(
          "%s holds a %s result, not a %s"
              .formatted(folder, loaded.kind().name(), type.getSimpleName()),
          null);
    }
    return type.cast(loaded);
  }
}
