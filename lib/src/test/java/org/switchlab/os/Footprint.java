package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
