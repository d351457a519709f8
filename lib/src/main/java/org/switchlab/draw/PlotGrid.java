package org.switchlab.draw;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.figure.Scale;

/** How the values of a plot become rows and columns of characters. */
final class PlotGrid {

  private PlotGrid() {}

  /**
   * An upright axis: the highest row first.
   *
   * @param perRow places from one row to the next, from {@code top} down
   * @param labels what each row says; empty between ticks
   */
  record Upright(Scale scale, double top, double perRow, List<String> labels) {

    /** Rows wanted where ticks leave a choice. */
    private static final int WANTED_ROWS = 18;

    private static final int FEW_ROWS = 12;

    private static final int MOST_ROWS_A_TICK = 6;
    private static final int MOST_TICKS = 24;

    /** Ticks of a plot of few rows: more would each take a row. */
    private static final int FEW_TICKS = 10;

    /** Longer labels are shortened where thousands can be written as k. */
    private static final int LABEL_WIDTH = 5;

    private static final int LONGEST_LABEL = 16;

    /** Room for a space and the axis itself. */
    private static final int EDGE = 2;

    /** Rows for all places of a scale that are in use, its ticks on rows. */
    static Upright of(Scale scale, TextStyle style) {
      List<Double> ticks = ticks(scale, style.compact() ? FEW_TICKS : MOST_TICKS);
      int last = ticks.size() - 1;
      double spacing = last > 0 ? (ticks.getLast() - ticks.getFirst()) / last : scale.step();
      int rowsPerTick =
          Math.clamp(
              (style.compact() ? FEW_ROWS : WANTED_ROWS) / ticks.size(), 1, MOST_ROWS_A_TICK);
      double perRow = spacing > 0 ? spacing / rowsPerTick : 1;
      int above = rowsTo(scale.axisMax() - ticks.getLast(), perRow);
      int below = rowsTo(ticks.getFirst() - scale.axisMin(), perRow);
      String[] labels = new String[above + last * rowsPerTick + 1 + below];
      Arrays.fill(labels, "");
      for (int i = 0; i <= last; i++) {
        String label = shortened(scale.label(ticks.get(i)));
        labels[above + (last - i) * rowsPerTick] = style.spell(label);
      }
      return new Upright(scale, ticks.getLast() + above * perRow, perRow, List.of(labels));
    }

    private static List<Double> ticks(Scale scale, int most) {
      List<Double> all = scale.ticks();
      if (all.isEmpty()) {
        return List.of(scale.axisMin(), scale.axisMax());
      }
      int every = Math.ceilDiv(all.size(), most);
      return IntStream.iterate(0, i -> i < all.size(), i -> i + every).mapToObj(all::get).toList();
    }

    private static int rowsTo(double distance, double perRow) {
      return Math.clamp((long) Math.ceil(distance / perRow - 1e-6), 0, MOST_TICKS);
    }

    private static String shortened(String label) {
      String thousands = shortened(label, LABEL_WIDTH, "000", "k");
      String millions = shortened(thousands, LABEL_WIDTH + 1, "000k", "M");
      String milliards = shortened(millions, LABEL_WIDTH + 1, "000M", "G");
      return TextBlocks.whole(milliards, LONGEST_LABEL);
    }

    private static String shortened(String label, int width, String end, String instead) {
      return label.length() > width && label.endsWith(end)
          ? label.substring(0, label.length() - end.length()) + instead
          : label;
    }

    /** The row of a value; the outermost one for what lies outside. */
    int row(double value) {
      long row = Math.round((top - scale.toAxis(value)) / perRow);
      return Math.clamp(row, 0, labels.size() - 1);
    }

    /** Room left of the drawing. */
    int margin() {
      return Math.max(LABEL_WIDTH, TextBlocks.longest(labels)) + EDGE;
    }

    /** What stands left of a row. */
    String edge(int row, TextStyle style) {
      String label = labels.get(row);
      char edge = style.sign(label.isEmpty() ? '│' : '┤');
      return TextBlocks.right(label, margin() - EDGE) + " " + edge;
    }
  }

  /**
   * The level axis: a group of columns a value, one for each line, so that no point hides another,
   * and the first for stars and rules; or each value at its place, where there are too many.
   *
   * @param values each once, rising
   * @param group columns a value; 0 if each stands at its place
   * @param width how many columns in all
   */
  record Level(Scale scale, List<Double> values, int group, int width) {

    /** The line whose points are published. */
    static final int STAR = -1;

    private static final int WIDEST_GROUP = 9;

    /** As wide groups as fit, if at least so many lines have a column in each. */
    static Level of(Scale scale, List<Double> values, int lines, int room) {
      int group = Math.min(WIDEST_GROUP, room / Math.max(1, values.size()));
      return group > lines
          ? new Level(scale, values, group, group * values.size())
          : new Level(scale, values, 0, room);
    }

    boolean isGrouped() {
      return group > 0;
    }

    /** Where a line, counted from 0, has its point over {@code x}. */
    int column(double x, int line) {
      return isGrouped() ? values.indexOf(x) * group + 1 + line : AxisText.column(scale, x, width);
    }

    /**
     * Where an upright rule at {@code x} stands; empty if it is out of view. In groups that is
     * after the largest value up to it, such as the largest array that fits a cache.
     */
    OptionalInt rule(double x) {
      double place = scale.toAxis(x);
      if (isGrouped()) {
        int upTo = (int) values.stream().filter(value -> scale.toAxis(value) <= place).count();
        boolean inView = upTo > 0 && upTo < values.size();
        return inView ? OptionalInt.of(upTo * group) : OptionalInt.empty();
      }
      boolean inView = place >= scale.axisMin() && place <= scale.axisMax();
      return inView ? OptionalInt.of(column(x, STAR)) : OptionalInt.empty();
    }

    /** The column where a range begins that begins at {@code x}. */
    int from(double x) {
      double place = scale.toAxis(x);
      return isGrouped()
          ? group * (int) values.stream().filter(value -> scale.toAxis(value) < place).count()
          : column(x, STAR);
    }

    /** The column behind the last one of a range that ends at {@code x}. */
    int to(double x) {
      double place = scale.toAxis(x);
      return isGrouped()
          ? group * (int) values.stream().filter(value -> scale.toAxis(value) <= place).count()
          : column(x, STAR) + 1;
    }

    /** The lines below the plot, {@code margin} characters to the left included. */
    List<String> axis(int margin, TextStyle style) {
      String left = " ".repeat(margin);
      if (isGrouped()) {
        return List.of(names(left, style));
      }
      List<String> along = AxisText.along(scale, width, style);
      String corner = left.substring(1) + style.sign('└');
      return List.of(corner + along.getFirst(), left + along.getLast());
    }

    /** The values below their groups; where groups are narrower than a name, only some of them. */
    private String names(String left, TextStyle style) {
      List<String> names = values.stream().map(v -> style.spell(AxisText.label(scale, v))).toList();
      int every = Math.ceilDiv(TextBlocks.longest(names) + 2, group);
      StringBuilder axis = new StringBuilder(left);
      for (int i = 0; i < names.size(); i += every) {
        String next = " " + names.get(i);
        if (axis.length() + next.length() <= style.columns()) {
          axis.append(TextBlocks.left(next, group * every));
        }
      }
      return axis.toString().stripTrailing();
    }
  }
}
