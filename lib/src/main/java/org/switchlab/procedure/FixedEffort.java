package org.switchlab.procedure;

import java.util.List;
import java.util.function.Function;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Protocol;

/**
 * An effort that is no matter of precision or time: it runs to its end.
 *
 * @param options what people can set all the same
 * @param protocol how much follows from that
 */
public record FixedEffort(List<Factor> options, Function<Choices, Protocol> protocol)
    implements Effort {

  /** Keeps an immutable copy. */
  public FixedEffort {
    options = List.copyOf(options);
  }

  @Override
  public Protocol effort(Choices choices) {
    return protocol.apply(choices);
  }
}
