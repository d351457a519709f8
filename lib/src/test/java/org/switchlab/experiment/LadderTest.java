package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.experiment.Ladder.AddressSpaceCost;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.plan.Point;
import org.switchlab.plan.Rung;
import org.switchlab.procedure.WorkStep;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Row;

/** What a ladder says, in tables, typed, drawn and stored. */
class LadderTest {

  private static final SwitchWork WORK =
      new SwitchWork(
          new SystemCalls(Variant.SINGLE, 100, 100, Map.of(), 900L),
          new SystemCalls(Variant.PAIR, 100, 600, Map.of("read", 600L), null));

  @TempDir private Path temporary;

  /** Each rung twice the one before; {@code call} cannot be told from nothing. */
  private static double costNs(Point point) {
    int row = Rung.names().indexOf(point.subject());
    return row == 0 ? 0 : 0.8 * Math.pow(1.9, row);
  }

  /** Of these rungs; what {@code call} executes cannot be counted. */
  private static Ladder ladder(Object... rungs) {
    Setup<Ladder> setup = SwitchLadder.EXPERIMENT.setup().seed(1).quick();
    return Scripted.run(
        rungs.length == 0 ? setup : setup.set("rungs", rungs),
        new ScriptedRunner(LadderTest::costNs).noise(0.01),
        new WorkStep(
            setting -> Optional.of(SwitchLadder.rung(setting).subject()), LadderTest::work));
  }

  private static SwitchWork work(String subject) throws RunnerException {
    if (subject.equals("call")) {
      throw new RunnerException("ptrace(PTRACE_SEIZE) failed: EPERM", null);
    }
    return WORK;
  }

  private static Ladder four() {
    return ladder("call", "gthread", "pipe-thread", "pipe-process");
  }

  @Test
  void theTableHasARowARungWithWhatItCostsAndExecutes() {
    Ladder ladder = four();
    assertThat(ladder.table().columnNames())
        .startsWith(
            "rung",
            "scope",
            "adds",
            "estimateNs",
            "ciLowNs",
            "ciHighNs",
            "grossNs",
            "syscallsPerSwitch",
            "netSyscallsPerSwitch",
            "userInstructionsPerSwitch")
        .contains("stop");
    assertThat(ladder.table().stringColumn("rung").asList())
        .containsExactly("call", "gthread", "pipe-thread", "pipe-process");
    Row uncounted = ladder.table().row(0);
    assertThat(uncounted.isMissing("syscallsPerSwitch")).isTrue();
    assertThat(uncounted.isMissing("estimateNs")).isFalse();
    Row gthread = ladder.table().row(1);
    assertThat(gthread.getDouble("syscallsPerSwitch")).isEqualTo(3);
    assertThat(gthread.getDouble("netSyscallsPerSwitch")).isEqualTo(2);
    assertThat(gthread.isMissing("userInstructionsPerSwitch")).isTrue();
    assertThat(ladder.has(WarningCode.WORK_NOT_COUNTED)).isTrue();
  }

  @Test
  void theSameIsReadByName() {
    Ladder.RungCost pipe = four().rung("pipe-process");
    assertThat(pipe.cost().switchCostNs().value())
        .isCloseTo(costNs(Point.direct("pipe-process")), within(100.0));
    assertThat(pipe.grossNs()).isGreaterThan(pipe.cost().switchCostNs().value());
    assertThat(pipe.syscallsPerSwitch()).isEqualTo(3);
    assertThat(pipe.netSyscallsPerSwitch()).isEqualTo(2);
    assertThat(pipe.work().pair().callsByName()).containsEntry("read", 600L);
    assertThat(four().rung("call").syscallsPerSwitch()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> four().rung("futex-thread"))
        .withMessageContaining("'futex-thread' was not measured")
        .withMessageContaining("gthread");
  }

  @Test
  void processesAreComparedWithThreadsOfTheSameMechanism() {
    Ladder ladder = four();
    assertThat(ladder.addressSpaceCosts())
        .extracting(AddressSpaceCost::mechanism)
        .containsExactly("pipe");
    Estimate differenceNs = ladder.addressSpaceCosts().getFirst().differenceNs();
    assertThat(
            ladder.rung("pipe-process").cost().switchCostNs().value()
                - ladder.rung("pipe-thread").cost().switchCostNs().value())
        .as("the difference is formed within passes, and holds that of the estimates")
        .isBetween(differenceNs.low(), differenceNs.high());
    assertThat(ladder.table("addressSpace").columnNames())
        .containsExactly("mechanism", "estimateNs", "ciLowNs", "ciHighNs");
    assertThat(ladder("pipe-process").addressSpaceCosts()).isEmpty();
  }

