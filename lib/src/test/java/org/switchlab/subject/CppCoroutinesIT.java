package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.run.Command;

/** Generators and tasks in C++ keep their order, pass exceptions on, and destroy what they made. */
@Tag("same-without-rights")
class CppCoroutinesIT {

  private static final Path TESTS = Path.of("src/test/cpp/others");
  private static final Path SOURCES = Path.of("src/main/cpp");
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  private void passes(String test, String sources, String... flags) throws Exception {
    Path built = folder.resolve(test);
    List<String> words = new ArrayList<>(List.of("g++", "-std=c++20", "-Wall", "-Wextra"));
    words.add("-I" + SOURCES.resolve(sources));
    words.addAll(List.of("-o", built.toString(), TESTS.resolve(test + ".cpp").toString()));
    words.addAll(List.of(flags));
    Command.Ended compiled = new Command(words, LIMIT).run();
    assertThat(compiled.well()).as(compiled.said()).isTrue();
    Command.Ended ended = new Command(List.of(built.toString()), LIMIT).run();
    assertThat(ended.well()).as(ended.said()).isTrue();
  }

  private static void assumeThere(String... toolchains) throws InterruptedException {
    for (String name : toolchains) {
      Toolchain toolchain = Toolchains.named(name);
      assumeTrue(
          Toolchains.version(toolchain).isPresent(),
          () -> "%s is not installed; %s".formatted(toolchain.gives(), toolchain.remedy()));
    }
  }

  private static String[] sanitized() throws Exception {
    String[] flags = {"-O1", "-g", "-fsanitize=address,undefined"};
    List<String> words = new ArrayList<>(List.of("sh", "-c"));
    words.add("echo 'int main() {}' | g++ " + String.join(" ", flags) + " -o /dev/null -xc++ -");
    assumeTrue(
        new Command(words, LIMIT).run().well(), "g++ has no sanitizers here (package libasan)");
    return flags;
  }

  @Test
  void generatorsUnderSanitizers() throws Exception {
    assumeThere("cpp");
    passes("generators_test", "cpp20", sanitized());
  }

  @Test
  void tasksUnderSanitizers() throws Exception {
    assumeThere("cpp");
    passes("tasks_test", "cpp20", sanitized());
  }

  /** As they are measured: symmetric transfer is a jump only here. */
  @Test
  void tasksOptimised() throws Exception {
    assumeThere("cpp");
    passes("tasks_test", "cpp20", "-O3");
  }

  /** The address sanitizer knows nothing of stacks that Boost allocates. */
  @Test
  void boostContext() throws Exception {
    assumeThere("cpp", "boost");
    passes("boost_test", "boost", "-O3", "-lboost_context");
  }
}
