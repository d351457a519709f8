package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.switchlab.faults.Errors.Failure;

/** System calls of the runner that fail, in each of its ways to measure and to count. */
final class RunnerFaults {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /**
   * Looking at a call that is made more often, in what is timed, takes longer than what is timed.
   */
  private static final int SELDOM = 30;

  private final Path runner;
  private final long seed;
  private final Map<String, Usual> usual = new ConcurrentHashMap<>();

  RunnerFaults(Path runner, long seed) {
    this.runner = runner;
    this.seed = seed;
  }

  /** Those of {@code modes}, of each so many at most. */
  Source source(Target target, List<RunnerMode> modes, int most) {
    return Source.of(target, nest -> faults(target, modes, most, nest));
  }

  /** Each mode runs once, to see which calls it makes. */
  private List<Fault> faults(Target target, List<RunnerMode> modes, int most, Nest nest)
      throws NotHereException, IOException, InterruptedException {
    Strace.require();
    List<Fault> all = new ArrayList<>();
    for (RunnerMode mode : modes) {
      Map<String, Integer> calls =
          Strace.calls(nest, command(nest, mode), input(nest, mode), mode.exact());
      for (Failure failure : Errors.of(calls, most, seed)) {
        String what = mode.name() + ":" + failure.words();
        boolean timed = calls.getOrDefault(failure.call(), 0) <= SELDOM;
        all.add(new Fault(target, Kind.CALL, what, own -> verdict(own, mode, failure, timed)));
      }
    }
    return all;
  }

  private List<String> command(Nest nest, RunnerMode mode) {
    List<String> words = new ArrayList<>(List.of(runner.toString()));
    mode.words().forEach(word -> words.add(word.equals("CPU") ? "" + nest.cpu() : word));
    return words;
  }

  private static Path input(Nest nest, RunnerMode mode) throws IOException {
    return mode.input().isEmpty()
        ? Path.of("/dev/null")
        : Files.write(nest.file("stdin"), mode.input().getBytes(UTF_8));
  }

  private Verdict verdict(Nest nest, RunnerMode mode, Failure failure, boolean timed)
      throws IOException, InterruptedException {
    Usual base = usual(nest, mode, failure.call());
    Verdict verdict = Verdict.right();
    Map<String, Integer> always = Map.of();
    for (int asked = 0; asked < Bounds.ASKED && (asked == 0 || !always.isEmpty()); asked++) {
      Ended end = run(nest, mode, failure.call(), failure.inject());
      if (!Strace.wasMet(nest)) {
        return new Verdict(Outcome.NOT_MET, "");
      }
      RunnerLines said = RunnerLines.of(end.out());
      verdict = judged(end, said, base.said());
      if (verdict.outcome() != Outcome.RIGHT || !timed) {
        return verdict;
      }
      Map<String, Integer> broken = base.broken(said);
      always = asked == 0 ? broken : both(always, broken);
      String seen = base.words(always, said);
      verdict = always.isEmpty() ? verdict : new Verdict(Outcome.SILENT, seen);
      if (!always.isEmpty()) {
        base.learn(undisturbed(nest, mode, failure.call()));
      }
    }
    return verdict;
  }

  private static Map<String, Integer> both(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> both = new TreeMap<>(one);
    both.entrySet().retainAll(other.entrySet());
    return both;
  }

  /** Undisturbed, but looked at in the same way: that takes time, too. */
  private Usual usual(Nest nest, RunnerMode mode, String call)
      throws IOException, InterruptedException {
    String key = mode.words().getFirst() + mode.name() + call;
    Usual known = usual.get(key);
    if (known == null) {
      known = new Usual(undisturbed(nest, mode, call));
      usual.put(key, known);
    }
    return known;
  }

  private RunnerLines undisturbed(Nest nest, RunnerMode mode, String call)
      throws IOException, InterruptedException {
    Ended end = run(nest, mode, call, "");
    if (!end.success()) {
      throw new IOException("the undisturbed runner failed: " + end.describe());
    }
    return RunnerLines.of(end.out());
  }

  /** What a mode says if nothing goes wrong, and what it takes. */
  private static final class Usual {

    private final RunnerLines said;
    private final Bounds bounds = new Bounds();

    Usual(RunnerLines said) {
      this.said = said;
      bounds.learn(said.timesNs());
    }

    RunnerLines said() {
      return said;
    }

    synchronized void learn(RunnerLines more) {
      bounds.learn(more.timesNs());
    }

    synchronized Map<String, Integer> broken(RunnerLines other) {
      return bounds.broken(other.timesNs());
    }

    synchronized String words(Map<String, Integer> broken, RunnerLines other) {
      return bounds.words(broken, other.timesNs()).orElse("");
    }
  }

  private Ended run(Nest nest, RunnerMode mode, String call, String inject)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(Strace.around(nest, call, inject, mode.exact()));
    words.addAll(command(nest, mode));
    return Ended.await(nest, Ended.start(nest, words, input(nest, mode)), LIMIT);
  }

  /** What a runner's end says of what went wrong in it, its times left aside. */
  static Verdict judged(Ended end, RunnerLines said, RunnerLines base) {
    if (end.exitCode() == null) {
      return new Verdict(Outcome.STUCK, "after " + String.join(" ", said.words()));
    }
    if (!end.success()) {
      return failed(end);
    }
    if (!said.words().equals(base.words())) {
      return new Verdict(
          Outcome.SILENT,
          "it said %s where %s is usual"
              .formatted(String.join(" ", said.words()), String.join(" ", base.words())));
    }
    if (!said.counts().equals(base.counts())) {
      String seen = "%s where %s is right".formatted(said.counts(), base.counts());
      return new Verdict(Outcome.SILENT, seen);
    }
    return said.doubted() && !base.doubted()
        ? new Verdict(Outcome.MARKED, "switches are missing, and it says how many")
        : Verdict.right();
  }

  private static Verdict failed(Ended end) {
    // The C library, too, ends programs, in words of its own.
    return !end.err().isBlank()
        ? new Verdict(Outcome.REFUSED, end.describe())
        : new Verdict(Outcome.MUTE, end.describe());
  }
}
