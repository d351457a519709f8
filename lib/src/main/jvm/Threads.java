import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Coroutines by threads: virtual ones, which one carrier runs, and the kernel's. */
final class Threads {

  private static final String VIRTUAL = "java-virtual";
  private static final String PLATFORM = "java-platform";

  /** More threads of the kernel than that are no coroutines any more. */
  private static final int MOST_PLATFORM_THREADS = 500;

  private Threads() {}

  public static void main(String[] words) throws InterruptedException {
    Map<String, Map<String, Consumer<Options>>> cases =
        Map.of(
            "coroutine-yield",
            Map.of(VIRTUAL, Threads::yieldVirtual, PLATFORM, Threads::yieldPlatform),
            "sequence-sum",
            Map.of(
                VIRTUAL, options -> Sequences.measureSum(HandedOver.by(Thread.ofVirtual())),
                PLATFORM, options -> Sequences.measureSum(HandedOver.by(Thread.ofPlatform()))),
            "hanoi",
            Map.of(
                VIRTUAL,
                options ->
                    Recursions.measureHanoi(
                        HandedOver.by(Thread.ofVirtual()), options.count("--disks", 10))),
            "tree-walk",
            Map.of(
                VIRTUAL,
                options ->
                    Recursions.measureTreeWalk(
                        HandedOver.by(Thread.ofVirtual()),
                        options.count("--nodes", 1023),
                        options.random())),
            "pipeline",
            Map.of(
                VIRTUAL,
                options ->
                    Sequences.measurePipeline(
                        HandedOver.by(Thread.ofVirtual()), options.count("--stages", 4))),
            "write-fully",
            Map.of(
                VIRTUAL,
                options -> Writers.of(options).measure(Threads::together, Thread::yield)));
    boolean isVirtual = Options.parsed(words).subject().equals(VIRTUAL);
    Thread.Builder threads = isVirtual ? Thread.ofVirtual() : Thread.ofPlatform();
    // Virtual threads hand over to one another at the least cost when all of them are virtual.
    threads
        .uncaughtExceptionHandler((thread, failure) -> Bench.giveUp(failure.toString()))
        .start(() -> Bench.runCase(cases, words))
        .join();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw Bench.giveUp("interrupted while waiting for " + thread);
    }
  }

  private static void together(int tasks, IntConsumer body) {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      int task = i;
      running.add(Thread.startVirtualThread(() -> body.accept(task)));
    }
    running.forEach(Threads::join);
  }

  private static volatile boolean stop;

  /**
   * The measuring thread is in the ring itself: from one of its turns to the next, every other one
   * has a turn too, since a thread that yields goes to the end of the queue.
   */
  private static void yieldVirtual(Options options) {
    int coroutines = options.count("--coroutines", 10);
    long[] turns = new long[coroutines];
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < coroutines; i++) {
      int own = i;
      others.add(Thread.startVirtualThread(() -> takeTurns(turns, own)));
    }
    Bench.report(
        operations -> {
          long rounds = Math.max(1, operations / coroutines);
          for (long i = 0; i < rounds; i++) {
            Thread.yield();
          }
          turns[0] += rounds;
          return rounds * coroutines;
        },
        Bench::emptyLoop,
        Bench.withCall());
    stop = true;
    others.forEach(Threads::join);
    for (long own : turns) {
      expectFair(own, turns[0]);
    }
  }

  private static void takeTurns(long[] turns, int own) {
    while (!stop) {
      turns[own]++;
      Thread.yield();
    }
  }

  private static void expectFair(long own, long rounds) {
    if (Math.abs(own - rounds) > rounds / 20 + 50) {
      throw Bench.giveUp(
          "a thread had %d turns where another had %d: it was not round robin"
              .formatted(own, rounds));
    }
  }

  /** Each thread of a ring wakes the next one and sleeps until it is woken. */
  private static void yieldPlatform(Options options) {
    int coroutines = options.count("--coroutines", 10);
    if (coroutines < 2 || coroutines > MOST_PLATFORM_THREADS) {
      throw Bench.giveUp(
          "--coroutines is %d; java-platform can do 2 to %d, since each is a thread of the kernel"
              .formatted(coroutines, MOST_PLATFORM_THREADS));
    }
    Ring ring = new Ring(coroutines);
    Bench.report(ring::turn, Bench::emptyLoop, Bench.withCall());
  }

  /** Threads that hand over a token; each hand-over adds 1 to it. */
  private static final class Ring {
    private final Thread[] threads;
    private volatile long token;

    private Ring(int size) {
      threads = new Thread[size];
      threads[0] = Thread.currentThread();
      for (int i = 1; i < size; i++) {
        int own = i;
        threads[i] = Thread.ofPlatform().daemon().unstarted(() -> pass(own));
      }
      for (int i = 1; i < size; i++) {
        threads[i].start();
      }
    }

    private void pass(int own) {
      while (true) {
        waitFor(own);
        handOver(own);
      }
    }

    private void waitFor(int own) {
      while (token % threads.length != own) {
        LockSupport.park(this);
      }
    }

    private void handOver(int own) {
      token = token + 1; // only the one whose turn it is writes
      LockSupport.unpark(threads[(own + 1) % threads.length]);
    }

    private long turn(long operations) {
      long rounds = Math.max(1, operations / threads.length);
      long before = token;
      for (long i = 0; i < rounds; i++) {
        handOver(0);
        waitFor(0);
      }
      Bench.expect(token - before, rounds * threads.length, "the number of hand-overs");
      return rounds * threads.length;
    }
  }
}
