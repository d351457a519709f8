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

  /** JNA's library and the runner both lie elsewhere then, and nothing of them stays. */
  @Test
  void aNoexecCacheFallsBackToAnotherFolder() throws Exception {
    assumeNamespaces();
    String said = output(withNoexec("$XDG_CACHE_HOME"));
    assertThat(said).contains("couples 4").doesNotContain(directory + "/switchlab");
    String runner = said.substring(said.lastIndexOf("runner ") + 7).strip();
    assertThat(Path.of(runner).getParent()).doesNotExist();
  }

  @Test
  void aFolderForJnaThatIsNoexecIsPassedOver() throws Exception {
    assumeNamespaces();
    assertThat(output(withNoexec("$XDG_CACHE_HOME", "-Djna.tmpdir=" + directory)))
        .contains("couples 4");
  }

  @Test
  void noexecEverywhereIsOneSentence() throws Exception {
    assumeNamespaces();
    String options = "-Djava.io.tmpdir=%s -Duser.home=%s".formatted(directory, directory);
    assertThat(output(withNoexec("$XDG_CACHE_HOME /var/tmp /dev/shm", options)))
        .contains("native code", "mounted noexec", "set XDG_CACHE_HOME to a folder of yours")
        .doesNotContain("couples");
  }

  private String[] withNoexec(String folders, String... javaOptions) {
    String script =
        """
        unset XDG_RUNTIME_DIR
        export XDG_CACHE_HOME=%s JAVA_TOOL_OPTIONS="%s"
        for folder in %s; do mount -t tmpfs -o noexec none "$folder" || exit; done
        exec "$@"
        """
            .formatted(directory, String.join(" ", javaOptions), folders);
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
