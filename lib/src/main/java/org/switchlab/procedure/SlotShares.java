package org.switchlab.procedure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;

/**
 * Divides the time of a pass among settings, in slots a visit.
 *
 * <p>At first by size: walks of large arrays scatter more, so they get more. Then by what was seen:
 * slots in proportion to how much they scatter, relative to the cost there (Neyman, <i>Journal of
 * the Royal Statistical Society</i> 97, 1934), within a third and three times of what a setting had
 * at first; where an open verdict needs more, twice of that. A pass stays as long as it was, so
 * that the number of passes does not follow from what they say.
 */
public final class SlotShares {

  /** Wanted time of a slot, in ns: some blocks of each flow. */
  public static final long SLOT_NS = 7_000_000;

  /** Wanted time of a pair block, in ns: short, so that what slows it slows the others too. */
  public static final long BLOCK_NS = 1_000_000;

  /** To start a visit's process, prepare it and end it, in ns. */
  private static final double START_NS = 8_000_000;

  /** What a slot takes longer than wanted: its last blocks, and new arrays. */
  private static final double BEYOND_SLOT_NS = 1_000_000;

  private static final double NEW_ARRAY_NS_PER_BYTE = 1;

  /**
   * So many passes have room in the budget, or slots become fewer: the more passes, the less does
   * an interval widen for their being few, which over many claims it does much.
   */
  private static final double WANTED_PASSES = 24;

  /** With more slots a visit than that, starting processes costs little any more. */
  private static final double MOST_PER_SHARE = 4;

  private static final double SMALL_SHARE = 1;
  private static final double MIDDLE_SHARE = 3;
  private static final double LARGE_SHARE = 10;
  private static final double FURTHEST = 3;
  private static final double NEEDED_WEIGHT = 2;

  /** Fewer do not tell how much they scatter. */
  private static final int FEWEST_SLOTS = 3;

  /** Halvings that find a factor to a thousandth. */
  private static final int HALVINGS = 40;

  private final Map<Setting, Double> start;
  private Map<Setting, Integer> slots;

  private SlotShares(Map<Setting, Double> start) {
    this.start = start;
    this.slots = whole(start);
  }

  /** For a plan on a machine. */
  public static SlotShares of(Plan plan, Machine machine) {
    OptionalLong l1d = machine.cacheBytes(1);
    OptionalLong l2 = machine.cacheBytes(2);
    ToDoubleFunction<Setting> share =
        setting ->
            share(
                bytes(setting),
                2 * l1d.orElse(Cache.USUAL_L1D_BYTES),
                l2.orElse(Cache.USUAL_L2_BYTES) / 2);
    List<Setting> settings = plan.settings();
    double sharesNs =
        settings.stream().mapToDouble(s -> share.applyAsDouble(s) * slotNs(bytes(s))).sum();
    double passNs = plan.effort().budgetMs() * 1e6 / WANTED_PASSES - settings.size() * START_NS;
    double factor = Math.clamp(passNs / sharesNs, 0, MOST_PER_SHARE);
    return new SlotShares(
        settings.stream()
            .distinct()
            .collect(Collectors.toMap(s -> s, s -> Math.max(1, factor * share.applyAsDouble(s)))));
  }

  private static long bytes(Setting setting) {
    return Point.of(setting, "").arrayBytes();
  }

  private static double slotNs(long arrayBytes) {
    return SLOT_NS + BEYOND_SLOT_NS + NEW_ARRAY_NS_PER_BYTE * arrayBytes;
  }

  private static double share(long arrayBytes, long smallBytes, long middleBytes) {
    if (arrayBytes <= smallBytes) {
      return SMALL_SHARE;
    }
    return arrayBytes <= middleBytes ? MIDDLE_SHARE : LARGE_SHARE;
  }

  /** Slots of the next visit of a setting, 1 or more. */
  public int of(Setting setting) {
    return Objects.requireNonNull(slots.get(setting), () -> setting + " is not of this plan");
  }

  /**
   * Divides anew.
   *
   * @param seen everything so far
   * @param needed settings that open verdicts need
   */
  public void renew(List<Observation> seen, Set<Setting> needed) {
    Map<Setting, List<Slot>> bySetting =
        seen.stream()
            .filter(Slot::isIn)
            .collect(
                Collectors.groupingBy(
                    Observation::setting, Collectors.mapping(Slot::of, Collectors.toList())));
    Map<Setting, Double> scatter = new HashMap<>();
    for (Setting setting : start.keySet()) {
      List<Slot> slotsSeen = bySetting.getOrDefault(setting, List.of());
      if (slotsSeen.size() < FEWEST_SLOTS) {
        return;
      }
      double weight = needed.contains(setting) ? NEEDED_WEIGHT : 1;
      scatter.put(setting, weight * relativeScatter(slotsSeen));
    }
    slots = inProportion(scatter);
  }

  /** The median deviation, because a disturbed slot now and then is trimmed off anyway. */
  private static double relativeScatter(List<Slot> slots) {
    double[] costsNs = slots.stream().mapToDouble(Slot::costNs).toArray();
    double center = Median.withDefaults().evaluate(costsNs.clone());
    double[] deviations = slots.stream().mapToDouble(s -> Math.abs(s.costNs() - center)).toArray();
    double relative = Median.withDefaults().evaluate(deviations) / Math.abs(center);
    return Double.isFinite(relative) ? relative : Double.MAX_VALUE;
  }

  /** With a factor that leaves a pass as long as it was at first. */
  private Map<Setting, Integer> inProportion(Map<Setting, Double> scatter) {
    int total = sum(whole(start));
    double low = -50;
    double high = 50;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      boolean tooMany = sum(scaled(scatter, Math.exp(middle))) > total;
      low = tooMany ? low : middle;
      high = tooMany ? middle : high;
    }
    return scaled(scatter, Math.exp(low));
  }

  private Map<Setting, Integer> scaled(Map<Setting, Double> scatter, double factor) {
    Map<Setting, Double> scaled = new HashMap<>();
    scatter.forEach(
        (setting, weight) -> {
          double first = start.getOrDefault(setting, 1.0);
          scaled.put(setting, Math.clamp(factor * weight, first / FURTHEST, first * FURTHEST));
        });
    return whole(scaled);
  }

  private static int sum(Map<Setting, Integer> slots) {
    return slots.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<Setting, Integer> whole(Map<Setting, Double> slots) {
    Map<Setting, Integer> whole = new HashMap<>();
    slots.forEach((setting, count) -> whole.put(setting, (int) Math.max(1, Math.round(count))));
    return whole;
  }
}
