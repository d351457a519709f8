package org.switchlab.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Check;
import org.switchlab.claim.Checks;
import org.switchlab.claim.Evidence;
import org.switchlab.counter.CountedMachine;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.SeenCaches;
import org.switchlab.figure.Figure;
import org.switchlab.file.Reason;
import org.switchlab.machine.Machine;
import org.switchlab.procedure.WorkStep;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultException;
import org.switchlab.result.ResultFolder;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.SlotRounds;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsCsv;
import org.switchlab.warning.WarningCode;

/** What switches cost at each setting, from stamped rounds or, in the paper's protocol, batches. */
public class SwitchCosts extends Result {

  private static final String SUBJECT = "subject";

  private final @Nullable Path folder;

  /** Of what was found. */
  public SwitchCosts(ResultData data, Presentation presentation) {
    this(data, presentation, null);
  }

  private SwitchCosts(ResultData data, Presentation presentation, @Nullable Path folder) {
    super(data, presentation);
    this.folder = folder;
  }

  /** The same stored in a folder, which may hold its rounds. */
  SwitchCosts in(Path folderOfRounds) {
    return new SwitchCosts(data(), presentation(), folderOfRounds);
  }

  /**
   * Every stamped round, slot by slot, in the order measured; none unless they were kept.
   *
   * @throws ResultException if its folder has become unreadable
   */
  public final List<SlotRounds> rounds() {
    if (folder == null) {
      return List.of();
    }
    try {
      List<Row> rows =
          RowsCsv.read(
              SlotRounds.columns(plan().factors()), ResultFolder.rounds(folder), row -> row);
      return SlotRounds.of(rows, plan().factorNames());
    } catch (IOException | IllegalArgumentException e) {
      String why = e instanceof IOException io ? Reason.of(io) : e.getMessage();
      throw new ResultException(
          "cannot read %s: %s".formatted(folder.resolve(ResultFolder.ROUNDS), why), e);
    }
  }

  /** One estimate a setting, in the plan's order. */
  public final List<CostEstimate> estimates() {
    return CostTable.read(plan(), rows(), rows(CostTable.PASSES));
  }

  /** The raw couples, process by process, in the order measured. */
  public final List<ProcessSample> samples() {
    return ProcessSample.of(observations());
  }

  /** The estimates of what the experiment is about: the subject of the plan's first setting. */
  public final List<CostEstimate> own() {
    return estimates().stream().filter(this::isOwn).toList();
  }

  /** The estimates of the subject measured beside it, to compare with; empty if there was none. */
  public final List<CostEstimate> companion() {
    return estimates().stream().filter(estimate -> !isOwn(estimate)).toList();
  }

  private boolean isOwn(CostEstimate estimate) {
    return estimate.setting().text(SUBJECT).equals(plan().settings().getFirst().text(SUBJECT));
  }

  /** The cost without an array, if it was measured. */
  public final Optional<CostEstimate> direct() {
    return own().stream().filter(estimate -> estimate.point().isDirect()).findFirst();
  }

  /**
   * The two parts of the cost on one another, by array size: message and switch, and the own array
   * fetched again. At a stride of one cache line if that was measured, else at the least one.
   */
  public final Figure partsFigure() {
    List<Long> strides = strides();
    boolean line = strides.isEmpty() || strides.contains(PartsFigure.LINE_BYTES);
    return PartsFigure.of(this, line ? PartsFigure.LINE_BYTES : strides.getFirst());
  }

  /**
   * The same at another stride.
   *
   * @throws IllegalArgumentException listing the strides that were measured, if it is none of them
   */
  public final Figure parts(long strideBytes) {
    if (!strides().contains(strideBytes)) {
      throw new IllegalArgumentException(
          "no array was walked in steps of %d B; there are: %s".formatted(strideBytes, strides()));
    }
    return PartsFigure.of(this, strideBytes);
  }

  private List<Long> strides() {
    return own().stream()
        .map(estimate -> estimate.point().strideBytes())
        .filter(stride -> stride > 0)
        .distinct()
        .sorted()
        .toList();
  }

  /** What each subject's switch executes, as far as it was counted. */
  public final Map<String, SwitchWork> work() {
    return find(WorkStep.TABLE).map(WorkStep::read).orElse(Map.of());
  }

  /** What it has to say about claims. */
  final Evidence evidence() {
    return evidence(own(), this).beside(companion()).executing(work());
  }

  /** What estimates of a result's machine have to say, from a run as long as its budget. */
  static Evidence evidence(List<CostEstimate> estimates, Result result) {
    Machine machine = result.machine();
    Long reachBytes = CountedMachine.of(machine).dtlbReachBytes();
    Double clockMhz = machine.frequency().currentMhz();
    var geometry =
        new Evidence.Geometry(
            machine.cacheBytes(1),
            machine.cacheBytes(2),
            reachBytes == null ? OptionalLong.empty() : OptionalLong.of(reachBytes),
            clockMhz == null ? OptionalDouble.empty() : OptionalDouble.of(clockMhz));
    Evidence.Geometry judged =
        SeenCaches.againstL2(machine, estimates)
            .or(() -> sharedL2(result))
            .map(geometry::doubtingL2)
            .orElse(geometry);
    return new Evidence(estimates, judged, result.source().word())
        .lasting(Duration.ofMillis(result.plan().effort().budgetMs()));
  }

  /**
   * Why costs from L2 on are not this machine's own: past L2 they are those of what others leave in
   * the cache behind it, and no interval of one run holds what another finds there.
   */
  private static Optional<String> sharedL2(Result result) {
    return result.warnings().stream()
        .filter(warning -> warning.code() == WarningCode.OTHERS_BUSY)
        .map(warning -> "Open while the machine is busy: " + warning.message())
        .findFirst();
  }

  /** A table of what is its own, without the subject that all of it has. */
  final Rows ownRows() {
    if (!rows().hasColumn(SUBJECT)) {
      return rows();
    }
    String own = plan().settings().getFirst().text(SUBJECT);
    return rows()
        .where(SUBJECT, own)
        .only(
            rows().columns().stream()
                .map(Column::name)
                .filter(name -> !name.equals(SUBJECT))
                .toArray(String[]::new));
  }

  /** The check that a claim's data name. */
  static Check<SwitchCosts> check() {
    return check(SwitchCosts::evidence);
  }

  /** The same on what a result has to say. */
  static <R extends Result> Check<R> check(Function<R, Evidence> evidence) {
    return (claim, result) ->
        Checks.ofCosts(Objects.requireNonNull(claim.check(), claim.id()))
            .answer(claim, evidence.apply(result));
  }
}
