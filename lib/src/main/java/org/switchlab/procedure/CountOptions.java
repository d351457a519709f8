package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.PerfSource;
import org.switchlab.counter.RecordedSource;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Presets;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;

/** What can be set where something is counted: by whom, on which machine, how often. */
public final class CountOptions {

  /** The preset of the machine it runs on. */
  private static final String THIS = "this";

  private static final String TIMER = "timer";
  private static final String PLACEMENT = "placement";
  private static final String NONE = "none";

  /** Who counts. */
  public static final Factor SOURCE =
      Factor.choice(
              "source",
              List.of(
                  CounterSources.AUTO, PerfSource.NAME, EmulatedSource.NAME, RecordedSource.NAME))
          .one(null)
          .help("Who counts: perf, emulated, recorded or auto (the first that can be had).");

  /** The machine that is emulated. */
  public static final Factor PRESET = preset();

  /** Where a recording lies. */
  public static final Factor RECORDING =
      Factor.text("recording").one(null).help("Replay the counts stored in this folder.");

  private CountOptions() {}

  private static Factor preset() {
    List<String> names = new ArrayList<>(Presets.all().stream().map(Geometry::name).toList());
    names.add(THIS);
    return Factor.choice("preset", names)
        .where(
            "one of " + String.join(", ", names),
            name -> names.stream().anyMatch(name.toString()::equalsIgnoreCase))
        .one(Presets.paper().name())
        .help("Machine to emulate: a preset, such as xeon-d-1541 (the paper's), or 'this'.");
  }

  /** What makes emulated repetitions differ. */
  public static Factor vary(Disturbance usual) {
    return Factor.choice("vary", List.of(TIMER, PLACEMENT, NONE))
        .by(words(usual))
        .help("What makes emulated repetitions differ: timer, placement, or none.");
  }

  /** As {@link #vary} is set to it. */
  public static List<String> words(Disturbance what) {
    List<String> words = new ArrayList<>();
    if (what.timer()) {
      words.add(TIMER);
    }
    if (what.placement()) {
      words.add(PLACEMENT);
    }
    return words.isEmpty() ? List.of(NONE) : words;
  }

  /** How often each setting is counted. */
  public static Factor repetitions(int usual, int quick) {
    return Factor.count("repetitions")
        .one(null)
        .where("1 or more", times -> (long) times >= 1)
        .by((machine, quickly) -> List.of(quickly ? quick : usual))
        .help("Count each setting N times; 2 or more show its range.");
  }

  /** The source asked for; a recording that was named is used unless another source is. */
  static String source(Choices choices) {
    String otherwise = choices.has(RECORDING.name()) ? RecordedSource.NAME : CounterSources.AUTO;
    return choices.one(SOURCE.name()).map(Object::toString).orElse(otherwise);
  }

  /** The machine to emulate. */
  public static Geometry geometry(Choices choices) {
    String name = choices.text(PRESET.name());
    return name.equalsIgnoreCase(THIS)
        ? Geometry.ofMachine(choices.machine())
        : Presets.named(name);
  }

  /** What makes emulated repetitions differ. */
  static Disturbance disturbance(Choices choices) {
    List<String> what = choices.texts("vary");
    return new Disturbance(what.contains(TIMER), what.contains(PLACEMENT));
  }

  /** How often to count. */
  public static int times(Choices choices) {
    return Math.toIntExact(choices.whole("repetitions"));
  }
}
