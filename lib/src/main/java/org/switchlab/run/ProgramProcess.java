package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.NativeException;
import org.switchlab.table.Column;

/**
 * One run of a {@link Program}, in a process group of its own. {@link #close} leaves no process, no
 * zombie and no descriptor.
 */
final class ProgramProcess implements AutoCloseable {

  private static final String OBSERVATION = "observation";
  private static final String DONE = "done";

  /** How long an ended process may take to be collected, with a runtime's own farewell. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final String name;
  private final Duration silence;
  private final Controls controls;
  private final StderrTail chatter = new StderrTail();
  private @Nullable StandardPipes pipes;
  private @Nullable ChildProcess child;
  private @Nullable Conversation conversation;

  ProgramProcess(String name, Duration silence, Controls controls) {
    this.name = name;
    this.silence = silence;
    this.controls = controls;
  }

  void start(Path executable, List<String> arguments, int cpu) throws RunnerException {
    try {
      StandardPipes opened = StandardPipes.open();
      pipes = opened;
      child = opened.startOn(cpu, executable, arguments, e -> controls.notPinned(cpu, e));
      conversation = new Conversation(opened);
      // Nobody talks to it: what it reads ends at once.
      opened.stdin().writer().close();
      controls.watch(child.pid());
    } catch (NativeException e) {
      throw new RunnerException("%s cannot be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Everything it observes until it is done and gone. */
  List<Map<String, Double>> observations(List<Column> measures)
      throws RunnerException, InterruptedException {
    List<Map<String, Double>> seen = new ArrayList<>();
    boolean done = false;
    try {
      for (String text = next(); text != null; text = next()) {
        String keyword = text.strip().split("\\s", 2)[0];
        if (keyword.equals(OBSERVATION) && done) {
          throw new MalformedLineException("an observation after 'done'", text);
        } else if (keyword.equals(OBSERVATION)) {
          seen.add(ObservationLine.parse(text.strip(), measures));
        } else if (keyword.equals(DONE)) {
          done = true;
        } else {
          keep(text);
        }
      }
    } catch (MalformedLineException e) {
      throw failure(
          "breaks the protocol: " + e.getMessage(),
          "print 'observation key=value …' with the keys " + names(measures));
    }
    checkEnd(done);
    checkWhole(seen, measures);
    return seen;
  }

  private @Nullable String next()
      throws RunnerException, InterruptedException, MalformedLineException {
    try {
      return spoken().next(silence);
    } catch (TimeoutException e) {
      throw failure(
          "said nothing for %.1f s".formatted(silence.toMillis() / 1e3),
          "print each observation at once (flush stdout), or allow a longer silence");
    }
  }

  private void keep(String line) {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    chatter.append(bytes, bytes.length);
  }

  private void checkEnd(boolean done) throws RunnerException, InterruptedException {
    ExitStatus exit;
    try {
      exit = started().waitFor(MOMENT);
    } catch (TimeoutException e) {
      throw failure("closed its output and goes on", "end the process after 'done'");
    }
    if (!exit.success()) {
      throw failure(
          RunnerException.explain(exit).replaceFirst("^it ", ""),
          "run it by hand with the same arguments; it must end with code 0");
    }
    if (!done) {
      throw failure("ended without the line 'done'", "print it last, when all is well");
    }
  }

  private void checkWhole(List<Map<String, Double>> seen, List<Column> measures)
      throws RunnerException, InterruptedException {
    Set<String> reported = new HashSet<>();
    seen.forEach(one -> reported.addAll(one.keySet()));
    List<String> missing =
        measures.stream().map(Column::name).filter(key -> !reported.contains(key)).toList();
    if (!missing.isEmpty()) {
      throw failure(
          seen.isEmpty() ? "observed nothing" : "observed no " + String.join(", no ", missing),
          "print 'observation key=value …' with the keys " + names(measures));
    }
  }

  private static String names(List<Column> measures) {
    return String.join(", ", measures.stream().map(Column::name).toList());
  }

  /** With the program's name, the remedy, and what else it said. */
  private RunnerException failure(String problem, String remedy) throws InterruptedException {
    started().close();
    String complaints = spoken().lastWords(Duration.ofMillis(200));
    String said = chatter.text();
    return new RunnerException(
        "the program %s %s: %s%s%s"
            .formatted(
                name,
                problem,
                remedy,
                said.isEmpty() ? "" : "; it also said: " + said,
                complaints.isEmpty() ? "" : "; its stderr ends: " + complaints),
        null);
  }

  private Conversation spoken() {
    return require(conversation);
  }

  private ChildProcess started() {
    return require(child);
  }

  private static <T> T require(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the program was not started");
    }
    return part;
  }

  /** Kills whatever still runs, collects it and gives the descriptors back. */
  @Override
  public void close() {
    if (child != null) {
      child.close();
    }
    if (pipes != null) {
      pipes.close();
    }
  }
}
