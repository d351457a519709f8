package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * A message with a switch that takes so many times what it takes at best held more than one
   * switch: somebody of the same priority ran in between, which no message alone can tell.
   */
  private static final double SOMEBODY_BETWEEN = 2;

  /** A low quantile and not the minimum, so that one glitch cannot set the floor. */
  private static final double FLOOR_QUANTILE = 0.05;

  /** Makes a median of absolute differences of two normal values a standard deviation of one. */
  private static final double DIFFERENCE_TO_SIGMA = 1.4826 / Math.sqrt(2);

  private static final Median MEDIAN = Median.withDefaults();

  /** Factors that change the walk and not the message. */
  static final List<String> WALK = List.of("arrayBytes", "strideBytes");

  /**
   * What is known of one setting.
   *
   * @param floorNs the lowest that messages come down to, in ns
   * @param limitNs up to where a message is quiet, in ns
   * @param quietNs what quiet messages take on average, in ns
   * @param legLimitNs beyond which a message with a switch tells of somebody who ran between, in ns
   * @param slope how many ns a message with a switch slows down while one without does by one
   */
  private record Level(
      double floorNs, double limitNs, double quietNs, double legLimitNs, double slope) {

    boolean isFast(Slot slot) {
      return slot.messageNs() <= limitNs;
    }

    boolean isQuiet(Slot slot) {
      return isFast(slot) && slot.legNs() <= legLimitNs;
    }

    double addedNs(Slot slot) {
      return isFast(slot) ? 0 : (slope - 1) * (slot.messageNs() - quietNs);
    }

    Level with(double newSlope) {
      return new Level(floorNs, limitNs, quietNs, legLimitNs, newSlope);
    }
  }

  private final Map<Setting, Level> levels;

  private MessageFloor(Map<Setting, Level> levels) {
    this.levels = Map.copyOf(levels);
  }

  /** From all accepted slots of a run. */
  public static MessageFloor of(List<SlotVisit> visits) {
    Map<Setting, List<SlotVisit>> bySetting =
        visits.stream()
            .filter(visit -> !visit.accepted().isEmpty())
            .collect(Collectors.groupingBy(SlotVisit::setting));
    Map<Setting, List<Setting>> bySubject =
        bySetting.keySet().stream().collect(Collectors.groupingBy(MessageFloor::subject));
    Map<Setting, Level> levels = new HashMap<>();
    for (List<Setting> settings : bySubject.values()) {
      Map<Setting, List<SlotVisit>> own = new HashMap<>(bySetting);
      own.keySet().retainAll(settings);
      levels.putAll(levels(own));
    }
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

  private static Map<Setting, Level> levels(Map<Setting, List<SlotVisit>> bySetting) {
    Map<Setting, Double> lowestNs = new HashMap<>();
    bySetting.forEach((at, own) -> lowestNs.put(at, lowNs(accepted(own), Slot::messageNs)));
    Map<Setting, Level> levels = new HashMap<>();
    bySetting.forEach((at, own) -> levels.put(at, level(own, floorNs(at, lowestNs))));
    double slope = slope(bySetting, levels);
    levels.replaceAll((_, level) -> level.with(slope));
    return levels;
  }

  private static double lowNs(List<Slot> slots, ToDoubleFunction<Slot> timeNs) {
    return Quantile.withDefaults()
        .evaluate(slots.stream().mapToDouble(timeNs).toArray(), FLOOR_QUANTILE);
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
        floorNs,
        limitNs,
        quietNs.length == 0 ? floorNs : Mean.of(quietNs).getAsDouble(),
        SOMEBODY_BETWEEN * lowNs(accepted(visits), Slot::legNs),
        1);
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
            * MEDIAN.evaluate(differencesNs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<Slot> accepted(Collection<SlotVisit> visits) {
    return visits.stream().flatMap(visit -> visit.accepted().stream()).toList();
  }

  /**
   * How many ns a message with a switch slows down while one without slows down by one: the trimmed
   * mean over disturbed slots of all settings, each against the quiet ones of its setting. A line
   * through all slots would be flattened by the noise of messages.
   */
  private static double slope(Map<Setting, List<SlotVisit>> bySetting, Map<Setting, Level> levels) {
    List<Double> slopes = new ArrayList<>();
    List<Slot> all = new ArrayList<>();
    bySetting.forEach(
        (setting, visits) -> {
          List<Slot> slots = accepted(visits);
          all.addAll(slots);
          addSlopes(slots, Objects.requireNonNull(levels.get(setting)), slopes);
        });
    // Where no setting shows both states, both messages are taken to slow down by one factor.
    return slopes.isEmpty()
        ? trimmed(all, Slot::legNs) / trimmed(all, Slot::messageNs)
        : Student.mean(slopes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void addSlopes(List<Slot> slots, Level level, List<Double> slopes) {
    List<Slot> quiet = slots.stream().filter(level::isFast).toList();
    if (!quiet.isEmpty()) {
      double legNs = trimmed(quiet, Slot::legNs);
      slots.stream()
          .filter(slot -> !level.isFast(slot))
          .map(slot -> (slot.legNs() - legNs) / (slot.messageNs() - level.quietNs()))
          .forEach(slopes::add);
    }
  }

  private static double trimmed(List<Slot> slots, ToDoubleFunction<Slot> timeNs) {
    return Student.mean(slots.stream().mapToDouble(timeNs).toArray());
  }

  /** Whether nobody disturbed {@code slot}, as far as its messages tell, with switches or not. */
  public boolean isQuiet(Setting setting, Slot slot) {
    return level(setting).isQuiet(slot);
  }

  /** What an undisturbed message takes at {@code setting}, in ns. */
  public double floorNs(Setting setting) {
    return level(setting).floorNs();
  }

  /** Whether a slot of {@code setting} was accepted. */
  boolean has(Setting setting) {
    return levels.containsKey(setting);
  }

  private Level level(Setting setting) {
    Level level = levels.get(setting);
    if (level == null) {
      throw new IllegalArgumentException("no slot of " + setting + " was accepted");
    }
    return level;
  }

  /**
   * What disturbances added to the direct part that the accepted slots of {@code visit} say, in ns
   * on average; what nobody slowed is left as it is.
   */
  double addedNs(SlotVisit visit) {
    List<Slot> slots = visit.accepted();
    if (slots.isEmpty()) {
      return 0;
    }
    Level level = level(visit.setting());
    return slots.stream().mapToDouble(level::addedNs).average().orElseThrow();
  }
}
