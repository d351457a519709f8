package org.switchlab.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Ways to change a stored file so that it is not what was written. */
enum Damage {
  /** One bit is another. */
  BIT("bit", 9),
  /** It ends earlier. */
  CUT("cut", 6),
  /** Two bytes have changed places. */
  SWAP("swap", 5),
  /** A line is there twice. */
  TWICE("twice", 2),
  /** Something follows after its end. */
  MORE("more", 1),
  /** It is empty. */
  EMPTY("empty", 1),
  /** It is not there. */
  MISSING("missing", 1),
  /** It is another run's. */
  OTHER("other", 1);

  private final String word;
  private final int times;

  Damage(String word, int times) {
    this.word = word;
    this.times = times;
  }

  /** In names of faults. */
  String word() {
    return word;
  }

  /** How often, each at another place, it is done to a file. */
  int times() {
    return times;
  }

  /**
   * Does it to a file.
   *
   * @param other the file of that name of another run
   * @return whether anything is other than before
   */
  boolean doTo(Path file, Path other, SplittableRandom random) throws IOException {
    byte[] before = Files.readAllBytes(file);
    if (this == MISSING) {
      Files.delete(file);
      return true;
    }
    byte[] after = this == OTHER ? Files.readAllBytes(other) : changed(before.clone(), random);
    Files.write(file, after);
    return !Arrays.equals(before, after);
  }

  private byte[] changed(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(Math.max(1, bytes.length));
    return switch (this) {
      case BIT -> flipped(bytes, at, random.nextInt(Byte.SIZE));
      case CUT -> Arrays.copyOf(bytes, at);
      case SWAP -> swapped(bytes, at, random.nextInt(Math.max(1, bytes.length)));
      case TWICE -> twice(bytes, at);
      case MORE -> joined(bytes, bytes.length, "0,1,2\n".getBytes(US_ASCII));
      case EMPTY, MISSING, OTHER -> new byte[0];
    };
  }

  private static byte[] flipped(byte[] bytes, int at, int bit) {
    bytes[at] ^= (byte) (1 << bit);
    return bytes;
  }

  private static byte[] swapped(byte[] bytes, int one, int other) {
    byte kept = bytes[one];
    bytes[one] = bytes[other];
    bytes[other] = kept;
    return bytes;
  }

  private static byte[] twice(byte[] bytes, int at) {
    int from = at;
    while (from > 0 && bytes[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    int end = Math.min(bytes.length, to + 1);
    return joined(bytes, end, Arrays.copyOfRange(bytes, from, end));
  }

  private static byte[] joined(byte[] bytes, int at, byte[] more) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, at, more.length);
    System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
    return all;
  }
}
