package org.switchlab.kernel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Bounds what cells print on the two streams of a kernel, see {@link BoundedOutput}. */
public final class OutputBounds {

  private final List<BoundedOutput> outputs = new ArrayList<>();

  private OutputBounds(PrintStream... streams) {
    for (PrintStream stream : streams) {
      bound(stream);
    }
  }

  /**
   * Puts a bound between each stream and where it writes to: a kernel sets its own streams anew for
   * each cell, so that putting others into their place would last no cell. Leaves them alone in a
   * JVM that was started without {@code --add-opens=java.base/java.io=ALL-UNNAMED}.
   */
  public static OutputBounds of(PrintStream... streams) {
    return new OutputBounds(streams);
  }

  private void bound(PrintStream stream) {
    try {
      Field to = FilterOutputStream.class.getDeclaredField("out");
      to.setAccessible(true);
      var bounded = new BoundedOutput((OutputStream) to.get(stream), System::nanoTime);
      to.set(stream, bounded);
      outputs.add(bounded);
    } catch (ReflectiveOperationException | RuntimeException e) {
      System.getLogger(OutputBounds.class.getName())
          .log(System.Logger.Level.DEBUG, "What cells print is not bounded", e);
    }
  }

  /** Shows what is left to show of a statement that has ended. */
  public void endStatement() {
    outputs.forEach(OutputBounds::endStatement);
  }

  private static void endStatement(BoundedOutput output) {
    try {
      output.endStatement();
    } catch (IOException e) {
      System.getLogger(OutputBounds.class.getName())
          .log(System.Logger.Level.DEBUG, "Nobody reads what a cell printed", e);
    }
  }
}
