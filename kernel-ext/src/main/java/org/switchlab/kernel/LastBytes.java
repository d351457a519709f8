package org.switchlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The last bytes of a text, of which those that no longer fit are forgotten. */
final class LastBytes {

  static final int ROOM = 2_000;

  private final byte[] ring = new byte[ROOM];
  private long added;

  void add(byte value) {
    ring[(int) (added++ % ROOM)] = value;
  }

  boolean isEmpty() {
    return added == 0;
  }

  /** Whether nothing was forgotten. */
  boolean isWhole() {
    return added <= ROOM;
  }

  void clear() {
    added = 0;
  }

  /** All that is remembered; a letter of which the first bytes are forgotten is a sign for that. */
  String text() {
    int length = (int) Math.min(added, ROOM);
    byte[] inOrder = new byte[length];
    for (int i = 0; i < length; i++) {
      inOrder[i] = ring[(int) ((added - length + i) % ROOM)];
    }
    return new String(inOrder, UTF_8);
  }

  /** The same without the line whose beginning is forgotten, if there are others. */
  String lines() {
    String text = text();
    int end = text.indexOf('\n');
    return end < 0 || end == text.length() - 1 ? text : text.substring(end + 1);
  }
}
