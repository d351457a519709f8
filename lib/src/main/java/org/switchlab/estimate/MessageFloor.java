package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;

/**
 * What a message without a switch takes while nobody disturbs the machine. It tells disturbed slots
 * from quiet ones, and what the disturbance added to a message with a switch: both slow down
 * together.
 *
 * <p>Only slots that are clearly disturbed are corrected. Correcting every slot by its message
 * would add the noise of the message to a cost that needs no correction: on a machine that was
 * quiet it gained nothing, and with few slots it lost.
 */
public final class MessageFloor {

  /** A slot is quiet if its message exceeds the floor by no more than this share… */
  private static final double TOLERANCE = 0.05;

  /** … or by no more than so many standard deviations of what messages vary by themselves. */
  private static final double DEVIATIONS = 4;

  /** A low quantile and not the minimum, so that one glitch cannot set the floor. */
  private static final double FLOOR_QUANTILE = 0.05;

  /** Makes a median of absolute differences of two normal values a standard deviation of one. */
  private static final double DIFFERENCE_TO_SIGMA = 1.4826 / Math.sqrt(2);

  /** Factors that change the walk and not the message. */
  static final List<String> WALK = List.of("arrayBytes", "strideBytes");

  /** What is known of one setting: its floor, up to where a message is quiet, and what is usual. */
  private record Level(double floorNs, double limitNs, double quietNs) {}

  private final Map<Setting, Level> levels;
  private final Map<Setting, Double> slopes;

  private MessageFloor(Map<Setting, Level> levels, Map<Setting, Double> slopes) {
    this.levels = Map.copyOf(levels);
    this.slopes = Map.copyOf(slopes);
  }

  /** From all accepted slots of a run. */
  public static MessageFloor of(List<SlotVisit> visits) {
    Map<Setting, Level> levels = new HashMap<>();
    Map<Setting, Double> slopes = new HashMap<>();
    Map<Setting, List<SlotVisit>> bySubject =
        visits.stream()
            .filter(visit -> !visit.accepted().isEmpty())
            .collect(Collectors.groupingBy(visit -> subject(visit.setting())));
    bySubject.forEach(
        (subject, own) -> {
          levels.putAll(levels(own));
          slopes.put(subject, slope(own, levels));
        });
    return new MessageFloor(levels, slopes);
  }

  /** What settings have in common that differ in the walk only: they send the same messages. */
  static Setting subject(Setting setting) {
    Setting subject = Setting.of();
    for (Map.Entry<String, Object> value : setting.row().values().entrySet()) {
      subject =
          WALK.contains(value.getKey()) ? subject : subject.with(value.getKey(), value.getValue());
    }
    return subject;
  }

  private static Map<Setting, Level> levels(List<SlotVisit> visits) {
    Map<Setting, List<SlotVisit>> bySetting =
        visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
    Map<Setting, Double> lowestNs = new HashMap<>();
    bySetting.forEach((setting, own) -> lowestNs.put(setting, lowNs(accepted(own))));
    Map<Setting, Level> levels = new HashMap<>();
    bySetting.forEach(
        (setting, own) -> levels.put(setting, level(own, floorNs(setting, lowestNs))));
    return levels;
  }

  private static double lowNs(List<Slot> slots) {
    return Quantile.withDefaults()
        .evaluate(slots.stream().mapToDouble(Slot::messageNs).toArray(), FLOOR_QUANTILE);
  }

  /**
   * The lowest of this and of all settings with as large an array: one that is larger displaces
   * more of what a message needs, so its message cannot be faster. This helps a setting that was
   * disturbed at each of its few visits.
   */
  private static double floorNs(Setting setting, Map<Setting, Double> lowestNs) {
    return lowestNs.entrySet().stream()
        .filter(other -> arrayBytes(other.getKey()) >= arrayBytes(setting))
        .mapToDouble(Map.Entry::getValue)
        .min()
        .orElseThrow();
  }

  private static long arrayBytes(Setting setting) {
    return setting.whole(WALK.getFirst(), 0);
  }

