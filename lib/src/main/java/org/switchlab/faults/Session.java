package org.switchlab.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.switchlab.counter.CommandCount;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.DirectCost;
import org.switchlab.os.NativeCodeError;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;

/**
 * A program that measures, saves and loads as it is told by lines on stdin, again and again, as a
 * notebook's kernel does; each line is answered by one of JSON.
 */
final class Session {

  /** What it says when it can be told. */
  static final String READY = "ready";

  private static final Duration BUDGET = Duration.ofMillis(60);
  private static final Duration LONG_BUDGET = Duration.ofMillis(400);
  private static final int TRIES = 3;
  private static final JsonMapper JSON = new JsonMapper();

  private Session() {}

  /** Lives until stdin ends. */
  public static void main(String[] arguments) throws IOException {
    say(READY);
    var in = new FileInputStream(FileDescriptor.in);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int blank = line.indexOf(' ');
      Answer answer = answer(line.substring(0, blank), line.substring(blank + 1));
      say(JSON.writeValueAsString(answer));
    }
  }

  /**
   * The next line, empty at the end; by single bytes, since Java's readers ask for more than they
   * need, and what fails then is of this program and of none that is put to the test.
   */
  private static String line(FileInputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int tried = 1; ; ) {
      try {
        int next = in.read();
        if (next < 0 || next == '\n') {
          return line.toString(StandardCharsets.UTF_8);
        }
        line.write(next);
      } catch (IOException e) {
        if (tried++ == TRIES) {
          throw e;
        }
      }
    }
  }

  private static void say(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    for (int tried = 1; tried <= TRIES; tried++) {
      try (var out = new FileOutputStream("/proc/self/fd/1")) {
        out.write(bytes);
        return;
      } catch (IOException e) {
        if (tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private static Answer answer(String word, String rest) {
    try {
      return done(word, rest);
    } catch (LinkageError e) {
      return NativeCodeError.told()
          .map(told -> Answer.failed(Answer.End.REFUSED, told))
          .orElseGet(() -> Answer.failed(Answer.End.BROKEN, e.toString()));
    } catch (Exception | Error e) {
      return Answer.failed(isClear(e) ? Answer.End.REFUSED : Answer.End.BROKEN, e.toString());
    }
  }

  /** Our own exceptions, and the two of Java that are used for what a user did. */
  private static boolean isClear(Throwable failure) {
    String type = failure.getClass().getPackageName();
    boolean known = type.startsWith("org.switchlab") || failure instanceof IllegalArgumentException;
    return (known || failure instanceof IOException)
        && failure.getMessage() != null
        && failure.getMessage().contains(" ");
  }

  private static Answer done(String word, String rest) throws Exception {
    return switch (word) {
      case "run" -> Answer.of(measured(Path.of(rest), BUDGET));
      case "long" -> Answer.of(measured(Path.of(rest), LONG_BUDGET));
      case "load" -> Answer.of(Catalogue.load(Path.of(rest)));
      case "save" -> saved(rest.split(" "));
      case "saves" -> saves(rest.split(" "));
      case "count" -> counted(rest.split(" "));
      case "fill" -> Disk.filled(rest.split(" "));
      default -> throw new IllegalStateException("no such command: " + word);
    };
  }

  private static Result measured(Path folder, Duration budget) {
    return DirectCost.EXPERIMENT
        .setup()
        .quick()
        .budget(budget)
        .saveTo(folder)
        .progress(Progress.Listener.SILENT)
        .run();
  }

  private static Answer saved(String[] fromAndTo) {
    Result result = Catalogue.load(Path.of(fromAndTo[0]));
    result.save(Path.of(fromAndTo[1]));
    return Answer.of(result);
  }

  /** Saves to folders beside each other until it is killed. */
  private static Answer saves(String[] fromAndTo) {
    Result result = Catalogue.load(Path.of(fromAndTo[0]));
    for (int next = 0; ; next++) {
      result.save(Path.of(fromAndTo[1], Integer.toString(next)));
    }
  }

  private static Answer counted(String[] command) throws IOException, InterruptedException {
    CommandCount count = CommandCount.run(List.of(command), CommandCount.Output.STDERR);
    List<String> rows =
        count.counts().rows().stream().map(row -> row.event() + " " + row.space()).toList();
    List<String> doubts = count.warnings().stream().map(doubt -> doubt.message()).toList();
    String end = "exit code " + count.counts().exitCode();
    return new Answer(Answer.End.DONE, end, null, rows, doubts);
  }
}
