package org.switchlab.run;

import java.util.Map;
import java.util.TreeMap;
import org.switchlab.sample.SystemCalls;

/** A {@code syscalls} line: what some rounds of one variant executed. */
final class SystemCallsLine {

  static final String KEYWORD = "syscalls";

  private static final String INSTRUCTIONS = "userInstructions";
  private static final String CALLS = "calls";

  private SystemCallsLine() {}

  static SystemCalls parse(ProtocolLine line) throws MalformedLineException {
    Long instructions = line.has(INSTRUCTIONS) ? (Long) line.number(INSTRUCTIONS, 0) : null;
    return new SystemCalls(
        BatchLine.variant(line),
        line.number("rounds", 1),
        line.number("count", 0),
        line.has(CALLS) ? byName(line) : Map.of(),
        instructions);
  }

  /** Counts by name, as in {@code read:10,write:10}. */
  private static Map<String, Long> byName(ProtocolLine line) throws MalformedLineException {
    Map<String, Long> counts = new TreeMap<>();
    for (String entry : line.text(CALLS).split(",", -1)) {
      int colon = entry.indexOf(':');
      try {
        counts.put(
            entry.substring(0, Math.max(0, colon)), Long.valueOf(entry.substring(colon + 1)));
      } catch (NumberFormatException e) {
        throw new MalformedLineException(CALLS + " is no list of NAME:COUNT", line.text());
      }
    }
    return counts;
  }
}
