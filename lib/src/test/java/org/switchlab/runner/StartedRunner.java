package org.switchlab.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One runner under test, started by the JDK's own means. A watchdog kills it after two minutes, so
 * that a hang becomes a failed assertion; closing it leaves no process behind.
 */
final class StartedRunner implements AutoCloseable {

  private static final long WATCHDOG_S = 120;

  private final Process process;
  private final BufferedReader output;

  private StartedRunner(List<String> command) {
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    output = process.inputReader(StandardCharsets.UTF_8);
    CompletableFuture.delayedExecutor(WATCHDOG_S, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
  }

  /** Starts the packed runner. */
  static StartedRunner start(String arguments) {
    return startCommand(command(NativeBuild.runner(), arguments));
  }

  static StartedRunner startCommand(List<String> command) {
    return new StartedRunner(command);
  }

  static List<String> command(Path runner, String arguments) {
    List<String> command = new ArrayList<>(List.of(runner.toString()));
    if (!arguments.isEmpty()) {
      command.addAll(List.of(arguments.split(" ")));
    }
    return command;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  void send(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  void closeOutput() throws IOException {
    output.close();
  }

  /** The next line; fails the test if there is none. */
  Line line() {
    return nextLine()
        .orElseThrow(() -> new AssertionError("the runner's output ended; stderr: " + errors()));
  }

  private Optional<Line> nextLine() {
    try {
      return Optional.ofNullable(output.readLine()).map(Line::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All lines to the end of the output. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Optional<Line> line = nextLine(); line.isPresent(); line = nextLine()) {
      lines.add(line.get());
    }
    return lines;
  }

  /** Sends a command to a driven runner and reads its answer. */
  Line ask(String command) {
    send(command);
    return line();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String errors() {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
