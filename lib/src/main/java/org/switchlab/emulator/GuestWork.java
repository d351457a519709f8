package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.VirtualPmu.GuestPhase;

/**
 * What the emulated machine is to do; lib/docs/emulated-machine.md describes its form.
 *
 * @param plan the lines that the guest follows
 * @param program for it to run; null if there is none
 */
record GuestWork(String plan, @Nullable StaticProgram program) {

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
    phases.forEach(phase -> plan.append(line(phase)));
    return new GuestWork(plan.toString(), null);
  }

  private static String line(GuestPhase phase) {
    return "phase subject=%s arrayBytes=%d strideBytes=%d pageBytes=%d variant=%s rounds=%d"
            .formatted(
                phase.point().subject(),
                phase.point().arrayBytes(),
                phase.point().strideBytes(),
                phase.point().pageBytes(),
                phase.variant().name().toLowerCase(Locale.ROOT),
                phase.rounds())
        + " warmRounds=%d\n".formatted(phase.warmRounds());
  }

  static GuestWork of(StaticProgram program) {
    return new GuestWork(HEAD + "program\n", program);
  }

  /** A program's command as the guest takes it: each argument ended by a 0. */
  static byte[] argumentBytes(StaticProgram program) {
    return program.command().stream()
        .map(argument -> argument + "\0")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }
}
