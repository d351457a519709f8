package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    if (columns.stream().mapToInt(TextColumn::wideWidth).sum() <= free) {
      return new Block(columns, columns.stream().map(TextColumn::wideWidth).toList());
    }
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
    List<TextColumn> lead = columns.subList(0, leading(columns, room));
    List<Block> blocks = new ArrayList<>();
    int next = lead.size();
    do {
      Block block = block(lead, columns.subList(next, columns.size()), room);
      next += block.columns.size() - lead.size();
      Block wider = oneBlock(block.columns, room);
      blocks.add(wider == null ? block : wider);
    } while (next < columns.size());
    return blocks;
  }

  /** The leading columns and as many of the others as fit, at least one. */
  private static Block block(List<TextColumn> lead, List<TextColumn> others, int room) {
    List<TextColumn> shown = new ArrayList<>(lead);
    List<Integer> widths = new ArrayList<>();
    lead.forEach(column -> widths.add(leadWidth(column, room)));
    int left = room - widths.stream().mapToInt(width -> width + GAP).sum();
    for (TextColumn column : others) {
      if (shown.size() > lead.size() && column.leastWidth() > left) {
        break;
      }
      shown.add(column);
      widths.add(Math.min(column.leastWidth(), left));
      left -= widths.getLast() + GAP;
    }
    return new Block(shown, widths);
  }

  private static int leadWidth(TextColumn column, int room) {
    return Math.min(column.leastWidth(), room / LEAD_PARTS);
  }

  /** How many columns say what a row is: the words it begins with, at least its first. */
  private static int leading(List<TextColumn> columns, int room) {
    int count = 1;
    int width = leadWidth(columns.getFirst(), room);
    while (count < columns.size() - 1 && !columns.get(count).numeric()) {
      width += GAP + leadWidth(columns.get(count), room);
      if (width > room / 2) {
        break;
      }
      count++;
    }
    return count;
  }

  /** The lines of a block: headings, a rule, then the rows. */
  static List<String> lines(Block block, boolean unicode) {
    List<String> headings = block.columns.stream().map(TextColumn::heading).toList();
    List<String> lines = new ArrayList<>(side(block, headings, true));
    lines.add(
        block.widths.stream()
            .map(width -> (unicode ? "─" : "-").repeat(width))
            .collect(Collectors.joining(" ".repeat(GAP))));
    for (int i = 0; i < block.columns.getFirst().cells().size(); i++) {
      int row = i;
      lines.addAll(
          side(block, block.columns.stream().map(c -> c.cells().get(row)).toList(), false));
    }
    return lines;
  }

  /**
   * Texts beside each other, one a column.
   *
   * @param atFoot whether those of fewer lines stand at the foot, as headings do
   */
  private static List<String> side(Block block, List<String> texts, boolean atFoot) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      cells.add(block.columns.get(i).lines(texts.get(i), block.widths.get(i)));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        int at = atFoot ? line - height + cells.get(i).size() : line;
        boolean there = at >= 0 && at < cells.get(i).size();
        parts.add(there ? cells.get(i).get(at) : " ".repeat(block.widths.get(i)));
      }
      lines.add(String.join(" ".repeat(GAP), parts).stripTrailing());
    }
    return lines;
  }
}
