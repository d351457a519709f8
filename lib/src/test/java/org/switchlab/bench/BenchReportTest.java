package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.cli.Main;
import org.switchlab.run.RunnerException;

class BenchReportTest {

  /** What a benchmark of this test does. */
  private interface Act {
    Reading of(Benchmark benchmark)
        throws NotMeasurableException, RunnerException, IOException, InterruptedException;
  }

  private static final class Acting extends Benchmark {
    private final Act act;

    Acting(String name, Act act) {
      super(name, "something");
      this.act = act;
    }

    @Override
    public Reading measure(Consumer<String> progress)
        throws NotMeasurableException, RunnerException, IOException, InterruptedException {
      progress.accept("at work");
      return act.of(this);
    }
  }

  private static final Benchmark KEEPS = new Acting("keeps", b -> Reading.of(b, Map.of(), 1, ""));
  private static final Benchmark BREAKS =
      new Acting("breaks", b -> Reading.of(b, Map.of(), 1.01, ""));

  @Test
  void whatFailsSaysWhyAndTheOthersGoOn() {
    var unable =
        new Acting(
            "unable",
            b -> {
              throw new NotMeasurableException("no such tool");
            });
    var failing =
        new Acting(
            "failing",
            b -> {
              throw new RunnerException("the runner died", null);
            });
    List<String> progress = new ArrayList<>();

    BenchReport report = BenchReport.of(List.of(unable, failing, KEEPS), progress::add);

    assertThat(report.readings())
        .extracting(Reading::kept)
        .containsExactly(Kept.NOT_MEASURABLE, Kept.NOT_MEASURABLE, Kept.YES);
    assertThat(report.readings())
        .extracting(Reading::note)
        .containsExactly("no such tool", "the runner died", "");
    assertThat(report.complete()).isTrue();
    assertThat(report.anyBroken()).isFalse();
    assertThat(progress).containsExactly("unable: at work", "failing: at work", "keeps: at work");
  }

  @Test
  void oneBrokenPromiseIsEnough() {
    assertThat(BenchReport.of(List.of(BREAKS, KEEPS), step -> {}).anyBroken()).isTrue();
  }

  @Test
  void anInterruptKeepsTheReadingsBeforeIt() {
    var interrupted =
        new Acting(
            "interrupted",
            b -> {
              throw new InterruptedException();
            });

    BenchReport report = BenchReport.of(List.of(KEEPS, interrupted, BREAKS), step -> {});

    assertThat(report.readings()).extracting(Reading::name).containsExactly("keeps");
    assertThat(report.complete()).isFalse();
  }

  @Test
  void anUnknownNameListsThoseThereAre() {
    assertThatThrownBy(() -> Benchmark.named(List.of("perf-pipe", "fig4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'fig4'", "fig3-full", "start-latency");
    assertThat(Benchmark.named(List.of("perf-pipe"))).hasSize(1);
    assertThat(Benchmark.named(List.of()))
        .isEqualTo(Benchmark.all().stream().filter(b -> !b.onlyWhenNamed()).toList())
        .hasSizeLessThan(Benchmark.all().size());
  }

  /** Known by name only, because the command line stands in a later package. */
  @Test
  void theCommandLineIsTheOneUsersCall() {
    assertThat(Subprocess.COMMAND_LINE).isEqualTo(Main.class.getName());
  }
}
