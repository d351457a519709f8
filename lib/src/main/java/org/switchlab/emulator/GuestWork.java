package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the emulated machine is to do; lib/docs/emulated-machine.md describes its form.
 *
 * @param plan the lines that the guest follows
 * @param program a static executable for it to run; null if there is none
 * @param arguments of the program, its name first
 */
record GuestWork(String plan, @Nullable Path program, List<String> arguments) {

  /** Where the page of marks stands in every process: far from what Linux maps by itself. */
  static final String MARKS = "0x100000000000";

  private static final String HEAD = "marks " + MARKS + "\n";

  static GuestWork of(List<GuestPhase> phases, Disturbance disturbance, long seed) {
    var plan = new StringBuilder(HEAD);
    if (!disturbance.timer()) {
      plan.append("timer off\n");
    }
    if (disturbance.placement()) {
      plan.append("placement seed=").append(Long.toUnsignedString(seed)).append('\n');
    }
    phases.forEach(phase -> plan.append(phase.line()));
    return new GuestWork(plan.toString(), null, List.of());
  }

  static GuestWork of(StaticProgram program) {
    return new GuestWork(HEAD + "program\n", program.file(), program.command());
  }

  /** The arguments as the guest takes them, each ended by a 0. */
  byte[] argumentBytes() {
    var bytes = new ByteArrayOutputStream();
    for (String argument : arguments) {
      bytes.writeBytes(argument.getBytes(UTF_8));
      bytes.write(0);
    }
    return bytes.toByteArray();
  }
}
