package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds of the machine, to compare before and after.
 *
 * @param pipes open pipes, by descriptor and identity; other files come and go with class loading
 * @param children processes whose parent this one is, zombies included
 */
public record Footprint(Set<String> pipes, Set<Long> children) {

  /** What it holds now. */
  public static Footprint now() throws IOException {
    var pipes = new TreeSet<String>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      descriptors.forEach(descriptor -> addPipe(pipes, descriptor));
    }
    return new Footprint(pipes, childrenNow());
  }

  /** Fails if more is held now than when this was taken. */
  public void assertNothingAdded() throws IOException {
    Footprint now = now();
    assertThat(pipes).as("open pipes").containsAll(now.pipes);
    assertThat(children).as("children").containsAll(now.children);
  }

  /** Waits for a process that is not ours to be dead; when init collects it is init's affair. */
  public static void awaitDead(long pid) throws IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!isDead(pid)) {
      assertThat(System.nanoTime()).as("process %d still lives", pid).isLessThan(deadlineNs);
      Thread.sleep(2);
    }
  }

  private static boolean isDead(long pid) throws IOException {
    try {
      String stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      // ESRCH: it was collected between open and read.
      return !Files.exists(Path.of("/proc/" + pid));
    }
  }

  private static void addPipe(Set<String> pipes, Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      if (target.startsWith("pipe:")) {
        pipes.add(descriptor.getFileName() + " " + target);
      }
    } catch (IOException e) {
      // Closed since it was listed.
    }
  }

  private static Set<Long> childrenNow() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }
}
