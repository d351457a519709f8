import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;

/**
 * Coroutines by the continuation that the JDK's virtual threads are made of. It is internal: only
 * with {@code --add-exports} can it be used, and another JDK may not have it.
 */
final class Continuations {

  private static final ContinuationScope SCOPE = new ContinuationScope("bench");

  private static final int GAP_BYTES = 16;

  private Continuations() {}

  public static void main(String[] words) {
    String subject = "java-continuation";
    Bench.runCase(
        Map.of(
            "coroutine-yield", Map.of(subject, Continuations::measureYield),
            "sequence-sum", Map.of(subject, options -> Sequences.measureSum(Taken::new)),
            "hanoi",
                Map.of(
                    subject,
                    options -> Recursions.measureHanoi(Taken::new, options.count("--disks", 10))),
            "tree-walk",
                Map.of(
                    subject,
                    options ->
                        Recursions.measureTreeWalk(
                            Taken::new, options.count("--nodes", 1023), options.random())),
            "pipeline",
                Map.of(
                    subject,
                    options ->
                        Sequences.measurePipeline(Taken::new, options.count("--stages", 4))),
            "write-fully",
                Map.of(
                    subject,
                    options ->
                        Writers.of(options).measure(Continuations::together, Continuations::yield))),
        words);
  }

  private static void yield() {
    Continuation.yield(SCOPE);
  }

  /** A generator whose body runs in a continuation. */
  private static final class Taken implements Generator {
    private final Continuation body;
    private long item;

    private Taken(Consumer<LongConsumer> body) {
      this.body = new Continuation(SCOPE, () -> body.accept(this::emit));
    }

    private void emit(long next) {
      item = next;
      Continuation.yield(SCOPE);
    }

    @Override
    public boolean next() {
      body.run();
      return !body.isDone();
    }

    @Override
    public long item() {
      return item;
    }

    @Override
    public void close() {
      // An unfinished continuation is memory, and the collector's.
    }
  }

  /** Continuations that are run round robin and yield at once. */
  private static void measureYield(Options options) {
    int coroutines = options.count("--coroutines", 10);
    long[] turns = new long[coroutines];
    Random random = options.random();
    List<byte[]> gaps = new ArrayList<>();
    Continuation[] ring = new Continuation[coroutines];
    for (int i = 0; i < coroutines; i++) {
      int own = i;
      gaps.add(new byte[GAP_BYTES * random.nextInt(32)]);
      ring[i] = new Continuation(SCOPE, () -> takeTurns(turns, own));
    }
    long[] all = {0};
    Bench.report(
        operations -> {
          all[0] += operations;
          return runRing(ring, (int) ((all[0] - operations) % coroutines), operations);
        },
        Bench::emptyLoop,
        Bench.withCall());
    for (int own = 0; own < coroutines; own++) {
      Bench.expect(
          turns[own], (all[0] + coroutines - 1 - own) / coroutines, "the number of turns of one");
    }
  }

  private static long runRing(Continuation[] ring, int first, long operations) {
    int next = first;
    for (long i = 0; i < operations; i++) {
      ring[next].run();
      next = next + 1 == ring.length ? 0 : next + 1;
    }
    return operations;
  }

  private static void takeTurns(long[] turns, int own) {
    while (true) {
      turns[own]++;
      Continuation.yield(SCOPE);
    }
  }

  private static void together(int tasks, IntConsumer body) {
    List<Continuation> running = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      int task = i;
      running.add(new Continuation(SCOPE, () -> body.accept(task)));
    }
    while (!running.isEmpty()) {
      for (Continuation one : running) {
        one.run();
      }
      running.removeIf(Continuation::isDone);
    }
  }
}
