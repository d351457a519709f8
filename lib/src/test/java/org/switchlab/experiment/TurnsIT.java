package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.switchlab.experiment.Experiment.experiment;
import static org.switchlab.experiment.Words.count;
import static org.switchlab.experiment.Words.lambda;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.os.QueueFile;
import org.switchlab.os.QueuePlace;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

/** Which runs wait for their turn, while somebody else has it. */
class TurnsIT {

  private static final String COUNTED = "it was asked to count";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final AtomicInteger visits = new AtomicInteger();
  private QueuePlace somebodyElse;

  @BeforeEach
  void joinBeforeUs() throws InterruptedException {
    somebodyElse = QueuePlace.join(QueueFile.ofThisHost().path());
  }

  @AfterEach
  void leave() {
    somebodyElse.close();
  }

  @Test
  void anInterruptEndsTheWaitOfAnExperimentWithASentence() {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> mine().setup().progress(TurnsIT::stopWaiting).run())
        .withMessage(
            "mine measured nothing: it was interrupted while it waited for another measurement on"
                + " this host");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(visits).hasValue(0);
  }

  @Test
  void thePaperWaitsAsAWhole() {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> Paper.open().quick().progress(TurnsIT::stopWaiting).run())
        .withMessageContaining("while it waited");
  }

  @Test
  void whatMeasuresNoTimesDoesNotWait() {
    assertThat(
            mine().untimed().setup().budget(SOON).progress(TurnsIT::stopWaiting).run().warnings())
        .isNotNull();
    assertThat(visits).hasPositiveValue();
  }

  @Test
  void itGoesOnWhenItsTurnHasCome() {
    mine().setup().budget(SOON).progress(this::letUsGoOn).run();
    assertThat(visits).hasPositiveValue();
  }

  @Test
  void countsWaitIfTheyAreThisProcessors() {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> counts("perf").run())
        .withMessageContaining("while it waited");
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> counts("emulated").run())
        .withMessageContaining(COUNTED);
  }

  private static Setup<?> counts(String source) {
    var one = new CounterSources.Candidate(source, () -> new Counter(source));
    return ((CounterSetup) Catalogue.open("fig8"))
        .sources(new CounterSources(List.of(one)))
        .source(source)
        .progress(TurnsIT::stopWaiting);
  }

  /** Says that it was asked. */
  private record Counter(String name) implements CounterSource {

    @Override
    public Set<CounterEvent> events() {
      return Set.of(CounterEvent.values());
    }

    @Override
    public void count(
        List<Phase> phases,
        int repetitions,
        long seed,
        Progress.Listener progress,
        Consumer<PhaseCounts> sink) {
      throw new CounterException(COUNTED, null);
    }

    @Override
    public List<Warning> warnings() {
      return List.of();
    }
  }

  private Experiment<?> mine() {
    return experiment("mine")
        .vary(count("n", 1))
        .measure(count("seen"))
        .by(lambda(setting -> visits.incrementAndGet()));
  }

  private static void stopWaiting(Progress progress) {
    if (progress.step().startsWith("waiting")) {
      Thread.currentThread().interrupt();
    }
  }

  private void letUsGoOn(Progress progress) {
    if (progress.isWaiting()) {
      assertThat(visits).hasValue(0);
      somebodyElse.close();
    }
  }
}
