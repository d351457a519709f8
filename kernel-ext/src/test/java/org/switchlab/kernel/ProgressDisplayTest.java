package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.switchlab.run.Progress;

class ProgressDisplayTest {

  private final RecordingScreen screen = new RecordingScreen();
  private final ProgressDisplay display = new ProgressDisplay(screen);

  private static Progress at(double share, int secondsLeft, boolean finished) {
    return new Progress(share, Duration.ofSeconds(secondsLeft), "4 KiB <single>", finished);
  }

  @Test
  void makesOneDisplayAndUpdatesIt() {
    display.report(at(0, 90, false));
    display.report(at(0.5, 45, false));
    assertThat(screen.events).extracting("kind").containsExactly("show", "update");
    assertThat(screen.events).extracting("id").containsOnly(screen.events.getFirst().id());
    assertThat(screen.events.getFirst().text()).contains("0 %, 1 min 30 s left · 4 KiB <single>");
    assertThat(screen.events.getLast().text()).contains("##########....", "50 %, 45 s left");
    assertThat(screen.events.getLast().contents().get(Views.HTML)).contains("4 KiB &lt;single&gt;");
  }

  @Test
  void clearsTheBarOfARunThatWentToItsEnd() {
    display.report(at(0.9, 1, false));
    display.report(at(1, 0, true));
    assertThat(screen.events.getLast().contents()).containsEntry(Views.HTML, "");
  }

  @Test
  void leavesTheBarOfAStoppedRunWithoutPromisingTime() {
    display.report(at(0.3, 20, false));
    display.report(at(0.4, 20, true));
    assertThat(screen.events.getLast().text()).contains("40 %").doesNotContain("left");
  }

  @Test
  void showsNothingForARunThatIsOverAtOnce() {
    display.report(at(1, 0, true));
    assertThat(screen.events).isEmpty();
  }

  @Test
  void survivesNonsense() {
    display.report(at(Double.NaN, -5, false));
    display.report(at(7, 0, false));
    assertThat(screen.events.getFirst().text()).contains("0 %, 0 s left");
    assertThat(screen.events.getLast().text()).contains("100 %");
  }
}
