package org.switchlab.emulator;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.FileDescriptor;
import org.switchlab.run.LineBuffer;
import org.switchlab.run.MalformedLineException;

/** Lines from a descriptor, with a limit for each; obeys interrupts. */
final class LineReader {

  private final FileDescriptor source;
  private final LineBuffer lines = new LineBuffer();
  private final byte[] chunk = new byte[4096];

  LineReader(FileDescriptor source) {
    this.source = source;
  }

  /**
   * The next line; null at the end.
   *
   * @throws TimeoutException if no whole line came within {@code limit}
   */
  @Nullable String next(Duration limit) throws InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + limit.toNanos();
    String line = lines.next();
    while (line == null) {
      int count = source.read(chunk, Duration.ofNanos(deadlineNs - System.nanoTime()));
      if (count < 0) {
        return null;
      }
      append(count);
      line = lines.next();
    }
    return line;
  }

  private void append(int count) {
    try {
      lines.append(chunk, count);
    } catch (MalformedLineException e) {
      throw new EmulatorException("the emulated machine wrote nonsense: " + e.getMessage(), e);
    }
  }
}
