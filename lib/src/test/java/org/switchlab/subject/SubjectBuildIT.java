package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.run.UnavailableException;

/** Building programs, with commands that every machine has in place of compilers. */
class SubjectBuildIT {

  private static final SubjectBuild BUILD = new SubjectBuild(SubjectBuildIT::toolchain);

  private static Toolchain toolchain(String name) {
    String answer = name.equals("absent") ? "exit 1" : "echo 1.0";
    return new Toolchain(
        name, "a tool that nobody has", List.of("sh", "-c", answer), Map.of());
  }

  private static SubjectProgram program(String name, String... command) {
    return new SubjectProgram(
        name + "-" + ProcessHandle.current().pid(),
        "cpp/ours",
        List.of("shell"),
        List.of(List.of(command)),
        List.of("{out}/program"),
        List.of());
  }

  @Test
  void whatIsBuiltIsKeptAndNotBuiltAgain() throws Exception {
    SubjectProgram program = program("kept", "sh", "-c", "date +%s%N > {out}/program");
    assertThat(BUILD.isBuilt(program)).isFalse();
    Path built = Path.of(BUILD.command(program).getFirst());
    String first = Files.readString(built);
    assertThat(BUILD.isBuilt(program)).isTrue();
    assertThat(BUILD.command(program)).containsExactly(built.toString());
    assertThat(Files.readString(built)).isEqualTo(first);
    Files.delete(built);
    Files.delete(built.getParent());
  }

  @Test
  void sourcesOfTheWholeLanguageLieAroundTheBuild() throws Exception {
    SubjectProgram program =
        program("sources", "sh", "-c", "ls ../shared programs.json > {out}/program");
    Path built = Path.of(BUILD.command(program).getFirst());
    assertThat(Files.readString(built)).contains("bench.hpp", "programs.json");
    Files.delete(built);
    Files.delete(built.getParent());
  }

  @Test
  void whatDoesNotBuildSaysWhatItsCompilerSaid() {
    SubjectProgram program = program("broken", "sh", "-c", "echo 'x.cpp:3: error: no'; exit 1");
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> BUILD.command(program))
        .withMessageContaining("does not build: x.cpp:3: error: no")
        .satisfies(e -> assertThat(e.remedy()).contains("sh -c"));
  }

  @Test
  void aMissingToolchainIsNamedWithWhatToType() {
    SubjectProgram program =
        new SubjectProgram("x", "cpp/ours", List.of("absent"), List.of(), List.of(), List.of());
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> BUILD.command(program))
        .withMessage("a tool that nobody has is not installed")
        .satisfies(e -> assertThat(e.remedy()).isEqualTo("./switchlab toolchains absent"));
  }
}
