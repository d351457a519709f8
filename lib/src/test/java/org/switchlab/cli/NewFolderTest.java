package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {

  private static final ZonedDateTime BEGAN = ZonedDateTime.parse("2026-03-01T01:02:03.9+01:00");

  @TempDir private Path temporary;

  @Test
  void itIsNamedByTimeAndExperiment() {
    Path folder = NewFolder.in(temporary.resolve("results"), "fig3", BEGAN);
    assertThat(folder).isEqualTo(temporary.resolve("results/20260301-000203-fig3"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void runsOfOneSecondHaveFoldersOfTheirOwn() throws Exception {
    Callable<Path> begin = () -> NewFolder.in(temporary, "fig3", BEGAN);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Path> folders =
          threads.invokeAll(List.of(begin, begin, begin, begin)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(folders)
          .doesNotHaveDuplicates()
          .extracting(folder -> folder.getFileName().toString())
          .contains("20260301-000203-fig3", "20260301-000203-fig3-4");
    }
  }

  @Test
  void oneThatCannotBeMadeIsNamedAllTheSame() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThat(NewFolder.in(file, "fig3", BEGAN)).hasParentRaw(file);
  }

  @Test
  void onlyAnEmptyOneIsDropped() throws IOException {
    Path empty = NewFolder.in(temporary, "fig3", BEGAN);
    Path used = NewFolder.in(temporary, "fig3", BEGAN);
    Files.createFile(used.resolve("manifest.json"));
    NewFolder.dropIfEmpty(empty);
    NewFolder.dropIfEmpty(used);
    assertThat(empty).doesNotExist();
    assertThat(used).isNotEmptyDirectory();
  }
}
