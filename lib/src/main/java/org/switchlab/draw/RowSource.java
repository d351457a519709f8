package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/**
 * What gives each row a number.
 *
 * @param name for the legend
 * @param back whether it stands back behind the others: a sign at its place, no bar
 * @param index which of those that do not stand back, for its sign
 * @param dots its numbers
 */
record RowSource(String name, boolean back, int index, List<Dot> dots) {

  private static final char[] UNICODE = {'█', '▒', '▓', '░', '■', '●'};
  private static final char[] ASCII = {'#', '=', '*', ':', 'o', '%'};
  private static final char BACK = 'x';

  /** The series and bars of a figure, in their order. */
  static List<RowSource> of(Figure figure) {
    List<RowSource> sources = new ArrayList<>();
    int front = 0;
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Series series) {
        boolean back = series.look().tint() == Look.GREY;
        sources.add(new RowSource(series.name(), back, front, series.dots()));
        front += back ? 0 : 1;
      } else if (mark instanceof Mark.Bars bars) {
        sources.add(new RowSource(bars.name(), false, front++, bars.dots()));
      }
    }
    return sources;
  }

  /** What its bars are made of. */
  char sign(TextStyle style) {
    char[] signs = style.unicode() ? UNICODE : ASCII;
    return back ? BACK : signs[index % signs.length];
  }
}
