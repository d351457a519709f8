package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.switchlab.warning.WarningCode;

/** Results whose writing ends too early: the disk is full, or the program is killed. */
final class SaveFaults {

  /** Of tmpfs. */
  private static final int PAGE_KIB = 4;

  private static final int ROOM_KIB = 40;

  /** With these a file is made, grows, and gets its name. */
  private static final List<String> CALLS = List.of("openat", "write", "rename", "mkdir");

  private static final int LONGEST_MS = 400;

  private final Grounds grounds;
  private final long seed;

  /** In sessions that may mount, and in ones that are killed. */
  SaveFaults(Grounds grounds, long seed) {
    this.grounds = grounds;
    this.seed = seed;
  }

  /** A disk of each size that is too small, so that each write of a result is the last one once. */
  Source disk(int most) {
    return Source.of(Target.SAVE, nest -> diskFaults(most, nest));
  }

  /** Killed at each call that makes or changes a file, and at random moments. */
  Source kills(int calls, int moments) {
    return Source.of(Target.SAVE, _ -> killFaults(calls, moments));
  }

  private List<Fault> diskFaults(int most, Nest nest)
      throws NotHereException, IOException, InterruptedException {
    Disk.require(nest);
    long bytes = 0;
    for (String name : Samples.names(grounds.samples().whole(false))) {
      bytes += Files.size(grounds.samples().whole(false).resolve(name));
    }
    int largest = (int) (bytes / 1024) + ROOM_KIB;
    int step = Math.max(PAGE_KIB, largest / most / PAGE_KIB * PAGE_KIB);
    List<Fault> all = new ArrayList<>();
    for (int size = PAGE_KIB; size <= largest; size += step) {
      int kib = size;
      String what = "disk:%dKiB".formatted(kib);
      all.add(new Fault(Target.SAVE, Kind.DISK, what, own -> full(own, kib)));
    }
    return all;
  }

  private Verdict full(Nest nest, int kib) throws IOException, InterruptedException {
    Sessions.Lent lent = grounds.disks().lend(nest.cpu());
    try {
      Path mount = Files.createDirectories(lent.nest().file("disk"));
      String from = grounds.samples().whole(false).toString();
      Answer answer = lent.process().ask("fill %d %s %s".formatted(kib, from, mount));
      Verdict verdict = judged(answer, Samples.said(grounds.samples().whole(false)));
      List<String> left = grounds.disks().leftIn(lent, Integer.MAX_VALUE);
      return left.isEmpty() ? verdict : new Verdict(Outcome.LEFT_OVER, String.join(", ", left));
    } catch (SessionProcess.EndedException e) {
      lent.process().close();
      return new Verdict(Outcome.TOOK_SESSION, String.valueOf(e.getMessage()));
    } finally {
      grounds.disks().giveBack(lent);
    }
  }

  /** Saved and read again: whole, or whole without pictures, or its beginning, or refused. */
  private static Verdict judged(Answer answer, Answer stored) {
    if (answer.end() == Answer.End.BROKEN) {
      return new Verdict(Outcome.MUTE, answer.message());
    }
    if (answer.end() == Answer.End.REFUSED) {
      return answer.message().isBlank()
          ? new Verdict(Outcome.MUTE, "refused without a word")
          : new Verdict(Outcome.REFUSED, answer.message());
    }
    boolean same =
        answer.samples().equals(stored.samples())
            && Objects.equals(stored.costNs(), answer.costNs());
    if (same && answer.message().isEmpty()) {
      return answer.has(WarningCode.NO_PICTURE)
          ? new Verdict(Outcome.MARKED, "no picture")
          : Verdict.right();
    }
    return answer.has(WarningCode.INTERRUPTED) && !answer.message().isEmpty()
        ? new Verdict(Outcome.REFUSED, answer.message())
        : new Verdict(Outcome.SILENT, "read back is " + answer);
  }

  private List<Fault> killFaults(int calls, int moments)
      throws NotHereException, IOException, InterruptedException {
    List<Fault> all = new ArrayList<>();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < moments; i++) {
      int afterMs = random.nextInt(LONGEST_MS);
      String what = "kill:moment:%d".formatted(i);
      all.add(new Fault(Target.SAVE, Kind.KILL, what, own -> killedAfter(own, afterMs)));
    }
    Strace.require();
    for (int i = 0; i < calls; i++) {
      String call = CALLS.get(i % CALLS.size());
      int time = 1 + i / CALLS.size();
      String what = "kill:%s:%d".formatted(call, time);
      all.add(new Fault(Target.SAVE, Kind.KILL, what, own -> killedAt(own, call, time)));
    }
    return all;
  }

  private Verdict killedAfter(Nest nest, int afterMs) throws IOException, InterruptedException {
    SessionProcess session = SessionProcess.start(nest, List.of());
    Path out = Files.createDirectories(nest.file("out"));
    try {
      session.tell("saves %s %s".formatted(grounds.samples().whole(false), out));
      Thread.sleep(afterMs);
    } finally {
      session.close();
    }
    return readBack(nest, out);
  }

  private Verdict killedAt(Nest nest, String call, int time)
      throws IOException, InterruptedException {
    SessionProcess session = SessionProcess.start(nest, List.of());
    Path out = Files.createDirectories(nest.file("out"));
    // Once without a fault, or most of the calls would be those that read our own classes.
    session.ask("save %s %s".formatted(grounds.samples().whole(false), out.resolve("first")));
    String inject = "inject=%s:signal=KILL:when=%d".formatted(call, time);
    try (var _ = Attached.to(session.pid(), nest, "trace=" + call, inject)) {
      session.ask("save %s %s".formatted(grounds.samples().whole(false), out.resolve("second")));
      return new Verdict(Outcome.NOT_MET, "");
    } catch (SessionProcess.EndedException killed) {
      return readBack(nest, out);
    } finally {
      session.close();
    }
  }

  /**
   * Every folder holds all, or says that it does not; what a killed JVM itself leaves is the JVM's.
   */
  private Verdict readBack(Nest nest, Path out) throws IOException, InterruptedException {
    Answer stored = Samples.said(grounds.samples().whole(false));
    Verdict worst = Verdict.right();
    try (Stream<Path> folders = Files.list(out)) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        Verdict verdict = LoadFaults.loaded(folder, stored);
        worst = verdict.outcome().compareTo(worst.outcome()) > 0 ? verdict : worst;
      }
    }
    nest.forgetTemporary();
    return worst;
  }
}
