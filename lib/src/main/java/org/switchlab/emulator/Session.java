package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.VirtualPmu.Outcome;
import org.switchlab.emulator.VirtualPmu.PhaseListener;
import org.switchlab.file.ScratchFolder;

/** One saved machine that goes on with one piece of work, in a temporary folder of its own. */
final class Session implements AutoCloseable {

  /** From the guest's last line to QEMU's end. */
  private static final Duration POWER_OFF_LIMIT = Duration.ofSeconds(10);

  private static final String COUNTS = "counts";

  private static final Pattern PHASE =
      Pattern.compile("phase number=(\\d+) switches=(-?\\d+) switchesExpected=(\\d+)");
  private static final Pattern PROGRAM = Pattern.compile("program exit=(\\d+) signal=(\\d+)");
  private static final int SIGNAL_EXIT_BASE = 128;

  /** What the guest is to do, and how often the plugin counts meanwhile. */
  record Work(String plan, @Nullable StaticProgram program, int counted) {}

  private final Work work;
  private final Path folder;
  private final QemuProcess qemu;
  private final List<Long> switches = new ArrayList<>();
  private final List<Plugin.Counts> counts = new ArrayList<>();
  private int exitCode;

  private Session(Work work, Path folder, QemuProcess qemu) {
    this.work = work;
    this.folder = folder;
    this.qemu = qemu;
  }

  /** Starts it, {@code plugin} counting. */
  static Session start(SavedMachine machine, Work work, Plugin plugin) throws IOException {
    Path folder = Files.createTempDirectory("switchlab-emulator");
    try {
      Path plan = Files.writeString(folder.resolve("plan"), work.plan(), UTF_8);
      List<String> options =
          Hardware.options(
              machine, Path.of("/dev/stdout"), folder, "file=" + Hardware.quoted(plan));
      options.addAll(List.of("-incoming", "exec:cat " + Boot.shellWord(machine.state())));
      Path counts = Files.createFile(folder.resolve(COUNTS));
      options.addAll(List.of("-plugin", plugin.option(counts)));
      StaticProgram program = work.program();
      if (program != null) {
        Path arguments = Files.write(folder.resolve("arguments"), program.argumentBytes());
        options.addAll(Hardware.file("program", program.file()));
        options.addAll(Hardware.file("arguments", arguments));
      }
      return new Session(work, folder, QemuProcess.start(machine.parts(), options));
    } catch (IOException | RuntimeException e) {
      ScratchFolder.delete(folder);
      throw e;
    }
  }

  int pid() {
    return qemu.pid();
  }

  /**
   * Waits until the work is done.
   *
   * @param silence how long the guest may say nothing before it counts as hung
   * @param phaseDone told of each phase as soon as it is done
   * @throws StateRefusedException if this QEMU cannot load the saved machine
   */
  Outcome finish(Duration silence, PhaseListener phaseDone)
      throws IOException, InterruptedException, StateRefusedException {
    try (var counted = Files.newBufferedReader(folder.resolve(COUNTS))) {
      String line = next(silence);
      while (line != null && !line.equals("done")) {
        if (endsPhase(line)) {
          counts.add(next(counted));
          phaseDone.done(switches.size(), switches.getLast(), counts.getLast());
        }
        line = next(silence);
      }
      if (line == null) {
        throw ended();
      }
      qemu.awaitEnd(POWER_OFF_LIMIT);
      counted.lines().map(Plugin.Counts::parse).forEach(counts::add);
    }
    if (counts.size() != work.counted) {
      throw new EmulatorException(
          "the plugin counted %d times, not %d; build plugin, runner and library together"
              .formatted(counts.size(), work.counted));
    }
    byte[] output = Files.readAllBytes(folder.resolve("output"));
    return new Outcome(List.copyOf(switches), exitCode, output, List.copyOf(counts));
  }

  private @Nullable String next(Duration silence) throws InterruptedException {
    try {
      return qemu.stdout.next(silence);
    } catch (TimeoutException e) {
      throw new EmulatorException(
          "the emulated machine hung: it said nothing for %d s and was ended"
              .formatted(silence.toSeconds()),
          e);
    }
  }

  /** Takes one line of the guest's. */
  private boolean endsPhase(String line) {
    Matcher phase = PHASE.matcher(line);
    Matcher program = PROGRAM.matcher(line);
    if (phase.matches()) {
      switches.add(Long.parseLong(phase.group(2)));
    } else if (program.matches()) {
      int signal = Integer.parseInt(program.group(2));
      exitCode = signal == 0 ? Integer.parseInt(program.group(1)) : SIGNAL_EXIT_BASE + signal;
    } else if (line.startsWith("error ")) {
      throw new EmulatorException(
          "the emulated machine failed: " + line.substring("error ".length()));
    } else {
      throw new EmulatorException(
          "the emulated machine said '%s', which means nothing here; build the runner and the"
                  .formatted(line)
              + " library together");
    }
    return phase.matches();
  }

  /** What was counted in the phase that has just ended; the plugin ends each with a whole line. */
  private static Plugin.Counts next(BufferedReader counted) throws IOException {
    String line = counted.readLine();
    if (line == null) {
      throw new EmulatorException(
          "the plugin counted less often than phases ended; build plugin, runner and library"
              + " together");
    }
    return Plugin.Counts.parse(line);
  }

  private EmulatorException ended() throws InterruptedException, StateRefusedException {
    String said = qemu.lastWords(POWER_OFF_LIMIT);
    if (said.contains("load of migration failed") || said.contains("error while loading state")) {
      throw new StateRefusedException(said);
    }
    return qemu.failure(said, folder);
  }

  @Override
  public void close() throws IOException {
    qemu.close();
    ScratchFolder.delete(folder);
  }

  /** The saved state is another QEMU's, or damaged. */
  static final class StateRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    StateRefusedException(String said) {
      super(said);
    }
  }
}
