package org.switchlab.view;

import java.util.List;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * The ladder as an XChart chart: a row a rung, the floor at the top; from left to right its name,
 * its cost on a logarithmic axis, and what it adds.
 *
 * <p>The x axis is the decimal logarithm of the cost in ns ({@link #x}): XChart's own logarithmic
 * axis cannot show an interval that reaches zero, as that of a cost near nothing does. Row {@code
 * i} of {@code n} stands at {@code n - 1 - i} on the y axis.
 */
public final class LadderChart {

  /** Widths of the three parts of the plot, in pixels; names and sentences have their length. */
  private static final double NAME_PIXELS = 140;

  private static final double COST_PIXELS = 330;
  private static final double SENTENCE_PIXELS = 450;

  /** Room above the first and below the last row, in rows. */
  private static final double MARGIN_ROWS = 0.6;

  /** Half the height of the costs written below the last row, in rows. */
  private static final double TICK_ROWS = 0.5;

  private LadderChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(LadderFigure figure) {
    LogScale scale = LogScale.of(figure);
    HeadedChart chart = ChartLook.chart(figure.heading(), List.of());
    chart.setXAxisTitle("cost of one switch beyond its message (logarithmic)");
    axes(chart.getStyler(), figure.rungs().size(), scale);
    decades(chart, scale);
    new LadderSeries(chart, figure, scale).add();
    words(chart, figure.rungs(), scale);
    return chart;
  }

  /** Where a cost stands on the x axis of any ladder that has room for it. */
  public static double x(double costNs) {
    return Math.log10(costNs);
  }

  private static void axes(XYStyler styler, int rows, LogScale scale) {
    double decadePixels = COST_PIXELS / (scale.highDecade() - scale.lowDecade());
    styler.setXAxisMin(scale.lowDecade() - NAME_PIXELS / decadePixels);
    styler.setXAxisMax(scale.highDecade() + SENTENCE_PIXELS / decadePixels);
    styler.setXAxisTicksVisible(false);
    styler.setYAxisMin(-MARGIN_ROWS - 2 * TICK_ROWS);
    styler.setYAxisMax(rows - 1 + MARGIN_ROWS);
    styler.setYAxisTicksVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
  }

  /** Ticks by hand: XChart's would go on below the names and the sentences. */
  private static void decades(XYChart chart, LogScale scale) {
    double bottom = chart.getStyler().getYAxisMin() + TICK_ROWS;
    for (int decade = scale.lowDecade(); decade <= scale.highDecade(); decade++) {
      chart.addAnnotation(new AnnotationLine(decade, true, false));
      chart.addAnnotation(PlotLabel.before(LogScale.label(decade), decade, bottom));
    }
  }

  private static void words(XYChart chart, List<RungEstimate> rungs, LogScale scale) {
    for (int i = 0; i < rungs.size(); i++) {
      RungEstimate rung = rungs.get(i);
      Estimate cost = rung.cost().switchCostNs();
      double y = rungs.size() - 1 - i;
      String number = cost == null ? SwitchCostFigure.NOTHING : Units.duration(cost.value());
      chart.addAnnotation(PlotLabel.after(rung.rung().name(), chart.getStyler().getXAxisMin(), y));
      chart.addAnnotation(
          PlotLabel.after(number + "  " + rung.rung().adds(), scale.highDecade(), y));
    }
  }
}
