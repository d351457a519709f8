package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ExitStatus;

/** Reads what one run of a {@link Program} observes. */
final class ProgramOutput {

  /** How long an ended process may take to be collected, with a runtime's own farewell. */
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final String name;
  private final Duration silence;
  private final List<String> keys;
  private final List<String> needed;
  private final Conversation conversation;
  private final Conversation.Tail chatter = new Conversation.Tail();

  /**
   * Of the program called {@code name}, which may report {@code keys} and must report those {@code
   * needed}.
   */
  ProgramOutput(
      String name,
      Duration silence,
      List<String> keys,
      List<String> needed,
      Conversation conversation) {
    this.name = name;
    this.silence = silence;
    this.keys = keys;
    this.needed = needed;
    this.conversation = conversation;
  }

  /** Everything it observes until it is done and gone: numbers by key. */
  List<Map<String, Double>> observations() throws RunnerException, InterruptedException {
    List<Map<String, Double>> seen = new ArrayList<>();
    boolean done = false;
    try {
      for (String text = next(); text != null; text = next()) {
        switch (text.strip().split("\\s", 2)[0]) {
          case "observation" -> seen.add(observation(text, done));
          case "done" -> done = true;
          default -> keep(text);
        }
      }
    } catch (MalformedLineException e) {
      throw failure("breaks the protocol: " + e.getMessage(), printKeys());
    }
    checkEnd(done);
    checkWhole(seen);
    return seen;
  }

  private Map<String, Double> observation(String text, boolean done) throws MalformedLineException {
    if (done) {
      throw new MalformedLineException("an observation after 'done'", text);
    }
    ProtocolLine line = ProtocolLine.parse(text.strip().replaceAll("\\s+", " "));
    for (String key : line.values().keySet()) {
      if (!keys.contains(key)) {
        throw new MalformedLineException("unknown key '%s'".formatted(key), text.strip());
      }
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String key : keys) {
      if (line.has(key)) {
        numbers.put(key, line.fraction(key));
      }
    }
    if (numbers.isEmpty()) {
      throw new MalformedLineException("no key=value", text.strip());
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

  private void checkWhole(List<Map<String, Double>> seen)
      throws RunnerException, InterruptedException {
    List<String> missing =
        needed.stream()
            .filter(key -> seen.stream().noneMatch(one -> one.containsKey(key)))
            .toList();
    if (!missing.isEmpty()) {
      throw failure(
          seen.isEmpty() ? "observed nothing" : "observed no " + String.join(", no ", missing),
          printKeys());
    }
  }

  private String printKeys() {
    return "print 'observation key=value …' with the keys " + String.join(", ", keys);
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
}
