package org.switchlab.procedure;

import java.time.Duration;
import org.switchlab.plan.Setting;

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
}
