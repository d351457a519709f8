package org.switchlab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadFaultsTest {

  @TempDir private Path folder;

  /** A swap of two equal bytes changes nothing, and says so. */
  @ParameterizedTest
  @EnumSource(Damage.class)
  void damageChangesAFileOrSaysThatItDoesNot(Damage damage) throws Exception {
    Path file = folder.resolve("file");
    Path other = Files.writeString(folder.resolve("other"), "z\n");
    Path whole = Files.writeString(folder.resolve("whole"), "a,b\n1,2\n3,4\n");
    for (int seed = 0; seed < 20; seed++) {
      Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
      boolean done = damage.doTo(file, other, new SplittableRandom(seed));
      boolean same = Files.exists(file) && Files.mismatch(file, whole) < 0;
      assertThat(done).isEqualTo(!same);
    }
  }
}
