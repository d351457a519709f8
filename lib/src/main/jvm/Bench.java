import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What every program in Java shares: its clocks, and the lines it prints (lib/docs/subjects.md). It
 * is started with a compiler that does not run beside the program, and waits until that is done.
 */
final class Bench {

  /** Does about as many operations as it is told and answers how many it did. */
  interface Work {
    long run(long operations);
  }

  /** Answers further keys of an observation, each with a blank before it. */
  interface Extra {
    String of(double grossNs, double baselineNs);
  }

  /** Adds the cost as a multiple of the baseline's. */
  static final Extra RELATIVE =
      (grossNs, baselineNs) -> format(" relative=%.6f", grossNs / baselineNs);

  private static final double WANTED_NS = 3e6;
  private static final double LONG_NS = 20e6;
  private static final int REPETITIONS = 9;

  /** As many as an answer needs, where a single operation lasts long. */
  private static final int FEWEST_REPETITIONS = 5;

  /** Nothing was compiled for so long: the compiler is done. */
  private static final double QUIET_NS = 60e6;

  private static final double LONGEST_WARM_UP_NS = 700e6;

  private static final VarHandle KEPT = kept();
  private static long kept;

  private Bench() {}

  /** Finds the case that is asked for and measures it: the main of every program. */
  static void runCase(Map<String, Map<String, Consumer<Options>>> cases, String[] words) {
    Options options = Options.parsed(words);
    Consumer<Options> measure =
        cases.getOrDefault(options.workload(), Map.of()).get(options.subject());
    if (measure == null) {
      throw giveUp(
          "this program has no subject '%s' that does '%s'"
              .formatted(options.subject(), options.workload()));
    }
    measure.accept(options);
  }

  /** Ends the program; may be called on any thread. */
  static IllegalStateException giveUp(String why) {
    System.err.println(why);
    Runtime.getRuntime().halt(1);
    return new IllegalStateException(why); // for the compiler: nothing comes after halt
  }

  /** Ends the program if what was computed is wrong: a broken subject's number is worth nothing. */
  static void expect(long computed, long right, String what) {
    if (computed != right) {
      throw giveUp("%s is %d, and should be %d".formatted(what, computed, right));
    }
  }

  /** Keeps the compiler from dropping the round of a loop in which this is called: one store. */
  static void keep(long value) {
    KEPT.setOpaque(value);
  }

  /** The loop of so many operations with nothing in it. */
  static long emptyLoop(long operations) {
    for (long i = 0; i < operations; i++) {
      keep(i);
    }
    return operations;
  }

  /** Is told not to be inlined on the command line. */
  static void emptyCall() {}

  /** Adds the time of an empty call. */
  static Extra withCall() {
    Work calls = Bench::emptyCalls;
    long operations = warmedUp(calls);
    return (grossNs, baselineNs) -> format(" callNs=%.5f", timeNs(calls, operations));
  }

  private static long emptyCalls(long operations) {
    for (long i = 0; i < operations; i++) {
      emptyCall();
    }
    return operations;
  }

  /** Measures the work and its baseline in turn and prints one observation a repetition. */
  static void report(Work gross, Work baseline, Extra more) {
    long baselineOperations = warmedUp(baseline);
    long grossOperations = warmedUp(gross);
    int left = REPETITIONS;
    long shortestNs = Long.MAX_VALUE;
    for (int i = 0; i < left; i++) {
      long before = System.nanoTime();
      double baselineNs = timeNs(baseline, baselineOperations);
      double grossNs = timeNs(gross, grossOperations);
      shortestNs = Math.min(shortestNs, System.nanoTime() - before);
      if (shortestNs > LONG_NS) {
        left = FEWEST_REPETITIONS;
      }
      String times =
          format(
              "observation estimateNs=%.5f grossNs=%.5f baselineNs=%.5f",
              grossNs - baselineNs, grossNs, baselineNs);
      System.out.println(times + more.of(grossNs, baselineNs));
    }
    System.out.println("done");
  }

  /** Time of one operation, of as many as {@link #warmedUp} answered. */
  static double timeNs(Work work, long operations) {
    long before = System.nanoTime();
    long done = work.run(operations);
    return (double) (System.nanoTime() - before) / done;
  }

  /**
   * Runs the work until the compiler has had no more to do for a while; answers how many operations
   * last about 3 ms then.
   */
  static long warmedUp(Work work) {
    long begun = System.nanoTime();
    long quietSince = begun;
    long compiledMs = compiledMs();
    long operations = 1;
    while (true) {
      long before = System.nanoTime();
      long done = work.run(operations);
      long now = System.nanoTime();
      if (compiledMs() != compiledMs) {
        compiledMs = compiledMs();
        quietSince = now;
      }
      operations = Math.max(1, Math.min(2 * done, (long) (done * WANTED_NS / (now - before))));
      boolean isLong = now - before > WANTED_NS / 2;
      if (isLong && (now - quietSince > QUIET_NS || now - begun > LONGEST_WARM_UP_NS)) {
        return operations;
      }
    }
  }

  private static long compiledMs() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static VarHandle kept() {
    try {
      return MethodHandles.lookup().findStaticVarHandle(Bench.class, "kept", long.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a field of this class can be found", e);
    }
  }
}
