package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;

/** Counts over array size for a terminal: table, drawing, verdicts, warnings. */
public final class CounterText {

  private CounterText() {}

  /** The whole result, lines ended with {@code \n}, no line wider than the style's columns. */
  public static String render(CounterFigure figure, List<Verdict> verdicts, TextStyle style) {
    LineFigure drawn = figure.drawn();
    String caption =
        "By array (rows) and line (columns): %s; ± is the longer side of the interval, absent where nothing varied."
            .formatted(figure.axis());
    List<String> picture = new ArrayList<>(TextGrid.lines(caption, drawn, style));
    ResultText.section(picture, TextPlot.lines(drawn, style));
    return ResultText.render(
        figure.heading().title(),
        List.of(figure.heading().provenance()),
        picture,
        verdicts,
        figure.heading().warnings(),
        style);
  }
}
