package org.switchlab.counter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.EmulatedProgram;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Plugin;
import org.switchlab.emulator.StaticProgram;
import org.switchlab.emulator.VirtualPmu;
import org.switchlab.os.PerfGroup;
import org.switchlab.os.PerfKernel;
import org.switchlab.os.Signal;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;

/**
 * A command, counted from its first instruction to its end with all it starts: by the processor, or
 * on an emulated machine.
 *
 * @param output what an emulated program wrote, to both its outputs
 * @param warnings what could not be counted and why
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once, never compared.
public record CommandCount(ProgramCounts counts, byte[] output, List<Warning> warnings) {

  /**
   * Stops itself, so that counters can be opened on it before it becomes the command: they begin
   * when it executes that.
   */
  private static final String STOPPED = "kill -STOP $$; exec \"$@\"";

  private static final long LONGEST_START_NS = TimeUnit.SECONDS.toNanos(10);

  /** How the plugin calls the process that only waits. */
  private static final String OBSERVER = "parent";

  /** Where the command's output goes. */
  public enum Output {
    /** To this process's output. */
    STDOUT,
    /** To this process's errors, so that its output stays free for the counts. */
    STDERR
  }

  /**
   * Runs {@code command} to its end; its input and error stream are this process's.
   *
   * @param output where its output goes
   * @throws IllegalArgumentException for an empty command
   * @throws IOException if no program can be started; one that is not there gives exit code 127
   * @throws InterruptedException if the calling thread was interrupted; the command is ended then
   * @throws CounterException if no counter can be opened
   */
  public static CommandCount run(List<String> command, Output output)
      throws IOException, InterruptedException {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("no command: name a program, for instance: -- ls -l");
    }
    Process process = start(command, output);
    try {
      awaitStop(process);
      try (var counters =
          new OneRunCounters(
              Countable.onThisMachine(),
              group ->
                  PerfGroup.open(PerfKernel.LIVE, process.pid(), group, PerfGroup.Start.ON_EXEC))) {
        Signal.SIGCONT.send(process.pid());
        int exitCode = process.waitFor();
        var counts = new ProgramCounts(PerfSource.NAME, command, exitCode, null, counters.rows());
        return new CommandCount(counts, new byte[0], counters.warnings());
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command, Output output) throws IOException {
    String script = output == Output.STDERR ? STOPPED + " >&2" : STOPPED;
    List<String> stopped = new ArrayList<>(List.of("sh", "-c", script, "switchlab-count"));
    stopped.addAll(command);
    return new ProcessBuilder(stopped).inheritIO().start();
  }

  private static void awaitStop(Process process) throws IOException, InterruptedException {
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    long deadlineNs = System.nanoTime() + LONGEST_START_NS;
    while (!isStopped(Files.readString(stat))) {
      if (!process.isAlive() || System.nanoTime() > deadlineNs) {
        throw new IOException("the shell that starts the command did not stop to be counted");
      }
      Thread.sleep(1);
    }
  }

  private static boolean isStopped(String stat) {
    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
  }

  /**
   * Runs a static Linux program to its end on an emulated machine whose caches and TLBs are empty
   * at its start. Counted is what the machine does until then, but not what the process does that
   * waits for it.
   *
   * @param limit how long it may take
   * @throws IllegalArgumentException if it is no static program for x86-64; it says the fix
   * @throws CounterException if the emulated machine cannot be had, or failed
   */
  public static CommandCount emulate(
      List<String> command,
      Geometry geometry,
      CacheModel model,
      Duration limit,
      Progress.Listener progress) {
    StaticProgram program = StaticProgram.of(command);
    var outcome =
        EmulatedSource.of(() -> VirtualPmu.ready(geometry, model, progress).count(program, limit));
    List<ProgramCounts.Row> rows = rows(outcome.counts().getFirst().without(OBSERVER));
    var counts =
        new ProgramCounts(EmulatedSource.NAME, command, outcome.exitCode(), geometry, rows);
    return new CommandCount(counts, outcome.output(), List.of());
  }

  /**
   * Runs a Linux program for x86-64 to its end under user-mode emulation: no machine boots, and
   * what the kernel does is not counted. It may be linked dynamically, has one thread, and finds
   * this process's environment.
   *
   * @param limit how long it may take
   * @throws IllegalArgumentException if there is no such program
   * @throws CounterException if the emulator cannot be had, or failed
   */
  public static CommandCount emulateAlone(List<String> command, Geometry geometry, Duration limit) {
    var outcome =
        EmulatedSource.of(
            () ->
                EmulatedProgram.count(
                    command, System.getenv(), geometry, EmulatedProgram.Part.WHOLE, limit));
    var counts =
        new ProgramCounts(
            EmulatedSource.NAME,
            command,
            outcome.exitCode(),
            geometry,
            rows(outcome.counts().getFirst()));
    var output = new ByteArrayOutputStream();
    output.writeBytes(outcome.output());
    output.writeBytes(outcome.errors().getBytes(UTF_8));
    return new CommandCount(counts, output.toByteArray(), List.of());
  }

  private static List<ProgramCounts.Row> rows(Plugin.Counts counts) {
    List<ProgramCounts.Row> rows = new ArrayList<>();
    for (CounterEvent event : CounterEvent.values()) {
      for (Space space : List.of(Space.USER, Space.KERNEL)) {
        counts
            .sum(event.word(), space.word())
            .ifPresent(count -> rows.add(new ProgramCounts.Row(event.word(), space, count)));
      }
    }
    return rows;
  }
}
