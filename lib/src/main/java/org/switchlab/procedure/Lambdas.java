package org.switchlab.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.Affinity;
import org.switchlab.os.NativeException;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Measuring by Java code of the notebook, in this JVM. */
public final class Lambdas {

  /** How long a lambda may take for one observation before it counts as hung. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private Lambdas() {}

  /** Observes once. */
  @FunctionalInterface
  public interface Body {

    /**
     * What is seen of {@code setting}: a number for the first measure, in its unit; or a {@link
     * org.switchlab.table.Row} of numbers by the names of the measures' columns.
     *
     * @throws Exception if it fails; the visit is dropped, and the message shown
     */
    Object observe(Setting setting) throws Exception;
  }

  /**
   * By Java code, on a thread of its own that is pinned to the plan's CPU. The result warns that
   * the JVM's compiler and collector are measured too: sound for what lasts long beside them.
   */
  public static Procedure lambda(Body body) {
    return new MeasureVisits(
        (task, measures) -> new LambdaVisitor(body, task.plan(), measures, SILENCE));
  }

  /** Observes by Java code in this JVM: each visit is a thread of its own, warmed up and pinned. */
  private static final class LambdaVisitor implements Visitor {

    private static final Warning IN_THIS_JVM =
        new Warning(
            WarningCode.IN_THIS_JVM,
            "Java code was measured in this JVM: its compiler, its collector and its other threads"
                + " are measured too, and visits are not independent of one another",
            "write it as a program or a C function: .by(program(…)) or .by(cFunction(…))");

    /** Long enough for the code to be compiled where it is short. */
    private static final long WARM_UP_NS = 20_000_000;

    private static final int MOST_WARM_UPS = 20_000;

    /** How long an interrupted body may take to notice. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Body body;
    private final Plan plan;
    private final List<Column> measures;
    private final Duration silence;
    private volatile boolean unpinned;

    LambdaVisitor(Body body, Plan plan, List<Column> measures, Duration silence) {
      this.body = body;
      this.plan = plan;
      this.measures = List.copyOf(measures);
      this.silence = silence;
    }

    @Override
    public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
        throws RunnerException, InterruptedException {
      List<Row> seen = onThread(setting);
      for (int i = 0; i < seen.size(); i++) {
        sink.accept(new Observation(setting, process, i, seen.get(i)));
      }
    }

    private List<Row> onThread(Setting setting) throws RunnerException, InterruptedException {
      var task = new FutureTask<>(() -> pinned(setting));
      Thread thread = Thread.ofPlatform().daemon().name("switchlab-lambda").start(task);
      Duration limit = silence.multipliedBy(plan.effort().repetitions() + 1L);
      try {
        return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new RunnerException(
            "the lambda failed at %s: %s".formatted(setting, e.getCause()), e.getCause());
      } catch (TimeoutException e) {
        throw new RunnerException(
            "the lambda did not return at %s within %d s: let it measure less at once"
                .formatted(setting, limit.toSeconds()),
            e);
      } finally {
        thread.interrupt();
        leave(thread);
      }
    }

    /** One that ignores the interrupt goes on as a daemon: nothing can end a thread of Java. */
    private static void leave(Thread thread) {
      try {
        thread.join(FAREWELL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private List<Row> pinned(Setting setting) throws Exception {
      try (var _ = pin()) {
        return observed(setting);
      }
    }

    private @Nullable Affinity pin() {
      try {
        return Affinity.pin(plan.cpu());
      } catch (NativeException e) {
        unpinned = true;
        return null;
      }
    }

    private List<Row> observed(Setting setting) throws Exception {
      long untilNs = System.nanoTime() + WARM_UP_NS;
      int calls = 0;
      do {
        row(body.observe(setting));
      } while (System.nanoTime() < untilNs && ++calls < MOST_WARM_UPS);
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < plan.effort().repetitions(); i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException("between two observations");
        }
        rows.add(row(body.observe(setting)));
      }
      return rows;
    }

    private Row row(Object seen) {
      Row row =
          switch (seen) {
            case Number number -> Row.of(measures.getFirst().name(), number.doubleValue());
            case Row several -> several;
            default ->
                throw new IllegalArgumentException(
                    "it answers '%s': answer a number for %s, or a Row of numbers"
                        .formatted(seen, measures.getFirst().name()));
          };
      return checked(row);
    }

    private Row checked(Row row) {
      Row numbers = Row.of();
      for (Column measure : measures) {
        double number =
            row.number(measure.name())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "it answers no %s: there is %s"
                                .formatted(measure.name(), row.values())));
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException("its %s is %s".formatted(measure.name(), number));
        }
        numbers = numbers.with(measure.name(), number);
      }
      return numbers;
    }

    @Override
    public List<Warning> warnings() {
      return unpinned
          ? List.of(
              IN_THIS_JVM,
              new Warning(
                  WarningCode.NO_PINNING,
                  "the thread could not be pinned to CPU %d: it may have moved"
                      .formatted(plan.cpu()),
                  "start the whole program pinned: taskset -c " + plan.cpu()))
          : List.of(IN_THIS_JVM);
    }
  }
}
