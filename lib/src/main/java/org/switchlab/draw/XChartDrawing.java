package org.switchlab.draw;

import org.knowm.xchart.XYChart;
import org.switchlab.figure.Figure;

/** Placeholder. */
public final class XChartDrawing {
  private XChartDrawing() {}

  /** Placeholder. */
  public static XYChart of(Figure figure) {
    return new XYChart(10 + figure.notes().size(), 10);
  }
}
