package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What inline counters and fast paths are for, in CPU time, which neighbours hardly change. */
@Tag("same-without-rights")
class PluginSpeedIT {

  private static final int ROUNDS = 5;

  /** Measured are 2.2 to 3.1 on a quiet machine; this much is left on a busy one. */
  private static final double SURELY = 1.5;

  private static final Pattern TIME = Pattern.compile("(\\d+)m([0-9.]+)s");

  @Test
  void itTakesFarLessTimeThanACallbackForEachInstructionAndAccess() throws Exception {
    Tool.require("qemu-x86_64", "qemu-user");
    double fast = Double.MAX_VALUE;
    double plain = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      fast = Math.min(fast, cpuSeconds(Tool.plugin()));
      plain = Math.min(plain, cpuSeconds(Tool.built("vpmu-plain.so")));
    }
    assertThat(plain / fast).as("%.2f s against %.2f s", plain, fast).isGreaterThan(SURELY);
  }

  /** CPU time of the emulation, user and system, as the shell's times tells of its children. */
  private static double cpuSeconds(Path plugin) throws Exception {
    List<String> arguments = new ArrayList<>(Presets.paper().pluginArguments());
    arguments.add("out=/dev/null");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" && times", "sh"));
    command.addAll(Emulated.command(plugin, arguments, Tool.built("programs/paper_walk")));
    Tool.Outcome outcome = Tool.run(command);
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    String children = outcome.text().lines().toList().get(1);
    Matcher time = TIME.matcher(children);
    double seconds = 0;
    while (time.find()) {
      seconds += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
    }
    return seconds;
  }
}
