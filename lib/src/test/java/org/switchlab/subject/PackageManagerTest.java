package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageManagerTest {

  @TempDir private Path folder;

  private PackageManager of(String program) throws IOException {
    Path file = Files.createFile(folder.resolve(program));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return PackageManager.on("/nowhere:" + folder).orElseThrow();
  }

  @Test
  void thereMayBeNone() {
    assertThat(PackageManager.on(folder.toString())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dnf, sudo dnf install -y gcc rust",
    "apk, sudo apk add gcc rust",
    "pacman, sudo pacman -S --noconfirm --needed gcc rust",
    "zypper, sudo zypper --non-interactive install gcc rust",
  })
  void whatIsTypedNamesTheFirstOfAlternatives(String program, String typed) throws Exception {
    PackageManager manager = of(program);
    assertThat(manager.name()).isEqualTo(program);
    assertThat(manager.typed(List.of("gcc", "rust|rustc"))).isEqualTo(typed);
    assertThat(manager.chosen(List.of("gcc", "rust|rustc"))).contains(List.of("gcc", "rust"));
    assertThat(manager.refresh()).isEmpty();
  }

  @Test
  void debiansWaitForTheLockAndNobodyHasToTypeThat() throws Exception {
    PackageManager manager = of("apt-get");
    assertThat(manager.command(List.of("gcc"))).contains("DPkg::Lock::Timeout=300").endsWith("gcc");
    assertThat(manager.refresh()).contains(List.of("apt-get", "update"));
  }
}
