package org.switchlab.run;

import java.nio.file.Path;
import java.util.List;
import org.switchlab.os.ChildProcess;
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
    var opened = new Pipe[3];
    try {
      for (int i = 0; i < opened.length; i++) {
        opened[i] = Pipe.open();
      }
    } catch (RuntimeException e) {
      for (Pipe pipe : opened) {
        if (pipe != null) {
          pipe.close();
        }
      }
      throw e;
    }
    return new StandardPipes(opened[0], opened[1], opened[2]);
  }

  /**
   * Starts {@code executable} on them and closes the child's ends here, so that its end shows.
   *
   * @throws org.switchlab.os.NativeException if it could not be started; all pipes are closed then
   */
  public ChildProcess start(Path executable, List<String> arguments) {
    try {
      var spawn =
          new Spawn(executable, arguments, stdin.reader(), stdout.writer(), stderr.writer());
      ChildProcess child = spawn.start();
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
