package org.switchlab.draw;

import java.util.List;
import java.util.OptionalInt;
import org.switchlab.figure.Scale;

/**
 * A group of columns a value, one column for each line, so that no point hides another; the first
 * column of each group is free for stars and rules.
 *
 * @param scale of the values, for their names and order
 * @param values each once, rising
 * @param group columns a value
 */
record GroupedColumns(Scale scale, List<Double> values, int group) implements PlotColumns {

  private static final int WIDEST_GROUP = 9;

  /** As wide groups as fit. */
  static GroupedColumns of(Scale scale, List<Double> values, int room) {
    return new GroupedColumns(
        scale, values, Math.min(WIDEST_GROUP, room / Math.max(1, values.size())));
  }

  /** How many lines have a column of their own. */
  int lines() {
    return group - 1;
  }

  @Override
  public int width() {
    return group * values.size();
  }

  @Override
  public int column(double x, int line) {
    return star(x) + 1 + line;
  }

  @Override
  public int star(double x) {
    return values.indexOf(x) * group;
  }

  /** After the largest value up to it, such as the largest array that fits a cache. */
  @Override
  public OptionalInt rule(double x) {
    int upTo = (int) values.stream().filter(v -> scale.toAxis(v) <= scale.toAxis(x)).count();
    return upTo > 0 && upTo < values.size() ? OptionalInt.of(upTo * group) : OptionalInt.empty();
  }

  /** The values below their groups; where groups are narrower than a name, only some of them. */
  @Override
  public List<String> axis(int margin, TextStyle style) {
    List<String> labels = values.stream().map(v -> style.spell(AxisText.label(scale, v))).toList();
    int every = Math.ceilDiv(TextBlocks.longest(labels) + 2, group);
    StringBuilder axis = new StringBuilder(" ".repeat(margin));
    for (int i = 0; i < labels.size(); i += every) {
      String next = " " + labels.get(i);
      if (axis.length() + next.length() <= style.columns()) {
        axis.append(TextBlocks.left(next, group * every));
      }
    }
    return List.of(axis.toString().stripTrailing());
  }
}
