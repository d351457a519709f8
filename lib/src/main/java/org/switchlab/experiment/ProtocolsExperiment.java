package org.switchlab.experiment;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchlab.defect.Conduct;
import org.switchlab.defect.WrongMethod;
import org.switchlab.defect.WrongMethods;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.plan.Protocols;
import org.switchlab.result.ProtocolsResult;

/**
 * Teaching by defect: named wrong ways to measure a switch, each beside the right one.
 *
 * <p>Varies the method, at one array size and stride. Measures, pass by pass and in random order,
 * the right way and what the wrong ones need beside it. Reads: how far each is off on this machine,
 * and how much it scatters when it is applied once.
 */
public final class ProtocolsExperiment extends Experiment<ProtocolsExperiment> {

  private static final Definition DEFINITION =
      new Definition(
          "protocols",
          List.of("defects"),
          "Wrong ways to measure a switch, beside the right one",
          "",
          "how far off published wrong methods are on this machine",
          List.of());

  static final Entry ENTRY = new Entry(DEFINITION, ProtocolsExperiment::new);

  private static final long USUAL_L2_BYTES = 1 << 20;

  private List<WrongMethod> methods = WrongMethods.all();
  private @Nullable Long sizeBytes;
  private long strideBytes = 64;
  private Protocol base = Protocols.passes();
  private @Nullable Double precision;
  private @Nullable Duration budget;

  /**
   * Begins to set one up: all methods, an array of half the machine's L2, where two arrays just
   * fill it and a switch has an indirect cost to be lost, and a stride of 64 B.
   */
  public ProtocolsExperiment() {
    super(DEFINITION);
  }

  @Override
  ProtocolsExperiment self() {
    return this;
  }

  /**
   * Applies only this method.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public ProtocolsExperiment only(String method) {
    methods = List.of(WrongMethods.named(method));
    return this;
  }

  /** Walks arrays of this one size, in bytes. */
  @Override
  public ProtocolsExperiment sizesBytes(long... values) {
    sizeBytes = requireOne("array size", values);
    return this;
  }

  /** Walks with this one stride, in bytes; 0 walks nothing, so that there is no indirect cost. */
  @Override
  public ProtocolsExperiment stridesBytes(long... values) {
    strideBytes = requireOne("stride", values);
    return this;
  }

  /** Stops when every error's interval has this half-width, as a share of the right cost. */
  @Override
  public ProtocolsExperiment precision(double share) {
    base.withPrecision(share);
    precision = share;
    return this;
  }

  @Override
  public ProtocolsExperiment budget(Duration longest) {
    base.withBudgetMs(longest.toMillis());
    budget = longest;
    return this;
  }

  /** Fewer passes, each shorter. */
  @Override
  public ProtocolsExperiment quick() {
    base = Protocols.quickPasses();
    return this;
  }

  private Protocol protocol() {
    Protocol precise = precision == null ? base : base.withPrecision(precision);
    return budget == null ? precise : precise.withBudgetMs(budget.toMillis());
  }

  @Override
  Plan plan(Machine machine) {
    long size = sizeBytes == null ? machine.cacheBytes(2).orElse(USUAL_L2_BYTES) / 2 : sizeBytes;
    List<Point> points =
        conducts(machine).stream()
            .flatMap(
                conduct ->
                    Grid.points(conduct.subject(), List.of(size), List.of(strideBytes)).stream())
            .toList();
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        points,
        protocol(),
        cpuOn(machine),
        seedOrDrawn());
  }

  /** On one CPU there is no other to be unpinned to: that method stays without a number. */
  private Set<Conduct> conducts(Machine machine) {
    Set<Conduct> conducts = EnumSet.of(Conduct.PAIRED);
    methods.forEach(method -> conducts.addAll(method.needs()));
    if (machine.allowedCpus().size() < 2) {
      conducts.remove(Conduct.UNPINNED);
    }
    return conducts;
  }

  @Override
  ProtocolsResult run(Machine machine, Plan plan) {
    return new ProtocolsRun(methods, machine, plan, listener(), folder()).result();
  }

  /** As {@link Experiment#run()}. */
  @Override
  public ProtocolsResult run() {
    return (ProtocolsResult) super.run();
  }
}
