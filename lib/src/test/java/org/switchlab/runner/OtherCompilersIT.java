package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The C parts build and run with another compiler, and with another C library, as they are. */
@Tag("same-without-rights")
class OtherCompilersIT {

  private static final String MEASURING =
      " --array-bytes 0 --stride-bytes 0 --seed 1 --couples 1 --rounds 3";

  @TempDir private Path out;

  private record Ended(int exitCode, String output) {}

  @Test
  void withClangEveryPartIsBuiltAndEverySubjectOfTheLibraryRuns() throws Exception {
    Tools.require("clang", "clang");
    assertThat(built("clang").output()).doesNotContain("swapcontext", "warning:");
    assertThat(measured("gthread").output()).contains("done couples=1");
    assertThat(measured("pipe-pair").output()).contains("done couples=1");
  }

  /** Musl has no swapcontext, and its compiler does not look for the kernel's headers. */
  @Test
  void towardsMuslWhatItLacksIsNamedAndTheRestRuns() throws Exception {
    Tools.require("musl-gcc", "musl-tools");
    assertThat(built("musl-gcc").output())
        .contains("this C library has no swapcontext: built without the subjects ucontext, gthread")
        .doesNotContain("warning:");
    assertThat(measured("pipe-pair").output()).contains("done couples=1");
    assertThat(measured("gthread-register").output()).contains("done couples=1");
    Ended gap = measured("ucontext");
    assertThat(gap.exitCode()).isOne();
    assertThat(gap.output())
        .contains("this C library has no swapcontext: measure the subject register");
  }

  private Ended built(String compiler) throws Exception {
    Path script = NativeBuild.sources().resolve("build.sh");
    Ended build =
        ended(List.of("sh", script.toString(), "all", "CC=" + compiler, "CROSS=", "OUT=" + out));
    assertThat(build.exitCode()).as(build.output()).isZero();
    return build;
  }

  private Ended measured(String subject) throws Exception {
    Path runner = out.resolve("pack" + NativeBuild.packedResource());
    return ended(StartedRunner.command(runner, subject + MEASURING));
  }

  private static Ended ended(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), output);
  }
}
