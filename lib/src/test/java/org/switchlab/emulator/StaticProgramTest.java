package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.os.Architecture;

/** What cannot run without an operating system around it is refused, with the fix. */
class StaticProgramTest {

  @TempDir Path folder;

  @Test
  void aDynamicProgramIsRefused() {
    assumeTrue(Architecture.current() == Architecture.X86_64, "/bin/sh is not for x86-64 here");
    assertThatThrownBy(() -> StaticProgram.of(List.of("/bin/sh")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/bin/sh is linked dynamically")
        .hasMessageContaining("-static");
  }

  @Test
  void aScriptIsRefused() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + "#".repeat(100));
    assertThatThrownBy(() -> StaticProgram.of(List.of(script.toString())))
        .hasMessageContaining("is no Linux executable");
  }

  @Test
  void aProgramThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> StaticProgram.of(List.of("no-such-program")))
        .hasMessageContaining("there is no program 'no-such-program'");
  }
}
