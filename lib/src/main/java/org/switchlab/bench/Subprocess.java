package org.switchlab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.Pipe;
import org.switchlab.os.Signal;
import org.switchlab.os.Spawn;

/**
 * A program at work for a benchmark, spoken with over pipes; both its outputs are one.
 *
 * <p>It leads a process group of its own, so that Ctrl-C reaches us alone and {@link #close} ends
 * all of it. Every wait obeys an interrupt and a limit.
 */
final class Subprocess implements AutoCloseable {

  /** How long a program that reads at all may take to read a line. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  /** What {@code switchlab} starts; in a later package, and so known by name only. */
  static final String COMMAND_LINE = "org.switchlab.cli.Main";

  /** Twice the longest budget of a run, and then some. */
  private static final Duration RUN_SILENCE = Duration.ofMinutes(5);

  private final Pipe input;
  private final Pipe output;
  private final ChildProcess child;
  private final ByteArrayOutputStream unread = new ByteArrayOutputStream();

  /** How a program ended: its exit status, with what it used, and the rest of what it wrote. */
  record End(ExitStatus exit, String output) {

    /** Refuses a failure of {@code what}, with what it said last, which explains it best. */
    End requireSuccess(String what) throws NotMeasurableException {
      if (!exit.success()) {
        throw new NotMeasurableException("%s %s: %s".formatted(what, exit.describe(), lastLine()));
      }
      return this;
    }

    String lastLine() {
      return output.strip().lines().reduce("", (_, line) -> line);
    }
  }

  private Subprocess(Pipe input, Pipe output, ChildProcess child) {
    this.input = input;
    this.output = output;
    this.child = child;
  }

  /** Starts {@code executable}; a {@code NativeException} if it could not be started. */
  static Subprocess start(Path executable, List<String> arguments) {
    Pipe input = Pipe.open();
    Pipe output = Pipe.open();
    try {
      var spawn =
          new Spawn(executable, arguments, input.reader(), output.writer(), output.writer());
      ChildProcess child = spawn.start();
      // The child's ends, so that its end shows here as the end of its output.
      input.reader().close();
      output.writer().close();
      return new Subprocess(input, output, child);
    } catch (RuntimeException e) {
      input.close();
      output.close();
      throw e;
    }
  }

  /**
   * Starts a program of this project in a JVM of its own: same JDK, same options, same class path.
   * {@code options} for its JVM come last, and so win over this one's.
   */
  static Subprocess jvm(List<String> options, String mainClass, List<String> arguments) {
    List<String> all = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    all.addAll(options);
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    all.addAll(arguments);
    return start(Path.of(System.getProperty("java.home"), "bin", "java"), all);
  }

  /** Runs {@code switchlab run} in a JVM; the time in ns from its start to its end. */
  static long runNs(List<String> arguments) throws NotMeasurableException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(arguments);
    long startNs = System.nanoTime();
    try (Subprocess jvm = jvm(List.of(), COMMAND_LINE, command)) {
      End end = jvm.end(RUN_SILENCE);
      long durationNs = System.nanoTime() - startNs;
      end.requireSuccess("'switchlab %s'".formatted(String.join(" ", command)));
      return durationNs;
    }
  }

  int pid() {
    return child.pid();
  }

  void send(String line) throws NotMeasurableException, InterruptedException {
    try {
      input.writer().write((line + "\n").getBytes(UTF_8), MOMENT);
    } catch (TimeoutException e) {
      throw new NotMeasurableException("a program does not read what it is told");
    }
  }

  /** The next line it writes; not measurable if it ended or was silent for {@code limit}. */
  String line(Duration limit) throws NotMeasurableException, InterruptedException {
    while (text().indexOf('\n') < 0) {
      if (!receive(limit)) {
        throw new NotMeasurableException("a program ended early: " + text().strip());
      }
    }
    String text = text();
    int end = text.indexOf('\n');
    unread.reset();
    unread.writeBytes(text.substring(end + 1).getBytes(UTF_8));
    return text.substring(0, end);
  }

  /** Waits until it has ended; not measurable if it was silent for {@code limit}. */
  End end(Duration limit) throws NotMeasurableException, InterruptedException {
    while (receive(limit)) {
      // Until the end of its output.
    }
    try {
      return new End(child.waitFor(limit), text());
    } catch (TimeoutException e) {
      throw hung(limit);
    }
  }

  /** Asks it with {@code signal} to end what it started and itself, and waits for that. */
  void stop(Signal signal, Duration patience) throws InterruptedException {
    child.signalGroup(signal);
    try {
      child.waitFor(patience);
    } catch (TimeoutException e) {
      // Then it is killed, by close.
    }
  }

  /** Ends it and all it started. */
  @Override
  public void close() {
    child.close();
    input.close();
    output.close();
  }

  private boolean receive(Duration limit) throws NotMeasurableException, InterruptedException {
    byte[] chunk = new byte[8192];
    try {
      int count = output.reader().read(chunk, limit);
      unread.write(chunk, 0, Math.max(0, count));
      return count > 0;
    } catch (TimeoutException e) {
      throw hung(limit);
    }
  }

  private String text() {
    return unread.toString(UTF_8);
  }

  private static NotMeasurableException hung(Duration limit) {
    return new NotMeasurableException("a program was silent for %d s".formatted(limit.toSeconds()));
  }
}
