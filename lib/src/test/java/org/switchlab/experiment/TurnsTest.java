package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.switchlab.experiment.Experiment.experiment;
import static org.switchlab.experiment.Words.count;
import static org.switchlab.experiment.Words.lambda;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.os.QueueFile;
import org.switchlab.os.QueuePlace;
import org.switchlab.run.Progress;

/** Which runs wait for their turn, while somebody else has it. */
class TurnsTest {

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
        .isThrownBy(() -> mine().setup().progress(TurnsTest::stopWaiting).run())
        .withMessage(
            "mine measured nothing: it was interrupted while it waited for another measurement on"
                + " this host");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(visits).hasValue(0);
  }

  @Test
  void thePaperWaitsAsAWhole() {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> Paper.open().quick().progress(TurnsTest::stopWaiting).run())
        .withMessageContaining("while it waited");
  }

  @Test
  void whatMeasuresNoTimesDoesNotWait() {
    assertThat(mine().untimed().setup().quick().progress(TurnsTest::stopWaiting).run().warnings())
        .isNotNull();
    assertThat(visits).hasPositiveValue();
  }

  @Test
  void itGoesOnWhenItsTurnHasCome() {
    mine().setup().quick().progress(this::letUsGoOn).run();
    assertThat(visits).hasPositiveValue();
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
