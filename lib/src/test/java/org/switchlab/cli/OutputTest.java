package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

  /** Refuses everything as the kernel would. */
  private static Output refusing(String why) {
    return new Output(
        new OutputStream() {
          @Override
          public void write(int letter) throws IOException {
            throw new IOException(why);
          }
        });
  }

  private static int list(Output output, StringWriter errors) {
    var out = new PrintWriter(output, true, StandardCharsets.UTF_8);
    return Main.execute(output, out, new PrintWriter(errors, true), "list");
  }

  @Test
  void aFullDiskIsNoSuccess() {
    var errors = new StringWriter();
    assertThat(list(refusing("No space left on device"), errors)).isEqualTo(ExitCode.FAILED);
    assertThat(errors.toString()).contains("could not be written whole: No space left on device");
  }

  /** As programs end that a signal tells of it, without a word. */
  @Test
  void aReaderThatLeavesIsNoError() {
    var errors = new StringWriter();
    assertThat(list(refusing("Broken pipe"), errors)).isEqualTo(ExitCode.NO_READER);
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void whatArrivesIsDone() {
    var output = new Output(OutputStream.nullOutputStream());
    assertThat(list(output, new StringWriter())).isEqualTo(ExitCode.DONE);
    assertThat(output.isWhole()).isTrue();
  }
}
