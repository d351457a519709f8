package org.switchlab.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.switchlab.file.AtomicFile;

/**
 * The reference floors this machine has shown in its last runs: a constant of the machine, so that
 * a run which never found it quiet can be told.
 *
 * <p>One line a run in a file of the user's state directory: the machine's identity and the floor
 * in ns. A history that cannot be read or written is an empty one: it only ever adds a doubt.
 */
public final class FloorHistory {

  /** Older runs are forgotten, so that a machine that has changed is learnt anew. */
  private static final int REMEMBERED_RUNS = 20;

  private final Path file;

  /** The history in {@code file}. */
  public FloorHistory(Path file) {
    this.file = file;
  }

  /** The user's history, in {@code $XDG_STATE_HOME/switchlab} or {@code ~/.local/state}. */
  public static FloorHistory ofUser() {
    String configured = System.getenv("XDG_STATE_HOME");
    Path state =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".local", "state")
            : Path.of(configured);
    return new FloorHistory(state.resolve("switchlab/reference-floors.txt"));
  }

  /** The lowest floor of the last runs on the machine of this {@code identity}, in ns. */
  public OptionalDouble lowestNs(String identity) {
    return floors(lines(), identity).mapToDouble(Double::parseDouble).min();
  }

  /** Remembers the floor of one run, in ns. */
  public void add(String identity, double floorNs) {
    List<String> lines = new ArrayList<>(lines());
    lines.add(identity + " " + floorNs);
    while (floors(lines, identity).count() > REMEMBERED_RUNS) {
      lines.remove(
          lines.stream().filter(l -> l.startsWith(identity + " ")).findFirst().orElseThrow());
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      // Without a history the next run merely cannot tell that the machine is never quiet.
      return;
    }
  }

  private static Stream<String> floors(List<String> lines, String identity) {
    String start = identity + " ";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .filter(number -> number.matches("\\d+(\\.\\d+)?"));
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
