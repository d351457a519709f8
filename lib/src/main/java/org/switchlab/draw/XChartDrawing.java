package org.switchlab.draw;

import org.knowm.xchart.XYChart;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Thinning;

/**
 * Draws a figure as an XChart chart.
 *
 * <p>Both axes of the chart are in places of the figure's scales: whoever adds a series of their
 * own places it with {@link Figure#atX} and {@link Figure#atY}. A gap must be {@code NaN} upward.
 * Marks with a blank name are not in the legend; two of the same name both are.
 */
public final class XChartDrawing {

  private XChartDrawing() {}

  /** A chart of {@code figure}, dark on white; changing it changes nothing else. */
  public static XYChart of(Figure figure) {
    return of(figure, Theme.LIGHT);
  }

  /** The same in the colours of {@code theme}; very many points are thinned. */
  public static XYChart of(Figure whole, Theme theme) {
    Figure figure = Thinning.of(whole);
    HeadedChart chart = new HeadedChart(figure, theme);
    PlotAxes axes = new PlotAxes(chart, figure);
    Plot.Side x = axes.setX();
    Plot plot = new Plot(chart, figure, theme, x, axes.setY(x));
    PlotGuides guides = new PlotGuides(plot);
    guides.ofScales();
    DotMarks dots = new DotMarks(plot);
    BoxMarks boxes = new BoxMarks(plot);
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.Series series -> dots.series(series);
        case Mark.Bars bars -> dots.bars(bars);
        case Mark.Steps steps -> boxes.steps(steps);
        case Mark.Rug rug -> boxes.rug(rug);
        case Mark.Spans spans -> boxes.spans(spans);
        case Mark.Cells cells -> boxes.cells(cells);
        case Mark.Rule rule -> guides.rule(rule);
        case Mark.Level level -> guides.level(level);
        case Mark.Strip strip -> boxes.strip(strip);
        case Mark.Label label -> guides.label(label);
      }
    }
    plot.finish();
    return chart;
  }
}
