package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.os.Signal;
import org.switchlab.plan.Point;
import org.switchlab.run.CountedRunner.CountedPair;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;

class CountedPairIT {

  private static final Point POINT = new Point("pipe-pair", 4096, 64);

  private final int cpu = Affinity.allowed().getLast();
  private final List<String> states = new ArrayList<>();
  private int pid;
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    before.assertNothingAdded();
  }

  private CountedPair open() throws Exception {
    return CountedRunner.create().open(POINT, -1, cpu, started -> pid = started);
  }

  private final CountedPair.Gate watching =
      new CountedPair.Gate() {
        @Override
        public void open() {
          states.add("open " + state());
        }

        @Override
        public void shut() {
          states.add("shut " + state());
        }
      };

  private char state() {
    try {
      return CountedPair.state(Files.readString(Path.of("/proc/" + pid + "/stat")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theGateOpensAndShutsWhileTheProcessSleeps() throws Exception {
    try (var pair = open()) {
      Batch batch = pair.counted(Variant.PAIR, 100, watching);
      assertThat(batch.rounds()).isEqualTo(100);
      assertThat(batch.switchesExpected()).isEqualTo(200);
      assertThat(states).containsExactly("open S", "shut S");
    }
  }

  @Test
  void aBatchWithoutRoundsMakesNoSwitch() throws Exception {
    try (var pair = open()) {
      for (Variant variant : Variant.values()) {
        Batch batch = pair.counted(variant, 0, watching);
        assertThat(batch.rounds()).isZero();
        assertThat(batch.switchesExpected()).isZero();
      }
    }
  }

  @Test
  void aGateThatFailsLeavesNothingRunning() throws Exception {
    try (var pair = open()) {
      var broken =
          new CountedPair.Gate() {
            @Override
            public void open() {
              throw new IllegalStateException("the counter broke");
            }

            @Override
            public void shut() {}
          };
      assertThatThrownBy(() -> pair.counted(Variant.PAIR, 1, broken))
          .hasMessage("the counter broke");
    }
  }

  @Test
  void aProcessThatDiesWhileItWaitsIsTheCause() throws Exception {
    try (var pair = open()) {
      var deadly =
          new CountedPair.Gate() {
            @Override
            public void open() {
              Signal.SIGKILL.send(pid);
            }

            @Override
            public void shut() {}
          };
      assertThatThrownBy(() -> pair.counted(Variant.PAIR, 1, deadly))
          .isInstanceOf(RunnerException.class)
          .hasMessageContaining("SIGKILL");
    }
  }

  @Test
  void anUnknownSubjectIsNamed() {
    assertThatThrownBy(
            () -> CountedRunner.create().open(new Point("no-such", 0, 0), 1, cpu, started -> {}))
        .isInstanceOf(RunnerException.class)
        .hasMessageContaining("no-such");
  }

  @Test
  void theStateIsReadBehindANameWithBrackets() {
    assertThat(CountedPair.state("12 (a) R (b)) S 1 2")).isEqualTo('S');
  }
}
