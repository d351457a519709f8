package org.switchlab.procedure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;

/**
 * Visits settings again and again, pass by pass.
 *
 * @param howMuch how much, as options
 * @param measures what a visit sees
 * @param opener opens the visitor of a run
 * @param judging makes the judge of a run
 * @param nanoTime a monotonic clock, in ns
 */
public record Visits(
    EffortChoice howMuch,
    List<Column> measures,
    Opener opener,
    Judging judging,
    LongSupplier nanoTime)
    implements Procedure {

  /** Keeps an immutable copy. */
  public Visits {
    measures = List.copyOf(measures);
  }

  /** By the clock of this machine. */
  public Visits(EffortChoice howMuch, List<Column> measures, Opener opener, Judging judging) {
    this(howMuch, measures, opener, judging, System::nanoTime);
  }

  /** Opens visitors. */
  @FunctionalInterface
  public interface Opener {

    /**
     * The visitor of a run.
     *
     * @throws RunnerException if there is none for this machine
     */
    Visitor open(Task task) throws RunnerException;
  }

  /** Makes judges. */
  @FunctionalInterface
  public interface Judging {

    /** The judge of a run. */
    Judge of(Task task);
  }

  /** Looks once at each setting, which leaves nothing to judge. */
  public static Visits once(EffortChoice howMuch, List<Column> measures, Opener opener) {
    return new Visits(howMuch, measures, opener, task -> pilot -> Map.of());
  }

  @Override
  public List<Factor> options() {
    return howMuch.options();
  }

  @Override
  public Effort effort(Choices choices) {
    return howMuch.effort(choices);
  }

  @Override
  public Measured measure(Task task) {
    try (Visitor visitor = opener.open(task)) {
      return new Sampling(task, visitor, judging.of(task), nanoTime).run();
    } catch (RunnerException e) {
      throw new MeasuringException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Says how many passes a precision takes. */
  @FunctionalInterface
  public interface Judge {

    /**
     * Passes in all that each setting needs for the precision asked for; asked once, after the
     * pilot. A setting that is not in the answer needs no more.
     *
     * @param pilot everything seen in it, at all settings
     */
    Map<Setting, Integer> passes(List<Observation> pilot);
  }

  /** How much is measured, as options. */
  public interface EffortChoice {

    /** What people can set. */
    List<Factor> options();

    /**
     * How much {@code choices} ask for.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    Effort effort(Choices choices);
  }

  /**
   * An effort that is no matter of precision or time: it runs to its end.
   *
   * @param options what people can set all the same
   * @param protocol how much follows from that
   */
  public record FixedEffort(List<Factor> options, Function<Choices, Effort> protocol)
      implements EffortChoice {
    /** Keeps an immutable copy. */
    public FixedEffort {
      options = List.copyOf(options);
    }

    @Override
    public Effort effort(Choices choices) {
      return protocol.apply(choices);
    }
  }
}
