package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.switchlab.figure.Figure;
import org.switchlab.warning.Warning;

/** What stands above a picture: title, where it is from, what a reader must know, doubts. */
final class VegaTitle {

  private static final int WARNINGS_SHOWN = 3;

  /** Letters of one line, which no front end breaks. */
  private static final int LINE_LETTERS = 120;

  private VegaTitle() {}

  static ObjectNode of(Figure figure) {
    List<String> lines = new ArrayList<>();
    wrap(figure.heading().provenance(), lines);
    figure.notes().forEach(note -> wrap(note, lines));
    SymlogGuides.notes(figure).forEach(note -> wrap(note, lines));
    List<Warning> warnings = figure.heading().warnings();
    warnings.stream().limit(WARNINGS_SHOWN).forEach(doubt -> wrap("! " + doubt.message(), lines));
    if (warnings.size() > WARNINGS_SHOWN) {
      lines.add("+ %d more".formatted(warnings.size() - WARNINGS_SHOWN));
    }
    return Nodes.object("text", figure.heading().title(), "subtitle", lines);
  }

  private static void wrap(String text, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= LINE_LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
  }
}
