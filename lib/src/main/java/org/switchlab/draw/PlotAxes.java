package org.switchlab.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** Names of rows longer than this are cut off, in pixels. */
  static final int MOST_NAME_PIXELS = 300;

  private static final int MOST_NOTE_PIXELS = 470;

  private final HeadedChart chart;
  private final XYStyler styler;
  private final Figure figure;
  private final boolean cells;
  private final List<String> legend;

  /** The names beside the marks, if there are any. */
  private final @Nullable RowScale rows;

  PlotAxes(HeadedChart chart, Figure figure) {
    this.chart = chart;
    this.styler = chart.getStyler();
    this.figure = figure;
    this.cells = figure.has(Mark.Cells.class);
    this.legend = FigureParts.legend(figure).stream().map(FigureParts.Name::text).toList();
    this.rows = figure.y().scale() instanceof RowScale names ? names : null;
  }

  /** Sets the x axis; names of rows stand left of where marks lie, notes right of it. */
  Plot.Side setX() {
    Scale x = figure.x().scale();
    double names = rows == null ? 0 : column(rows.names(), MOST_NAME_PIXELS);
    double notes =
        rows == null || PlotLabels.widest(rows.notes()) == 0
            ? 0
            : column(rows.notes(), MOST_NOTE_PIXELS);
    double beside = BESIDE_PLOT + (legend.isEmpty() ? 0 : PlotLabels.widest(legend) + LEGEND_SIGN);
    if (rows != null) {
      beside = BESIDE_PLOT / 2.0 + names + notes;
    }
    boolean hasRoom = rows == null ? x instanceof SizeScale || x instanceof RowScale : cells;
    double margin = hasRoom ? 0 : MARGIN;
    double perPixel = (x.axisMax() - x.axisMin()) / (chart.getWidth() - beside - 2 * margin);
    double left = x.axisMin() - margin * perPixel;
    double right = x.axisMax() + margin * perPixel;
    styler.setXAxisMin(left - names * perPixel);
    styler.setXAxisMax(right + notes * perPixel);
    if (rows != null || x instanceof RowScale || cells) {
      styler.setXAxisTicksVisible(false);
      styler.setPlotGridVerticalLinesVisible(false);
    } else {
      styler.setXAxisTickMarkSpacingHint((int) (x.step() / perPixel));
      chart.setCustomXAxisTickLabelsFormatter(x::label);
    }
    return new Plot.Side(x, left, right, perPixel);
  }

  private static double column(List<String> words, double most) {
    return Math.min(PlotLabels.widest(words), most) + PlotGuides.GAP_PIXELS;
  }

  /** Sets the y axis beside {@code x}; what stands below or above marks has room. */
  Plot.Side setY(Plot.Side x) {
    Scale y = figure.y().scale();
    boolean rug = figure.has(Mark.Rug.class);
    double height = chart.getHeight() - chart.headHeight() - BELOW_PLOT;
    double foot = rug ? BoxMarks.RUG_PIXELS : MARGIN;
    if (rows != null) {
      height -= legendBelow();
      foot = cells ? 0 : PlotGuides.TICK_PIXELS;
    }
    double head = head(1 / x.perPixel());
    double perPixel = (y.axisMax() - y.axisMin()) / (height - foot - head);
    double bottom = y.axisMin() - foot * perPixel;
    double top = y.axisMax() + head * perPixel;
    styler.setYAxisMin(bottom);
    styler.setYAxisMax(top);
    if (rows != null) {
      styler.setYAxisTicksVisible(false);
      styler.setPlotGridLinesVisible(false);
    } else {
      styler.setYAxisTickMarkSpacingHint((int) (height * y.step() / (top - bottom)));
      chart.setCustomYAxisTickLabelsFormatter(y::label);
    }
    return new Plot.Side(y, rows != null || rug ? y.axisMin() : bottom, top, perPixel);
  }

  /** Room for words at the head, if a place along is {@code placePixels} wide. */
  private double head(double placePixels) {
    if (figure.x().scale() instanceof RowScale level) {
      return PlotGuides.headPixels(level, placePixels);
    }
    boolean words =
        cells
            || figure.marks(Mark.Rule.class).stream()
                .anyMatch(rule -> rule.upright() && FigureParts.hasWords(figure, rule));
    return words ? HEADROOM : rows != null ? 0 : MARGIN;
  }

  /** Puts the legend below the rows, which need the width; its height. */
  private double legendBelow() {
    double width =
        legend.stream().mapToDouble(n -> PlotLabels.width(n, PlotLabels.FONT) + LEGEND_SIGN).sum();
    boolean level = width < chart.getWidth() - BESIDE_PLOT;
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(level ? LegendLayout.Horizontal : LegendLayout.Vertical);
    return LEGEND_LINE * (level ? Math.min(1, legend.size()) : legend.size());
  }
}
