package org.switchlab.estimate;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * not, because how long they take hardly follows the state of the host.
 *
 * <p>The mean cost includes everything, of the time that the run took. What came between was the
 * host's doing and not the setting's: it met one setting and spared the next by chance, rarely and
 * much, so that one setting's visits cannot tell how much it is on average. So all slots of a pass
 * say together what it added to the direct part, and each setting has the same of it.
 */
public final class SlotEstimator {

  private static final Median MEDIAN = Median.withDefaults();

  private final double level;
  private final MessageFloor floor;
  private final Map<Setting, List<SlotVisit>> bySetting;
  private final Map<List<Object>, Double> beyondNs;

  /** For all visits of a run, which tell together what the host did to each pass. */
  public SlotEstimator(Plan plan, List<SlotVisit> visits) {
    this.level = plan.effort().level();
    this.floor = MessageFloor.of(visits);
    this.bySetting = visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
    this.beyondNs = beyondNs(visits);
  }

  /**
   * By subject and pass, what everything included adds to the typical direct part, on average over
   * slots.
   */
  private Map<List<Object>, Double> beyondNs(List<SlotVisit> visits) {
    return measured(visits)
        .collect(
            Collectors.groupingBy(
                SlotEstimator::subjectAndPass,
                Collectors.flatMapping(
                    visit ->
                        visit.accepted().stream()
                            .map(slot -> slot.meanDirectNs() - directNs(visit, slot)),
                    Collectors.averagingDouble(ns -> ns))));
  }

  private static List<Object> subjectAndPass(SlotVisit visit) {
    return List.of(MessageFloor.subject(visit.setting()), visit.pass());
  }

  /** Those of which a slot was accepted. */
  private static Stream<SlotVisit> measured(List<SlotVisit> visits) {
    return visits.stream().filter(visit -> !visit.accepted().isEmpty());
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
    List<SlotCost> passes = measured(visits).map(this::passCost).toList();
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
    double directNs = mean(visit, slot -> directNs(visit, slot));
    return new SlotCost(
        visit.pass(),
        directNs,
        mean(visit, Slot::indirectNs),
        directNs
            + beyondNs.getOrDefault(subjectAndPass(visit), 0.0)
            + mean(visit, Slot::meanIndirectNs));
  }

  private double directNs(SlotVisit visit, Slot slot) {
    return floor.directNs(visit.setting(), slot);
  }

  private static double mean(SlotVisit visit, ToDoubleFunction<Slot> part) {
    return visit.accepted().stream().mapToDouble(part).average().orElseThrow();
  }

  private @Nullable Estimate interval(List<SlotCost> passes, ToDoubleFunction<SlotCost> number) {
    return Student.interval(passes.stream().mapToDouble(number).toArray(), level).orElse(null);
  }

  private static @Nullable Double median(List<Slot> slots, ToDoubleFunction<Slot> quantity) {
    double[] values = slots.stream().mapToDouble(quantity).toArray();
    return values.length == 0 ? null : (Double) MEDIAN.evaluate(values);
  }
}
