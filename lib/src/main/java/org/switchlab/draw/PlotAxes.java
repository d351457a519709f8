package org.switchlab.draw;

import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;

/**
 * Gives a chart the axes of its figure: ranges, and hints that make XChart choose exactly the steps
 * of the scales. XChart lays its plot out only while it paints, so pixels here are about.
 */
final class PlotAxes {

  /** Room between the outer ticks and the edge, without which XChart leaves them out, in pixels. */
  private static final int MARGIN = 12;

  /** Room for names at the head, in pixels. */
  private static final int HEADROOM = 32;

  /** Title, ticks and paddings below, and those beside the plot, in pixels. */
  private static final int BELOW_PLOT = 70;

  private static final int BESIDE_PLOT = 110;
  private static final int LEGEND_LINE = 22;
  private static final int LEGEND_SIGN = 46;

  private final HeadedChart chart;
  private final Figure figure;
  private final boolean rows;

  /** Where marks lie along, and places a pixel. */
  private record Along(double left, double right, double perPixel) {}

  PlotAxes(HeadedChart chart, Figure figure) {
    this.chart = chart;
    this.figure = figure;
    this.rows = figure.y().scale() instanceof RowScale;
  }

  /** Sets the axes; says where marks lie. */
  Frame set() {
    List<String> names = legend().toList();
    double legendWidth = TextWidth.widest(names, PlotLabels.FONT) + LEGEND_SIGN;
    double plotWidth = chart.getWidth() - BESIDE_PLOT - (names.isEmpty() ? 0 : legendWidth);
    double plotHeight = chart.getHeight() - chart.headHeight() - BELOW_PLOT;
    if (rows) {
      plotWidth = chart.getWidth() - BESIDE_PLOT / 2.0;
      plotHeight -= legendBelow(names);
    }
    Scale y = figure.y().scale();
    boolean rug = figure.has(Mark.Rug.class);
    double foot = rows ? foot() : rug ? StepMarks.RUG_PIXELS : MARGIN;
    Along along = rows ? besideRows(plotWidth) : along(plotWidth);
    double head = head(1 / along.perPixel());
    double perPixelY = (y.axisMax() - y.axisMin()) / (plotHeight - foot - head);
    double bottom = y.axisMin() - foot * perPixelY;
    double top = y.axisMax() + head * perPixelY;
    upright(y, bottom, top, (int) (plotHeight * y.step() / (top - bottom)));
    double low = rows || rug ? y.axisMin() : bottom;
    return new Frame(along.left(), along.right(), low, top, along.perPixel(), perPixelY);
  }

  private void upright(Scale y, double bottom, double top, int tickPixels) {
    XYStyler styler = chart.getStyler();
    styler.setYAxisMin(bottom);
    styler.setYAxisMax(top);
    if (rows) {
      styler.setYAxisTicksVisible(false);
      styler.setPlotGridLinesVisible(false);
    } else {
      styler.setYAxisTickMarkSpacingHint(tickPixels);
      chart.setCustomYAxisTickLabelsFormatter(y::label);
    }
  }

  /** The x axis of an ordinary figure. */
  private Along along(double plotWidth) {
    Scale x = figure.x().scale();
    double margin = x instanceof SizeScale || x instanceof RowScale ? 0 : MARGIN;
    double perPixel = (x.axisMax() - x.axisMin()) / (plotWidth - 2 * margin);
    double left = x.axisMin() - margin * perPixel;
    double right = x.axisMax() + margin * perPixel;
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin(left);
    styler.setXAxisMax(right);
    if (x instanceof RowScale || figure.has(Mark.Cells.class)) {
      styler.setXAxisTicksVisible(false);
      styler.setPlotGridVerticalLinesVisible(false);
    } else {
      styler.setXAxisTickMarkSpacingHint((int) (x.step() / perPixel));
      chart.setCustomXAxisTickLabelsFormatter(x::label);
    }
    return new Along(left, right, perPixel);
  }

  /** The x axis between names and notes. */
  private Along besideRows(double plotWidth) {
    Scale x = figure.x().scale();
    RowScale y = (RowScale) figure.y().scale();
    double names = RowWords.namesPixels(y);
    double notes = RowWords.notesPixels(y);
    double margin = figure.has(Mark.Cells.class) ? 0 : MARGIN;
    double perPixel = (x.axisMax() - x.axisMin()) / (plotWidth - names - notes - 2 * margin);
    double left = x.axisMin() - margin * perPixel;
    double right = x.axisMax() + margin * perPixel;
    XYStyler styler = chart.getStyler();
    styler.setXAxisMin(left - names * perPixel);
    styler.setXAxisMax(right + notes * perPixel);
    styler.setXAxisTicksVisible(false);
    return new Along(left, right, perPixel);
  }

  /** Room for the ticks below the last row. */
  private double foot() {
    return figure.has(Mark.Cells.class) ? 0 : RowWords.TICK_PIXELS;
  }

  /** Room for words at the head, if a place along is {@code placePixels} wide. */
  private double head(double placePixels) {
    if (figure.x().scale() instanceof RowScale level) {
      return RowWords.headPixels(level, placePixels);
    }
    boolean words =
        figure.has(Mark.Cells.class)
            || figure.marks(Mark.Rule.class).stream()
                .anyMatch(rule -> rule.upright() && RuleMarks.hasWords(rule, figure));
    return words ? HEADROOM : rows ? 0 : MARGIN;
  }

  /** Puts the legend below the rows, which need the width; its height. */
  private double legendBelow(List<String> names) {
    double width =
        names.stream().mapToDouble(n -> TextWidth.of(n, PlotLabels.FONT) + LEGEND_SIGN).sum();
    boolean level = width < chart.getWidth() - BESIDE_PLOT;
    XYStyler styler = chart.getStyler();
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(level ? LegendLayout.Horizontal : LegendLayout.Vertical);
    return LEGEND_LINE * (level ? Math.min(1, names.size()) : names.size());
  }

  private Stream<String> legend() {
    return figure.marks().stream()
        .map(
            mark ->
                switch (mark) {
                  case Mark.Series series -> series.name();
                  case Mark.Bars bars -> bars.name();
                  case Mark.Steps steps -> steps.name();
                  case Mark.Rug rug -> rug.name();
                  case Mark.Spans spans -> spans.name();
                  case Mark.Rule rule -> rule.inLegend() ? rule.name() : "";
                  case Mark.Strip _, Mark.Cells _, Mark.Label _ -> "";
                })
        .filter(name -> !name.isBlank());
  }
}
