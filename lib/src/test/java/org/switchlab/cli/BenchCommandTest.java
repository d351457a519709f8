package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.switchlab.bench.Benchmark;
import picocli.CommandLine;

class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsEveryBenchmarkWithItsPromise() {
    assertThat(execute("bench", "--list")).isEqualTo(ExitCode.DONE);
    String words = out.toString().replaceAll("\\s+", " ");
    for (Benchmark benchmark : Benchmark.all()) {
      assertThat(words).contains(benchmark.name() + " " + benchmark.promise());
    }
  }

  @Test
  void anUnknownNameIsWrongUsage() {
    assertThat(execute("bench", "no-such-benchmark")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("no-such-benchmark", "fig3-quick");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void onlyFaultsTakesNamesOfFaults() {
    assertThat(execute("bench", "start-latency", "--only", "load/"))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("start-latency takes neither --only nor --seed");
  }

  @Test
  void aFaultThatThereIsNotIsWrongUsage() {
    assertThat(execute("bench", "faults", "--only", "nix")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("no fault is called nix", "load/", "runner/");
  }

  private int execute(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
