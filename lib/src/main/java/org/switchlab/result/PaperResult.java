package org.switchlab.result;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.switchlab.claim.Verdict;
import org.switchlab.report.MachineHtml;
import org.switchlab.view.PaperHtml;
import org.switchlab.view.ResultText;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Every figure of the paper, and one answer to each of its claims.
 *
 * @param frame what every result has; its verdicts are those of all claims
 * @param parts the figures in the paper's order
 */
public record PaperResult(Frame frame, List<PaperPart> parts) implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new PaperKind();

  /** The one page that shows everything. */
  public static final String REPORT = PaperKind.REPORT;

  /** Keeps an immutable copy. */
  public PaperResult {
    parts = List.copyOf(parts);
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public PaperResult withFrame(Frame newFrame) {
    return new PaperResult(newFrame, parts);
  }

  /** The figures that could be run. */
  public List<Result> results() {
    return parts.stream().map(PaperPart::result).filter(Objects::nonNull).toList();
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    List<PaperKind.Listed> listed =
        parts.stream().map(part -> new PaperKind.Listed(part.name(), part.gap())).toList();
    return Map.of(
        PaperKind.REPORT, report().getBytes(StandardCharsets.UTF_8),
        PaperKind.PARTS, Json.bytes(listed));
  }

  @Override
  public void save(Path folder) {
    Result.super.save(folder);
    for (PaperPart part : parts) {
      if (part.result() != null) {
        part.result().save(folder.resolve(part.name()));
      }
    }
  }

  /** One row a claim. */
  @Override
  public Table table() {
    List<Verdict> all = verdicts();
    return Table.create(
        "claims",
        StringColumn.create("claim", all.stream().map(Verdict::id)),
        StringColumn.create("verdict", all.stream().map(v -> v.outcome().words())),
        StringColumn.create("published", all.stream().map(Verdict::published)),
        StringColumn.create("here", all.stream().map(Verdict::here)),
        StringColumn.create("why", all.stream().map(Verdict::why)));
  }

  /**
   * The chart of the first figure that could be run.
   *
   * @throws ResultException if none could
   */
  @Override
  public Chart<?, ?> chart() {
    return results().stream()
        .findFirst()
        .map(Result::chart)
        .orElseThrow(() -> new ResultException("no figure of the paper could be run here", null));
  }

  /** The whole report as one page that needs nothing else. */
  public String report() {
    return PaperHtml.page(plan().title(), toHtml());
  }

  @Override
  public String toHtml() {
    return PaperHtml.render(
        measuredAt(),
        MachineHtml.of(machine()),
        verdicts(),
        warnings(),
        parts.stream().map(PaperResult::section).toList());
  }

  private static PaperHtml.Section section(PaperPart part) {
    Result result = part.result();
    return result == null
        ? new PaperHtml.Section(part.name(), "", part.gap())
        : new PaperHtml.Section(part.name(), result.plan().title(), result.toHtml(), "");
  }

  @Override
  public String toText(TextStyle style) {
    String figures =
        parts.stream()
            .filter(part -> part.result() != null)
            .map(PaperPart::name)
            .collect(Collectors.joining(", "));
    List<String> gaps =
        parts.stream()
            .filter(part -> part.result() == null)
            .map(part -> "not run: " + part.name() + ", " + part.gap())
            .toList();
    return ResultText.render(
        plan().title(),
        Stream.concat(Stream.of(machine().headline(), "run: " + figures), gaps.stream()).toList(),
        List.of(),
        verdicts(),
        warnings(),
        style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }
}
