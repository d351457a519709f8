package org.switchlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.switchlab.os.QueueFile;

/**
 * Another process that wants to measure. It says {@code waiting}, {@code in} and {@code out} on
 * stdout and notes the last two in a log that several may share; while it is in, it awaits a line.
 * Arguments: the queue's file, the log, how often.
 */
final class Waiter {

  private Waiter() {}

  static void main(String[] arguments) throws Exception {
    var queue = new QueueFile(Path.of(arguments[0]), true);
    Path log = Path.of(arguments[1]);
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      try (MeasuringTurn turn =
          MeasuringTurn.await(queue, progress -> IO.println(progress.step()))) {
        note(log, "in");
        IO.println("in" + turn.doubts());
        if (IO.readln() == null) {
          return;
        }
        note(log, "out");
      }
      IO.println("out");
    }
  }

  private static void note(Path log, String what) throws IOException {
    String line = "%s %d\n".formatted(what, ProcessHandle.current().pid());
    Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
