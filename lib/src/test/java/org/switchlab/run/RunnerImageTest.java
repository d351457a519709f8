package org.switchlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerImageTest {

  private static final byte[] IMAGE = "#!/bin/sh\n".getBytes(UTF_8);

  @TempDir Path directory;

  @Test
  void isWrittenOnceForItsOwnerOnly() throws Exception {
    Path file = RunnerImage.extract(IMAGE, directory);
    assertThat(file).hasParent(directory).hasBinaryContent(IMAGE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwx------");
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, past);
    assertThat(RunnerImage.extract(IMAGE, directory)).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);
  }

  @Test
  void aDamagedFileIsReplaced() throws Exception {
    Path file = RunnerImage.extract(IMAGE, directory);
    Files.write(file, new byte[3]);
    assertThat(RunnerImage.extract(IMAGE, directory)).isEqualTo(file).hasBinaryContent(IMAGE);
  }

  @Test
  void otherContentHasAnotherName() throws Exception {
    Path file = RunnerImage.extract(IMAGE, directory);
    assertThat(RunnerImage.extract("#!/bin/ash\n".getBytes(UTF_8), directory)).isNotEqualTo(file);
    assertThat(file).exists();
  }

  @Test
  void manyAtOnceAgreeAndLeaveNoLitter() throws Exception {
    List<CompletableFuture<Path>> files =
        IntStream.range(0, 16).mapToObj(i -> CompletableFuture.supplyAsync(this::extract)).toList();
    for (var file : files) {
      assertThat(file.get()).isEqualTo(files.getFirst().get()).hasBinaryContent(IMAGE);
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).hasSize(1);
    }
  }

  private Path extract() {
    try {
      return RunnerImage.extract(IMAGE, directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theCarriedRunnerIsExecutable() throws RunnerException, IOException {
    Path file = RunnerImage.executable();
    assertThat(file).isExecutable();
    assertThat(RunnerImage.executable()).isEqualTo(file);
    assertThat(new String(Files.readAllBytes(file), 1, 3, UTF_8)).isEqualTo("ELF");
  }
}
