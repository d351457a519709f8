package org.switchlab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers why it could not be written, which a writer around it forgets. */
final class Output extends FilterOutputStream {

  /** What the kernel calls a pipe whose reader has ended: EPIPE, errno(3). */
  private static final String NO_READER = "Broken pipe";

  private @Nullable IOException failure;

  Output(OutputStream to) {
    super(to);
  }

  static Output standard() {
    return new Output(new FileOutputStream(FileDescriptor.out));
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Whether all of it arrived. */
  boolean isWhole() {
    return failure == null;
  }

  /** Whether its reader has read what it wanted and ended, as {@code head} does. */
  boolean hasNoReader() {
    return failure != null && NO_READER.equals(failure.getMessage());
  }

  /** Why something did not arrive. */
  String why() {
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }
}
