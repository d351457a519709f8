package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.machine.Toolchains.Tool;

/** Tools that behave, fail, hang and never stop talking. */
class ToolchainsTest {

  @TempDir Path folder;

  private void tool(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Tool named(List<Tool> tools, String name) {
    return tools.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void onlyTheFirstLineOfTheOnesThatAnswer() throws Exception {
    tool("gcc", "echo gcc 14.2.0; echo Copyright");
    tool("go", "echo $1 $GOTOOLCHAIN");
    tool("clang", "echo broken; exit 1");
    tool("cargo", "exec sleep 600");
    tool("perf", "exec yes perf");
    Files.writeString(folder.resolve("valgrind"), "not executable");
    List<Tool> tools = new Toolchains(folder + "::", Duration.ofSeconds(2)).find();
    assertThat(named(tools, "gcc").version()).isEqualTo("gcc 14.2.0");
    assertThat(named(tools, "go").version()).isEqualTo("version local");
    assertThat(named(tools, "clang").path()).isEqualTo(folder.resolve("clang"));
    assertThat(named(tools, "clang").version()).isNull();
    assertThat(named(tools, "cargo").version()).isNull();
    assertThat(named(tools, "perf").version()).isNull();
    assertThat(named(tools, "valgrind")).isEqualTo(new Tool("valgrind", null, null));
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
        .noneMatch(p -> p.info().commandLine().orElse("").contains("sleep 600"));
  }
}
