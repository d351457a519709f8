package org.switchlab.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.switchlab.draw.TextBlocks;
import org.switchlab.draw.TextStyle;
import org.switchlab.unit.Units;

/** Readings as a table for a terminal: a promise a block, what was reached below it. */
public final class BenchText {

  private static final int NAME_WIDTH = 20;
  private static final int KEPT_WIDTH = 20;
  private static final int RATIO_WIDTH = 7;
  private static final String INDENT = " ".repeat(4);

  private BenchText() {}

  /** The whole report, ended by a line that says how to read it. */
  public static String of(BenchReport report, TextStyle style) {
    List<String> lines = new ArrayList<>();
    lines.addAll(TextBlocks.wrap(report.machine(), "", style.columns()));
    if (report.loadOneMinute() != null) {
      lines.add("load over the minute before: " + Units.digits(report.loadOneMinute()));
    }
    lines.add("");
    lines.add(row("benchmark", "kept", "ratio"));
    for (Reading reading : report.readings()) {
      lines.addAll(block(reading, style));
    }
    lines.add("");
    lines.add("ratio: what was reached / what is promised; at most 1 keeps the promise");
    if (!report.complete()) {
      lines.add("interrupted: benchmarks without a row were not measured");
    }
    return lines.stream().map(style::spell).collect(Collectors.joining("\n"));
  }

  private static List<String> block(Reading reading, TextStyle style) {
    Double ratio = reading.ratioToPromise();
    List<String> lines = new ArrayList<>();
    lines.add(row(reading.name(), reading.kept().words(), ratio == null ? "–" : roundedUp(ratio)));
    lines.addAll(TextBlocks.wrap(reading.promise(), INDENT, style.columns()));
    if (!reading.note().isEmpty()) {
      lines.addAll(TextBlocks.wrap(reading.note(), INDENT, style.columns()));
    }
    reading.figures().forEach((name, value) -> lines.add(figure(name, value)));
    return lines;
  }

  /** Up, so that a promise broken by a hair does not read as kept. */
  private static String roundedUp(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.CEILING).toPlainString();
  }

  private static String row(String name, String kept, String ratio) {
    return TextBlocks.left(name, NAME_WIDTH)
        + TextBlocks.left(kept, KEPT_WIDTH)
        + TextBlocks.right(ratio, RATIO_WIDTH);
  }

  /** Counts as they are, quantities with three digits; the numbers stand below the ratio. */
  private static String figure(String name, Number value) {
    String number = value instanceof Double quantity ? Units.digits(quantity) : value.toString();
    int nameWidth = NAME_WIDTH + KEPT_WIDTH - INDENT.length();
    return INDENT + TextBlocks.left(name, nameWidth) + TextBlocks.right(number, RATIO_WIDTH);
  }
}
