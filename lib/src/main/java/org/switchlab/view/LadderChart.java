package org.switchlab.view;

import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.unit.Units;

/**
 * The ladder as an XChart chart: a row a rung, the floor at the top, costs on a logarithmic axis.
 *
 * <p>The x axis is the decimal logarithm of the cost in ns ({@link #x}): XChart's own logarithmic
 * axis cannot show an interval that reaches zero, as that of a cost near nothing does. Row {@code
 * i} of {@code n} stands at {@code n - 1 - i} on the y axis.
 */
public final class LadderChart {

  /** The plot's share of the picture's width, the rest being names and legend. */
  private static final double PLOT_WIDTH_SHARE = 0.7;

  /** Height of the x axis and the paddings, in pixels. */
  private static final int BELOW_PLOT = 70;

  /** Room above the first and below the last row, in rows. */
  private static final double MARGIN_ROWS = 0.6;

  private LadderChart() {}

  /** A chart of {@code figure}; changing it changes nothing else. */
  public static XYChart of(LadderFigure figure) {
    LogScale scale = LogScale.of(figure);
    HeadedChart chart = ChartLook.chart(figure.heading(), List.of());
    chart.setXAxisTitle("cost of one switch beyond its message (logarithmic)");
    chart.setYAxisTitle("");
    costAxis(chart, scale);
    rowAxis(chart, figure.rungs());
    new LadderSeries(chart, figure, scale).add();
    labels(chart, figure.rungs(), scale);
    return chart;
  }

  /** Where a cost stands on the x axis of any ladder that has room for it. */
  public static double x(double costNs) {
    return Math.log10(costNs);
  }

  private static void costAxis(HeadedChart chart, LogScale scale) {
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin((double) scale.lowDecade());
    styler.setXAxisMax((double) scale.highDecade());
    int decades = scale.highDecade() - scale.lowDecade();
    styler.setXAxisTickMarkSpacingHint((int) (chart.getWidth() * PLOT_WIDTH_SHARE / decades));
    chart.setCustomXAxisTickLabelsFormatter(LogScale::label);
  }

  private static void rowAxis(HeadedChart chart, List<RungEstimate> rungs) {
    XYStyler styler = chart.getStyler();
    styler.setYAxisMin(-MARGIN_ROWS);
    styler.setYAxisMax(rungs.size() - 1 + MARGIN_ROWS);
    double plotHeight = chart.getHeight() - chart.headHeight() - BELOW_PLOT;
    double rows = rungs.size() - 1 + 2 * MARGIN_ROWS;
    styler.setYAxisTickMarkSpacingHint((int) (plotHeight / rows));
    chart.setCustomYAxisTickLabelsFormatter(y -> name(rungs, y));
  }

  private static String name(List<RungEstimate> rungs, double y) {
    long row = rungs.size() - 1 - Math.round(y);
    boolean onRow = Math.abs(y - Math.round(y)) < 1e-6 && row >= 0 && row < rungs.size();
    return onRow ? rungs.get((int) row).rung().name() : "";
  }

  /** Each rung's cost and what it adds, on the side of its point where there is more room. */
  private static void labels(XYChart chart, List<RungEstimate> rungs, LogScale scale) {
    for (int i = 0; i < rungs.size(); i++) {
      RungEstimate rung = rungs.get(i);
      Estimate cost = rung.cost().switchCostNs();
      double y = rungs.size() - 1 - i;
      double low = scale.toAxis(cost == null ? 0 : cost.low());
      double high = scale.toAxis(grossOr(rung, cost == null ? 0 : cost.high()));
      String number = cost == null ? SwitchCostFigure.NOTHING : Units.duration(cost.value());
      String text = number + "  " + rung.rung().adds();
      boolean left = (low + high) / 2 < (scale.lowDecade() + scale.highDecade()) / 2.0;
      chart.addAnnotation(left ? PlotLabel.after(text, high, y) : PlotLabel.before(text, low, y));
    }
  }

  private static double grossOr(RungEstimate rung, double highNs) {
    Double grossNs = rung.grossNs();
    return grossNs == null ? highNs : Math.max(grossNs, highNs);
  }
}
