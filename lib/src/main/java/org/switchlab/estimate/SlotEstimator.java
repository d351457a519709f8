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

  /** For all visits of a run, which tell together what an undisturbed message takes. */
  public SlotEstimator(Plan plan, List<SlotVisit> visits) {
    this(plan, visits, MessageFloor.of(visits));
  }

  SlotEstimator(Plan plan, List<SlotVisit> visits, MessageFloor floor) {
    this.level = plan.effort().level();
    this.floor = floor;
    this.bySetting = visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
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
        interval(passes, SlotCost::meanNs),
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
        mean(visit, slot -> floor.directNs(visit.setting(), slot)),
        mean(visit, Slot::indirectNs),
        mean(visit, Slot::meanCostNs));
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
