package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.switchlab.machine.Toolchains;
import org.switchlab.os.Signal;
import org.switchlab.result.ResultException;
import org.switchlab.warning.WarningCode;

/** {@code switchlab run} without a right, a tool or a CPU, or ended at some moment. */
final class CommandFaults {

  private static final Duration LIMIT = Ended.PATIENCE;
  private static final int LONGEST_MS = 2_000;
  private static final String COMPLAINT = "switchlab: ";
  private static final List<Signal> SIGNALS =
      List.of(Signal.SIGKILL, Signal.SIGINT, Signal.SIGTERM, Signal.SIGHUP);

  private final Sessions usual;
  private final long seed;

  /** Judged by what sessions say when nothing is missing. */
  CommandFaults(Sessions usual, long seed) {
    this.usual = usual;
    this.seed = seed;
  }

  /** Each removal by itself, and so many pairs. */
  Source removals(int pairs) {
    return Source.of(Target.COMMAND, nest -> removalFaults(pairs, nest));
  }

  /** So many signals at random moments. */
  Source signals(int most) {
    return Source.of(Target.COMMAND, _ -> signalFaults(most));
  }

  private List<Fault> removalFaults(int pairs, Nest nest) throws IOException, InterruptedException {
    usual.giveBack(usual.lend(nest.cpu())); // so that what is usual is known
    List<Removal> here =
        Removal.all().stream().filter(one -> Toolchains.onPath(one.needs()).isPresent()).toList();
    List<List<Removal>> all = new ArrayList<>();
    for (int i = 0; i < here.size(); i++) {
      for (int k = i + 1; k < here.size(); k++) {
        // One tracer a process: two calls are not refused in this way.
        if (!here.get(i).needs().equals("strace") || !here.get(k).needs().equals("strace")) {
          all.add(List.of(here.get(i), here.get(k)));
        }
      }
    }
    Collections.shuffle(all, new Random(seed));
    List<Fault> faults = new ArrayList<>();
    here.forEach(one -> faults.add(without(List.of(one))));
    all.stream().limit(pairs).forEach(two -> faults.add(without(two)));
    return faults;
  }

  private Fault without(List<Removal> removals) {
    String names = String.join("+", removals.stream().map(Removal::name).toList());
    return new Fault(Target.COMMAND, Kind.RIGHT, "without:" + names, nest -> tried(nest, removals));
  }

  private Verdict tried(Nest nest, List<Removal> removals)
      throws IOException, InterruptedException {
    Verdict verdict = Verdict.right();
    for (int asked = 0; asked < Bounds.ASKED; asked++) {
      Path out = nest.file("out" + asked);
      List<String> words = new ArrayList<>();
      removals.forEach(one -> words.addAll(one.before(nest.cpu())));
      words.addAll(run(nest, out));
      verdict = judged(Ended.run(nest, words, LIMIT), out);
      if (verdict.outcome() != Outcome.SILENT || !verdict.seen().startsWith("cost ")) {
        return verdict;
      }
    }
    return verdict;
  }

  private static List<String> run(Nest nest, Path out) {
    List<String> words =
        List.of("run", "direct-cost", "--quick", "--budget", "0.1s", "--out", out.toString());
    return JavaCommand.words(nest, JavaCommand.COMMAND_LINE, words);
  }

  private List<Fault> signalFaults(int most) {
    var random = new SplittableRandom(seed);
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      Signal signal = SIGNALS.get(i % SIGNALS.size());
      int afterMs = random.nextInt(LONGEST_MS);
      String what = "%s:%d".formatted(signal, i);
      all.add(new Fault(Target.COMMAND, Kind.KILL, what, nest -> signalled(nest, signal, afterMs)));
    }
    return all;
  }

  private Verdict signalled(Nest nest, Signal signal, int afterMs)
      throws IOException, InterruptedException {
    Path out = nest.file("out");
    Process process = Ended.start(nest, run(nest, out), Path.of("/dev/null"));
    try {
      if (process.waitFor(afterMs, TimeUnit.MILLISECONDS)) {
        return new Verdict(Outcome.NOT_MET, "");
      }
      signal.send(process.pid());
    } finally {
      if (Thread.currentThread().isInterrupted()) {
        process.destroyForcibly();
      }
    }
    Ended end = Ended.await(nest, process, LIMIT);
    if (end.exitCode() == null) {
      return new Verdict(Outcome.STUCK, "after " + signal);
    }
    nest.forgetTemporary();
    Verdict kept = kept(out);
    return kept.outcome().isBad() || !end.success() ? kept : judged(end, out);
  }

  /** What a command that was ended kept: all of it, its beginning, or nothing. */
  private static Verdict kept(Path out) {
    if (!Files.exists(out)) {
      return new Verdict(Outcome.REFUSED, "ended before there was a folder");
    }
    try {
      Answer read = Samples.said(out);
      return new Verdict(
          read.has(WarningCode.INTERRUPTED) ? Outcome.MARKED : Outcome.RIGHT, read.toString());
    } catch (ResultException e) {
      return new Verdict(Outcome.REFUSED, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Verdict(Outcome.MUTE, e.toString());
    }
  }

  private Verdict judged(Ended end, Path out) throws IOException {
    if (end.exitCode() == null) {
      return new Verdict(Outcome.STUCK, end.describe());
    }
    if (!end.success()) {
      return failed(end, out);
    }
    Answer read;
    try {
      read = Samples.said(out);
    } catch (RuntimeException e) {
      return new Verdict(Outcome.SILENT, "told as stored, but " + e.getMessage());
    }
    String wrong = read.costNs() == null ? "no cost" : usual.outOfBounds(read.costNs());
    if (usual.isDoubted(read)) {
      return new Verdict(Outcome.MARKED, String.join(" ", read.doubts()));
    }
    return wrong.isEmpty() ? Verdict.right() : new Verdict(Outcome.SILENT, wrong);
  }

  private static Verdict failed(Ended end, Path out) throws IOException {
    boolean told =
        Stream.concat(end.err().lines(), end.out().lines())
            .anyMatch(line -> line.startsWith(COMPLAINT) || line.startsWith("! "));
    boolean traced = end.err().lines().anyMatch(line -> line.startsWith("\tat "));
    if (!told || traced) {
      return new Verdict(Outcome.MUTE, end.describe() + " " + firstLines(end.err()));
    }
    Verdict kept = kept(out);
    return kept.outcome().isBad() ? kept : new Verdict(Outcome.REFUSED, end.describe());
  }

  private static String firstLines(String text) {
    return String.join(" | ", text.lines().limit(4).toList());
  }
}
