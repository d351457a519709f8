package org.switchlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * What a cell prints, bounded: a front end that is sent tens of thousands of messages loses some
 * and shows the others slowly, and the notebook that holds them opens nowhere.
 *
 * <p>Of each statement's output the beginning goes on, and at its end the last lines with a word on
 * what is missing between. Text that is flushed in quick succession goes on in few messages.
 */
final class BoundedOutput extends OutputStream {

  static final int MOST_LINES = 1_000;
  static final int MOST_BYTES = 200_000;

  /** Of each statement so many messages go on at once, and others as far apart as this. */
  static final int PROMPT_MESSAGES = 20;

  static final long PAUSE_NS = 50_000_000;

  private static final char LINE_END = '\n';

  private final OutputStream next;
  private final LongSupplier clockNs;
  private final LastBytes last = new LastBytes();
  private long lines;
  private long bytes;
  private long lostLines;
  private int messages;
  private boolean isWaiting;
  private long sentNs;

  /** Bounds what goes on to {@code next}. */
  BoundedOutput(OutputStream next, LongSupplier clockNs) {
    this.next = next;
    this.clockNs = clockNs;
  }

  @Override
  public synchronized void write(int value) throws IOException {
    bytes++;
    if (isFull((byte) value)) {
      last.add((byte) value);
      lostLines += value == LINE_END ? 1 : 0;
    } else {
      next.write(value);
      lines += value == LINE_END ? 1 : 0;
      isWaiting = true;
    }
  }

  @Override
  public synchronized void write(byte[] some, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(some[i]);
    }
  }

  /** Sends what waits, unless much was sent just now; then it waits for more, or for the end. */
  @Override
  public synchronized void flush() throws IOException {
    if (isWaiting && (messages < PROMPT_MESSAGES || clockNs.getAsLong() - sentNs >= PAUSE_NS)) {
      send();
    }
  }

  /** Sends all that is to be seen of the statement that has ended, and begins anew. */
  synchronized void endStatement() throws IOException {
    if (!last.isEmpty()) {
      next.write(told().getBytes(UTF_8));
      isWaiting = true;
    }
    if (isWaiting) {
      send();
    }
    last.clear();
    lines = 0;
    bytes = 0;
    lostLines = 0;
    messages = 0;
  }

  private void send() throws IOException {
    next.flush();
    isWaiting = false;
    messages++;
    sentNs = clockNs.getAsLong();
  }

  // No letter is cut: the bytes that continue one go where it began.
  private boolean isFull(byte value) {
    boolean continues = (value & 0xC0) == 0x80;
    return !last.isEmpty() || lines >= MOST_LINES || (bytes > MOST_BYTES && !continues);
  }

  private String told() {
    if (last.isWhole()) {
      return last.text();
    }
    String end = last.lines();
    long shownLines = end.chars().filter(letter -> letter == LINE_END).count();
    return String.format(
        Locale.ROOT,
        "%n… %,d of %,d lines are left out here. To have all of them print into a file:%n"
            + "try (var out = new java.io.PrintStream(\"out.txt\")) { out.println(…); }%n…%n%s",
        lostLines - shownLines,
        lines + lostLines,
        end);
  }
}
