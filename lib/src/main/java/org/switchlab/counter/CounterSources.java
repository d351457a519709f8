package org.switchlab.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.machine.Machine;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * The sources of counts there are, and the choice among them.
 *
 * @param candidates in the order in which they are tried
 */
public record CounterSources(List<Candidate> candidates) {

  /** Asks for the first source that counts the figures' events here. */
  public static final String AUTO = "auto";

  /**
   * A source that might be had, by its name on the command line.
   *
   * @param opener throws {@link CounterException} if it cannot be had, saying why and what mends it
   */
  public record Candidate(String name, Supplier<CounterSource> opener) {}

  /**
   * The source that was chosen, for the caller to close.
   *
   * @param warnings one for each source that came before it, and why it was passed over
   */
  public record Choice(CounterSource source, List<Warning> warnings) {}

  /** Keeps an immutable copy. */
  public CounterSources {
    candidates = List.copyOf(candidates);
  }

  /** The counters of one logical CPU of {@code machine}, which is this one. */
  public static Candidate perf(Machine machine, int cpu) {
    return new Candidate(PerfSource.NAME, () -> PerfSource.open(machine, cpu));
  }

  /** A machine of that geometry, emulated; {@code progress} tells of its preparation. */
  public static Candidate emulated(
      Geometry geometry, Disturbance disturbance, Progress.Listener progress) {
    return new Candidate(
        EmulatedSource.NAME,
        () -> EmulatedSource.open(geometry, CacheModel.ALL, disturbance, progress));
  }

  /**
   * Opens a source.
   *
   * @param requested a candidate's name, which is opened whatever it can count; or {@link #AUTO}
   *     for the first one that counts instructions, without which no figure can be drawn
   * @throws IllegalArgumentException if there is no such candidate; names those there are
   * @throws CounterException if it cannot be had; with {@link #AUTO}, why none can
   */
  public Choice choose(String requested) {
    if (requested.equals(AUTO)) {
      return first();
    }
    Candidate candidate =
        candidates.stream()
            .filter(one -> one.name().equals(requested))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no source '%s'; there are: %s, %s"
                            .formatted(requested, AUTO, names())));
    return new Choice(candidate.opener().get(), List.of());
  }

  private String names() {
    return candidates.stream().map(Candidate::name).collect(Collectors.joining(", "));
  }

  private Choice first() {
    List<Warning> passedOver = new ArrayList<>();
    for (Candidate candidate : candidates) {
      try {
        CounterSource source = candidate.opener().get();
        if (source.events().contains(CounterEvent.INSTRUCTIONS)) {
          return new Choice(source, List.copyOf(passedOver));
        }
        Warning doubt = Warning.of(WarningCode.EVENT_REFUSED, "it does not count instructions");
        Warning why = source.warnings().stream().findFirst().orElse(doubt);
        passedOver.add(passed(candidate, why.message(), why.remedy()));
        source.close();
      } catch (CounterException e) {
        passedOver.add(passed(candidate, String.valueOf(e.getMessage()), ""));
      }
    }
    String reasons =
        passedOver.stream().map(CounterSources::text).collect(Collectors.joining("; "));
    throw new CounterException("no source of counts can be had here: " + reasons, null);
  }

  private static String text(Warning warning) {
    return warning.remedy().isEmpty()
        ? warning.message()
        : "%s (%s)".formatted(warning.message(), warning.remedy());
  }

  private static Warning passed(Candidate candidate, String reason, String remedy) {
    return new Warning(
        WarningCode.SOURCE_PASSED_OVER,
        "source %s was passed over: %s".formatted(candidate.name(), reason),
        remedy);
  }
}
