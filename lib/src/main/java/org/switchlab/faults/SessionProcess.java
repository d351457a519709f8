package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.switchlab.machine.Toolchains;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.NativeException;
import org.switchlab.os.Pipe;
import org.switchlab.os.Spawn;

/** A {@link Session} at work in a process of its own, and what it is told and answers. */
final class SessionProcess implements AutoCloseable {

  private static final Duration LIMIT = Ended.PATIENCE;

  private static final JsonMapper JSON = new JsonMapper();

  private final Pipe input;
  private final Pipe output;
  private final Pipe errors;
  private final ChildProcess child;
  private final ByteArrayOutputStream unread = new ByteArrayOutputStream();

  private SessionProcess(Pipe input, Pipe output, Pipe errors, ChildProcess child) {
    this.input = input;
    this.output = output;
    this.errors = errors;
    this.child = child;
  }

  /** How a session ended that should not have. */
  static final class EndedException extends IOException {
    private static final long serialVersionUID = 1L;

    EndedException(String message) {
      super(message);
    }
  }

  /**
   * Starts one in a nest.
   *
   * @param before words before its command; may be empty
   */
  static SessionProcess start(Nest nest, List<String> before)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    nest.environment().forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(before);
    words.addAll(JavaCommand.words(nest, Session.class.getName(), List.of()));
    Path env = Toolchains.onPath("env").orElseThrow(() -> new IOException("env is not on PATH"));
    Pipe input = Pipe.open();
    Pipe output = Pipe.open();
    Pipe errors = Pipe.open();
    try {
      ChildProcess child =
          new Spawn(env, words, input.reader(), output.writer(), errors.writer()).start();
      input.reader().close();
      output.writer().close();
      errors.writer().close();
      return begun(new SessionProcess(input, output, errors, child));
    } catch (NativeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static SessionProcess begun(SessionProcess session)
      throws IOException, InterruptedException {
    try {
      session.line();
      return session;
    } catch (IOException | InterruptedException e) {
      session.close();
      throw e;
    }
  }

  /** The process of the program itself: commands before it become it. */
  int pid() {
    return child.pid();
  }

  /** Tells it something and awaits the answer. */
  Answer ask(String command) throws IOException, InterruptedException {
    tell(command);
    return answer();
  }

  /** Tells it something. */
  void tell(String command) throws IOException, InterruptedException {
    try {
      input.writer().write((command + "\n").getBytes(UTF_8), LIMIT);
    } catch (NativeException | TimeoutException e) {
      throw new EndedException("it takes no commands");
    }
  }

  /** What it answers; null if it does not in time. */
  Answer answer() throws IOException, InterruptedException {
    return JSON.readValue(line(), Answer.class);
  }

  private String line() throws IOException, InterruptedException {
    while (unread.toString(UTF_8).indexOf('\n') < 0) {
      receive();
    }
    String text = unread.toString(UTF_8);
    int end = text.indexOf('\n');
    unread.reset();
    unread.writeBytes(text.substring(end + 1).getBytes(UTF_8));
    return text.substring(0, end);
  }

  private void receive() throws IOException, InterruptedException {
    byte[] chunk = new byte[8192];
    try {
      int count = output.reader().read(chunk, LIMIT);
      if (count <= 0) {
        throw new EndedException("it ended: " + lastWords());
      }
      unread.write(chunk, 0, count);
    } catch (TimeoutException e) {
      throw new EndedException("it was silent for %d s".formatted(LIMIT.toSeconds()));
    }
  }

  private String lastWords() throws InterruptedException {
    byte[] chunk = new byte[8192];
    try {
      int count = errors.reader().read(chunk, Duration.ofSeconds(1));
      return new String(chunk, 0, Math.max(0, count), UTF_8).strip();
    } catch (TimeoutException e) {
      return "without a word";
    }
  }

  @Override
  public void close() {
    child.close();
    input.close();
    output.close();
    errors.close();
  }

  /** Whether it still runs. */
  boolean isAlive() {
    return child.poll().isEmpty();
  }
}
