package org.switchlab.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.NativeException;
import org.switchlab.os.Pipe;
import org.switchlab.os.Spawn;

/**
 * The pipes to a child's three standard descriptors.
 *
 * @param stdin commands to it
 * @param stdout lines from it
 * @param stderr its complaints
 */
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

  /**
   * Starts {@code executable} on them and closes the child's ends here, so that its end shows.
   *
   * @throws NativeException if it could not be started; all pipes are closed then
   */
  public ChildProcess start(Path executable, List<String> arguments) {
    return start(executable, arguments, Spawn::start);
  }

  /** The same on one CPU, see {@link Spawn#startOn}. */
  ChildProcess startOn(
      int cpu, Path executable, List<String> arguments, Consumer<NativeException> refused) {
    return start(executable, arguments, spawn -> spawn.startOn(cpu, refused));
  }

  private ChildProcess start(
      Path executable, List<String> arguments, Function<Spawn, ChildProcess> starting) {
    try {
      var spawn =
          new Spawn(executable, arguments, stdin.reader(), stdout.writer(), stderr.writer());
      ChildProcess child = starting.apply(spawn);
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
