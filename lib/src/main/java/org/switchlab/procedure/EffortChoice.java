package org.switchlab.procedure;

import java.util.List;
import java.util.function.Function;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;

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

  /**
   * An effort that is no matter of precision or time: it runs to its end.
   *
   * @param options what people can set all the same
   * @param protocol how much follows from that
   */
  record Fixed(List<Factor> options, Function<Choices, Effort> protocol) implements EffortChoice {
    /** Keeps an immutable copy. */
    public Fixed {
      options = List.copyOf(options);
    }

    @Override
    public Effort effort(Choices choices) {
      return protocol.apply(choices);
    }
  }
}
