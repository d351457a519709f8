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
 * much, so that the few visits of one setting cannot tell how much it is on average. So all slots
 * of the run say together what it added to the direct part, and each setting has the same of it.
 */
public final class SlotEstimator {

  private static final Median MEDIAN = Median.withDefaults();

  private final double level;
  private final MessageFloor floor;
  private final Map<Setting, List<SlotVisit>> bySetting;
  private final Map<Integer, MessageFloor> withoutPass;
  private final Map<Setting, Double> beyondNs;

  /** For all visits of a run, which tell together what an undisturbed message takes. */
  public SlotEstimator(Plan plan, List<SlotVisit> visits) {
    this(plan, visits, MessageFloor.of(visits));
  }

  SlotEstimator(Plan plan, List<SlotVisit> visits, MessageFloor floor) {
    this.level = plan.effort().level();
    this.floor = floor;
    this.bySetting = visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
    this.withoutPass = withoutPass(visits, floor);
    this.beyondNs = beyondNs(visits);
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

  /**
   * By subject, what everything included adds to the typical direct part, on average over slots.
   */
  private Map<Setting, Double> beyondNs(List<SlotVisit> visits) {
    Map<Setting, Double> typicalNs =
        measured(visits)
            .collect(
                Collectors.groupingBy(
                    SlotVisit::setting,
                    Collectors.collectingAndThen(
                        Collectors.mapping(this::directNs, Collectors.toList()),
                        own -> usual(own.stream().mapToDouble(ns -> ns).toArray()))));
    return measured(visits)
        .collect(
            Collectors.groupingBy(
                visit -> MessageFloor.subject(visit.setting()),
                Collectors.flatMapping(
                    visit ->
                        visit.accepted().stream()
                            .map(slot -> slot.meanDirectNs() - typicalNs.get(visit.setting())),
                    Collectors.averagingDouble(ns -> ns))));
  }

  /** Of fewer than five nothing is trimmed, and one spoiled visit would pass for usual. */
  private static double usual(double[] passesNs) {
    return passesNs.length < 5 ? MEDIAN.evaluate(passesNs) : Student.mean(passesNs);
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
    double directNs = directNs(visit);
    double beyond = beyondNs.getOrDefault(MessageFloor.subject(visit.setting()), 0.0);
    return new SlotCost(
        visit.pass(),
        directNs,
        mean(visit, Slot::indirectNs),
        directNs + beyond + mean(visit, Slot::meanIndirectNs));
  }

  private double directNs(SlotVisit visit) {
    return mean(visit, Slot::directNs) - floor.addedNs(visit) + changedNs(visit);
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
    return values.length == 0 ? null : (Double) MEDIAN.evaluate(values);
  }
}