  private static Level level(List<SlotVisit> visits, double floorNs) {
    double limitNs = floorNs + Math.max(TOLERANCE * floorNs, DEVIATIONS * noiseNs(visits));
    double[] quietNs =
        accepted(visits).stream()
            .mapToDouble(Slot::messageNs)
            .filter(messageNs -> messageNs <= limitNs)
            .toArray();
    return new Level(
        floorNs, limitNs, quietNs.length == 0 ? floorNs : Mean.of(quietNs).getAsDouble());
  }

  /** How messages vary by themselves: from slot to slot within a visit, where the state is one. */
  private static double noiseNs(List<SlotVisit> visits) {
    List<Double> differencesNs = new ArrayList<>();
    for (SlotVisit visit : visits) {
      List<Slot> slots = visit.accepted();
      for (int i = 1; i < slots.size(); i++) {
        differencesNs.add(Math.abs(slots.get(i).messageNs() - slots.get(i - 1).messageNs()));
      }
    }
    return differencesNs.isEmpty()
        ? 0
        : DIFFERENCE_TO_SIGMA
            * Median.withDefaults()
                .evaluate(differencesNs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<Slot> accepted(Collection<SlotVisit> visits) {
    return visits.stream().flatMap(visit -> visit.accepted().stream()).toList();
  }

  /**
   * How many ns a message with a switch slows down while one without slows down by one. Between the
   * means of disturbed and of quiet slots, pooled over settings: a line through single slots would
   * be flattened by the noise of their messages.
   */
  private static double slope(List<SlotVisit> visits, Map<Setting, Level> levels) {
    double legsNs = 0;
    double messagesNs = 0;
    Map<Setting, List<SlotVisit>> bySetting =
        visits.stream().collect(Collectors.groupingBy(SlotVisit::setting));
    for (Map.Entry<Setting, List<SlotVisit>> own : bySetting.entrySet()) {
      double limitNs = levels.get(own.getKey()).limitNs();
      Map<Boolean, List<Slot>> byQuiet =
          accepted(own.getValue()).stream()
              .collect(Collectors.partitioningBy(slot -> slot.messageNs() <= limitNs));
      List<Slot> disturbed = byQuiet.get(false);
      List<Slot> quiet = byQuiet.get(true);
      if (!disturbed.isEmpty() && !quiet.isEmpty()) {
        legsNs += disturbed.size() * (mean(disturbed, Slot::legNs) - mean(quiet, Slot::legNs));
        messagesNs +=
            disturbed.size() * (mean(disturbed, Slot::messageNs) - mean(quiet, Slot::messageNs));
      }
    }
    // Where no setting shows both states, both messages are taken to slow down by one factor.
    return messagesNs > 0
        ? legsNs / messagesNs
        : mean(accepted(visits), Slot::legNs) / mean(accepted(visits), Slot::messageNs);
  }

  private static double mean(List<Slot> slots, Function<Slot, Double> timeNs) {
    return slots.stream().mapToDouble(timeNs::apply).average().orElseThrow();
  }

  /** Whether nobody disturbed {@code slot}, as far as its messages tell. */
  public boolean isQuiet(Setting setting, Slot slot) {
    return slot.messageNs() <= level(setting).limitNs();
  }

  /** What an undisturbed message takes at {@code setting}, in ns. */
  public double floorNs(Setting setting) {
    return level(setting).floorNs();
  }

  private Level level(Setting setting) {
    Level level = levels.get(setting);
    if (level == null) {
      throw new IllegalArgumentException("no slot of " + setting + " was accepted");
    }
    return level;
  }

  /**
   * The direct part of the typical cost that {@code slot} says, in ns: as it is if the slot was
   * quiet; else without what the disturbance added.
   */
  public double directNs(Setting setting, Slot slot) {
    if (isQuiet(setting, slot)) {
      return slot.directNs();
    }
    double addedNs = slot.messageNs() - level(setting).quietNs();
    double slope = slopes.getOrDefault(subject(setting), 1.0);
    return slot.directNs() - (slope - 1) * addedNs;
  }
}
