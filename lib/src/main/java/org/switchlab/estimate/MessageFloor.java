package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;

/**
 * What a message without a switch takes while nobody disturbs the machine. It tells disturbed slots
 * from quiet ones, and by what factor the disturbance slowed a message with a switch: both slow
 * down together.
 *
 * <p>Only slots that are clearly disturbed are corrected, and only by that factor. Correcting every
 * slot by its message would add the noise of the message to a cost that needs no correction; and a
 * slope learnt from the slots can be learnt wrongly, where a factor is at most 1 and cannot carry a
 * cost beyond what was seen.
 */
public final class MessageFloor {

  /** A slot is quiet if its message exceeds the floor by no more than this share… */
  private static final double TOLERANCE = 0.05;

  /** … or by no more than so many standard deviations of what messages vary by themselves. */
  private static final double DEVIATIONS = 4;

  /**
   * A message with a switch that takes so many times what it takes at best held more than one
   * switch: somebody of the same priority ran in between, which no message alone can tell.
   */
  private static final double SOMEBODY_BETWEEN = 2;

  /** A low quantile and not the minimum, so that one glitch cannot set the floor. */
  private static final double FLOOR_QUANTILE = 0.05;

  /** Makes a median of absolute differences of two normal values a standard deviation of one. */
  private static final double DIFFERENCE_TO_SIGMA = 1.4826 / Math.sqrt(2);

  /** Factors that change the walk and not the message. */
  static final List<String> WALK = List.of("arrayBytes", "strideBytes");

  /**
   * What is known of one setting.
   *
   * @param floorNs the lowest that messages come down to, in ns
   * @param limitNs up to where a message is quiet, in ns
   * @param quietNs what quiet messages take on average, in ns
   * @param legLimitNs beyond which a message with a switch tells of somebody who ran between, in ns
   */
  private record Level(double floorNs, double limitNs, double quietNs, double legLimitNs) {

    boolean isFast(Slot slot) {
      return slot.messageNs() <= limitNs;
    }

    double directNs(Slot slot) {
      return isFast(slot) ? slot.directNs() : slot.directNs() * quietNs / slot.messageNs();
    }
  }

  private final Map<Setting, Level> levels;

  private MessageFloor(Map<Setting, Level> levels) {
    this.levels = Map.copyOf(levels);
  }

  /**
   * From all accepted slots of a run, setting by setting: an array displaces what messages need.
   */
  public static MessageFloor of(List<SlotVisit> visits) {
    Map<Setting, Level> levels = new HashMap<>();
    visits.stream()
        .filter(visit -> !visit.accepted().isEmpty())
        .collect(Collectors.groupingBy(SlotVisit::setting))
        .forEach((setting, own) -> levels.put(setting, level(own)));
    return new MessageFloor(levels);
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

  private static Level level(List<SlotVisit> visits) {
    List<Slot> slots = visits.stream().flatMap(visit -> visit.accepted().stream()).toList();
    double floorNs = lowNs(slots, Slot::messageNs);
    double limitNs = floorNs + Math.max(TOLERANCE * floorNs, DEVIATIONS * noiseNs(visits));
    double[] quietNs =
        slots.stream().mapToDouble(Slot::messageNs).filter(ns -> ns <= limitNs).toArray();
    return new Level(
        floorNs,
        limitNs,
        Mean.of(quietNs).getAsDouble(), // the lowest is always among them
        SOMEBODY_BETWEEN * lowNs(slots, Slot::legNs));
  }

  private static double lowNs(List<Slot> slots, ToDoubleFunction<Slot> timeNs) {
    return Quantile.withDefaults()
        .evaluate(slots.stream().mapToDouble(timeNs).toArray(), FLOOR_QUANTILE);
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

  /** Whether nobody disturbed {@code slot}, as far as its messages tell, with switches or not. */
  public boolean isQuiet(Setting setting, Slot slot) {
    Level level = level(setting);
    return level.isFast(slot) && slot.legNs() <= level.legLimitNs();
  }

  /** What an undisturbed message takes at {@code setting}, in ns. */
  public double floorNs(Setting setting) {
    return level(setting).floorNs();
  }

  /**
   * The direct part that {@code slot} says, in ns: as it is if the slot was quiet, else divided by
   * what the message was slowed down by.
   */
  double directNs(Setting setting, Slot slot) {
    return level(setting).directNs(slot);
  }

  private Level level(Setting setting) {
    Level level = levels.get(setting);
    if (level == null) {
      throw new IllegalArgumentException("no slot of " + setting + " was accepted");
    }
    return level;
  }
}
