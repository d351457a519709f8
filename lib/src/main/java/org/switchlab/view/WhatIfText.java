package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** How misses and cost change, for a terminal: a row an alternative. */
public final class WhatIfText {

  private static final int NAME_WIDTH = 19;
  private static final int WIDTH = 25;

  private WhatIfText() {}

  /** The whole result, lines ended with {@code \n}. */
  public static String render(WhatIfFigure figure, List<Verdict> verdicts, TextStyle style) {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        TextBlocks.wrap(
            "Change of the misses that a switch causes, and of their estimated cost, against the"
                + " machine as it is; means over the array sizes; ± is the longer side of the"
                + " interval.",
            "",
            style.columns()));
    int fit = Math.max(1, (style.columns() - NAME_WIDTH) / WIDTH);
    List<WhatIfFigure.Change> changes = figure.changes();
    for (int from = 0; from < changes.size(); from += fit) {
      int to = Math.min(from + fit, changes.size());
      rows.addAll(block(figure.alternatives(), changes.subList(from, to)));
    }
    return ResultText.render(
        figure.heading().title(),
        List.of(figure.heading().provenance()),
        rows.stream().map(style::spell).toList(),
        verdicts,
        figure.heading().warnings(),
        style);
  }

  private static List<String> block(List<String> alternatives, List<WhatIfFigure.Change> changes) {
    List<String> rows = new ArrayList<>();
    StringBuilder head = new StringBuilder(TextBlocks.left("", NAME_WIDTH));
    changes.forEach(change -> head.append(TextBlocks.right(change.name(), WIDTH)));
    rows.add(head.toString());
    for (int i = 0; i < alternatives.size(); i++) {
      StringBuilder row = new StringBuilder(TextBlocks.left(alternatives.get(i), NAME_WIDTH));
      for (WhatIfFigure.Change change : changes) {
        String cell = change.byAlternative().get(i).map(WhatIfText::show).orElse("–");
        row.append(TextBlocks.right(cell, WIDTH));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private static String show(Estimate change) {
    double side = Math.max(change.high() - change.value(), change.value() - change.low());
    String number = (change.value() > 0 ? "+" : "") + Units.digits(change.value());
    return side == 0 ? number : number + " ±" + Units.roughly(side);
  }
}
