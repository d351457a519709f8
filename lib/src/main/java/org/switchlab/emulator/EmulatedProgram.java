package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.switchlab.file.Reason;
import org.switchlab.file.ScratchFolder;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;

/**
 * Counts a program of this system by itself, under QEMU's user-mode emulation: no machine boots,
 * and the kernel's work is not seen. For programs whose work is their own, as switching between
 * coroutines is.
 *
 * <p>The program may be linked dynamically. It must have one thread and be one process for x86-64.
 * Same program, arguments and environment: same counts.
 */
public final class EmulatedProgram {

  static final String QEMU = "qemu-x86_64";

  /** The same features on each host, and random bytes of our own for the program's start. */
  private static final List<String> SAME_EVERYWHERE = List.of("-cpu", "max", "-seed", "1");

  private static final Duration USUAL_LIMIT = Duration.ofMinutes(10);
  private static final String COMPLAINT = "switchlab-vpmu: ";
  private static final String ADVICE =
      """
      counting a program by itself needs QEMU's user-mode emulation for x86-64, %s, on PATH. Type \
      one of:
        sudo apt install qemu-user
        sudo dnf install qemu-user
        sudo pacman -S qemu-user
        sudo apk add qemu-x86_64
        sudo zypper install qemu-linux-user\
      """
          .formatted(QEMU);

  /** What is counted of the program. */
  public enum Part {
    /** Each stretch between the two marks of {@code region.h}. */
    MARKED,
    /** All of it, from the first instruction of its loader to the last. */
    WHOLE
  }

  /**
   * What came of it.
   *
   * @param exitCode of the program
   * @param output what it wrote to its output
   * @param errors what it wrote to its errors
   * @param counts of each marked stretch, or of the whole; all in user space
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  public record Outcome(int exitCode, byte[] output, String errors, List<Plugin.Counts> counts) {}

  private final String qemu;
  private final Plugin plugin;

  private EmulatedProgram(String qemu, Plugin plugin) {
    this.qemu = qemu;
    this.plugin = plugin;
  }

  /**
   * Counts the marked stretches of a program that ends within ten minutes.
   *
   * @see #count(List, Map, Geometry, Part, Duration)
   */
  public static Outcome count(
      List<String> command, Map<String, String> environment, Geometry geometry)
      throws InterruptedException {
    return count(command, environment, geometry, Part.MARKED, USUAL_LIMIT);
  }

  /**
   * Runs {@code command} to its end and counts it.
   *
   * @param command the program, looked for as a shell does, and its arguments; its input is empty
   * @param environment all that it finds in its environment
   * @param geometry what is modelled; branches are counted if it has a branch predictor
   * @param limit how long it may run; about fifty times as long as without being counted
   * @throws NoEmulatorException if this machine has no such emulator; it says what to type
   * @throws EmulatorException if the emulator failed, the limit passed, or nothing was marked
   * @throws IllegalArgumentException if there is no such program
   */
  public static Outcome count(
      List<String> command,
      Map<String, String> environment,
      Geometry geometry,
      Part part,
      Duration limit)
      throws InterruptedException {
    return onPath(System.getenv().getOrDefault("PATH", ""), geometry)
        .run(command, environment, part, limit);
  }

  /** With the emulator in one of the folders of {@code path}. */
  static EmulatedProgram onPath(String path, Geometry geometry) {
    Path qemu = Qemu.find(path, QEMU).orElseThrow(() -> new NoEmulatorException(ADVICE));
    try {
      Path plugin = Plugin.extract(Files.createDirectories(Preparation.usualFolder()));
      return new EmulatedProgram(qemu.toString(), new Plugin(plugin, geometry, CacheModel.USER));
    } catch (IOException e) {
      throw new EmulatorException("the plugin cannot be unpacked: " + Reason.of(e), e);
    }
  }

  Outcome run(List<String> command, Map<String, String> environment, Part part, Duration limit)
      throws InterruptedException {
    try (var folder = ScratchFolder.open("switchlab-program")) {
      Path counts = folder.path().resolve("counts");
      Path output = folder.path().resolve("output");
      Path errors = folder.path().resolve("errors");
      var builder = new ProcessBuilder(whole(command, part, counts));
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      int exitCode = end(builder, limit, command);
      String said = new String(Files.readAllBytes(errors), UTF_8);
      requireNoComplaint(said);
      return new Outcome(exitCode, Files.readAllBytes(output), said, read(counts, exitCode, said));
    } catch (IOException e) {
      throw new EmulatorException(
          "'%s' could not be emulated: %s".formatted(String.join(" ", command), Reason.of(e)), e);
    }
  }

  /** Tied to this JVM's life by the runner. */
  private List<String> whole(List<String> command, Part part, Path counts) {
    List<String> whole = new ArrayList<>();
    try {
      whole.add(RunnerImage.executable().toString());
    } catch (RunnerException e) {
      throw new EmulatorException("QEMU could not be started: " + e.getMessage(), e);
    }
    whole.addAll(List.of("tether", qemu));
    whole.addAll(SAME_EVERYWHERE);
    whole.addAll(List.of("-plugin", plugin.option(counts, part == Part.MARKED)));
    whole.add(StaticProgram.find(command.getFirst()).toString());
    whole.addAll(command.subList(1, command.size()));
    return whole;
  }

  private static int end(ProcessBuilder builder, Duration limit, List<String> command)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EmulatorException(
            "'%s' did not end within %d s under the emulator and was ended; give it less work, or"
                    .formatted(String.join(" ", command), limit.toSeconds())
                + " more time");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void requireNoComplaint(String errors) {
    errors
        .lines()
        .filter(line -> line.startsWith(COMPLAINT))
        .findFirst()
        .ifPresent(
            line -> {
              throw new EmulatorException(line.substring(COMPLAINT.length()));
            });
  }

  private static List<Plugin.Counts> read(Path counts, int exitCode, String errors)
      throws IOException {
    if (!Files.exists(counts)) {
      throw new NoEmulatorException(
          "%s did not take the plugin: it must be of QEMU 6.2 to 10, built with plugins and not"
                  .formatted(QEMU)
              + " static. It said: "
              + errors.strip());
    }
    List<Plugin.Counts> all =
        Files.readAllLines(counts).stream().map(Plugin.Counts::parse).toList();
    if (all.isEmpty()) {
      throw new EmulatorException(
          "the program ended with exit code %d and without a whole marked stretch; call"
                  .formatted(exitCode)
              + " region_begin() and region_end() of region.h around what is to be counted, or"
              + " count the whole. It said: "
              + errors.strip());
    }
    return all;
  }
}
