package org.switchlab.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.Pipe;
import org.switchlab.os.Spawn;

/** The pipes to a child's three standard descriptors. */
public record StandardPipes(Pipe stdin, Pipe stdout, Pipe stderr) implements AutoCloseable {

  /** Opens all three, or none. */
  public static StandardPipes open() {
    List<Pipe> opened = new ArrayList<>();
    try {
      while (opened.size() < 3) {
        opened.add(Pipe.open());
      }
    } catch (RuntimeException e) {
      opened.forEach(Pipe::close);
      throw e;
    }
    return new StandardPipes(opened.get(0), opened.get(1), opened.get(2));
  }

  /** Starts {@code executable} on them; if it cannot be started, they are closed. */
  public ChildProcess start(Path executable, List<String> arguments) {
    return start(executable, arguments, Spawn::start);
  }

  /** The same in another way; closes the child's ends here, so that its end shows. */
  ChildProcess start(
      Path executable, List<String> arguments, Function<Spawn, ChildProcess> starting) {
    try {
      ChildProcess child =
          starting.apply(
              new Spawn(executable, arguments, stdin.reader(), stdout.writer(), stderr.writer()));
      stdin.reader().close();
      stdout.writer().close();
      stderr.writer().close();
      return child;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    stdin.close();
    stdout.close();
    stderr.close();
  }
}
