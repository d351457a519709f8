package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.report.MachineHtml;
import org.switchlab.result.Presentation;
import org.switchlab.result.ReportHtml;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;

/** Every figure of the paper, and one answer to each of its claims. */
public final class PaperResult extends Result {

  /** The one page that shows everything. */
  public static final String REPORT = "report.html";

  private static final String METHOD =
      """
      <p>Costs are measured: (t_switch / 2 − t_single) / N, both flows alternating in small batches in fresh
      processes on one CPU; the estimate is the median of the couples found while the machine was quiet, with a
      bootstrap interval. Misses and instructions are counted apart from any timing, per message passed, by the
      source each figure names: <i>measured</i> by this processor, <i>emulated</i> by a model of the named machine,
      <i>recorded</i> earlier. Figures of one level show the same counts. A claim is judged by its shape relative to
      the caches of the machine that was measured or counted, never by another machine's microseconds; it is
      confirmed or refuted only where intervals decide.</p>
      """;

  private final List<PaperPart> parts;

  /**
   * Of what was found.
   *
   * @param parts the figures in the paper's order
   */
  public PaperResult(ResultData data, Presentation presentation, List<PaperPart> parts) {
    super(PaperTables.withClaims(data), presentation);
    this.parts = List.copyOf(parts);
  }

  /** The figures in the paper's order, also those that could not be run. */
  public List<PaperPart> parts() {
    return parts;
  }

  /** The figures that could be run. */
  public List<Result> results() {
    return parts.stream().map(PaperPart::result).filter(Objects::nonNull).toList();
  }

  /** The same with the figures that are stored below {@code folder}. */
  PaperResult withPartsIn(Path folder) {
    List<PaperPart> stored = observations().stream().map(seen -> part(seen, folder)).toList();
    return new PaperResult(data(), presentation(), stored);
  }

  private static PaperPart part(Observation seen, Path folder) {
    String name = seen.setting().text(Paper.FIGURE);
    String gap = PaperTables.gap(seen);
    Result result = gap.isEmpty() ? Catalogue.load(folder.resolve(name)) : null;
    return new PaperPart(name, result, gap);
  }

  @Override
  public void save(Path folder) {
    super.save(folder);
    for (PaperPart part : parts) {
      if (part.result() != null) {
        part.result().save(folder.resolve(part.name()));
      }
    }
  }

  /** The first figure that could be run, below the paper's heading. */
  Figure firstFigure() {
    for (PaperPart part : parts) {
      if (part.result() != null) {
        Figure first = part.result().figure();
        List<String> notes = new ArrayList<>(List.of(part.name() + ": " + part.title()));
        notes.addAll(first.notes());
        return new Figure(heading(""), notes, first.x(), first.y(), first.marks());
      }
    }
    var nothing = new Axis("", LinearScale.between(0, 1));
    return new Figure(
        heading(""),
        List.of("No figure of the paper could be run here."),
        nothing,
        nothing,
        List.of());
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
    String first =
        parts.stream()
            .filter(part -> part.result() != null)
            .map(PaperPart::name)
            .findFirst()
            .orElse("");
    return render(first);
  }

  /**
   * The report.
   *
   * @param shownBeside name of the figure whose chart is shown beside it; empty if none is
   */
  private String render(String shownBeside) {
    return ReportHtml.render(
        this,
        MachineHtml.of(machine()),
        METHOD,
        parts.stream().map(part -> section(part, shownBeside)).toList());
  }

  private static ReportHtml.Section section(PaperPart part, String shownBeside) {
    Result result = part.result();
    if (result == null) {
      return new ReportHtml.Section(part.name(), "", "", part.gap());
    }
    String html = part.name().equals(shownBeside) ? result.detailsHtml() : result.toHtml();
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
}
