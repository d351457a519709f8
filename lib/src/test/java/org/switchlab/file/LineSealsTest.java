package org.switchlab.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSealsTest {

  private static final String LINES = "time,ns\n1,2\n3,ä\n";

  @TempDir private Path folder;
  private Path file;
  private LineSeals seals;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("seen.csv");
    seals = LineSeals.of(file);
    seals.append(LINES);
    seals.append("5,6\n");
  }

  @Test
  void whatWasAppendedIsRead() throws IOException {
    assertThat(seals.read()).isEqualTo(LINES + "5,6\n").isEqualTo(Files.readString(file));
  }

  @Test
  void everyBitOfEitherFileCounts() throws IOException {
    for (Path damaged : new Path[] {file, seals.path()}) {
      byte[] whole = Files.readAllBytes(damaged);
      for (int bit = 0; bit < 8 * whole.length; bit++) {
        byte[] bytes = whole.clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(damaged, bytes);
        assertThatIsRefusedOrShorter(whole.length * 8 - bit);
      }
      Files.write(damaged, whole);
    }
  }

  /** The newline at the very end may be damaged: then the last line is not whole. */
  private void assertThatIsRefusedOrShorter(int bitsFromTheEnd) throws IOException {
    String read;
    try {
      read = seals.read();
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(bitsFromTheEnd).isLessThanOrEqualTo(8);
    assertThat(read).isEqualTo(LINES);
  }

  @Test
  void linesThatChangedPlacesAreNamed() throws IOException {
    Files.writeString(file, "time,ns\n3,ä\n1,2\n5,6\n");
    assertThatIllegalArgumentException()
        .isThrownBy(seals::read)
        .withMessageContaining("line 2 does not agree with seen.csv.crc32");
  }

  @Test
  void whicheverFileIsCutTheWholeLinesOfBothAreRead() throws IOException {
    Files.writeString(file, LINES + "5,");
    assertThat(seals.read()).isEqualTo(LINES);
    Files.writeString(file, LINES + "5,6\n");
    String all = Files.readString(seals.path());
    Files.writeString(seals.path(), all.substring(0, all.length() - 1));
    assertThat(seals.read()).isEqualTo(LINES);
  }

  @Test
  void aFileMayBeReplacedByOneThatBeginsTheSame() throws IOException {
    seals.expect(LINES + "5,6\n7,8\n");
    assertThat(seals.read()).isEqualTo(LINES + "5,6\n");
    AtomicFile.write(file, (LINES + "5,6\n7,8\n").getBytes(UTF_8));
    assertThat(seals.read()).endsWith("7,8\n");
  }

  @Test
  void missingCheckSumsAreNamed() throws IOException {
    seals.drop();
    assertThatIllegalArgumentException()
        .isThrownBy(seals::read)
        .withMessageContaining("seen.csv.crc32 is missing");
  }
}
