package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CompletionCommandTest {

  @Test
  void knowsTheCommandsOfTheProgramAndOfTheScript() {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine("completion").setOut(new PrintWriter(out));

    assertThat(line.execute("completion")).isZero();

    assertThat(out.toString())
        .contains("complete -F _complete_switchlab")
        .containsPattern("local commands=\"[^\"]*\\blab\\b[^\"]*\\btest\\b[^\"]*\\bclean\\b");
  }
}
