package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Erratum;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.Html;
import org.switchlab.estimate.Stop;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.report.MachineHtml;
import org.switchlab.result.Presentation;
import org.switchlab.result.ReportHtml;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/** Every figure of the paper, and one answer to each of its claims. */
public final class PaperResult extends Result {

  /** Title of the main table: one row a claim. */
  private static final String CLAIMS = "claims";

  /** Title of the table of figures. */
  private static final String FIGURES = "figures";

  private static final String TITLE = "title";
  private static final String GAP = "gap";

  /** What is observed of a figure: its title if it was run, and else why not. */
  static final List<Column> MEASURES =
      List.of(Column.text(TITLE, "shows"), Column.text(GAP, "not run because"));

  private static final List<Column> CLAIM =
      List.of(
          Column.text("claim", "claim"),
          Column.text("verdict", "verdict"),
          Column.text("published", "published"),
          Column.text("here", "here"),
          Column.text("why", "why"));

  /** The one page that shows everything. */
  public static final String REPORT = "report.html";

  private final List<Part> parts;

  /**
   * Of what was found.
   *
   * @param parts the figures in the paper's order
   */
  public PaperResult(ResultData data, Presentation presentation, List<Part> parts) {
    super(withClaims(data), presentation);
    this.parts = List.copyOf(parts);
  }

  /** The figures in the paper's order, also those that could not be run. */
  public List<Part> parts() {
    return parts;
  }

  /** The figures that could be run. */
  public List<Result> results() {
    return parts.stream().map(Part::result).filter(Objects::nonNull).toList();
  }

  /** The names of the figures that could be run. */
  List<String> ran() {
    return parts.stream().filter(part -> part.result() != null).map(Part::name).toList();
  }

  /** The same with the figures that are stored below {@code folder}. */
  PaperResult withPartsIn(Path folder) {
    List<Part> stored = observations().stream().map(seen -> part(seen, folder)).toList();
    return new PaperResult(data(), presentation(), stored);
  }

  private static Part part(Observation seen, Path folder) {
    String name = seen.setting().text(Paper.FIGURE);
    String gap = gap(seen);
    Result result = gap.isEmpty() ? Catalogue.load(folder.resolve(name)) : null;
    return new Part(name, result, gap);
  }

  @Override
  public void save(Path folder) {
    super.save(folder);
    for (Part part : parts) {
      if (part.result() != null) {
        part.result().save(folder.resolve(part.name()));
      }
    }
  }

  /** The first figure that could be run, below the paper's heading. */
  Figure firstFigure() {
    return first()
        .map(part -> below(Objects.requireNonNull(part.result()).figure(), part))
        .orElseGet(() -> nothing("No figure of the paper could be run here."));
  }

  /** The parts of the costs that the first figure shows, if it shows costs. */
  Figure firstParts() {
    return first()
        .filter(part -> part.result() instanceof SwitchCosts)
        .map(
            part ->
                below(((SwitchCosts) Objects.requireNonNull(part.result())).partsFigure(), part))
        .orElseGet(() -> nothing("The first figure shows no costs."));
  }

  private Optional<Part> first() {
    return parts.stream().filter(part -> part.result() != null).findFirst();
  }

  private Figure below(Figure figure, Part part) {
    List<String> notes = new ArrayList<>(List.of(part.name() + ": " + figure.heading().title()));
    notes.addAll(figure.notes());
    return new Figure(heading(""), notes, figure.x(), figure.y(), figure.marks());
  }

  private Figure nothing(String why) {
    Axis none = new Axis("", LinearScale.between(0, 1));
    return new Figure(heading(""), List.of(why), none, none, List.of());
  }

  /** The whole report as one page that needs nothing else. */
  public String report() {
    return ReportHtml.page(plan().title(), toHtml());
  }

  /** What is stored beside the numbers. */
  Map<String, String> files() {
    return Map.of(REPORT, report());
  }

  @Override
  public String toHtml() {
    return render("");
  }

  @Override
  public String detailsHtml() {
    return render(ran().isEmpty() ? "" : ran().getFirst());
  }

  /**
   * The report.
   *
   * @param shownBeside name of the figure whose chart is shown beside it; empty if none is
   */
  private String render(String shownBeside) {
    List<Warning> known = new ArrayList<>(warnings());
    known.addAll(machine().problems());
    return ReportHtml.render(
        this,
        MachineHtml.of(machine()),
        method(),
        parts.stream().map(part -> section(part, shownBeside, known)).toList());
  }

