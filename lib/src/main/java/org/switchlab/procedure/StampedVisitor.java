package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.run.NativeRunner;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.run.StampedJob;
import org.switchlab.run.Stamping;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotRounds;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Measures slots of stamped rounds in a fresh runner process a visit. */
public final class StampedVisitor implements Visitor {

  private static final String SUBJECT = "subject";
  private static final String STAMP_SOURCE = "stampSource";
  private static final String STAMP_NS = "stampNs";

  private final Runner runner;
  private final Function<Setting, Target> targets;
  private final ToIntFunction<Setting> slotsOf;
  private final @Nullable Consumer<SlotRounds> rounds;
  private final Map<String, Stamping> bySubject = new LinkedHashMap<>();

  /**
   * What the runner is to measure.
   *
   * @param point subject, array, stride and pages
   * @param cpu logical CPU of both sides
   * @param slotNs time of a slot, in ns
   * @param blockNs wanted time of a pair block, in ns
   */
  public record Target(Point point, int cpu, long slotNs, long blockNs) {}

  /**
   * With a runner.
   *
   * @param targets what a setting means to the runner
   * @param slotsOf how many slots a visit of a setting has, 1 or more; asked at each visit, so that
   *     it may answer otherwise from pass to pass
   * @param rounds is given the rounds of each slot; absent to keep none
   */
  public StampedVisitor(
      Runner runner,
      Function<Setting, Target> targets,
      ToIntFunction<Setting> slotsOf,
      @Nullable Consumer<SlotRounds> rounds) {
    this.rounds = rounds;
    this.runner = runner;
    this.targets = targets;
    this.slotsOf = slotsOf;
  }

  /** The same keeping no rounds. */
  public StampedVisitor(
      Runner runner, Function<Setting, Target> targets, ToIntFunction<Setting> slotsOf) {
    this(runner, targets, slotsOf, null);
  }

  /**
   * With this machine's runner.
   *
   * @throws RunnerException if there is none for this machine
   */
  public static StampedVisitor open(
      Function<Setting, Target> targets,
      ToIntFunction<Setting> slotsOf,
      @Nullable Consumer<SlotRounds> rounds)
      throws RunnerException {
    return new StampedVisitor(NativeRunner.create(), targets, slotsOf, rounds);
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink)
      throws RunnerException, InterruptedException {
    Target target = targets.apply(setting);
    int slots = slotsOf.applyAsInt(setting);
    var job =
        new StampedJob(
            target.point(), seed, slots, target.slotNs(), target.blockNs(), target.cpu());
    Consumer<Slot> seen = slot -> sink.accept(slot.observation(setting, process, seed));
    Stamping stamping =
        rounds == null
            ? runner.stamped(job, seen)
            : keeping(job, setting, process, seen, Objects.requireNonNull(rounds));
    bySubject.putIfAbsent(target.point().subject(), stamping);
  }

  /** The rounds of a slot come before it, and belong to it only if it comes. */
  private Stamping keeping(
      StampedJob job, Setting setting, int pass, Consumer<Slot> seen, Consumer<SlotRounds> kept)
      throws RunnerException, InterruptedException {
    List<Rounds> waiting = new ArrayList<>();
    return runner.stamped(
        job,
        slot -> {
          kept.accept(new SlotRounds(setting, pass, slot.index(), waiting.removeLast()));
          seen.accept(slot);
        },
        waiting::add);
  }

  /** Rights that were refused, and stamps that the clock had to serve for. */
  @Override
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(runner.warnings());
    bySubject.values().stream()
        .filter(stamping -> stamping.source() == Stamping.Source.CLOCK)
        .findFirst()
        .ifPresent(stamping -> warnings.add(byClock(stamping)));
    return warnings;
  }

  private static Warning byClock(Stamping stamping) {
    return Warning.of(
        WarningCode.STAMPED_BY_CLOCK,
        String.format(
            Locale.ROOT,
            "the processor has no counter that ticks evenly, so the kernel's clock stamped the"
                + " rounds: a stamp takes %.0f ns, and a round trip is longer by four of them",
            stamping.stampNs()));
  }

  /** How each subject was stamped, and what a stamp costs, in ns. */
  @Override
  public List<Rows> facts() {
    if (bySubject.isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    bySubject.forEach((subject, stamping) -> rows.add(row(subject, stamping)));
    return List.of(
        new Rows(
            "stamping",
            List.of(
                Column.text(SUBJECT, "subject"),
                Column.text(STAMP_SOURCE, "stamped by"),
                Column.number(STAMP_NS, Unit.NS, "a stamp")),
            rows));
  }

  private static Row row(String subject, Stamping stamping) {
    return Row.of(
        SUBJECT, subject, STAMP_SOURCE, stamping.source().word(), STAMP_NS, stamping.stampNs());
  }
}
