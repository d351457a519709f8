package org.switchlab.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;

/**
 * Measures every point of a plan once a pass, in a new random order, until a judge is content: for
 * comparisons, which need all points at the same time and not each one precisely.
 */
public final class Passes {

  private final Plan plan;
  private final Measurer measurer;
  private final Consumer<ProcessSample> recorder;
  private final Pace pace;
  private final Random random;
  private final List<ProcessSample> measured = new ArrayList<>();

  /** Measures one point once. */
  public interface Measurer {
    /**
     * The couples of one visit.
     *
     * @throws RunnerException if there are none, and none are to be had at this point
     * @throws InterruptedException if the calling thread was interrupted; nothing is left then
     */
    List<Couple> measure(Point point, int pass, long seed)
        throws RunnerException, InterruptedException;
  }

  /**
   * Prepares to work {@code plan} off.
   *
   * @param recorder is given each sample as soon as it is complete
   * @param listener is told how far the run has come
   */
  public Passes(
      Plan plan, Measurer measurer, Consumer<ProcessSample> recorder, Progress.Listener listener) {
    this.plan = plan;
    this.measurer = measurer;
    this.recorder = recorder;
    this.pace = new Pace(plan, listener, System::nanoTime);
    this.random = new Random(plan.seed());
  }

  /**
   * Measures until {@code enough}, the budget, the most passes, or an interrupt.
   *
   * @param enough is asked after every pass from the least number of passes on
   * @return whether it was interrupted
   * @throws RunnerException if a point could not be measured; what was measured is kept
   */
  public boolean run(Predicate<Samples> enough) throws RunnerException {
    try {
      int most = plan.protocol().maxProcesses();
      for (int pass = 0; pass < most && !pace.isOver() && !isEnough(pass, enough); pass++) {
        measure(pass);
      }
      return false;
    } catch (InterruptedException e) {
      return true;
    } finally {
      pace.finish();
    }
  }

  /** Looks are a tenth apart, so that their cost stays a small share of a long run. */
  private boolean isEnough(int passes, Predicate<Samples> enough) {
    int least = plan.protocol().minProcesses();
    boolean due = passes >= least && passes % (1 + passes / 10) == 0;
    return due && enough.test(samples());
  }

  private void measure(int pass) throws RunnerException, InterruptedException {
    List<Point> order = new ArrayList<>(plan.points());
    Collections.shuffle(order, random);
    for (Point point : order) {
      pace.report(point, measured.size());
      long seed = random.nextLong() >>> 1;
      var sample = new ProcessSample(point, pass, seed, measurer.measure(point, pass, seed));
      measured.add(sample);
      recorder.accept(sample);
    }
  }

  /** What was measured so far. */
  public Samples samples() {
    return new Samples(measured);
  }
}
