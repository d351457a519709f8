package org.switchlab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;

/**
 * The distribution drawn in characters: a row a bin, quiet and disturbed couples side by side on
 * one scale, so that two humps are seen as two.
 */
final class TextHistogram {

  private static final int MOST_ROWS = 24;
  private static final int LABEL_WIDTH = 8;
  private static final int MARK_WIDTH = 3;
  private static final String RUG_TITLE = "processes";
  private static final String SHORT_RUG_TITLE = "proc.";
  private static final int MOST_BAR = 40;

  /** Below this many columns words are shortened. */
  private static final int NARROW = 60;

  /** Room for the line before a bar and the number after it. */
  private static final int NUMBER_WIDTH = 7;

  private final CostDistribution distribution;
  private final TextStyle style;
  private final CostBins bins;
  private final List<State> states;
  private final int[] processes;
  private final int highest;
  private final int stateWidth;
  private final String rugTitle;
  private final int rugWidth;

  /** The couples of one state: how many in each bin, how many in all. */
  private record State(String name, List<Integer> counts, int couples) {}

  private TextHistogram(CostDistribution distribution, TextStyle style) {
    this.distribution = distribution;
    this.style = style;
    this.bins = CostBins.of(distribution, MOST_ROWS);
    this.states =
        Stream.of(
                state("quiet", distribution.quietNs()),
                state("disturbed", distribution.disturbedNs()))
            .filter(state -> state.couples > 0)
            .toList();
    this.processes = bins.counts(distribution.processMediansNs());
    this.highest = states.stream().mapToInt(s -> Collections.max(s.counts)).max().orElseThrow();
    this.rugTitle = style.columns() < NARROW ? SHORT_RUG_TITLE : RUG_TITLE;
    this.rugWidth = rugTitle.length() + 1;
    int room = style.columns() - LABEL_WIDTH - MARK_WIDTH - rugWidth;
    this.stateWidth = Math.min(MOST_BAR + NUMBER_WIDTH, room / states.size());
  }

  private State state(String name, List<Double> costsNs) {
    return new State(name, Arrays.stream(bins.counts(costsNs)).boxed().toList(), costsNs.size());
  }

  /** The lines of the drawing, or the one that says that there is nothing to draw. */
  static List<String> lines(CostDistribution distribution, TextStyle style) {
    return distribution.isEmpty()
        ? List.of("Distribution: " + SwitchCostFigure.NOTHING + ".")
        : new TextHistogram(distribution, style).print().stream().map(style::spell).toList();
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(TextBlocks.right("µs", LABEL_WIDTH));
    head.append(" ".repeat(MARK_WIDTH)).append(TextBlocks.left(rugTitle, rugWidth));
    for (State state : states) {
      head.append(TextBlocks.left(title(state), stateWidth));
    }
    lines.add(head.toString().stripTrailing());
    for (int bin = 0; bin < bins.count(); bin++) {
      lines.add(row(bin).stripTrailing());
    }
    lines.addAll(TextBlocks.wrap(legend(), " ".repeat(LABEL_WIDTH), style.columns()));
    return lines;
  }

  /** As much of the words as there is room for. */
  private String title(State state) {
    String number = "%s: %s".formatted(state.name, state.couples);
    String words = "%s: %s".formatted(state.name, Plural.of(state.couples, "couple"));
    return Stream.of(words, number)
        .filter(title -> title.length() < stateWidth)
        .findFirst()
        .orElse(state.name);
  }

  private String row(int bin) {
    StringBuilder row = new StringBuilder();
    row.append(TextBlocks.right(bins.label(bins.edgeUs(bin)), LABEL_WIDTH));
    row.append(' ').append(mark(bin)).append(' ');
    row.append(TextBlocks.left(rug(processes[bin]), rugWidth));
    for (State state : states) {
      String bar = (style.unicode() ? "│" : "|") + bar(state.counts.get(bin));
      row.append(TextBlocks.left(bar, stateWidth));
    }
    return row.toString();
  }

  private char mark(int bin) {
    Estimate cost = distribution.figure().direct().map(PointEstimate::switchCostNs).orElse(null);
    if (cost != null && bins.bin(cost.value()) == bin) {
      return style.unicode() ? '▶' : '>';
    }
    boolean published =
        distribution.figure().publishedDirect().stream()
            .anyMatch(point -> bins.bin(point.value() * 1e3) == bin);
    return published ? '*' : ' ';
  }

  /** A sign a process; where they are too many, their number. */
  private String rug(int count) {
    return count < rugWidth ? "x".repeat(count) : count + " x";
  }

  private String bar(int count) {
    if (count == 0) {
      return "";
    }
    int length = Math.round((float) count * (stateWidth - NUMBER_WIDTH) / highest);
    return (style.unicode() ? "█" : "#").repeat(Math.max(1, length)) + " " + count;
  }

  private String legend() {
    List<String> parts = new ArrayList<>();
    parts.add("each row is %s µs wide".formatted(bins.label(bins.widthUs())));
    parts.add((style.unicode() ? "▶" : ">") + " estimate");
    parts.add("x median of a process");
    distribution.figure().publishedDirect().map(this::published).ifPresent(parts::add);
    String outside = distribution.outside(bins);
    if (!outside.isEmpty()) {
      parts.add(outside);
    }
    return String.join("; ", parts);
  }

  private String published(PublishedPoint point) {
    int bin = bins.bin(point.value() * 1e3);
    String where =
        bin < 0 ? " (before the first row)" : bin < bins.count() ? "" : " (after the last row)";
    return "* published: " + point.printed() + where;
  }
}
