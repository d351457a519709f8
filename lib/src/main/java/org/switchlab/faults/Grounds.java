package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a campaign takes place: a folder for its nests and a cache that they share. */
final class Grounds implements AutoCloseable {

  private final Path nests;
  private final Path cache;
  private final Sessions sessions = new Sessions(this, List.of());
  private final Sessions disks = new Sessions(this, Disk.nameSpace());
  private @Nullable Samples samples;

  private Grounds(Path nests, Path cache) {
    this.nests = nests;
    this.cache = cache;
  }

  /** Sessions that live as long as the campaign. */
  Sessions sessions() {
    return sessions;
  }

  /** The same that may mount. */
  Sessions disks() {
    return disks;
  }

  /** Results to be damaged, measured when they are first asked for. */
  synchronized Samples samples() throws IOException, InterruptedException {
    if (samples == null) {
      samples = Samples.measured(nests.resolveSibling("samples"));
    }
    return samples;
  }

  static Grounds in(Path folder) throws IOException {
    return new Grounds(
        Files.createDirectories(folder.resolve("nests")),
        Files.createDirectories(folder.resolve("cache")));
  }

  /** A nest on one of the CPUs. */
  Nest nest(int cpu) throws IOException {
    return Nest.in(nests, cache, cpu);
  }

  /** Unfinished files that all the trials together left in the cache. */
  List<Finding> leftovers() throws IOException {
    List<Finding> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(cache)) {
      files
          .filter(file -> file.toString().endsWith(".tmp") || file.toString().endsWith(".part"))
          .map(file -> new Verdict(Outcome.LEFT_OVER, "file " + file))
          .map(
              verdict ->
                  new Finding(new Fault(Target.COMMAND, Kind.KILL, "cache", _ -> verdict), verdict))
          .forEach(found::add);
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    sessions.close();
    disks.close();
  }
}