  @Test
  void whichSwitchCostsMoreIsAnsweredBetweenThePapersRungs() {
    assertThat(four().verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.id()).isEqualTo("CS-2"))
        .satisfies(
            verdict ->
                assertThat(verdict.why()).contains("The thread library makes 3 system calls"));
    assertThat(ladder("call").verdicts().getFirst().why()).contains("Needs the direct cost");
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    Ladder ladder = four();
    ladder.save(temporary.resolve("one"));
    assertThat(load("one")).isEqualTo(ladder);
    assertThat(load("one").rungs()).isEqualTo(ladder.rungs());
  }

  @Test
  void aKilledRunKeepsItsEstimates() {
    Ladder ladder = four();
    ResultWriter writer =
        ResultWriter.begin(
            temporary.resolve("killed"),
            org.switchlab.result.ResultData.begun(
                ladder.source(), ladder.measuredAt(), ladder.machine(), ladder.plan()));
    writer.append(ladder.observations());
    Ladder loaded = load("killed");
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.rung("gthread").cost().switchCostNs())
        .isEqualTo(ladder.rung("gthread").cost().switchCostNs());
    assertThat(loaded.addressSpaceCosts()).isEqualTo(ladder.addressSpaceCosts());
    assertThat(loaded.rung("gthread").work()).isNull();
  }

  private Ladder load(String name) {
    return SwitchLadder.EXPERIMENT.load(temporary.resolve(name));
  }

  @Test
  void everyEstimateStandsOnItsRowWithinTheAxes() {
    Figure figure = ladder().figure();
    RowScale rows = (RowScale) figure.y().scale();
    assertThat(rows.upright()).isTrue();
    assertThat(rows.names()).isEqualTo(Rung.names());
    assertThat(IntStream.range(0, rows.names().size()).mapToObj(rows::sentence))
        .isEqualTo(Rung.ALL.stream().map(Rung::adds).toList());
    assertThat(rows.notes())
        .zipSatisfy(
            ladder().rungs(),
            (note, one) ->
                assertThat(note)
                    .startsWith(
                        one.cost().switchCostNs() == null
                            ? Figure.NOTHING
                            : Units.duration(one.cost().switchCostNs().value())));
    for (Mark.Series series : figure.marks(Mark.Series.class)) {
      for (Dot dot : series.dots()) {
        double place = figure.atX(dot.x());
        assertThat(place).isBetween(figure.x().scale().axisMin(), figure.x().scale().axisMax());
      }
      if (series.lying()) {
        assertThat(series.dots())
            .allMatch(dot -> Rung.ALL.get((int) dot.y()).scope().word().equals(series.name()));
      }
    }
    assertThat(figure.marks(Mark.Series.class))
        .extracting(Mark.Series::name)
        .containsExactly(
            "with its message", "user", "thread", "process", "thread-cross", "process-cross");
  }

  @Test
  void whatReachesBelowTheAxisStandsOnItsEnd() {
    var scale = ladder().figure().x().scale();
    assertThat(scale.toAxis(-5)).isEqualTo(scale.axisMin());
    assertThat(scale.toAxis(0)).isEqualTo(scale.axisMin());
    assertThat(scale.toAxis(100)).isEqualTo(2);
    assertThat(scale.label(-1)).isEqualTo("0.1 ns");
    assertThat(scale.label(2)).isEqualTo("100 ns");
    assertThat(scale.label(3)).isEqualTo("1 µs");
    assertThat(scale.label(5)).isEqualTo("100 µs");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    Ladder ladder = ladder();
    for (int columns : new int[] {40, 60, 80, 100, 160}) {
      String text = ladder.toText(new TextStyle(columns, false, false));
      assertThat(text.lines()).allMatch(line -> line.length() <= columns);
      assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
    }
  }

  @Test
  void theTextHasEveryRungWithWhatItAddsAndTheMachinesFacts() {
    String text = ladder().toText(new TextStyle(160, true, false));
    assertThat(Rung.ALL)
        .allSatisfy(rung -> assertThat(text).contains(rung.name()).contains(rung.adds()));
    assertThat(text)
        .contains("The change of the address space", "TLB entries tagged by address space");
  }

  @Test
  void aLongerBarIsALargerCost() {
    Rows rows = ladder().rows();
    List<Long> bars =
        ladder()
            .toText(new TextStyle(160, true, false))
            .lines()
            .filter(line -> Rung.names().stream().anyMatch(name -> line.startsWith(name + " ")))
            .map(line -> line.chars().filter(c -> "█▒░▓▚".indexOf(c) >= 0).count())
            .filter(length -> length > 0)
            .toList();
    assertThat(bars).hasSizeGreaterThan(15).hasSizeLessThanOrEqualTo(rows.size()).isSorted();
  }

  @Test
  void theChartIsDrawnEvenOfNothing() {
    String svg = Svg.of(ladder().chartSvg());
    assertThat(svg).contains("gthread-register", "1 ns", "10 µs", "The same between processes");
    Ladder nothing =
        Scripted.of(
            SwitchLadder.EXPERIMENT.setup().set("rungs", "call"),
            List.of(Scripted.estimate(org.switchlab.plan.Setting.of("rung", "call"), null)),
            Rows.empty("addressSpace", List.of(org.switchlab.table.Column.text("mechanism", "m"))));
    assertThat(nothing.figure().isEmpty()).isTrue();
    assertThat(nothing.chartPng()).isNotEmpty();
  }
}
