package org.switchlab.procedure;

import java.util.List;
import java.util.function.Function;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Factor;

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
