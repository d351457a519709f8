import java.util.function.IntConsumer;

/** Tasks that each send their bytes piece by piece, waiting before each piece. */
record Writers(int tasks, int taskBytes, int sendBytes) {

  /** Lets others run until the socket is ready. */
  interface Wait {
    void untilReady();
  }

  /** Runs all tasks of a round to their ends; {@code body} is told which task it is. */
  interface Round {
    void run(int tasks, IntConsumer body);
  }

  /** Of longer tasks only so many sends are done in a round: a visit would take seconds. */
  private static final int MOST_SENDS = 1 << 14;

  /** Scheduling alone takes as long in a part of a long round. */
  private static final int MOST_WAITS = 1 << 12;

  static Writers of(Options options) {
    return new Writers(
            options.count("--tasks", 10),
            options.count("--task-bytes", 1_000_000),
            options.count("--send-bytes", 800))
        .brief(MOST_SENDS);
  }

  /** The same tasks with no more sends than that. */
  private Writers brief(int mostSends) {
    return new Writers(
        tasks, (int) Math.min(taskBytes, (long) mostSends * sendBytes), sendBytes);
  }

  /** What was sent. */
  private static final class Sink {
    private long bytes;

    /** Is told not to be inlined on the command line. */
    int send(int count) {
      bytes += count;
      return count;
    }
  }

  /** Is told not to be inlined on the command line. */
  private static void writeFully(Sink to, int bytes, int sendBytes, Wait wait) {
    for (int left = bytes; left > 0; ) {
      wait.untilReady();
      left -= to.send(Math.min(left, sendBytes));
    }
  }

  /** Is told not to be inlined on the command line. */
  private static void waitForNothing() {}

  private long sends() {
    return (long) tasks * sendsOfTask();
  }

  private int sendsOfTask() {
    return (taskBytes - 1) / sendBytes + 1;
  }

  /** Measures tasks that {@code together} runs at once and that {@code wait} lets take turns. */
  void measure(Round together, Wait wait) {
    Writers brief = brief(MOST_WAITS);
    Bench.Work waits =
        brief.often(() -> together.run(tasks, task -> onlyWait(brief.sendsOfTask(), wait)));
    long waitsOfBatch = Bench.warmedUp(waits);
    double runs = brief.countedRuns(together, wait);
    Bench.report(
        often(() -> write(together, wait)),
        often(() -> write(Writers::oneAfterAnother, Writers::waitForNothing)),
        (grossNs, baselineNs) ->
            Bench.format(
                " schedulerNs=%.5f schedulerRuns=%.4f", Bench.timeNs(waits, waitsOfBatch), runs));
  }

  private static void onlyWait(int times, Wait wait) {
    for (int i = 0; i < times; i++) {
      wait.untilReady();
    }
  }

  private static void oneAfterAnother(int tasks, IntConsumer body) {
    for (int task = 0; task < tasks; task++) {
      body.accept(task);
    }
  }

  private void write(Round round, Wait wait) {
    Sink to = new Sink();
    round.run(tasks, task -> writeFully(to, taskBytes, sendBytes, wait));
    Bench.expect(to.bytes, (long) tasks * taskBytes, "the number of bytes sent");
  }

  /** How often, for each send, another task had run before it. */
  private double countedRuns(Round together, Wait wait) {
    long[] runs = {0};
    int[] last = {-1};
    together.run(
        tasks,
        task -> {
          for (int i = 0; i < sendsOfTask(); i++) {
            wait.untilReady();
            runs[0] += task != last[0] || tasks == 1 ? 1 : 0;
            last[0] = task;
          }
        });
    return (double) runs[0] / sends();
  }

  private Bench.Work often(Runnable round) {
    return operations -> {
      long rounds = Math.max(1, operations / sends());
      for (long i = 0; i < rounds; i++) {
        round.run();
      }
      return rounds * sends();
    };
  }
}
