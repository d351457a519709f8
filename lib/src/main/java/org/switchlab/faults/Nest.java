package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.switchlab.file.ScratchFolder;

/**
 * The surroundings of one trial: folders of its own, and a word in the environment of all that is
 * started in it, by which its processes are found wherever they went.
 *
 * @param root holds all of it
 * @param cache where programs are unpacked; others may use it too
 * @param cpu the CPU that no other trial measures on
 */
record Nest(Path root, Path cache, int cpu) implements AutoCloseable {

  /** The variable that each process of a nest has, with the nest's folder. */
  private static final String MARK = "SWITCHLAB_NEST";

  /** How long what is told to end with its parent may take. */
  private static final long GRACE_NS = 3_000_000_000L;

  static Nest in(Path parent, Path cache, int cpu) throws IOException {
    Path root = Files.createTempDirectory(parent, "nest");
    Nest nest = new Nest(root, cache, cpu);
    Files.createDirectories(nest.temporary());
    return nest;
  }

  /** Where temporary files go; what is in it in the end was left behind. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** For the files of the trial itself. */
  Path file(String name) {
    return root.resolve(name);
  }

  Map<String, String> environment() {
    return Map.of(
        MARK,
        root.toString(),
        "TMPDIR",
        temporary().toString(),
        "XDG_CACHE_HOME",
        cache.toString(),
        "LC_ALL",
        "C.UTF-8");
  }

  /** What is still there although it should be gone; processes may take a moment. */
  List<String> leftovers() throws IOException, InterruptedException {
    List<String> left = new ArrayList<>();
    long deadlineNs = System.nanoTime() + GRACE_NS;
    List<Long> living = Processes.marked(MARK, root.toString());
    while (!living.isEmpty() && System.nanoTime() < deadlineNs) {
      Thread.sleep(5);
      living = Processes.marked(MARK, root.toString());
    }
    for (long pid : living) {
      left.add("process %d (%s)".formatted(pid, Processes.command(pid)));
    }
    try (Stream<Path> files = Files.list(temporary())) {
      files.map(file -> "file " + file).forEach(left::add);
    }
    for (String mount : Files.readAllLines(Path.of("/proc/self/mounts"))) {
      if (mount.contains(root.toString())) {
        left.add("mount " + mount);
      }
    }
    return left;
  }

  /** What a program leaves that had no moment left: its own files are not asked for. */
  void forgetTemporary() throws IOException {
    ScratchFolder.delete(temporary());
    Files.createDirectories(temporary());
  }

  /** Ends what is left and removes the folders. */
  @Override
  public void close() throws IOException {
    for (long pid : Processes.marked(MARK, root.toString())) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    ScratchFolder.delete(root);
  }
}
