package org.switchlab.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A text file that grows line by line, with the check sum of each line in a file beside it: what
 * was changed before the file was complete is noticed, and named by its line.
 *
 * <p>Check sums are written before their lines. So whatever ends the writing, and wherever, each
 * whole line has its check sum; lines that have none are not ours, and are not read.
 */
public final class LineSeals {

  private static final String END = ".crc32";

  /** A character a byte, whatever bytes they are. */
  private static final Charset BYTES = ISO_8859_1;

  private static final int SEAL_LENGTH = 9;

  private final Path file;

  private LineSeals(Path file) {
    this.file = file;
  }

  /** Those of {@code file}, which need not exist. */
  public static LineSeals of(Path file) {
    return new LineSeals(file);
  }

  /** Where the check sums are: eight hexadecimal digits a line, in the order of the lines. */
  public Path path() {
    return file.resolveSibling(file.getFileName() + END);
  }

  /** Appends whole lines, each ended by a newline; creates what is not there. */
  public void append(String lines) throws IOException {
    write(path(), seals(lines).getBytes(US_ASCII));
    write(file, lines.getBytes(UTF_8));
  }

  private static void write(Path path, byte[] content) throws IOException {
    AtomicFile.write(path, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Makes check sums for a file that is about to be replaced by {@code lines}. */
  public void expect(String lines) throws IOException {
    AtomicFile.write(path(), seals(lines).getBytes(US_ASCII));
  }

  /** Gives the check sums up: the file is complete, and has a digest elsewhere. */
  public void drop() throws IOException {
    Files.deleteIfExists(path());
  }

  /**
   * The whole lines that have their check sum.
   *
   * @throws IllegalArgumentException naming the first line that does not agree with its check sum
   */
  public String read() throws IOException {
    String text = new String(Files.readAllBytes(file), BYTES);
    String seals = known();
    int line = 0;
    int from = 0;
    int end = text.indexOf('\n') + 1;
    while (end > 0 && SEAL_LENGTH * (line + 1) <= seals.length()) {
      String seal = seals.substring(SEAL_LENGTH * line, SEAL_LENGTH * (line + 1));
      line++;
      if (!seal(text.substring(from, end)).equals(seal)) {
        throw new IllegalArgumentException(
            "line %d does not agree with %s: one of them was changed after it was written"
                .formatted(line, path().getFileName()));
      }
      from = end;
      end = text.indexOf('\n', from) + 1;
    }
    return new String(text.substring(0, from).getBytes(BYTES), UTF_8);
  }

  private String known() throws IOException {
    try {
      return Files.readString(path(), BYTES);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(path().getFileName() + " is missing beside it", e);
    }
  }

  private static String seals(String text) {
    String lines = new String(text.getBytes(UTF_8), BYTES);
    StringBuilder all = new StringBuilder();
    int from = 0;
    for (int end = lines.indexOf('\n') + 1; end > 0; end = lines.indexOf('\n', from) + 1) {
      all.append(seal(lines.substring(from, end)));
      from = end;
    }
    return all.toString();
  }

  private static String seal(String line) {
    var sum = new CRC32();
    sum.update(line.getBytes(BYTES));
    return String.format(Locale.ROOT, "%08x\n", sum.getValue());
  }
}
