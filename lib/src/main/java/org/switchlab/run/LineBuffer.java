package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines, keeping one unfinished line of bounded length. */
public final class LineBuffer {

  /** Far longer than any line of the protocol. */
  static final int MAX_LINE_BYTES = 4096;

  private final byte[] unfinished = new byte[MAX_LINE_BYTES];
  private int length;
  private final Queue<String> lines = new ArrayDeque<>();

  /** Takes the first {@code count} of {@code bytes}; a line without an end is malformed. */
  public void append(byte[] bytes, int count) throws MalformedLineException {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        lines.add(text());
        length = 0;
      } else if (length == MAX_LINE_BYTES) {
        throw new MalformedLineException("more than %d bytes".formatted(MAX_LINE_BYTES), text());
      } else {
        unfinished[length++] = bytes[i];
      }
    }
  }

  /** The next whole line without its end, or null if there is none yet. */
  public @Nullable String next() {
    return lines.poll();
  }

  private String text() {
    return new String(unfinished, 0, length, UTF_8);
  }
}
