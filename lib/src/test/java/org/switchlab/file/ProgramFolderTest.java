package org.switchlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder programs are put into, where some folders let none run. */
class ProgramFolderTest {

  @TempDir Path folder;

  @Test
  void theKeptFolderIsMadeForItsOwnerAndLeftEmpty() throws Exception {
    Path kept = folder.resolve("new/cache");
    assertThat(ProgramFolder.firstOf(kept, List.of(), ProgramFolder::letsRun)).isEqualTo(kept);
    assertThat(kept).isEmptyDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileInTheWayLetsNothingRun() throws Exception {
    assertThat(ProgramFolder.letsRun(Files.createFile(folder.resolve("file")))).isFalse();
  }

  @Test
  void thenItIsOneOfTheUsersOwnInTheFirstThatWillDo() throws Exception {
    Path noexec = Files.createDirectory(folder.resolve("noexec"));
    Path good = Files.createDirectory(folder.resolve("good"));
    List<Path> others = List.of(folder.resolve("absent"), noexec, good);
    Path found =
        ProgramFolder.firstOf(
            folder.resolve("kept"), others, candidate -> candidate.startsWith(good));
    assertThat(found).hasParent(good).isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(found)))
        .isEqualTo("rwx------");
    assertThat(noexec).isEmptyDirectory();
  }

  @Test
  void whereNoneWillDoTheSentenceNamesThemAndTheWayOut() {
    assertThatThrownBy(
            () ->
                ProgramFolder.firstOf(folder.resolve("kept"), List.of(folder), candidate -> false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("kept") + ", " + folder)
        .hasMessageContaining("set XDG_CACHE_HOME to a folder of yours where programs may run");
    assertThat(folder).isEmptyDirectory();
  }
}
