package org.switchlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.switchlab.machine.Toolchains;
import org.switchlab.os.NativeException;
import org.switchlab.table.Column;
import org.switchlab.warning.Warning;

/**
 * A program of anybody's that speaks the line protocol of programs; see {@code
 * lib/docs/program-protocol.md}. Each run is a fresh process on one CPU.
 */
public final class Program {

  /** How long a program may say nothing before it counts as hung. */
  public static final Duration SILENCE = Duration.ofSeconds(60);

  private final String name;
  private final Path executable;
  private final List<String> arguments;
  private final Duration silence;
  private final Controls controls = new Controls();

  private Program(String name, Path executable, List<String> arguments, Duration silence) {
    this.name = name;
    this.executable = executable;
    this.arguments = List.copyOf(arguments);
    this.silence = silence;
  }

  /**
   * The program that a command starts: its name on PATH or its file, then the arguments it always
   * gets. If it says nothing for {@code silence} it counts as hung.
   */
  public static Program of(List<String> command, Duration silence) throws RunnerException {
    String name = command.getFirst();
    return new Program(name, find(name), command.subList(1, command.size()), silence);
  }

  /** The same, called {@code other} in messages. */
  public Program named(String other) {
    return new Program(other, executable, arguments, silence);
  }

  private static Path find(String name) throws RunnerException {
    Path file = name.contains("/") ? Path.of(name) : Toolchains.onPath(name).orElse(null);
    if (file != null && Files.isRegularFile(file) && Files.isExecutable(file)) {
      return file.toAbsolutePath();
    }
    String problem =
        name.contains("/")
            ? "there is no program '%s' that may be executed: check its path, and chmod u+x it"
            : "there is no program '%s' on PATH: install it, or give the path of its file";
    throw new RunnerException(problem.formatted(name), null);
  }

  /**
   * Runs it once to its end.
   *
   * @param further arguments of this run
   * @param cpu the only logical CPU it may run on
   * @param measures what it may report
   * @param needed those that it must report at least once
   * @return what it observed, in order: numbers by the name of the measure's column
   * @throws RunnerException if it failed, hung or broke the protocol: what it observed is dropped
   */
  public List<Map<String, Double>> run(
      List<String> further, int cpu, List<Column> measures, List<Column> needed)
      throws RunnerException, InterruptedException {
    List<String> all = Stream.concat(arguments.stream(), further.stream()).toList();
    try (Conversation conversation = start(all, cpu)) {
      return new ProgramOutput(name, silence, names(measures), names(needed), conversation)
          .observations();
    }
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private Conversation start(List<String> all, int cpu) throws RunnerException {
    try {
      var conversation =
          Conversation.start(
              executable,
              all,
              spawn -> spawn.startOn(cpu, refused -> controls.notPinned(cpu, refused)));
      conversation.hangUp();
      controls.leaveNoCore(conversation.child().pid());
      return conversation;
    } catch (NativeException e) {
      throw new RunnerException("%s cannot be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Rights that were refused so far, each once. */
  public List<Warning> warnings() {
    return controls.warnings();
  }
}
