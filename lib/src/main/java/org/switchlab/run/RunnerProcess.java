package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.Errno;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.NativeException;
import org.switchlab.os.Signal;
import org.switchlab.os.Spawn;
import org.switchlab.run.ProtocolLine.PlacedBatch;
import org.switchlab.run.RunnerException.Stage;

/**
 * One runner process and the protocol spoken with it, for one thread at a time; only {@link #kill}
 * and {@link #exited} may be called from any. Every wait ends with a line, a limit, the process's
 * end or an interrupt.
 */
final class RunnerProcess implements AutoCloseable {

  private static final int PROTOCOL = 1;

  /** How long an ended process may take to be collected, and a living one to take a command. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Launcher.TimeLimits limits;
  private final Conversation conversation;
  private Stage stage = Stage.STARTING;

  private RunnerProcess(Launcher.TimeLimits limits, Conversation conversation) {
    this.limits = limits;
    this.conversation = conversation;
  }

  /** Starts {@code executable}. */
  static RunnerProcess start(Path executable, List<String> arguments, Launcher.TimeLimits limits)
      throws RunnerException {
    try {
      return new RunnerProcess(limits, Conversation.start(executable, arguments, Spawn::start));
    } catch (NativeException e) {
      throw RunnerException.in(Stage.STARTING, e.getMessage(), "", e);
    }
  }

  /** The runner's process id, which is its group's too. */
  int pid() {
    return conversation.child().pid();
  }

  /** How it ended; empty while it runs. */
  Optional<ExitStatus> exited() {
    return conversation.child().poll();
  }

  /** Brings it to where it can measure; {@code alone} gets its pid before it has a peer. */
  ReadyRunner prepare(IntConsumer alone) throws RunnerException, InterruptedException {
    greet();
    alone.accept(pid());
    stage = Stage.PREPARING;
    send("begin");
    Duration limit = limits.prepare();
    int peerPid = read("peer", line -> (int) line.number("pid", 1), limit);
    ReadyRunner ready = read("ready", line -> ReadyRunner.of(this, limits, peerPid, line), limit);
    stage = Stage.RUNNING;
    return ready;
  }

  /** Awaits its first line. */
  void greet() throws RunnerException, InterruptedException {
    long protocol = read("hello", line -> line.number("protocol", 0), limits.hello());
    if (protocol != PROTOCOL) {
      throw failure(
          "it speaks protocol %d and this library %d; build both together"
              .formatted(protocol, PROTOCOL));
    }
  }

  /** The next line, which must be a batch of some rounds. */
  PlacedBatch batch(Duration limit) throws RunnerException, InterruptedException {
    return read("batch", line -> line.batch(1), limit);
  }

  /** The next line, which must begin with {@code keyword}, as a value. */
  <T> T read(String keyword, LineParser<T> parser, Duration limit)
      throws RunnerException, InterruptedException {
    try {
      return parser.parse(expect(keyword, limit));
    } catch (MalformedLineException e) {
      throw nonsense(e);
    }
  }

  /** The same of a line that may begin with one of several keywords, each with its parser. */
  <T> T read(Map<String, LineParser<T>> parsers, Duration limit)
      throws RunnerException, InterruptedException {
    try {
      ProtocolLine line = expect(parsers.keySet(), limit);
      return Objects.requireNonNull(parsers.get(line.keyword())).parse(line);
    } catch (MalformedLineException e) {
      throw nonsense(e);
    }
  }

  /** What a line says. */
  interface LineParser<T> {
    T parse(ProtocolLine line) throws MalformedLineException;
  }

  /** Sends one command. */
  void send(String command) throws RunnerException, InterruptedException {
    try {
      conversation.send(command, MOMENT);
    } catch (NativeException e) {
      throw e.is(Errno.EPIPE) ? death() : failure(String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      throw failure("it hung: it takes no commands");
    }
  }

  /** Takes leave: {@code done} is the last line, and the exit code must be 0. */
  void finish(Duration limit) throws RunnerException, InterruptedException {
    try {
      expect("done", limit);
      String more = next(limit);
      if (more != null) {
        throw new MalformedLineException("something after the last line", more);
      }
    } catch (MalformedLineException e) {
      throw nonsense(e);
    }
    ExitStatus exit = conversation.exit(MOMENT);
    if (exit == null || !exit.success()) {
      throw death();
    }
  }

  /** A failure in the present stage, with what the process said last. */
  RunnerException failure(String cause) throws InterruptedException {
    return RunnerException.in(stage, cause, conversation.lastWords(Duration.ZERO), null);
  }

  /** Ends its whole group at once. A thread that waits for a line gets a failure. */
  void kill() {
    conversation.child().signalGroup(Signal.SIGKILL);
  }

  @Override
  public void close() {
    conversation.close();
  }

  private ProtocolLine expect(String keyword, Duration limit)
      throws RunnerException, MalformedLineException, InterruptedException {
    return expect(Set.of(keyword), limit);
  }

  private ProtocolLine expect(Set<String> keywords, Duration limit)
      throws RunnerException, MalformedLineException, InterruptedException {
    String text = next(limit);
    if (text == null) {
      throw death();
    }
    ProtocolLine line = ProtocolLine.parse(text);
    if (!keywords.contains(line.keyword())) {
      throw new MalformedLineException(
          "no '%s'".formatted(String.join("' or '", new TreeSet<>(keywords))), text);
    }
    return line;
  }

  private @Nullable String next(Duration limit)
      throws RunnerException, MalformedLineException, InterruptedException {
    try {
      return conversation.next(limit);
    } catch (TimeoutException e) {
      throw failure("it hung: silent for %.1f s".formatted(limit.toMillis() / 1e3));
    }
  }

  private RunnerException nonsense(MalformedLineException problem) throws InterruptedException {
    return failure("it wrote nonsense: " + problem.getMessage());
  }

  /** The failure of a process that closed its output. */
  private RunnerException death() throws InterruptedException {
    ExitStatus exit = conversation.exit(MOMENT);
    if (exit != null && NoHugePagesException.isMeant(exit)) {
      return new NoHugePagesException();
    }
    String cause =
        exit == null ? "it closed its output and goes on" : RunnerException.explain(exit);
    // Its group is gone once it was collected, so that the end of stderr comes at once.
    String lastWords = conversation.lastWords(exit == null ? Duration.ZERO : MOMENT);
    return RunnerException.in(stage, cause, lastWords, null);
  }
}
