package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Columns side by side in blocks that are no wider than the page; each block begins with the
 * columns that say what a row is.
 */
final class TextLayout {

  private static final int GAP = 2;

  /** Those columns may take one part of this many of the page each. */
  private static final int LEAD_PARTS = 3;

  /** One block: columns and their widths. */
  record Block(List<TextColumn> columns, List<Integer> widths) {}

  private TextLayout() {}

  /** All columns in one block, or null if that needs more than {@code room}. */
  static @Nullable Block oneBlock(List<TextColumn> columns, int room) {
    int free = room - GAP * (columns.size() - 1);
    if (columns.stream().mapToInt(TextColumn::width).sum() <= free) {
      return new Block(columns, columns.stream().map(TextColumn::width).toList());
    }
    int spare = free - columns.stream().mapToInt(TextColumn::leastWidth).sum();
    if (spare < 0) {
      return null;
    }
    int prose = (int) columns.stream().filter(TextColumn::isProse).count();
    List<Integer> widths =
        columns.stream()
            .map(c -> c.isProse() ? Math.min(c.width(), c.leastWidth() + spare / prose) : c.width())
            .toList();
    return new Block(columns, widths);
  }

  /** As many blocks as it takes. */
  static List<Block> blocks(List<TextColumn> columns, int room) {
    int leading = leading(columns, room);
    List<TextColumn> lead = columns.subList(0, leading);
    List<Integer> leadWidths =
        lead.stream().map(c -> Math.min(c.leastWidth(), room / LEAD_PARTS)).toList();
    int free = room - leadWidths.stream().mapToInt(width -> width + GAP).sum();
    List<Block> blocks = new ArrayList<>();
    int next = leading;
    while (next < columns.size()) {
      int from = next;
      List<Integer> widths = new ArrayList<>(leadWidths);
      int left = free;
      while (next < columns.size() && (next == from || columns.get(next).leastWidth() <= left)) {
        int width = Math.min(columns.get(next).leastWidth(), left);
        widths.add(width);
        left -= width + GAP;
        next++;
      }
      List<TextColumn> shown =
          Stream.concat(lead.stream(), columns.subList(from, next).stream()).toList();
      Block wider = oneBlock(shown, room);
      blocks.add(wider == null ? new Block(shown, widths) : wider);
    }
    return blocks;
  }

  /** How many columns say what a row is: the words it begins with, at least its first. */
  private static int leading(List<TextColumn> columns, int room) {
    int count = 1;
    int width = Math.min(columns.getFirst().leastWidth(), room / LEAD_PARTS);
    while (count < columns.size() - 1 && !columns.get(count).numeric()) {
      width += GAP + columns.get(count).leastWidth();
      if (width > room / 2) {
        break;
      }
      count++;
    }
    return count;
  }

  /** The lines of a block: headings at its foot, a rule, then the rows. */
  static List<String> lines(Block block, boolean unicode) {
    List<String> lines = new ArrayList<>();
    List<List<String>> headings = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < block.columns.size(); i++) {
      TextColumn column = block.columns.get(i);
      headings.add(column.lines(column.heading(), block.widths.get(i)));
      height = Math.max(height, headings.getLast().size());
      rules.add((unicode ? "─" : "-").repeat(block.widths.get(i)));
    }
    for (int line = -height; line < 0; line++) {
      lines.add(side(block, headings, line));
    }
    lines.add(String.join(" ".repeat(GAP), rules));
    for (int row = 0; row < block.columns.getFirst().cells().size(); row++) {
      lines.addAll(row(block, row));
    }
    return lines;
  }

  private static List<String> row(Block block, int row) {
    List<List<String>> cells = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < block.columns.size(); i++) {
      TextColumn column = block.columns.get(i);
      cells.add(column.lines(column.cells().get(row), block.widths.get(i)));
      height = Math.max(height, cells.getLast().size());
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      lines.add(side(block, cells, line));
    }
    return lines;
  }

  /**
   * One line of each cell beside each other.
   *
   * @param line from the first line of each down from 0, or from the last one up from -1
   */
  private static String side(Block block, List<List<String>> cells, int line) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int at = line < 0 ? cells.get(i).size() + line : line;
      boolean there = at >= 0 && at < cells.get(i).size();
      parts.add(there ? cells.get(i).get(at) : " ".repeat(block.widths.get(i)));
    }
    return String.join(" ".repeat(GAP), parts).stripTrailing();
  }
}
