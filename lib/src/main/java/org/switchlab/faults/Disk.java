package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.switchlab.experiment.Catalogue;
import org.switchlab.result.Result;

/**
 * File systems that are too small, in a name space of mounts that ends with the session that made
 * them: nothing of them is seen outside, and nothing can stay behind.
 */
final class Disk {

  private static final long MOMENT_S = 20;

  private Disk() {}

  /** Words before a program that let it mount, without privilege where user name spaces are. */
  static List<String> nameSpace() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("unshare", "--mount", "--propagation", "private", "--")
        : List.of("unshare", "--user", "--map-root-user", "--mount", "--");
  }

  /** Refuses a machine that lets nobody mount, not even in a name space of its own. */
  static void require(Nest nest) throws NotHereException, IOException, InterruptedException {
    List<String> words = new ArrayList<>(nameSpace());
    words.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", nest.temporary().toString()));
    Ended end;
    try {
      end = Ended.run(nest, words, Duration.ofSeconds(MOMENT_S));
    } catch (IOException noUnshare) {
      throw new NotHereException("full disks need unshare and mount (Debian: util-linux, mount)");
    }
    if (!end.success()) {
      throw new NotHereException("full disks need the right to mount: " + end.describe());
    }
  }

  /**
   * Saves a result on a file system of that many KiB, and answers what can be loaded from there.
   *
   * @param words the size in KiB, the folder of the result, the folder to mount on
   */
  static Answer filled(String[] words) throws IOException, InterruptedException {
    Result result = Catalogue.load(Path.of(words[1]));
    Path mount = Path.of(words[2]);
    call(List.of("mount", "-t", "tmpfs", "-o", "size=" + words[0] + "k", "tmpfs", words[2]));
    try {
      return saved(result, mount.resolve("result"));
    } finally {
      call(List.of("umount", words[2]));
    }
  }

  /** The message of what was refused stands first, and then what is read back nevertheless. */
  private static Answer saved(Result result, Path folder) {
    String refused = "";
    try {
      result.save(folder);
    } catch (RuntimeException e) {
      refused = String.valueOf(e.getMessage());
    }
    if (!Files.exists(folder)) {
      return Answer.failed(Answer.End.REFUSED, refused);
    }
    try {
      Answer read = Answer.of(Catalogue.load(folder));
      return new Answer(read.end(), refused, read.costNs(), read.samples(), read.doubts());
    } catch (RuntimeException e) {
      return Answer.failed(Answer.End.REFUSED, refused + " " + e.getMessage());
    }
  }

  private static void call(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(nothing()).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(MOMENT_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("%s failed: %s".formatted(String.join(" ", command), said.strip()));
    }
  }

  private static java.io.File nothing() {
    return new java.io.File("/dev/null");
  }
}
