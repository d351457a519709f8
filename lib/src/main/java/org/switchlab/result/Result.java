package org.switchlab.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.Amount;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.TextStyle;
import org.switchlab.draw.VegaDrawing;
import org.switchlab.draw.XChartDrawing;
import org.switchlab.estimate.MeasureAnalysis;
import org.switchlab.figure.Figure;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsTable;
import org.switchlab.unit.Named;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Table;

/**
 * A finished, or interrupted, experiment as one value: shows itself, saves itself, loads again
 * equal.
 *
 * <p>Experiments extend it by typed accessors only; what it holds is the same for all.
 */
public class Result {

  private final ResultData data;
  private final Presentation presentation;

  /** Of what an experiment found, shown the experiment's way. */
  public Result(ResultData data, Presentation presentation) {
    this.data = data;
    this.presentation = presentation;
  }

  /** Everything it holds. */
  public final ResultData data() {
    return data;
  }

  /** How it is shown. */
  public final Presentation presentation() {
    return presentation;
  }

  /** Name of the experiment. */
  public final String experiment() {
    return data.plan().experiment();
  }

  /** Where its values come from. */
  public final Source source() {
    return data.source();
  }

  /** When the run began, ISO 8601 in UTC. */
  public final String measuredAt() {
    return data.measuredAt();
  }

  /** The machine that ran it. */
  public final Machine machine() {
    return data.machine();
  }

  /** What was to be measured. */
  public final Plan plan() {
    return data.plan();
  }

  /** What was seen, in the order seen. */
  public final List<Observation> observations() {
    return data.observations();
  }

  /** The main table: one row a setting, with its estimates. */
  public final Rows rows() {
    return data.tables().getFirst();
  }

  /**
   * One of its tables.
   *
   * @throws IllegalArgumentException listing the tables there are
   */
  public final Rows rows(String title) {
    return Named.find("table", data.tables(), Rows::title, title);
  }

  /** One of its tables, if there is one of that title. */
  public final Optional<Rows> find(String title) {
    return data.tables().stream().filter(rows -> rows.title().equals(title)).findFirst();
  }

  /**
   * The first estimate where factors have these values, to reason about: {@code at("sleepNs",
   * 1_000)}.
   */
  public final Amount at(Object... namesAndValues) {
    return amount().at(namesAndValues);
  }

  /** The estimate called {@code name} at every setting, to pick settings from by {@code at}. */
  public final Amount of(String name) {
    return amount().of(name);
  }

  private Amount amount() {
    return Amount.of(rows(), find(MeasureAnalysis.VISITS).orElse(null), plan().factorNames());
  }

  /** The main table as Tablesaw's; columns carry their unit, what is not known is missing. */
  public final Table table() {
    return RowsTable.of(rows());
  }

  /** One of its tables as Tablesaw's. */
  public final Table table(String title) {
    return RowsTable.of(rows(title));
  }

  /** What was seen as a Tablesaw table: one row an observation. */
  public final Table observationTable() {
    return RowsTable.of(Observation.rows(plan(), observations()));
  }

  /** Answers to the claims the experiment bears on. */
  public final List<Verdict> verdicts() {
    return data.verdicts();
  }

  /** Doubts, each kind once. */
  public final List<Warning> warnings() {
    return data.warnings();
  }

  /** Whether it carries a warning of this kind. */
  public final boolean has(WarningCode code) {
    return warnings().stream().anyMatch(warning -> warning.code() == code);
  }

  /** What its picture shows, to be drawn any way, and to place marks of one's own on a chart. */
  public final Figure figure() {
    return presentation.figure(this);
  }

  /** All that it shows as pictures, its figure first. */
  public final List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(List.of(figure()));
    figures.addAll(presentation.furtherFigures(this).values());
    return figures;
  }

  /**
   * What stands above its pictures.
   *
   * @param numbers what kind of numbers they show, in a few words; may be empty
   */
  public final Figure.Heading heading(String numbers) {
    return heading(machine().headline(), numbers);
  }

  /** The same, of numbers of another machine than the one that ran it. */
  public final Figure.Heading heading(String machine, String numbers) {
    String from = "%s · %s".formatted(source().word(), machine);
    return new Figure.Heading(
        plan().title(), numbers.isEmpty() ? from : from + " · " + numbers, warnings());
  }

  /** The figure as an XChart chart, to go on from. */
  public final XYChart chart() {
    return XChartDrawing.of(figure());
  }

  /** The chart as an SVG document. */
  public final byte[] chartSvg() {
    return ChartFiles.svg(figure());
  }

  /** The chart as a PNG picture. */
  public final byte[] chartPng() {
    return ChartFiles.png(figure());
  }

  /** The figure as a Vega-Lite specification with its data. */
  public final String vegaLite() {
    return VegaDrawing.json(figure());
  }

  /** Charts, verdicts, warnings and tables for a page. */
  public String toHtml() {
    return ResultHtml.render(this, figures());
  }

  /** The same without the charts, for a notebook that shows the figures itself. */
  public String detailsHtml() {
    return ResultHtml.render(this, List.of());
  }

  /**
   * What is its own in a report of several: no verdicts, which the report gives together.
   *
   * @param figures those to draw in it
   * @param known doubts that the report tells for all its parts
   */
  public final String partHtml(List<Figure> figures, Collection<Warning> known) {
    return ResultHtml.part(this, figures, known);
  }

  /** Everything for a terminal: headline, tables, drawings, verdicts with reasons, warnings. */
  public final String toText(TextStyle style) {
    return ResultText.whole(this, style);
  }

  /** What fits a screen: headline, drawing, one line a verdict, one line a doubt. */
  public final String toScreen(TextStyle style) {
    return ResultText.screen(this, style);
  }

  /**
   * How often all its verdicts together may be wrong, in one sentence; empty if none rests on a
   * test.
   */
  public final String errorSentence() {
    boolean tested = verdicts().stream().anyMatch(verdict -> !verdict.findings().isEmpty());
    double error = 1 - plan().effort().level();
    return tested
        ? "All verdicts of this run together: in at most %s of such runs any is wrong."
            .formatted(Units.share(error))
        : "";
  }

  @Override
  public final String toString() {
    return toScreen(TextStyle.PLAIN);
  }

  /**
   * Writes a result folder; one whose pictures cannot be drawn here holds that as a doubt.
   *
   * @throws ResultException if the folder cannot be written or already holds a result
   */
  public void save(Path folder) {
    ResultWriter.begin(folder, data).finish(this);
  }

  /** Equal results hold the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Result result && result.data.equals(data);
  }

  @Override
  public int hashCode() {
    return data.hashCode();
  }
}