  private String method() {
    String errata =
        Erratum.load().stream()
            .map(e -> Html.element("li", "%s: %s %s".formatted(e.about(), e.printed(), e.read())))
            .collect(Collectors.joining("\n"));
    return """
        <p>Costs are measured. Every round is stamped, so that a cost has parts: message and switch, and the own
        array fetched again. Parts are typical ones: of the rounds of a slot the slowest 15 %% are left out. Passes over
        all settings are the units of every interval (Student's, of the trimmed mean). Misses and instructions are
        counted apart from any timing, per message passed, by the source each figure names: <i>measured</i> by this
        processor, <i>emulated</i> by a model of the named machine, <i>recorded</i> earlier. Figures of one level show
        the same counts.</p>
        <p>A claim is judged by its shape relative to the caches of the machine that was measured or counted, never by
        another machine's microseconds. Costs are compared within each pass. A step counts from 1 %% of the cost up,
        and costs are equal within 5 %% of it. The chance that one or more of the claims on costs is confirmed or
        refuted falsely is held below %s for all of them together (Holm), and each finding's interval is as wide as
        that asks.</p>
        <p>Read otherwise than the paper prints it:</p>
        <ul>
        %s
        </ul>
        """
        .formatted(Units.share(1 - plan().effort().level()), errata);
  }

  /**
   * Its claims stand above, judged together with all others; alone they were judged less strictly.
   */
  private static ReportHtml.Section section(Part part, String shownBeside, List<Warning> known) {
    Result result = part.result();
    if (result == null) {
      return new ReportHtml.Section(part.name(), "", "", part.gap());
    }
    boolean beside = part.name().equals(shownBeside);
    String html = result.partHtml(beside ? List.of() : result.figures(), known);
    return new ReportHtml.Section(part.name(), part.title(), html, "");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaperResult paper && super.equals(other) && parts.equals(paper.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), parts);
  }

  /**
   * One figure of the whole paper's run.
   *
   * @param name as it was asked for, and its folder: {@code fig8}
   * @param result what it found; absent if it could not be run
   * @param gap why it could not be run; empty if it was
   */
  public record Part(String name, @Nullable Result result, String gap) {
    /** What it shows; empty if it could not be run. */
    public String title() {
      return result == null ? "" : result.plan().title();
    }
  }

  /** A figure as it was observed. */
  static Observation observation(Setting setting, Part part) {
    boolean ran = part.gap().isEmpty();
    Row seen = Row.of(TITLE, ran ? part.title() : null, GAP, ran ? null : part.gap());
    return new Observation(setting, 0, 0, seen);
  }

  /** Why a figure was not run; empty if it was. */
  private static String gap(Observation figure) {
    return figure.seen().text(GAP);
  }

  /** What follows from the observations alone. */
  static List<Rows> figures(Plan plan, List<Observation> figures, Map<Setting, Stop> stops) {
    List<Column> columns = Stream.concat(plan.factors().stream(), MEASURES.stream()).toList();
    List<Row> rows =
        figures.stream().map(figure -> figure.setting().row().and(figure.seen())).toList();
    return List.of(new Rows(FIGURES, columns, rows));
  }

  /** The same data with the table of its claims as the main one. */
  private static ResultData withClaims(ResultData data) {
    Stream<Rows> others = data.tables().stream().filter(rows -> !rows.title().equals(CLAIMS));
    List<Rows> tables = Stream.concat(Stream.of(claims(data.verdicts())), others).toList();
    return data.with(data.source(), data.observations(), tables);
  }

  private static Rows claims(List<Verdict> verdicts) {
    return new Rows(CLAIMS, CLAIM, verdicts.stream().map(PaperResult::claim).toList());
  }

  private static Row claim(Verdict verdict) {
    return Row.of(
        "claim", verdict.id(),
        "verdict", verdict.outcome().words(),
        "published", verdict.published(),
        "here", verdict.here(),
        "why", verdict.why());
  }

  /** How many claims fare how, in one sentence. */
  static String tally(List<Verdict> verdicts) {
    return Arrays.stream(Outcome.values())
        .map(o -> verdicts.stream().filter(v -> v.outcome() == o).count() + " " + o.words())
        .collect(Collectors.joining(", ", "Of the paper's claims: ", "."));
  }
}
