package org.switchlab.draw;

import java.util.List;
import java.util.stream.Stream;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/**
 * What a plot draws with one sign.
 *
 * @param name for the legend
 * @param dots the points that have a place
 * @param star whether it was published, not measured
 * @param lying whether intervals lie along
 */
record PlotLine(String name, List<Dot> dots, boolean star, boolean lying) {

  private static final char[] UNICODE = {'●', '■', '▲', '◆', '▼', '×', '○', '□'};
  private static final char[] ASCII = {'o', '#', 'A', '%', 'v', 'x', '@', '&'};

  /** Every series and all bars of a figure that have a point within its axes, in their order. */
  static List<PlotLine> of(Figure figure) {
    return figure.marks().stream()
        .flatMap(
            mark ->
                switch (mark) {
                  case Mark.Series s ->
                      Stream.of(
                          new PlotLine(
                              s.name(),
                              there(s.dots()),
                              s.look().shape() == Look.Shape.STAR,
                              s.lying()));
                  case Mark.Bars bars ->
                      Stream.of(new PlotLine(bars.name(), there(bars.dots()), false, false));
                  default -> Stream.<PlotLine>empty();
                })
        .filter(line -> !line.dots.isEmpty())
        .toList();
  }

  private static List<Dot> there(List<Dot> dots) {
    return dots.stream().filter(Dot::isThere).toList();
  }

  /** The sign of the {@code index}-th line. */
  static char sign(int index, TextStyle style) {
    char[] signs = style.unicode() ? UNICODE : ASCII;
    return signs[index % signs.length];
  }

  /** How many lines have a sign of their own. */
  static int signs() {
    return UNICODE.length;
  }
}
