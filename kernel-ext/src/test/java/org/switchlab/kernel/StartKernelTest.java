package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JVM options of the user and of the environment, beside those of the kernel. */
class StartKernelTest {

  private static final Set<String> VARIABLES =
      Set.of("JJAVA_JVM_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  @TempDir private Path folder;
  private final List<String> command = new ArrayList<>();

  /** The kernel's own start up to the class path, then a question to the JVM instead. */
  @BeforeEach
  void takeTheStart() throws Exception {
    Path jar = Files.createFile(folder.resolve("jjava.jar"));
    Path kernel =
        new KernelSpec(Path.of(System.getProperty("java.home")), jar, List.of(jar))
            .writeTo(folder.resolve("with blank"));
    JsonNode argv = new ObjectMapper().readTree(kernel.resolve("kernel.json").toFile()).get("argv");
    StreamSupport.stream(argv.spliterator(), false)
        .map(JsonNode::asText)
        .takeWhile(word -> !word.equals("-cp"))
        .forEach(command::add);
    command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
  }

  private String start(Map<String, String> environment) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(VARIABLES);
    builder.environment().putAll(environment);
    Process java = builder.start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(said).isZero();
    return said;
  }

  /** A JVM's words for the value of one of its flags. */
  private static String flag(String name, Object value) {
    return " " + name + " +:?= " + value + " .*";
  }

  @Test
  void collectsOnTheThreadThatAllocatesUnlessSomebodySaysOtherwise() throws Exception {
    assertThat(start(Map.of()))
        .containsPattern(flag("UseSerialGC", true))
        .containsPattern(flag("InitialHeapSize", 512L << 20));
  }

  /** jjava #12: options of this variable were asked for there and work with its own kernel. */
  @Test
  void theUsersOptionsComeAfterOurs() throws Exception {
    Map<String, String> options = Map.of("JJAVA_JVM_OPTS", " -Xmx3g\t-XX:ArchiveRelocationMode=1 ");
    assertThat(start(options))
        .containsPattern(flag("MaxHeapSize", 3L << 30))
        .containsPattern(flag("ArchiveRelocationMode", 1));
  }

  /** Two collectors end a JVM before it says a word; Ammonite #602 met one that was set around. */
  @ParameterizedTest
  @CsvSource({
    "JAVA_TOOL_OPTIONS, UseG1GC, false",
    "JAVA_TOOL_OPTIONS, UseParallelGC, false",
    "JAVA_TOOL_OPTIONS, UseZGC, false",
    "JDK_JAVA_OPTIONS, UseG1GC, false",
    "_JAVA_OPTIONS, UseParallelGC, true",
    "JJAVA_JVM_OPTS, UseG1GC, true",
    "JJAVA_JVM_OPTS, UseZGC, true",
    "JJAVA_JVM_OPTS, UseSerialGC, true"
  })
  void startsBesideACollectorThatTheEnvironmentNames(String variable, String name, boolean wins)
      throws Exception {
    String said = start(Map.of(variable, "-XX:+" + name));
    assertThat(said).containsPattern(flag(name, wins));
    assertThat(said).containsPattern(flag("UseSerialGC", !wins || name.equals("UseSerialGC")));
  }

  /** A heap that begins larger than it may grow ends a JVM too. */
  @ParameterizedTest
  @CsvSource({
    "JAVA_TOOL_OPTIONS, -Xmx200m",
    "JDK_JAVA_OPTIONS, -XX:MaxHeapSize=200m",
    "_JAVA_OPTIONS, -Xmx200m",
    "JJAVA_JVM_OPTS, -Xmx200m",
    "JJAVA_JVM_OPTS, -Xmn32m -Xmx200m"
  })
  void startsInASmallerHeapThanItsOwn(String variable, String options) throws Exception {
    assertThat(start(Map.of(variable, options)))
        .containsPattern(flag("MaxHeapSize", 200L << 20))
        .doesNotContain("[warning]", "VM warning");
  }
}
