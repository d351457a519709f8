package org.switchlab.draw;

import java.util.List;

/**
 * One column of a table for a terminal, before its width is known.
 *
 * @param heading above it
 * @param cells one a row
 * @param numeric whether it stands to the right
 */
record TextColumn(String heading, List<String> cells, boolean numeric) {

  /** Words longer than this may be broken into lines where there is little room. */
  private static final int PROSE = 24;

  /** The width at which no cell is broken, and the heading into two lines at most. */
  int width() {
    return Math.max(TextBlocks.longest(cells), headingWidth());
  }

  /** The width at which an ordinary heading stands in one line. */
  int wideWidth() {
    return Math.max(width(), Math.min(heading.length(), PROSE));
  }

  /** The least width at which it is still read well. */
  int leastWidth() {
    return isProse() ? Math.max(PROSE, headingWidth()) : width();
  }

  /** Whether it holds sentences. */
  boolean isProse() {
    return !numeric && width() > PROSE;
  }

  /** The least width that holds the heading in two lines. */
  private int headingWidth() {
    int least = heading.length();
    for (int at = heading.indexOf(' '); at >= 0; at = heading.indexOf(' ', at + 1)) {
      least = Math.min(least, Math.max(at, heading.length() - at - 1));
    }
    return least;
  }

  /** A cell's lines in a column of a width, each as wide as that. */
  List<String> lines(String text, int width) {
    return TextBlocks.wrap(text, "", width).stream()
        .map(line -> numeric ? TextBlocks.right(line, width) : TextBlocks.left(line, width))
        .toList();
  }
}
