package org.switchlab.draw;

import java.util.List;
import java.util.OptionalInt;

/** How the values along a plot become columns of characters. */
interface PlotColumns {

  /** How many columns. */
  int width();

  /** Where the {@code line}-th line has its point over {@code x}. */
  int column(double x, int line);

  /** Where a star stands over {@code x}. */
  int star(double x);

  /** Where an upright rule at {@code x} stands; empty if it is out of view. */
  OptionalInt rule(double x);

  /** The lines below the plot, {@code margin} characters to the left included. */
  List<String> axis(int margin, TextStyle style);
}
