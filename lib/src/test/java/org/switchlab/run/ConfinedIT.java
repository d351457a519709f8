package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.os.Affinity;

/** Surroundings that only a JVM of its own can have. */
class ConfinedIT {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path directory;

  @Test
  void oneCpuIsEnough() throws Exception {
    int cpu = Affinity.allowed().getLast();
    assertThat(output("taskset", "-c", Integer.toString(cpu)))
        .contains("allowed [%d]".formatted(cpu), "couples 4")
        .doesNotContain("NO_PINNING");
  }

  @Test
  void hiddenProcIsBorne() throws Exception {
    assumeNamespaces();
    // The launcher finds its own libraries through /proc.
    String libraries = Path.of(System.getProperty("java.home"), "lib").toString();
    String script =
        "mount -t tmpfs none /proc && LD_LIBRARY_PATH=%s:%s/server exec \"$@\""
            .formatted(libraries, libraries);
    assertThat(output("unshare", "-m", "sh", "-c", script, "sh")).contains("couples 4");
  }

  @Test
  void aNoexecCacheFallsBackToTheTemporaryDirectory() throws Exception {
    assumeNamespaces();
    assertThat(output(withNoexecCache("-Djna.tmpdir=/tmp")))
        .contains("couples 4")
        .doesNotContain(directory + "/switchlab");
  }

  @Test
  void noexecEverywhereIsAClearError() throws Exception {
    assumeNamespaces();
    assertThat(output(withNoexecCache("-Djna.tmpdir=/tmp -Djava.io.tmpdir=" + directory)))
        .contains("neither from", "mounted noexec; set XDG_CACHE_HOME")
        .doesNotContain("couples");
  }

  @Test
  void noexecForJnaIsAClearError() throws Exception {
    assumeNamespaces();
    assertThat(output(withNoexecCache("-Djna.tmpdir=" + directory)))
        .contains("mounted noexec, start Java with -Djna.tmpdir=DIRECTORY");
  }

  private String[] withNoexecCache(String javaOptions) {
    String script =
        """
        export XDG_CACHE_HOME=%s JAVA_TOOL_OPTIONS="%s"
        mount -t tmpfs -o noexec none "$XDG_CACHE_HOME" && exec "$@"
        """
            .formatted(directory, javaOptions);
    return new String[] {"unshare", "-m", "sh", "-c", script, "sh"};
  }

  private static void assumeNamespaces() throws Exception {
    Process probe =
        new ProcessBuilder("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt").start();
    assumeTrue(probe.waitFor() == 0, "no right to mount in a namespace of one's own (root has it)");
  }

  /** What {@link Confined} prints when started by {@code wrapper}. */
  private static String output(String... wrapper) throws Exception {
    var command = new ArrayList<>(Arrays.asList(wrapper));
    command.addAll(
        List.of(
            JAVA,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Confined.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
