package org.switchlab.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the guest said while it worked. */
final class Answers {

  private static final Pattern PHASE =
      Pattern.compile("phase number=(\\d+) switches=(-?\\d+) switchesExpected=(\\d+)");
  private static final Pattern PROGRAM = Pattern.compile("program exit=(\\d+) signal=(\\d+)");
  private static final int SIGNAL_EXIT_BASE = 128;

  private final List<Long> switches = new ArrayList<>();
  private int exitCode;

  /**
   * Takes one line; answers whether it ends a phase.
   *
   * @throws EmulatorException if the line says that something failed, or says nothing known
   */
  boolean take(String line) {
    Matcher phase = PHASE.matcher(line);
    Matcher program = PROGRAM.matcher(line);
    if (phase.matches()) {
      switches.add(Long.parseLong(phase.group(2)));
    } else if (program.matches()) {
      int signal = Integer.parseInt(program.group(2));
      exitCode = signal == 0 ? Integer.parseInt(program.group(1)) : SIGNAL_EXIT_BASE + signal;
    } else if (line.startsWith("error ")) {
      throw new EmulatorException(
          "the emulated machine failed: " + line.substring("error ".length()), null);
    } else {
      throw new EmulatorException(
          "the emulated machine said '%s', which means nothing here; build the runner and the"
                  .formatted(line)
              + " library together",
          null);
    }
    return phase.matches();
  }

  /** Switches of each phase that is done, as its kernel counted them. */
  List<Long> switches() {
    return List.copyOf(switches);
  }

  /** How the program ended, as a shell writes it. */
  int exitCode() {
    return exitCode;
  }
}
