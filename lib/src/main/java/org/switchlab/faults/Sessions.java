package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.file.ScratchFolder;

/** Sessions that live as long as the campaign, lent to one trial at a time. */
final class Sessions implements AutoCloseable {

  private static final int WARMING = 3;
  private static final int LOOKS = 300;
  private static final int LOOK_AGAIN_MS = 10;

  private final Deque<Lent> free = new ArrayDeque<>();
  private final Grounds grounds;
  private final List<String> before;
  private final AtomicInteger folders = new AtomicInteger();

  /** Bounds of the cost of a switch, from all undisturbed runs. */
  private final Bounds bounds = new Bounds();

  private final Set<String> usualDoubts = ConcurrentHashMap.newKeySet();

  Sessions(Grounds grounds, List<String> before) {
    this.grounds = grounds;
    this.before = before;
  }

  /**
   * A session with the nest that it lives in.
   *
   * @param counted what it answers, undisturbed, when it counts
   */
  record Lent(SessionProcess process, Nest nest, Answer counted) {}

  /** One that is free, or a new one, warm. */
  Lent lend(int cpu) throws IOException, InterruptedException {
    synchronized (free) {
      if (!free.isEmpty()) {
        return free.pop();
      }
    }
    Nest nest = grounds.nest(cpu);
    SessionProcess process = SessionProcess.start(nest, before);
    @Nullable Lent warm = null;
    try {
      warm = warmedUp(process, nest);
      return warm;
    } finally {
      if (warm == null) {
        process.close();
        nest.close();
      }
    }
  }

  private Lent warmedUp(SessionProcess process, Nest nest)
      throws IOException, InterruptedException {
    Lent lent = new Lent(process, nest, Job.COUNT.ask(process, nest.root()));
    for (int run = 0; run < WARMING; run++) {
      usualDoubts.addAll(undisturbed(lent).doubts());
    }
    return lent;
  }

  /** Takes one back. */
  void giveBack(Lent lent) throws IOException {
    if (lent.process().isAlive()) {
      synchronized (free) {
        free.push(lent);
      }
    } else {
      end(lent);
    }
  }

  /** A run without a fault, from which the usual cost is learned. */
  Answer undisturbed(Lent lent) throws IOException, InterruptedException {
    Path folder = folder(lent);
    Answer answer = Job.RUN.ask(lent.process(), folder);
    ScratchFolder.delete(folder);
    Double costNs = answer.costNs();
    if (costNs != null && answer.end() == Answer.End.DONE) {
      synchronized (bounds) {
        bounds.learn(Map.of("cost", List.of(costNs)));
      }
    }
    return answer;
  }

  /** Whether a cost is out of bounds, and how, in words; empty if it is not. */
  String outOfBounds(double costNs) {
    synchronized (bounds) {
      var times = Map.of("cost", List.of(costNs));
      return bounds.words(bounds.broken(times), times).orElse("");
    }
  }

  /** Whether a result carries doubts that those of undisturbed runs do not have. */
  boolean isDoubted(Answer answer) {
    return !usualDoubts.containsAll(answer.doubts());
  }

  /**
   * What a session has that it did not have before: descriptors, children, temporary files. What
   * was killed may take a moment to go.
   */
  List<String> leftIn(Lent lent, int descriptorsBefore) throws IOException, InterruptedException {
    List<String> left = leftNow(lent, descriptorsBefore);
    for (int looked = 0; looked < LOOKS && !left.isEmpty(); looked++) {
      Thread.sleep(LOOK_AGAIN_MS);
      left = leftNow(lent, descriptorsBefore);
    }
    return left;
  }

  private static List<String> leftNow(Lent lent, int descriptorsBefore) throws IOException {
    List<String> left = new ArrayList<>();
    int pid = lent.process().pid();
    int open = Processes.descriptors(pid);
    if (open > descriptorsBefore) {
      left.add("%d descriptors instead of %d".formatted(open, descriptorsBefore));
    }
    Processes.below(pid, "")
        .forEach(
            child ->
                left.add("process %d (%s)".formatted(child.pid(), Processes.command(child.pid()))));
    try (Stream<Path> files = Files.list(lent.nest().temporary())) {
      files.map(file -> "file " + file).forEach(left::add);
    }
    return left;
  }

  /** A folder that is not there yet. */
  Path folder(Lent lent) {
    return lent.nest().file("result" + folders.incrementAndGet());
  }

  /** Ends one. */
  static void end(Lent lent) throws IOException {
    lent.process().close();
    lent.nest().close();
  }

  @Override
  public void close() throws IOException {
    synchronized (free) {
      while (!free.isEmpty()) {
        end(free.pop());
      }
    }
  }
}
