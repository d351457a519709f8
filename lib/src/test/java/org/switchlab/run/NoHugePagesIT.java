package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.os.Affinity;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.sample.Slot;

/** The real runner on a kernel that seems to be built without transparent huge pages. */
class NoHugePagesIT {

  private static final Path WITHOUT =
      Path.of(System.getProperty("switchlab.native", "target/native"), "test/without_huge_pages");

  @TempDir private Path directory;
  private NativeRunner runner;

  @BeforeEach
  void onAKernelWithoutThem() throws IOException, RunnerException {
    assumeTrue(Files.exists(WITHOUT), "make tests builds " + WITHOUT);
    Path script = directory.resolve("runner");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' '%s' \"$@\"\n"
            .formatted(WITHOUT.toAbsolutePath(), RunnerImage.executable()));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    runner = new NativeRunner(script, Launcher.TimeLimits.MEASURING);
  }

  private static StampedJob job(long pageBytes, Layout layout) {
    var point = new Point("pipe-pair", 64 << 10, 64, pageBytes, layout);
    return new StampedJob(point, 7, 2, 8_000_000, 800_000, Affinity.allowed().getLast());
  }

  /** Frames that follow one another come as huge pages too. */
  @ParameterizedTest
  @CsvSource({"2097152, USUAL", "2097152, CONTROLLED", "4096, CONTROLLED"})
  void whatNeedsThemIsToldFromAFailure(long pageBytes, Layout layout) {
    var slots = new ArrayList<Slot>();
    assertThatExceptionOfType(NoHugePagesException.class)
        .isThrownBy(() -> assertThat(runner.stamped(job(pageBytes, layout), slots::add)).isNull())
        .withMessage("this kernel gives no huge pages, it was built without them");
    assertThat(slots).isEmpty();
  }

  @Test
  void ordinaryPagesAreMeasuredAsEver() throws Exception {
    var slots = new ArrayList<Slot>();
    Stamping stamping = runner.stamped(job(Point.BASE_PAGE_BYTES, Layout.USUAL), slots::add);
    assertThat(stamping.blockRounds()).isPositive();
    assertThat(slots).hasSize(2).allMatch(slot -> slot.walkAloneNs() > 0);
  }
}
