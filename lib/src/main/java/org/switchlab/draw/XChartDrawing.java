package org.switchlab.draw;

import org.knowm.xchart.XYChart;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;

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

  /**
   * A chart of {@code figure} in the colours of {@code theme}; changing it changes nothing else.
   */
  public static XYChart of(Figure figure, Theme theme) {
    HeadedChart chart = ChartLook.chart(figure, theme);
    Frame frame = new PlotAxes(chart, figure).set();
    Plot plot = new Plot(chart, figure, theme, frame);
    new RowWords(plot).draw();
    zero(plot);
    SymlogGuides.draw(plot);
    marks(chart, plot);
    plot.finish();
    return chart;
  }

  /** Where values are negative too, a line says where zero is. */
  private static void zero(Plot plot) {
    boolean rows = plot.figure().y().scale() instanceof RowScale;
    Scale values = rows ? plot.figure().x().scale() : plot.figure().y().scale();
    if (values.axisMin() < values.toAxis(0) && values.toAxis(0) < values.axisMax()) {
      Trace zero = plot.frame().through(values.toAxis(0), rows);
      plot.guide("zero", zero, plot.theme().back(), Signs.stroke(1));
    }
  }

  private static void marks(HeadedChart chart, Plot plot) {
    SeriesMarks series = new SeriesMarks(plot);
    BarMarks bars = new BarMarks(plot);
    StepMarks steps = new StepMarks(plot);
    SpanMarks spans = new SpanMarks(plot);
    RuleMarks rules = new RuleMarks(plot);
    for (Mark mark : plot.figure().marks()) {
      switch (mark) {
        case Mark.Series some -> series.add(some);
        case Mark.Bars some -> bars.add(some);
        case Mark.Steps some -> steps.add(some);
        case Mark.Rug some -> steps.add(some);
        case Mark.Spans some -> spans.add(some);
        case Mark.Cells some -> chart.addAnnotation(CellMarks.of(plot, some));
        case Mark.Rule some -> rules.add(some);
        case Mark.Strip some -> rules.add(some);
        case Mark.Label some -> plot.say(some);
      }
    }
  }
}
