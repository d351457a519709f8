package org.switchlab.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

  private static final Path DATASETS = Path.of("../datasets");

  @TempDir Path copy;

  @BeforeEach
  void copyDatasetsAndAddAMachine() throws IOException {
    try (Stream<Path> files = Files.walk(DATASETS)) {
      files.filter(Files::isRegularFile).forEach(this::copyOne);
    }
    for (String json :
        new String[] {"machine", "plan", "verdicts", "manifest", "tables", "warnings"}) {
      write("machines/box/" + json + ".json", "{}");
    }
    write("machines/box/chart.svg", "<svg/>");
    write("machines/box/README.md", "# box");
    write("machines/box/LICENSE", "CC0");
    write("machines/box/observations.csv", "process,variant,durationNs\n0,single,400\n0,switch,\n");
    write(
        "machines/box/summary.csv",
        String.join(",", DatasetRules.SUMMARY_COLUMNS)
            + "\n0,0,1,1,1,1,1,,,,,,,1,1,1,3,9,0,9,9,precision\n");
  }

  @Test
  void theShippedFolderKeepsItsRules() throws IOException {
    assertThat(DatasetRules.problems(DATASETS)).isEmpty();
  }

  @Test
  void aCompleteMachineIsAccepted() throws IOException {
    assertThat(DatasetRules.problems(copy)).isEmpty();
    write("machines/box/chart.png", "png");
    assertThat(DatasetRules.problems(copy)).isEmpty();
  }

  @Test
  void anUnknownFileIsNamed() throws IOException {
    write("machines/box/notes.txt", "x");
    write("published/more.csv", "x");
    assertThat(DatasetRules.problems(copy))
        .containsExactly(
            "published/more.csv is not a file this folder may hold",
            "machines/box/notes.txt is not a file this folder may hold");
  }

  @Test
  void aMissingReadmeIsNamed() throws IOException {
    Files.delete(copy.resolve("machines/box/README.md"));
    Files.delete(copy.resolve("claims/README.md"));
    assertThat(DatasetRules.problems(copy))
        .containsExactly("claims/README.md is missing", "machines/box/README.md is missing");
  }

  @Test
  void aColumnWithoutItsUnitIsNamed() throws IOException {
    write("machines/box/observations.csv", "process,duration\n0,400\n");
    assertThat(DatasetRules.problems(copy))
        .containsExactly("machines/box/observations.csv column duration does not end in its unit");
  }

  @Test
  void wordsAmongNumbersAndRaggedRowsAreNamed() throws IOException {
    write("machines/box/observations.csv", "process,durationNs\n0,fast\n");
    assertThat(DatasetRules.problems(copy)).singleElement().asString().contains("not a number");
    write("machines/box/observations.csv", "process,durationNs\n0,1\n0,1,2\n");
    assertThat(DatasetRules.problems(copy)).singleElement().asString().contains("row 2");
  }

  @Test
  void brokenJsonAndClaimsWithoutAFieldAreNamed() throws IOException {
    write("machines/box/plan.json", "{");
    write("claims/cs.json", "[{\"id\": \"CS-1\", \"check\": null}]");
    assertThat(DatasetRules.problems(copy))
        .anyMatch(problem -> problem.startsWith("machines/box/plan.json is not JSON"))
        .contains("claims/cs.json claim CS-1 has no statement");
  }

  private void copyOne(Path file) {
    try {
      Path target = copy.resolve(DATASETS.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String content) throws IOException {
    Path file = copy.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
