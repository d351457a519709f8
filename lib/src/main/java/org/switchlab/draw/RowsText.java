package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/**
 * Any table for a terminal: people's headings, numbers to the right, never wider than the page.
 * Columns that do not fit beside each other stand in blocks, one below the other; each begins with
 * the columns that say what a row is.
 */
public final class RowsText {

  /** Rows shown unless another number is asked for. */
  public static final int MOST_ROWS = 60;

  private static final int GAP = 2;

  /** The columns that begin a block may take one part of this many of the page each. */
  private static final int LEAD_PARTS = 3;

  private final Rows rows;
  private final List<Row> shown;
  private final TextStyle style;

  private RowsText(Rows rows, int most, TextStyle style) {
    this.rows = rows;
    this.shown = rows.rows().subList(0, Math.min(most, rows.size()));
    this.style = style;
  }

  /** The first {@link #MOST_ROWS} rows of a table, its title above. */
  public static List<String> lines(Rows rows, TextStyle style) {
    return lines(rows, style, MOST_ROWS);
  }

  /** The first {@code most} rows of a table, its title above. */
  public static List<String> lines(Rows rows, TextStyle style, int most) {
    return new RowsText(rows, most, style).print();
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>(style.paragraph(List.of(rows.title()), 0));
    String left = "… and %d more".formatted(rows.size() - shown.size());
    if (shown.isEmpty() || rows.columns().isEmpty()) {
      lines.addAll(style.wrap(rows.isEmpty() ? "no rows" : left, ""));
      return lines;
    }
    Block widest = oneBlock(columns(true));
    List<Block> blocks = widest != null ? List.of(widest) : blocks(columns(false));
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0) {
        lines.add("");
      }
      lines.addAll(blocks.get(i).lines(style));
    }
    if (shown.size() < rows.size()) {
      lines.addAll(style.wrap(left, ""));
    }
    List<String> notes = CellText.notes(rows.columns(), shown, widest != null);
    lines.addAll(style.paragraph(List.of(String.join(" ", notes)), 0));
    return lines;
  }

  /**
   * The columns, before their widths are known.
   *
   * @param ends whether intervals are shown by both ends
   */
  private List<TextColumn> columns(boolean ends) {
    return rows.columns().stream().map(column -> column(column, ends)).toList();
  }

  private TextColumn column(Column column, boolean ends) {
    CellText text = new CellText(column, shown);
    List<String> cells = shown.stream().map(row -> style.spell(text.cell(row, ends))).toList();
    return TextColumn.of(style.spell(text.heading()), cells, column.isNumeric());
  }

  /** All columns in one block, or null if the page is too narrow for that. */
  private @Nullable Block oneBlock(List<TextColumn> columns) {
    int free = style.columns() - GAP * (columns.size() - 1);
    Block wide = Block.of(columns, TextColumn::wide);
    if (wide.sum() <= free) {
      return wide;
    }
    Block block = Block.of(columns, TextColumn::full);
    if (block.sum() <= free) {
      return block;
    }
    int spare = free - Block.of(columns, TextColumn::least).sum();
    int prose = (int) columns.stream().filter(TextColumn::isProse).count();
    return spare < 0 ? null : Block.of(columns, c -> Math.min(c.full(), c.least() + spare / prose));
  }

  /** As many blocks as it takes. */
  private List<Block> blocks(List<TextColumn> columns) {
    List<TextColumn> lead = columns.subList(0, leading(columns));
    List<Block> blocks = new ArrayList<>();
    int next = lead.size();
    do {
      Block block = block(lead, columns.subList(next, columns.size()));
      next += block.columns.size() - lead.size();
      Block wider = oneBlock(block.columns);
      blocks.add(wider == null ? block : wider);
    } while (next < columns.size());
    return blocks;
  }

  /** The leading columns and as many of the others as fit, at least one. */
  private Block block(List<TextColumn> lead, List<TextColumn> others) {
    Block block = new Block(new ArrayList<>(lead), new ArrayList<>());
    lead.forEach(column -> block.widths.add(leadWidth(column)));
    int left = style.columns() - block.sum() - GAP * lead.size();
    for (TextColumn column : others) {
      if (block.columns.size() > lead.size() && column.least() > left) {
        break;
      }
      block.columns.add(column);
      block.widths.add(Math.min(column.least(), left));
      left -= block.widths.getLast() + GAP;
    }
    return block;
  }

  private int leadWidth(TextColumn column) {
    return Math.min(column.least(), style.columns() / LEAD_PARTS);
  }

  /** How many columns say what a row is: the words it begins with, at least its first. */
  private int leading(List<TextColumn> columns) {
    int count = 1;
    int width = leadWidth(columns.getFirst());
    while (count < columns.size() - 1 && !columns.get(count).numeric()) {
      width += GAP + leadWidth(columns.get(count));
      if (width > style.columns() / 2) {
        break;
      }
      count++;
    }
    return count;
  }

  /**
   * One column, before its width is known.
   *
   * @param least the width at which it is still read well
   * @param full the width at which no cell is broken, and the heading into two lines at most
   */
  private record TextColumn(
      String heading, List<String> cells, boolean numeric, int least, int full) {

    /** Words longer than this may be broken into lines where there is little room. */
    private static final int PROSE = 24;

    static TextColumn of(String heading, List<String> cells, boolean numeric) {
      int inTwoLines = heading.length();
      for (int at = heading.indexOf(' '); at >= 0; at = heading.indexOf(' ', at + 1)) {
        inTwoLines = Math.min(inTwoLines, Math.max(at, heading.length() - at - 1));
      }
      int full = Math.max(TextBlocks.longest(cells), inTwoLines);
      int least = numeric || full <= PROSE ? full : Math.max(PROSE, inTwoLines);
      return new TextColumn(heading, cells, numeric, least, full);
    }

    /** The width at which an ordinary heading stands in one line. */
    int wide() {
      return Math.max(full, Math.min(heading.length(), PROSE));
    }

    /** Whether it holds sentences. */
    boolean isProse() {
      return !numeric && full > PROSE;
    }

    /** A cell's lines in a column of a width, each as wide as that. */
    List<String> lines(String text, int width) {
      return TextBlocks.wrap(text, "", width).stream()
          .map(line -> numeric ? TextBlocks.right(line, width) : TextBlocks.left(line, width))
          .toList();
    }
  }

  /** Columns beside each other, and their widths. */
  private record Block(List<TextColumn> columns, List<Integer> widths) {

    static Block of(List<TextColumn> columns, ToIntFunction<TextColumn> width) {
      return new Block(columns, columns.stream().map(width::applyAsInt).toList());
    }

    int sum() {
      return widths.stream().mapToInt(width -> width).sum();
    }

    /** Headings, a rule, then the rows. */
    List<String> lines(TextStyle style) {
      List<String> headings = columns.stream().map(TextColumn::heading).toList();
      List<String> lines = new ArrayList<>(side(headings, true));
      lines.add(
          widths.stream()
              .map(width -> style.line('─', width))
              .collect(Collectors.joining(" ".repeat(GAP))));
      for (int i = 0; i < columns.getFirst().cells().size(); i++) {
        int row = i;
        lines.addAll(side(columns.stream().map(c -> c.cells().get(row)).toList(), false));
      }
      return lines;
    }

    /**
     * Texts beside each other, one a column.
     *
     * @param atFoot whether those of fewer lines stand at the foot, as headings do
     */
    private List<String> side(List<String> texts, boolean atFoot) {
      List<List<String>> cells = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        cells.add(columns.get(i).lines(texts.get(i), widths.get(i)));
      }
      int height = cells.stream().mapToInt(List::size).max().orElse(0);
      List<String> lines = new ArrayList<>();
      for (int line = 0; line < height; line++) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
          int at = atFoot ? line - height + cells.get(i).size() : line;
          boolean there = at >= 0 && at < cells.get(i).size();
          parts.add(there ? cells.get(i).get(at) : " ".repeat(widths.get(i)));
        }
        lines.add(String.join(" ".repeat(GAP), parts).stripTrailing());
      }
      return lines;
    }
  }
}
