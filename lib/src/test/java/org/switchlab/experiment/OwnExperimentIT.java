package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.switchlab.experiment.Words.cFunction;
import static org.switchlab.experiment.Words.choice;
import static org.switchlab.experiment.Words.count;
import static org.switchlab.experiment.Words.experiment;
import static org.switchlab.experiment.Words.lambda;
import static org.switchlab.experiment.Words.lines;
import static org.switchlab.experiment.Words.program;
import static org.switchlab.experiment.Words.time;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.warning.WarningCode;

/** An experiment defined as in a cell: by a C function, a program, a lambda. */
class OwnExperimentIT {

  private static final String SLEEP =
      """
      double measure(void) {
        struct timespec duration = {0, sleepNs};
        int64_t before = nanoseconds();
        nanosleep(&duration, NULL);
        observe("calls", 1);
        return nanoseconds() - before - sleepNs;
      }
      """;

  @TempDir Path folder;

  private static Experiment<Result> sleeping(String name) {
    return experiment(name)
        .title("How late a sleep ends")
        .vary(time("sleepNs", 1_000, 2_000_000))
        .measure(time("late"), count("calls"))
        .by(cFunction(SLEEP))
        .show(lines().x("sleepNs").y("late"))
        .claim("MY-1", "a sleep ends late", r -> r.of("late").above(0))
        .claim("MY-2", "it is early", r -> r.at("sleepNs", 1_000).below(0))
        .claim("MY-3", "there is more", r -> r.at("sleepNs", 5).above(r.at("sleepNs", 1_000)));
  }

  @Test
  void aCFunctionHasEverythingThatOursHave() throws Exception {
    List<Progress> reports = new ArrayList<>();
    Result result =
        sleeping("late-sleep-c")
            .setup()
            .quick()
            .budget(Duration.ofSeconds(3))
            .progress(reports::add)
            .saveTo(folder.resolve("r"))
            .run();

    assertThat(result.rows().rows()).hasSize(2);
    Row first = result.rows().rows().getFirst();
    Estimate late = first.estimate("late");
    assertThat(late.low()).isPositive().isLessThanOrEqualTo(late.value());
    assertThat(first.estimate("calls").value()).isEqualTo(1);
    assertThat(first.whole("visits")).isGreaterThanOrEqualTo(3);
    assertThat(result.table().columnNames())
        .containsSequence("sleepNs", "lateNs", "lateLowNs", "lateHighNs", "calls", "callsLow");
    assertThat(result.verdicts())
        .extracting(v -> v.outcome())
        .containsExactly(Outcome.CONFIRMED, Outcome.REFUTED, Outcome.NOT_MEASURABLE);
    assertThat(reports.getLast().finished()).isTrue();
    assertThat(result.toString()).contains("MY-1", "How late a sleep ends");
    assertThat(result.toText(TextStyle.PLAIN)).contains("MY-1", "a sleep ends late");
    assertThat(result.toHtml()).contains("a sleep ends late");
    assertThat(Svg.of(result.chartSvg())).contains("late");
    assertThat(result.at("sleepNs", 1_000).estimate()).isEqualTo(late);

    assertThat(Catalogue.load(folder.resolve("r"))).isEqualTo(result);
    assertThat(sleeping("late-sleep-c").load(folder.resolve("r"))).isEqualTo(result);
    assertThat(Catalogue.find("late-sleep-c")).isPresent();
  }

