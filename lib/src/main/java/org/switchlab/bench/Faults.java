package org.switchlab.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.faults.Campaign;
import org.switchlab.faults.Report;
import org.switchlab.faults.Selection;
import org.switchlab.table.Rows;

/**
 * Whether faults are told: calls that fail, kills, full disks, missing rights, damaged files. Each
 * ends with a right answer, a marked one or a sentence, and leaves nothing.
 */
final class Faults extends Benchmark {

  /** Of all targets together. */
  private static final int FEWEST = 1_000;

  private final Selection selection;

  private Faults(Selection selection) {
    super(
        "faults",
        "1000 or more distinct faults: none makes a number wrong without a mark, fails without a"
            + " sentence, hangs, leaves anything behind or spoils what comes next");
    this.selection = selection;
  }

  static Faults usual() {
    return new Faults(Selection.all(Selection.USUAL_SEED));
  }

  @Override
  public boolean onlyWhenNamed() {
    return true;
  }

  @Override
  Benchmark chosen(Selection other) {
    return new Faults(other);
  }

  @Override
  public Reading measure(Consumer<String> progress) throws IOException, InterruptedException {
    return reading(Campaign.run(selection, progress));
  }

  Reading reading(Report report) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("faults", report.faults());
    report.outcomes().forEach(figures::put);
    figures.put("bad", report.bad());
    figures.put("durationS", (double) Duration.ofNanos(report.durationNs()).toMillis() / 1_000);
    Map<String, Rows> tables = new LinkedHashMap<>();
    tables.put("outcomes", report.counts());
    if (report.bad() > 0) {
      tables.put("broken", report.worst());
    }
    return Reading.of(this, figures, ratio(report), note(report)).with(tables);
  }

  /** What is chosen by name promises no number of faults. */
  private double ratio(Report report) {
    if (report.bad() > 0) {
      return 1 + report.bad();
    }
    return selection.only().isEmpty() ? (double) FEWEST / Math.max(1, report.faults()) : 1;
  }

  private String note(Report report) {
    String again =
        "seed %d; one of them again: switchlab bench faults --seed %d --only NAME"
            .formatted(selection.seed(), selection.seed());
    List<String> skipped = report.skipped();
    return skipped.isEmpty() ? again : again + "; left out, " + String.join("; ", skipped);
  }
}
