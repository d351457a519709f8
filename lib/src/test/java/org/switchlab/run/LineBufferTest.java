package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineBufferTest {

  @Property
  void linesDoNotDependOnHowTheStreamIsCut(
      @ForAll List<@AlphaChars @StringLength(max = 50) String> lines,
      @ForAll @IntRange(min = 1, max = 40) int chunkBytes)
      throws MalformedLineException {
    byte[] stream = (String.join("\n", lines) + "\nunfinished").getBytes(UTF_8);
    var buffer = new LineBuffer();
    var found = new ArrayList<String>();
    for (int from = 0; from < stream.length; from += chunkBytes) {
      byte[] chunk = new byte[chunkBytes];
      int count = Math.min(chunkBytes, stream.length - from);
      System.arraycopy(stream, from, chunk, 0, count);
      buffer.append(chunk, count);
      for (String line = buffer.next(); line != null; line = buffer.next()) {
        found.add(line);
      }
    }
    assertThat(found).isEqualTo(lines.isEmpty() ? List.of("") : lines);
  }

  @Test
  void aLineWithoutEndIsRefused() throws MalformedLineException {
    var buffer = new LineBuffer();
    byte[] full = new byte[LineBuffer.MAX_LINE_BYTES];
    buffer.append(full, full.length);
    assertThatThrownBy(() -> buffer.append(full, 1))
        .isInstanceOf(MalformedLineException.class)
        .hasMessageStartingWith("more than 4096 bytes");
  }

  @Test
  void ofStderrOnlyTheEndIsKept() {
    var tail = new Conversation.Tail();
    byte[] noise = "x".repeat(5_000).getBytes(UTF_8);
    for (int i = 0; i < 1_000; i++) {
      tail.append(noise, noise.length);
    }
    tail.append("the end\n".getBytes(UTF_8), 8);
    assertThat(tail.text()).hasSize(Conversation.Tail.KEPT_BYTES - 1).endsWith("xthe end");
  }
}