  @Test
  void aFunctionThatRepeatsIsTimed() {
    Result result =
        experiment("divide")
            .vary(choice("kind", "divide", "add"))
            .measure(time("work"))
            .by(
                cFunction(
                    """
                    void repeat(long n) {
                      volatile long x = 1000003, y = 7, z;
                      int divide = strcmp(kind, "divide") == 0;
                      for (long i = 0; i < n; i++) z = divide ? x / y : x + y;
                      keep(z);
                    }
                    """))
            .setup()
            .quick()
            .budget(Duration.ofSeconds(2))
            .run();
    assertThat(result.of("work").within(0.05, 1_000).outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void aMistakeInCIsShownWithItsLine() {
    assertThatThrownBy(
            () -> sleeping("broken").by(cFunction("double measure(void) {\n  return x;\n}")).run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("the C function of broken does not compile")
        .hasMessageContaining("broken.c:2:10: error: ");
    assertThatThrownBy(() -> sleeping("empty").by(cFunction("int x;")).run())
        .hasMessageContaining("the program empty exited with code 1")
        .hasMessageContaining("write double measure(void), or void repeat(long repetitions)");
    assertThatThrownBy(
            () ->
                experiment("word")
                    .vary(choice("switch", "a"))
                    .measure(time("late"))
                    .by(cFunction(SLEEP))
                    .run())
        .hasMessageContaining("the factor 'switch' is a word of C's");
  }

  @Test
  void aProgramIsToldTheSettingAndTheSeed() throws Exception {
    Path script = folder.resolve("server");
    Files.writeString(
        script,
        """
        #!/bin/sh
        # server --kind K --clients N --seed S
        case $2 in epoll) base=100;; *) base=200;; esac
        for i in 1 2 3; do echo "observation perMessageNs=$((base * $4 + $6 % 5))"; done
        echo done
        """);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Result result =
        experiment("servers")
            .vary(choice("kind", "select", "epoll"), count("clients", 1, 4))
            .measure(time("perMessage"))
            .by(program(script.toString()))
            .show(lines().x("clients").y("perMessage").each("kind"))
            .claim(
                "MY-1",
                "select costs more",
                r -> r.at("kind", "select").above(r.at("kind", "epoll")))
            .set("clients", 2, 8)
            .quick()
            .run();
    assertThat(result.rows().rows()).hasSize(4);
    assertThat(result.verdicts().getFirst().outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(result.verdicts().getFirst().why()).contains("2 of 2 comparisons");
    assertThat(result.rows("visits").rows()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void aProgramThatFailsEverywhereIsAnErrorThatSaysWhy() throws Exception {
    assertThatThrownBy(() -> sleeping("wrong").by(program("/bin/true")).run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining(
            "wrong measured nothing: the program /bin/true ended without the line");
  }

  @Test
  void aLambdaWarnsThatTheJvmIsMeasuredToo() {
    Result result =
        experiment("java-sleep")
            .vary(time("sleepNs", 100_000))
            .measure(time("late"), count("threads"))
            .by(
                lambda(
                    s -> {
                      long before = System.nanoTime();
                      Thread.sleep(Duration.ofNanos(s.whole("sleepNs")));
                      double late = System.nanoTime() - before - s.whole("sleepNs");
                      return Row.of("lateNs", late, "threads", Thread.activeCount());
                    }))
            .setup()
            .quick()
            .budget(Duration.ofSeconds(2))
            .run();
    assertThat(result.has(WarningCode.IN_THIS_JVM)).isTrue();
    assertThat(result.of("late").above(0).outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void whatALambdaThrowsIsTheReason() {
    Experiment<Result> mine = experiment("fails").vary(count("n", 1)).measure(time("late"));
    assertThatThrownBy(() -> mine.by(lambda(s -> 1 / (s.whole("n") - 1))).run())
        .hasMessageContaining(
            "the lambda failed at {n=1}: java.lang.ArithmeticException: / by zero");
    assertThatThrownBy(() -> mine.by(lambda(s -> "soon")).run())
        .hasMessageContaining("it answers 'soon': answer a number for lateNs");
  }

  @Test
  void anInterruptKeepsTheVisitsThatWereWhole() throws Exception {
    var result = new AtomicReference<Result>();
    var visited = new CountDownLatch(5);
    Setup<Result> setup =
        experiment("slow")
            .vary(time("sleepNs", 1_000_000))
            .measure(time("late"))
            .by(cFunction(SLEEP.replace("observe(\"calls\", 1);", "usleep(100000);")))
            .setup()
            .precision(0.000001)
            .progress(
                p -> {
                  if (!p.isWaiting()) {
                    visited.countDown();
                  }
                })
            .saveTo(folder.resolve("r"));
    Thread thread = Thread.ofPlatform().start(() -> result.set(setup.run()));
    visited.await();
    thread.interrupt();
    thread.join(Duration.ofSeconds(5));
    assertThat(result.get().has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(result.get().observations()).isNotEmpty();
    assertThat(Catalogue.load(folder.resolve("r"))).isEqualTo(result.get());
  }
}
