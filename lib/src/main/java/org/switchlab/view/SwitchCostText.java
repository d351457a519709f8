package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** A switch-cost result for a terminal: direct cost, table, drawing, verdicts, warnings. */
public final class SwitchCostText {

  private static final String CAPTION =
      "Cost of one switch in µs by array (rows) and stride (columns); ± is the longer side of the"
          + " interval.";

  private SwitchCostText() {}

  /** The whole result, lines ended with {@code \n}, no line wider than the style's columns. */
  public static String render(SwitchCostFigure figure, List<Verdict> verdicts, TextStyle style) {
    LineFigure drawn = figure.lines();
    List<String> picture = new ArrayList<>(TextGrid.lines(CAPTION, drawn, style));
    ResultText.section(picture, TextPlot.lines(drawn, style));
    return render(figure, picture, verdicts, style);
  }

  /** The whole result of an experiment without arrays: a histogram takes the drawing's place. */
  public static String render(
      CostDistribution distribution, List<Verdict> verdicts, TextStyle style) {
    return render(distribution.figure(), TextHistogram.lines(distribution, style), verdicts, style);
  }

  private static String render(
      SwitchCostFigure figure, List<String> picture, List<Verdict> verdicts, TextStyle style) {
    List<String> body = new ArrayList<>(directCost(figure, style));
    ResultText.section(body, picture);
    return ResultText.render(
        figure.title(), List.of(figure.provenance()), body, verdicts, figure.warnings(), style);
  }

  private static List<String> directCost(SwitchCostFigure figure, TextStyle style) {
    Estimate direct = figure.direct().map(PointEstimate::switchCostNs).orElse(null);
    if (direct == null) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(ResultText.bold("Direct cost of one switch: " + show(direct), style));
    figure
        .directBehind()
        .ifPresent(
            other ->
                lines.addAll(
                    ResultText.wrap(
                        "Beside it in the same run, %s: %s"
                            .formatted(
                                other.point().subject(),
                                show(Objects.requireNonNull(other.switchCostNs()))),
                        "",
                        style)));
    return lines;
  }

  private static String show(Estimate cost) {
    return Units.interval(cost.value(), cost.low(), cost.high());
  }
}
