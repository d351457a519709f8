package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.switchlab.experiment.Words.bytes;
import static org.switchlab.experiment.Words.cFunction;
import static org.switchlab.experiment.Words.choice;
import static org.switchlab.experiment.Words.count;
import static org.switchlab.experiment.Words.experiment;
import static org.switchlab.experiment.Words.lines;
import static org.switchlab.experiment.Words.measure;
import static org.switchlab.experiment.Words.program;
import static org.switchlab.experiment.Words.ratio;
import static org.switchlab.experiment.Words.share;
import static org.switchlab.experiment.Words.time;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.result.Result;
import org.switchlab.table.Unit;

/** The words of a cell: what they mean, and what is refused before anything is measured. */
class WordsTest {

  private static Experiment<Result> mine() {
    return experiment("mine").measure(time("late")).by(program("/bin/true"));
  }

  private static void refused(ThrowingCallable definition, String... words) {
    assertThatThrownBy(definition)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aWordWithValuesIsAFactorAndWithoutAMeasure() {
    Factor sleep = time("sleepNs", 1_000, 10_000);
    assertThat(sleep.word()).isEqualTo("sleep");
    assertThat(time("late").observed().name()).isEqualTo("lateNs");
    assertThat(time("lateNs")).isEqualTo(time("late"));
    assertThat(bytes("sent").observed().name()).isEqualTo("sentBytes");
    assertThat(bytes("arrayBytes", 64).column().unit()).isEqualTo(Unit.BYTES);
    assertThat(count("calls").observed().name()).isEqualTo("calls");
    assertThat(share("miss").observed().name()).isEqualTo("missShare");
    assertThat(share("load", 0.5).column().unit()).isEqualTo(Unit.SHARE);
    assertThat(ratio("slowdown").estimated().unit()).isEqualTo(Unit.RATIO);
    assertThat(measure("late", "ns")).isEqualTo(time("late"));
  }

  @Test
  void itsPlanFollowsFromTheWords() {
    Plan plan =
        mine()
            .vary(time("sleepNs", 1_000, 10_000), choice("slack", "none", "usual"))
            .set("sleep", "5us")
            .plan();
    assertThat(plan.settings()).hasSize(2);
    assertThat(plan.settings().getFirst().whole("sleepNs")).isEqualTo(5_000);
    assertThat(plan.factorNames()).containsExactly("sleepNs", "slack");
    assertThat(plan.measures()).containsExactly(time("late").observed());
  }

  @Test
  void aBadDefinitionIsRefusedWithNameReasonAndRemedy() {
    refused(
        () -> mine().vary(count("n", 1), count("n", 2)).setup(),
        "experiment 'mine' has the factor or measure 'n' twice",
        "give one of them another name");
    refused(() -> mine().vary(count("late", 1)).setup(), "has the factor or measure 'late' twice");
    refused(
        () -> mine().vary(time("lateNs", 1)).setup(), "has the factor or measure 'lateNs' twice");
    refused(
        () -> experiment("mine").vary(count("n", 1)).by(program("/bin/true")).setup(),
        "experiment 'mine' measures nothing",
        "add .measure(");
    refused(
        () -> experiment("mine").vary(count("n", 1)).measure(time("late")).setup(),
        "experiment 'mine' says not how it measures",
        "add .by(");
    refused(() -> measure("late", "hours"), "there is no unit 'hours'; there are: ns, bytes");
    refused(
        () -> mine().vary(Factor.count("n")).setup().plan(),
        "experiment 'mine' varies 'n' and gives it no value",
        "set(\"n\", …)");
    refused(() -> choice("slack"), "the factor 'slack' has no value");
    refused(() -> time("sleep", 5), "holds ns, and its name does not say so: call it 'sleepNs'");
    refused(() -> bytes("array", 5), "call it 'arrayBytes'");
    refused(() -> count("two words", 5), "'two words' is no name of a column");
    refused(() -> time("so late"), "'so late' is no name of a column");
    refused(() -> mine().vary(count("seed", 1)).setup(), "has the option 'seed' twice");
    refused(() -> experiment("My One"), "'My One' is no name of an experiment");
    refused(() -> program(), "a program has no name");
    refused(() -> cFunction(" "), "the C function is empty");
  }

  @Test
  void aFigureOfWhatIsNotThereIsRefusedBeforeMeasuring() {
    Experiment<Result> varied = mine().vary(count("n", 1));
    refused(
        () -> varied.show(lines().x("n").y("early")).setup(),
        "experiment 'mine' is shown by .y(\"early\"), which is no measure of it; there are: late");
    refused(() -> varied.show(lines().x("m")).setup(), ".x(\"m\"), which is no factor of it");
    refused(() -> varied.show(lines().each("m")).setup(), ".each(\"m\")", "there are: n");
  }

  @Test
  void namesThatAreTakenAreRefused() {
    refused(
        () -> Catalogue.register(experiment("fig3").measure(time("late")).by(program("/bin/true"))),
        "'fig3' is an experiment of SwitchLab's: give yours another name");
    refused(() -> mine().alias("kernel-switch").run(), "'kernel-switch' is an experiment of");
    refused(
        () -> mine().claim("CS-1", "late", r -> r.of("late").above(0)),
        "'CS-1' is a claim that SwitchLab ships");
  }

  @Test
  void aProcedureWithMeasuresOfItsOwnTakesNoOthers() {
    refused(
        () -> KernelSwitchCost.EXPERIMENT.measure(time("late")).setup(),
        "this way of measuring sees seed, ",
        "leave .measure(…) out");
  }

  @Test
  void oneDefinedAgainTakesThePlaceOfTheFirst() {
    Experiment<Result> second = mine().vary(count("n", 2));
    Catalogue.register(mine().vary(count("n", 1)));
    Catalogue.register(second);
    assertThat(Catalogue.all().stream().filter(e -> e.isCalled("mine")).toList())
        .isEqualTo(List.of(second));
  }
}
