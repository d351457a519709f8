package org.switchlab.estimate;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;
import org.switchlab.table.Estimate;

/**
 * Turns the slots of one setting into its estimate: slots whose switches were not the expected ones
 * are left out, the mean of the rest is what a pass says, and passes are the units.
 *
 * <p>The direct part is carried down to the undisturbed machine ({@link MessageFloor}); walks are
 * not, because how long they take hardly follows the state of the host. The mean cost is left as it
 * is.
 */
public final class SlotEstimator {

  private final double level;
  private final MessageFloor floor;
  private final Map<Setting, List<SlotVisit>> bySetting;
  private final Map<Integer, MessageFloor> withoutPass;

  /** For all visits of a run, which tell together what an undisturbed message takes. */
  public SlotEstimator(Plan plan, List<SlotVisit> visits) {
    this(plan, visits, MessageFloor.of(visits));
  }

  SlotEstimator(Plan plan, List<SlotVisit> visits, MessageFloor floor) {
    this.level = plan.effort().level();
    this.floor = floor;
    this.bySetting = visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
    this.withoutPass = withoutPass(visits, floor);
  }

  /** The floor that all passes but one know, by that one; none if nothing was disturbed. */
  private static Map<Integer, MessageFloor> withoutPass(
      List<SlotVisit> visits, MessageFloor floor) {
    if (visits.stream().allMatch(visit -> floor.addedNs(visit) == 0)) {
      return Map.of();
    }
    return visits.stream()
        .map(SlotVisit::pass)
        .distinct()
        .collect(
            Collectors.toMap(
                pass -> pass,
                pass -> MessageFloor.of(visits.stream().filter(v -> v.pass() != pass).toList())));
  }

  /** Whether {@code setting} was measured by slots. */
  public boolean has(Setting setting) {
    return bySetting.containsKey(setting);
  }

  /**
   * The estimate at {@code setting}.
   *
   * @param stop why sampling ended
   */
  public CostEstimate estimate(Setting setting, Stop stop) {
    List<SlotVisit> visits = bySetting.getOrDefault(setting, List.of());
    List<Slot> all = visits.stream().flatMap(visit -> visit.slots().stream()).toList();
    List<Slot> accepted = visits.stream().flatMap(visit -> visit.accepted().stream()).toList();
    List<SlotCost> passes =
        visits.stream().filter(v -> !v.accepted().isEmpty()).map(this::passCost).toList();
    return new CostEstimate(
        setting,
        interval(passes, SlotCost::costNs),
        PlainMean.interval(passes.stream().mapToDouble(SlotCost::meanNs).toArray(), level)
            .orElse(null),
        interval(passes, SlotCost::directNs),
        interval(passes, SlotCost::indirectNs),
        median(accepted, Slot::singleNs),
        median(accepted, Slot::roundTripNs),
        passes.stream().map(SlotCost::asPass).toList(),
        accepted.size(),
        all.size() - accepted.size(),
        all.stream().mapToLong(Slot::switchesExpected).sum(),
        all.stream().mapToLong(Slot::switchesCounted).sum(),
        stop);
  }

  /** What one pass says, both parts known. */
  private record SlotCost(int pass, double directNs, double indirectNs, double meanNs) {

    double costNs() {
      return directNs + indirectNs;
    }

    PassCost asPass() {
      return new PassCost(pass, costNs(), meanNs, directNs, indirectNs);
    }
  }

  private SlotCost passCost(SlotVisit visit) {
    return new SlotCost(
        visit.pass(),
        mean(visit, Slot::directNs) - floor.addedNs(visit) + changedNs(visit),
        mean(visit, Slot::indirectNs),
        mean(visit, Slot::meanCostNs));
  }

  /** How much less the other passes of its setting were corrected by because of {@code visit}. */
  private double changedNs(SlotVisit visit) {
    MessageFloor without = withoutPass.get(visit.pass());
    if (without == null || !without.has(visit.setting())) {
      return 0;
    }
    return bySetting.getOrDefault(visit.setting(), List.of()).stream()
        .filter(other -> other.pass() != visit.pass() && !other.accepted().isEmpty())
        .mapToDouble(other -> without.addedNs(other) - floor.addedNs(other))
        .sum();
  }

  private static double mean(SlotVisit visit, ToDoubleFunction<Slot> part) {
    return visit.accepted().stream().mapToDouble(part).average().orElseThrow();
  }

  private @Nullable Estimate interval(List<SlotCost> passes, ToDoubleFunction<SlotCost> number) {
    return Student.interval(passes.stream().mapToDouble(number).toArray(), level).orElse(null);
  }

  private static @Nullable Double median(List<Slot> slots, ToDoubleFunction<Slot> quantity) {
    double[] values = slots.stream().mapToDouble(quantity).toArray();
    return values.length == 0 ? null : (Double) Median.withDefaults().evaluate(values);
  }
}
