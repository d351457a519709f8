package org.switchlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocols;
import org.switchlab.result.SwitchCostResult;

/**
 * What a switch costs, by array size and stride, or without an array, between the two sides of one
 * subject.
 */
public final class SwitchCostExperiment extends Experiment<SwitchCostExperiment> {

  private static final long LINE_BYTES = 64;

  private final String subject;
  private final boolean walksArray;
  private final ProtocolChoice choice;
  private @Nullable String companion;
  private boolean coarse;
  private @Nullable List<Long> sizesBytes;
  private @Nullable List<Long> stridesBytes;

  /**
   * An experiment as defined, with the adaptive protocol and the full grid.
   *
   * @param subject the measured loop, as the runner names it
   * @param walksArray whether size and stride are varied; if not, only the direct cost is taken
   */
  SwitchCostExperiment(Definition definition, String subject, boolean walksArray) {
    super(definition);
    this.subject = subject;
    this.walksArray = walksArray;
    this.choice = new ProtocolChoice(walksArray ? Protocols.adaptive() : Protocols.onePoint());
  }

  /**
   * Measures another subject in the same run, thinly: its direct cost and one curve, to lay behind
   * the chart and to compare with under the same conditions.
   */
  SwitchCostExperiment beside(String otherSubject) {
    companion = otherSubject;
    return this;
  }

  @Override
  SwitchCostExperiment self() {
    return this;
  }

  @Override
  public SwitchCostExperiment sizesBytes(long... values) {
    requireArray("sizesBytes");
    sizesBytes = requireSome("size", values);
    return this;
  }

  @Override
  public SwitchCostExperiment stridesBytes(long... values) {
    requireArray("stridesBytes");
    stridesBytes = requireSome("stride", values);
    return this;
  }

  private void requireArray(String setting) {
    if (!walksArray) {
      throw new IllegalArgumentException(
          "%s walks no array, so %s means nothing to it: use kernel-switch"
              .formatted(definition().name(), setting));
    }
  }

  private static List<Long> requireSome(String what, long[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no %s is given: name at least one".formatted(what));
    }
    return Arrays.stream(values).boxed().toList();
  }

  @Override
  public SwitchCostExperiment precision(double share) {
    choice.precision(share);
    return this;
  }

  @Override
  public SwitchCostExperiment budget(Duration longest) {
    choice.budget(longest);
    return this;
  }

  @Override
  public SwitchCostExperiment quick() {
    choice.base(walksArray ? Protocols.quick() : Protocols.quickOnePoint());
    coarse = true;
    return this;
  }

  @Override
  public SwitchCostExperiment paper(double scale) {
    choice.base(Protocols.paper(scale));
    coarse = false;
    return this;
  }

  @Override
  Plan plan(Machine machine) {
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        points(machine),
        choice.protocol(),
        cpuOn(machine),
        seedOrDrawn());
  }

  private List<Point> points(Machine machine) {
    if (!walksArray) {
      return List.of(Point.direct(subject));
    }
    List<Point> points = new ArrayList<>(Grid.points(subject, sizes(machine), strides()));
    if (companion != null) {
      points.addAll(Grid.points(companion, sizes(machine), thinned(strides())));
    }
    return points;
  }

  /** The direct cost and one curve: a stride of one cache line if that is asked for. */
  private static List<Long> thinned(List<Long> strides) {
    List<Long> walked = strides.stream().filter(stride -> stride > 0).toList();
    if (walked.isEmpty()) {
      return List.of(0L);
    }
    return List.of(0L, walked.contains(LINE_BYTES) ? LINE_BYTES : walked.getFirst());
  }

  private List<Long> sizes(Machine machine) {
    if (sizesBytes != null) {
      return sizesBytes;
    }
    return coarse
        ? Grid.quickSizesBytes(machine.cacheBytes(1), machine.cacheBytes(2))
        : Grid.sizesBytes(machine.cacheBytes(1), machine.cacheBytes(2));
  }

  private List<Long> strides() {
    if (stridesBytes != null) {
      return stridesBytes;
    }
    return coarse ? Grid.QUICK_STRIDES_BYTES : Grid.PAPER_STRIDES_BYTES;
  }

  @Override
  SwitchCostResult run(Machine machine, Plan plan) {
    return new SwitchCostRun(definition(), machine, plan, listener(), folder()).result();
  }

  /** As {@link Experiment#run()}. */
  @Override
  public SwitchCostResult run() {
    return (SwitchCostResult) super.run();
  }
}
