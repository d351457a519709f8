package org.switchlab.cli;

import java.util.Locale;
import org.switchlab.counter.ProgramCounts;

/** Counts of a program for people. */
final class CountText {

  private CountText() {}

  static String of(ProgramCounts counts) {
    var text = new StringBuilder();
    text.append(
        "%s, %s, exit code %d%n"
            .formatted(String.join(" ", counts.command()), counts.source(), counts.exitCode()));
    for (ProgramCounts.Row row : counts.rows()) {
      text.append(
          String.format(
              Locale.ROOT, "%-18s %-6s %,18d%n", row.event(), row.space().word(), row.value()));
    }
    return text.toString();
  }
}
