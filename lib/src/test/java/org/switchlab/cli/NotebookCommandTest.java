package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookCommandTest {
  private static final Path LESSON = Path.of("notebooks", "01-direct-cost.ipynb");

  @ParameterizedTest
  @ValueSource(strings = {"01-direct-cost", "direct-cost", "01", "01-direct-cost.ipynb"})
  void aLessonAnswersToItsNames(String wanted) {
    assertThat(NotebookCommand.isNamed(LESSON, wanted)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "cost", "direct", "02", ".*", "direct-cos\\E.*\\Q", "-"})
  void aLessonAnswersToNothingElse(String wanted) {
    assertThat(NotebookCommand.isNamed(LESSON, wanted)).isFalse();
  }
}
