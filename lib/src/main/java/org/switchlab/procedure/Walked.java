package org.switchlab.procedure;

import java.util.List;
import java.util.function.Consumer;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.run.WalkOrder;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;

/**
 * Asks the runner in which order its walk touches an array, without measuring any time. Observes
 * the index of an element a touch; the repetition is the touch's place in the order.
 */
public final class Walked implements Visitor {

  /** Column of the touched element's index. */
  public static final String INDEX = "index";

  private static final String SUBJECT = "pipe-pair";

  private Walked() {}

  /** Asking for each setting, once. */
  public static Procedure once() {
    return Visits.once(
        new FixedEffort(List.of(), choices -> Efforts.once(1)),
        List.of(Column.count(INDEX, "index of the element")),
        task -> new Walked());
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    int[] indexes = WalkOrder.of(Point.of(setting, SUBJECT));
    for (int touch = 0; touch < indexes.length; touch++) {
      sink.accept(new Observation(setting, process, touch, Row.of(INDEX, indexes[touch])));
    }
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }
}
