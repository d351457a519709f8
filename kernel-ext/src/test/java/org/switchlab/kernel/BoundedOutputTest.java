package org.switchlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a flood arrives in the notebook, and in how many messages. */
class BoundedOutputTest {

  private final List<String> messages = new ArrayList<>();
  private long nowNs;
  private final BoundedOutput output = new BoundedOutput(new Kernels(), () -> nowNs);
  private final PrintStream out = new PrintStream(output, true, UTF_8);

  /** A kernel's stream: what was written since the last flush is one message. */
  private final class Kernels extends ByteArrayOutputStream {
    @Override
    public void flush() {
      messages.add(toString(UTF_8));
      reset();
    }
  }

  private String all() {
    return String.join("", messages);
  }

  @Test
  void whatIsPrintedNowAndThenArrivesAtOnceAndUnchanged() throws IOException {
    for (int i = 0; i < 100; i++) {
      out.println(i);
      assertThat(messages).hasSize(i + 1);
      nowNs += BoundedOutput.PAUSE_NS;
    }
    output.endStatement();
    assertThat(all()).startsWith("0\n1\n").endsWith("98\n99\n");
    assertThat(messages).hasSize(100);
  }

  @Test
  void aFloodArrivesInFewMessagesWithItsBeginningItsEndAndWhatIsMissing() throws IOException {
    for (int i = 1; i <= 20_000; i++) {
      out.println("line " + i);
    }
    output.endStatement();
    assertThat(messages).hasSizeLessThanOrEqualTo(BoundedOutput.PROMPT_MESSAGES + 2);
    assertThat(all())
        .startsWith("line 1\nline 2\n")
        .contains("line 1000\n")
        .endsWith("line 20000\n");
    assertThat(all())
        .containsPattern("… 18,8\\d\\d of 20,000 lines are left out")
        .contains("out.txt");
    assertThat(all().lines().filter(line -> line.startsWith("line ")).count())
        .as("shown and left out are all")
        .isEqualTo(20_000 - leftOut());
  }

  private long leftOut() {
    return Long.parseLong(all().replaceAll("(?s).*… ([\\d,]+) of.*", "$1").replace(",", ""));
  }

  @Test
  void oneEndlessLineIsCutBetweenLetters() throws IOException {
    out.print("äöü€".repeat(500_000));
    output.endStatement();
    assertThat(all().length()).isLessThan(BoundedOutput.MOST_BYTES + 5_000);
    assertThat(all().substring(0, 80_000)).doesNotContain("�");
    assertThat(all()).contains("left out");
  }

  @Test
  void aFewLinesTooManyAreShownAllTheSame() throws IOException {
    for (int i = 0; i < BoundedOutput.MOST_LINES + 3; i++) {
      out.println(i);
    }
    output.endStatement();
    assertThat(all().lines()).hasSize(BoundedOutput.MOST_LINES + 3);
    assertThat(all()).doesNotContain("left out");
  }

  @Test
  void theNextStatementHasItsOwnRoom() throws IOException {
    for (int statement = 0; statement < 2; statement++) {
      messages.clear();
      for (int i = 0; i < 500; i++) {
        out.println(i);
      }
      output.endStatement();
      assertThat(all().lines()).hasSize(500);
    }
  }

  @Test
  void aStatementThatPrintsNothingSendsNothing() throws IOException {
    output.endStatement();
    assertThat(messages).isEmpty();
  }

  /** As under a kernel that was started without our options. */
  @Test
  void streamsThatCannotBeBoundedAreLeftAlone() {
    assumeThat(Object.class.getModule().isOpen("java.io", getClass().getModule()))
        .as("this JVM opens java.io: there it is bounded")
        .isFalse();
    PrintStream stream = new PrintStream(new Kernels(), true, UTF_8);
    OutputBounds bounds = OutputBounds.of(stream);
    for (int i = 0; i < 5_000; i++) {
      stream.println(i);
    }
    bounds.endStatement();
    assertThat(messages).hasSizeGreaterThanOrEqualTo(5_000);
    assertThat(all().lines()).hasSize(5_000);
  }
}
