package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two checkouts, or two users, and one Python environment. */
class KernelPlaceTest {

  @TempDir private Path folder;
  private Path shared;

  @BeforeEach
  void makeEnvironment() throws Exception {
    shared = Files.createDirectory(folder.resolve("shared"));
    Files.createFile(folder.resolve("jjava.jar"));
  }

  private KernelSpec of(String checkout) throws Exception {
    Path target = Files.createDirectories(folder.resolve(checkout + "/kernel-ext/target"));
    Path jar = target.resolve("switchlab-kernel-ext-1.jar");
    if (!Files.exists(jar)) {
      Files.createFile(jar);
    }
    Path jdk = Path.of(System.getProperty("java.home"));
    return new KernelSpec(jdk, folder.resolve("jjava.jar"), List.of(jar));
  }

  private Path place(String checkout) throws Exception {
    return new KernelPlace(shared, of(checkout)).orElse(() -> folder.resolve("own-" + checkout));
  }

  @Test
  void theFirstTakesTheEnvironmentAndKeepsIt() throws Exception {
    assertThat(place("a")).isEqualTo(shared);
    of("a").writeTo(shared);
    assertThat(place("a")).isEqualTo(shared);
  }

  @Test
  void theSecondLeavesTheFirstsKernelAloneAndSaysWhoseItIs() throws Exception {
    of("a").writeTo(shared);
    assertThat(place("b")).isEqualTo(folder.resolve("own-b/jupyter"));
    assertThat(new KernelPlace(shared, of("b")).hindrance().orElseThrow())
        .contains(folder.resolve("a/kernel-ext/target").toString(), "rm -r " + shared);
  }

  @Test
  void aCheckoutThatIsGoneIsNoHindrance() throws Exception {
    Path old = of("a").writeTo(shared);
    Files.delete(folder.resolve("a/kernel-ext/target/switchlab-kernel-ext-1.jar"));
    assertThat(place("b")).isEqualTo(shared);
    Files.writeString(old.resolve("kernel.json"), "{ cut off");
    assertThat(place("b")).isEqualTo(shared);
  }

  /** Root, too, makes no folder below a file. */
  @Test
  void whereNothingCanBeWrittenTheUsersOwnFolderServes() throws Exception {
    KernelPlace place = new KernelPlace(folder.resolve("jjava.jar/jupyter"), of("a"));
    assertThat(place.orElse(() -> folder)).isEqualTo(folder.resolve("jupyter"));
    assertThat(place.hindrance().orElseThrow()).contains("cannot be written by");
  }
}
