package org.switchlab.experiment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Evidence;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.WorkStep;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;

/** What a switch costs and executes on each rung from a function call to a switch of processes. */
public final class Ladder extends Result {

  /** Of what was found. */
  public Ladder(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /**
   * What one rung of the ladder costs and executes. What was not measured or counted is absent.
   *
   * @param rung which one
   * @param cost its cost, as at any setting without an array
   * @param work what a switch executes, as counted
   */
  public record RungCost(Rung rung, CostEstimate cost, @Nullable SwitchWork work) {

    /** Time of a switch with the message that goes with it, in ns. */
    public @Nullable Double grossNs() {
      Double roundTripNs = cost.roundTripNs();
      return roundTripNs == null ? null : (Double) (roundTripNs / 2);
    }

    /** System calls made for each switch, those that pass the message included. */
    public @Nullable Double syscallsPerSwitch() {
      return work == null ? null : (Double) work.systemCallsPerSwitch();
    }

    /** System calls of the switch alone. */
    public @Nullable Double netSyscallsPerSwitch() {
      return work == null ? null : (Double) work.netSystemCallsPerSwitch();
    }

    /** Instructions executed in user mode for each switch, the message's included. */
    public @Nullable Double userInstructionsPerSwitch() {
      return work == null ? null : work.userInstructionsPerSwitch();
    }
  }

  /**
   * What it costs that a switch changes the address space: the switch between two processes less
   * the switch between two threads, all else equal.
   *
   * @param mechanism how the two sides wait for each other in both
   * @param differenceNs in ns, with the interval of the difference; absent if a side has no samples
   */
  public record AddressSpaceCost(String mechanism, @Nullable Estimate differenceNs) {}

  /** One entry a setting of the plan, from the floor up. */
  public List<RungCost> rungs() {
    Map<String, SwitchWork> work = work();
    return CostTable.read(plan(), rows(), rows(CostTable.PROCESSES)).stream()
        .map(
            cost -> {
              Rung rung = SwitchLadder.rung(cost.setting());
              return new RungCost(rung, cost, work.get(rung.subject()));
            })
        .toList();
  }

  /**
   * The rung called {@code name}.
   *
   * @throws IllegalArgumentException if it was not measured, listing those that were
   */
  public RungCost rung(String name) {
    List<RungCost> rungs = rungs();
    return rungs.stream()
        .filter(one -> one.rung().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the rung '%s' was not measured; there are: %s"
                        .formatted(
                            name,
                            rungs.stream()
                                .map(one -> one.rung().name())
                                .collect(Collectors.joining(", ")))));
  }

  /** One entry a mechanism that was measured between threads and between processes. */
  public List<AddressSpaceCost> addressSpaceCosts() {
    return rows(LadderAnalysis.ADDRESS_SPACE).rows().stream()
        .map(
            row ->
                new AddressSpaceCost(
                    row.text(LadderAnalysis.MECHANISM), row.estimate(Column.ESTIMATE_NAME)))
        .toList();
  }

  /** The raw couples, process by process, in the order measured. */
  public List<ProcessSample> samples() {
    return ProcessSample.of(observations());
  }

  /** What each subject's switch executes, as far as it was counted. */
  private Map<String, SwitchWork> work() {
    return find(WorkStep.TABLE).map(WorkStep::read).orElse(Map.of());
  }

  /** The rung of the paper's Fig. 5 beside that of its Fig. 3. */
  Evidence evidence() {
    return new Evidence(
            costs(Rung.GTHREAD),
            machine().cacheBytes(1),
            machine().cacheBytes(2),
            machine().cacheBytes(3),
            source().word())
        .beside(costs(Rung.PIPE_PROCESS))
        .executing(work());
  }

  /** The cost of a rung under the name of its subject, as claims know it; none if not measured. */
  private List<CostEstimate> costs(String rung) {
    return rungs().stream()
        .filter(one -> one.rung().name().equals(rung))
        .map(one -> one.cost().at(Setting.of("subject", one.rung().subject())))
        .toList();
  }
}
