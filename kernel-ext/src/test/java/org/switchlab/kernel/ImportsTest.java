package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

class ImportsTest {

  @Test
  void everyImportIsThereAndTheFirstCellCompilesWithThem() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      Imports.lines().forEach(line -> assertValid(shell.eval(line)));
      assertValid(shell.eval("var experiment = Lab.kernelSwitchCost();"));
      assertValid(shell.eval("Class<?>[] used = {Table.class, XYChart.class, ForkedPair.class};"));
    }
  }

  private static void assertValid(List<SnippetEvent> events) {
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event.status()).as(event.snippet().source()).isEqualTo(Status.VALID));
  }
}
