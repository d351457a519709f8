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
 * <p>The mean cost includes everything. What came between was the host's doing and not the
 * setting's: it met one setting and spared the next by chance, rarely and much, so that one
 * setting's visits cannot tell how much it is on average. So all slots of a pass say together what
 * it added to the direct part, and each setting has the same of it. How much that varies from pass
 * to pass is in the interval, beside the error of the typical cost.
 */
public final class SlotEstimator {

  private static final Median MEDIAN = Median.withDefaults();

  private final double level;
  private final MessageFloor floor;
  private final Map<Setting, List<SlotVisit>> bySetting;
  private final Map<Setting, Double> typicalDirectNs;
  private final Map<Setting, Map<Integer, Double>> beyondNs;

  /** For all visits of a run, which tell together what the host did to each pass. */
  public SlotEstimator(Plan plan, List<SlotVisit> visits) {
    this.level = plan.effort().level();
    this.floor = MessageFloor.of(visits);
    this.bySetting = visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
    this.typicalDirectNs =
        measured(visits)
            .collect(
                Collectors.groupingBy(
                    SlotVisit::setting,
                    Collectors.collectingAndThen(
                        Collectors.mapping(this::directNs, Collectors.toList()),
                        SlotEstimator::usual)));
    this.beyondNs = beyondNs(visits);
  }

  /** Of fewer than five nothing is trimmed, and one spoiled visit would pass for usual. */
  private static double usual(List<Double> passesNs) {
    double[] units = passesNs.stream().mapToDouble(Double::doubleValue).toArray();
    return units.length < 5 ? MEDIAN.evaluate(units) : Student.mean(units);
  }

  /**
   * By subject and pass, what everything included adds to the typical direct part, on average over
   * slots.
   */
  private Map<Setting, Map<Integer, Double>> beyondNs(List<SlotVisit> visits) {
    return measured(visits)
        .collect(
            Collectors.groupingBy(
                visit -> MessageFloor.subject(visit.setting()),
                Collectors.groupingBy(
                    SlotVisit::pass,
                    Collectors.flatMapping(
                        visit -> visit.accepted().stream().map(slot -> beyondNs(visit, slot)),
                        Collectors.averagingDouble(ns -> ns)))));
  }

  private double beyondNs(SlotVisit visit, Slot slot) {
    return slot.meanDirectNs() - typicalDirectNs.getOrDefault(visit.setting(), 0.0);
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
        meanInterval(visits),
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
        directNs(visit),
        mean(visit, Slot::indirectNs),
        typicalDirectNs.getOrDefault(visit.setting(), 0.0)
            + beyondNs(visit.setting()).getOrDefault(visit.pass(), 0.0)
            + mean(visit, Slot::meanIndirectNs));
  }

  /** Its own typical direct and mean indirect part, and beside them what all settings share. */
  private @Nullable Estimate meanInterval(List<SlotVisit> visits) {
    double[] ownNs =
        measured(visits)
            .mapToDouble(visit -> directNs(visit) + mean(visit, Slot::meanIndirectNs))
            .toArray();
    Map<Integer, Double> shared =
        visits.isEmpty() ? Map.of() : beyondNs(visits.getFirst().setting());
    double[] sharedNs = shared.values().stream().mapToDouble(Double::doubleValue).toArray();
    return TrimmedMean.of(ownNs)
        .flatMap(own -> TrimmedMean.untrimmed(sharedNs).map(own::plus))
        .map(mean -> mean.interval(level))
        .orElse(null);
  }

  private Map<Integer, Double> beyondNs(Setting setting) {
    return beyondNs.getOrDefault(MessageFloor.subject(setting), Map.of());
  }

  private double directNs(SlotVisit visit) {
    return mean(visit, slot -> floor.directNs(visit.setting(), slot));
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
