package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.bench.PerfPipe.PerfBench;
import org.switchlab.draw.Locales;

/** Outputs captured from perf 6.1. */
class PerfBenchTest {

  private static final double CAPTURED_US = 5.780460;

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void theTimeIsReadUnderAnyLocale(String locale) throws Exception {
    String output = captured("6.1-sched-pipe.txt");
    double durationNs =
        Locales.under(Locale.forLanguageTag(locale), () -> durationNs(output, 50_000));
    assertThat(durationNs).isCloseTo(CAPTURED_US * 50_000 * 1e3, within(1.0));
  }

  @Test
  void anotherNumberOfOperationsIsRefused() throws Exception {
    String output = captured("6.1-sched-pipe.txt");
    assertThatThrownBy(() -> PerfBench.durationNs(output, 40_000))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("# Executed 50000");
  }

  @Test
  void threadsAreNotProcesses() throws Exception {
    String output = captured("6.1-sched-pipe-threads.txt");
    assertThatThrownBy(() -> PerfBench.durationNs(output, 1_000))
        .isInstanceOf(NotMeasurableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Unknown benchmark: 'pipe' in sched\n", "# Executed 5 pipe operations"})
  void anythingElseIsShownAsItIs(String output) {
    assertThatThrownBy(() -> PerfBench.durationNs(output, 5))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageEndingWith(output.strip());
  }

  private static double durationNs(String output, long operations) {
    try {
      return PerfBench.durationNs(output, operations);
    } catch (NotMeasurableException e) {
      throw new AssertionError(e);
    }
  }

  private static String captured(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/perf", name));
  }
}
