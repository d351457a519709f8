package org.switchlab.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;

/**
 * The end of one step of one process.
 *
 * @param variant which flow it was in
 * @param side which process
 * @param step what it had just done
 * @param timeNs when, on the monotonic clock of all processes, in ns
 */
public record Stamp(Variant variant, Side side, Step step, long timeNs) {

  private static final String VARIANT = "variant";
  private static final String SIDE = "side";
  private static final String STEP = "step";
  private static final String TIME = "timeNs";

  /** What is seen when a step ends; the repetition is the round it belongs to. */
  public static final List<Column> MEASURES =
      List.of(
          Column.text(VARIANT, "flow"),
          Column.text(SIDE, "side"),
          Column.text(STEP, "step"),
          Column.whole(TIME, Unit.NS, "time"));

  /** Which of the two processes. */
  public enum Side {
    /** The one that forked, and sends first. */
    PARENT,
    /** The one that was forked, and answers. */
    PEER
  }

  /** What a process had just done when it took a time stamp. */
  public enum Step {
    /** Nothing yet: the loop begins. */
    BEGUN,
    /** It has walked its array. */
    WALKED,
    /** Its message is written. */
    WRITTEN,
    /** A message is read; if there was none, it waited for it. */
    READ
  }

  /** The stamps of one process, in the order given. */
  public static List<Observation> observations(Setting setting, int process, List<Stamp> stamps) {
    Map<Row, Integer> rounds = new HashMap<>();
    List<Observation> observations = new ArrayList<>();
    for (Stamp stamp : stamps) {
      Row what =
          Row.of(
              VARIANT, stamp.variant().word(),
              SIDE, word(stamp.side()),
              STEP, word(stamp.step()));
      int round = rounds.merge(what, 1, Integer::sum) - 1;
      observations.add(new Observation(setting, process, round, what.with(TIME, stamp.timeNs())));
    }
    return observations;
  }

  /** The stamps of every process, in the order observed. */
  public static List<Stamp> of(List<Observation> observations) {
    return observations.stream().map(observation -> stamp(observation.seen())).toList();
  }

  private static Stamp stamp(Row seen) {
    return new Stamp(
        Variant.of(seen.text(VARIANT)),
        Side.valueOf(seen.text(SIDE).toUpperCase(Locale.ROOT)),
        Step.valueOf(seen.text(STEP).toUpperCase(Locale.ROOT)),
        seen.whole(TIME));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
