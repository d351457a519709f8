package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.NativeException;
import org.switchlab.table.Column;

/** One run of a {@link Program}, in a process group of its own. */
final class ProgramProcess implements AutoCloseable {

  private static final String OBSERVATION = "observation";
  private static final String DONE = "done";

  /** How long an ended process may take to be collected, with a runtime's own farewell. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final String name;
  private final Duration silence;
  private final Conversation conversation;
  private final Conversation.Tail chatter = new Conversation.Tail();

  private ProgramProcess(String name, Duration silence, Conversation conversation) {
    this.name = name;
    this.silence = silence;
    this.conversation = conversation;
  }

  /**
   * Starts {@code executable} on one CPU.
   *
   * @param name of the program, for messages
   * @param silence how long it may say nothing
   */
  static ProgramProcess start(
      String name,
      Path executable,
      List<String> arguments,
      int cpu,
      Duration silence,
      Controls controls)
      throws RunnerException {
    try {
      StandardPipes pipes = StandardPipes.open();
      ChildProcess child =
          pipes.startOn(cpu, executable, arguments, e -> controls.notPinned(cpu, e));
      // Nobody talks to it: what it reads ends at once.
      pipes.stdin().writer().close();
      controls.leaveNoCore(child.pid());
      return new ProgramProcess(name, silence, new Conversation(child, pipes));
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
          seen.add(observation(text.strip(), measures));
        } else if (keyword.equals(DONE)) {
          done = true;
        } else {
          keep(text);
        }
      }
    } catch (MalformedLineException e) {
      throw failure("breaks the protocol: " + e.getMessage(), printKeys(measures));
    }
    checkEnd(done);
    checkWhole(seen, measures);
    return seen;
  }

  /** The numbers of an observation by key; every key is the name of one of {@code measures}. */
  private static Map<String, Double> observation(String text, List<Column> measures)
      throws MalformedLineException {
    ProtocolLine line = ProtocolLine.parse(text.replaceAll("\\s+", " "));
    for (String key : line.values().keySet()) {
      if (!names(measures).contains(key)) {
        throw new MalformedLineException("unknown key '%s'".formatted(key), text);
      }
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String key : names(measures)) {
      if (line.has(key)) {
        numbers.put(key, line.fraction(key));
      }
    }
    if (numbers.isEmpty()) {
      throw new MalformedLineException("no key=value", text);
    }
    return numbers;
  }

  private @Nullable String next()
      throws RunnerException, InterruptedException, MalformedLineException {
    try {
      return conversation.next(silence);
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
    ExitStatus exit = conversation.exit(MOMENT);
    if (exit == null) {
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
    List<String> missing = names(measures).stream().filter(key -> !reported.contains(key)).toList();
    if (!missing.isEmpty()) {
      throw failure(
          seen.isEmpty() ? "observed nothing" : "observed no " + String.join(", no ", missing),
          printKeys(measures));
    }
  }

  private static String printKeys(List<Column> measures) {
    return "print 'observation key=value …' with the keys " + String.join(", ", names(measures));
  }

  private static List<String> names(List<Column> measures) {
    return measures.stream().map(Column::name).toList();
  }

  /** With the program's name, the remedy, and what else it said. */
  private RunnerException failure(String problem, String remedy) throws InterruptedException {
    conversation.child().close();
    String complaints = conversation.lastWords(Duration.ofMillis(200));
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

  @Override
  public void close() {
    conversation.close();
  }
}
