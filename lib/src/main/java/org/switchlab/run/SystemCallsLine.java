package org.switchlab.run;

import org.switchlab.sample.SystemCalls;

/** A {@code syscalls} line: what some rounds of one variant executed. */
final class SystemCallsLine {

  static final String KEYWORD = "syscalls";

  private static final String INSTRUCTIONS = "userInstructions";

  private SystemCallsLine() {}

  static SystemCalls parse(ProtocolLine line) throws MalformedLineException {
    Long instructions = line.has(INSTRUCTIONS) ? (Long) line.number(INSTRUCTIONS, 0) : null;
    return new SystemCalls(
        BatchLine.variant(line), line.number("rounds", 1), line.number("count", 0), instructions);
  }
}
