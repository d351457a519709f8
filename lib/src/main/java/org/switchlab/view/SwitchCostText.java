package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.unit.Units;
import org.switchlab.view.TextStyle.Ansi;
import org.switchlab.warning.Warning;

/** A switch-cost result for a terminal: direct cost, table, drawing, verdicts, warnings. */
public final class SwitchCostText {

  private SwitchCostText() {}

  /** The whole result, lines ended with {@code \n}, no line wider than the style's columns. */
  public static String render(SwitchCostFigure figure, List<Verdict> verdicts, TextStyle style) {
    List<String> picture = new ArrayList<>(TextGrid.lines(figure, style));
    section(picture, TextPlot.lines(figure, style));
    return render(figure, picture, verdicts, style);
  }

  /** The whole result of an experiment without arrays: a histogram takes the drawing's place. */
  public static String render(
      CostDistribution distribution, List<Verdict> verdicts, TextStyle style) {
    return render(distribution.figure(), TextHistogram.lines(distribution, style), verdicts, style);
  }

  private static String render(
      SwitchCostFigure figure, List<String> picture, List<Verdict> verdicts, TextStyle style) {
    List<String> lines = new ArrayList<>(head(figure, style));
    section(lines, picture);
    section(lines, verdicts.stream().flatMap(v -> verdict(v, style).stream()).toList());
    section(lines, figure.warnings().stream().flatMap(w -> warning(w, style).stream()).toList());
    return String.join("\n", lines) + "\n";
  }

  private static List<String> head(SwitchCostFigure figure, TextStyle style) {
    List<String> lines = new ArrayList<>();
    for (String line : wrap(figure.title(), "", style)) {
      lines.add(style.paint(Ansi.BOLD, line));
    }
    lines.addAll(wrap(figure.provenance(), "", style));
    Estimate direct = figure.direct().map(PointEstimate::switchCostNs).orElse(null);
    if (direct != null) {
      String cost = Units.interval(direct.value(), direct.low(), direct.high());
      lines.add("");
      for (String line : wrap("Direct cost of one switch: " + cost, "", style)) {
        lines.add(style.paint(Ansi.BOLD, line));
      }
    }
    return lines;
  }

  private static List<String> verdict(Verdict verdict, TextStyle style) {
    List<String> lines = new ArrayList<>();
    Ansi ansi =
        switch (verdict.outcome()) {
          case CONFIRMED -> Ansi.GREEN;
          case REFUTED -> Ansi.RED;
          case INCONCLUSIVE -> Ansi.YELLOW;
          case NOT_MEASURABLE -> Ansi.FAINT;
        };
    String head = TextBlocks.left(verdict.id(), 6);
    lines.add(head + style.paint(ansi, verdict.outcome().words()));
    Claims.find(verdict.id())
        .map(Claim::statement)
        .ifPresent(statement -> lines.addAll(wrap(statement, " ".repeat(6), style)));
    lines.addAll(field("published", verdict.published(), style));
    if (verdict.outcome() != Outcome.NOT_MEASURABLE) {
      lines.addAll(field("here", verdict.here(), style));
    }
    lines.addAll(field("why", verdict.why(), style));
    return lines;
  }

  /** A name and its text, wrapped so that further lines stand below the text. */
  private static List<String> field(String name, String text, TextStyle style) {
    List<String> lines = new ArrayList<>(wrap(text, " ".repeat(17), style));
    lines.set(0, " ".repeat(6) + TextBlocks.left(name, 11) + lines.getFirst().strip());
    return lines;
  }

  private static List<String> warning(Warning warning, TextStyle style) {
    List<String> lines = new ArrayList<>(wrap(warning.message(), "  ", style));
    lines.set(0, style.paint(Ansi.YELLOW, "!") + lines.getFirst().substring(1));
    if (!warning.remedy().isEmpty()) {
      lines.addAll(wrap("Remedy: " + warning.remedy(), "  ", style));
    }
    return lines;
  }

  private static List<String> wrap(String text, String indent, TextStyle style) {
    return TextBlocks.wrap(style.spell(text), indent, style.columns());
  }

  private static void section(List<String> lines, List<String> more) {
    if (!more.isEmpty()) {
      lines.add("");
      lines.addAll(more);
    }
  }
}
