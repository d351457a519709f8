package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.run.Command;

/**
 * Our coroutines are right before they are fast: programs in C++ that check what each switch keeps,
 * in signals, exceptions and random orders, too.
 */
@Tag("same-without-rights")
class CoroutineCorrectnessIT {

  private static final Path SOURCES = Path.of("src/test/cpp/ours").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /**
   * The address sanitizer cannot follow an exception that unwinds a stack it does not know, and has
   * no room on small ones.
   */
  private static final String NOT_FOLLOWED =
      "(destruction|generator-exceptions|generator-fuzz|many):.*";

  @TempDir Path scratch;

  /**
   * @param compiler as build.sh takes it
   * @param emulator runs the program; empty if the processor does
   * @param skipped names of tests that are not run, a pattern
   */
  private record Build(
      String source, String compiler, String emulator, String skipped, List<String> flags) {

    Build(String source, String compiler, String... flags) {
      this(source, compiler, "", "", List.of(flags));
    }

    List<String> command(Path program, String... arguments) {
      List<String> words = new ArrayList<>();
      if (!emulator.isEmpty()) {
        words.add(emulator);
      }
      words.add(program.toString());
      words.addAll(List.of(arguments));
      return words;
    }

    @Override
    public String toString() {
      return source + " by " + compiler + " " + String.join(" ", flags);
    }
  }

  static Stream<Build> builds() {
    List<String> sanitizers = List.of("-O1", "-g", "-fno-sanitize-recover=undefined");
    List<String> both = with(sanitizers, "-fsanitize=address,undefined");
    return Stream.of(
        new Build("symmetric_test.cpp", "g++", "-fomit-frame-pointer"),
        new Build("symmetric_test.cpp", "g++", "-fno-omit-frame-pointer"),
        new Build("symmetric_test.cpp", "g++", "", "", with(sanitizers, "-fsanitize=undefined")),
        new Build("symmetric_test.cpp", "g++", "", NOT_FOLLOWED, both),
        new Build(
            "symmetric_test.cpp", "aarch64-linux-gnu-g++", "qemu-aarch64", "", List.of("-static")),
        new Build("in_stack_test.cpp", "g++", "-fno-omit-frame-pointer"),
        new Build("in_stack_test.cpp", "g++", "", "", with(both, "-fno-omit-frame-pointer")),
        new Build("red_zone_test.cpp", "g++", "-O2", "-fomit-frame-pointer", "-mred-zone"),
        new Build(
            "preserve_none_test.cpp", "preserve-none", "-fomit-frame-pointer", "-DPRESERVE_NONE"));
  }

  private static List<String> with(List<String> flags, String... more) {
    return Stream.concat(flags.stream(), Stream.of(more)).toList();
  }

  @ParameterizedTest
  @MethodSource("builds")
  void everyTestHolds(Build build) throws Exception {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "these tests are written for x86-64");
    assumeHas(build);
    Path program = built(build);
    List<String> tests = run(build.command(program)).said().lines().toList();
    assertThat(tests).isNotEmpty();
    var softly = new SoftAssertions();
    for (String test : tests) {
      if (!test.matches(build.skipped())) {
        Command.Ended ended = run(build.command(program, test));
        softly.assertThat(ended.well()).as("%s says: %s", test, ended.said()).isTrue();
      }
    }
    softly.assertAll();
  }

  private static void assumeHas(Build build) throws Exception {
    if (!build.emulator().isEmpty()) {
      assumeTrue(
          starts(build.compiler()) && starts(build.emulator()),
          "aarch64 cannot be emulated (Debian: g++-aarch64-linux-gnu qemu-user)");
      return;
    }
    Toolchain toolchain = Toolchains.named(build.compiler().equals("g++") ? "cpp" : "clang19");
    assumeTrue(
        Toolchains.version(toolchain).isPresent(),
        () -> "%s is missing: %s".formatted(toolchain.gives(), toolchain.remedy()));
    assumeTrue(
        build.flags().stream().noneMatch(flag -> flag.contains("sanitize")) || linksSanitizers(),
        "the compiler has no sanitizers (Debian: libgcc-dev; Fedora: libasan libubsan)");
  }

  private static boolean starts(String program) throws InterruptedException {
    try {
      return run(List.of(program, "--version")).well();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean linksSanitizers() throws Exception {
    Path empty = Files.createTempFile("empty", ".cpp");
    try {
      Files.writeString(empty, "int main() {}");
      return run(List.of(
              "g++", "-fsanitize=address,undefined", empty.toString(), "-o", "/dev/null"))
          .well();
    } finally {
      Files.delete(empty);
    }
  }

  private Path built(Build build) throws Exception {
    Path program = scratch.resolve("test");
    List<String> words = new ArrayList<>(List.of("sh", "../../../main/cpp/ours/build.sh"));
    words.addAll(
        List.of(build.compiler(), program.toString(), build.source(), "-I../../../main/cpp/ours"));
    words.addAll(build.flags());
    Command.Ended ended = new Command(words, LIMIT).in(SOURCES).run();
    assertThat(ended.well()).as(ended.said()).isTrue();
    assertThat(ended.said()).as("warnings").isEmpty();
    return program;
  }

  private static Command.Ended run(List<String> words) throws IOException, InterruptedException {
    return new Command(words, LIMIT).with("ASAN_OPTIONS", "detect_stack_use_after_return=0").run();
  }
}
