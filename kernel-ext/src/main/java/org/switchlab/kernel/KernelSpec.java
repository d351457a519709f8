package org.switchlab.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.file.AtomicFile;

/**
 * The description by which Jupyter finds and starts the kernel, written as Jupyter's documentation
 * of kernel specs says.
 *
 * @param javaHome the JDK that runs the kernel, 25 or newer
 * @param jjavaJar JJava's own jar, {@code share/jupyter/kernels/java/jjava.jar} of the Python
 *     environment it was installed into
 * @param classPath SwitchLab's jars and those they need
 */
public record KernelSpec(Path javaHome, Path jjavaJar, List<Path> classPath) {

  /** Directory name of the kernel, by which {@code --kernel} and notebooks call it. */
  public static final String NAME = "switchlab-java";

  /** What menus show. */
  public static final String DISPLAY_NAME = "Java (SwitchLab)";

  // The picture is of Jupyter's launcher: two strands that change places.
  private static final List<String> PACKED = List.of("logging.properties", "logo-svg.svg");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Checks that all the files are there; refuses the first that is not. */
  public KernelSpec {
    classPath = classPath.stream().map(Path::toAbsolutePath).toList();
    javaHome = javaHome.toAbsolutePath();
    jjavaJar = jjavaJar.toAbsolutePath();
    require(java(javaHome), "a JDK has it; set JAVA_HOME to one");
    require(jjavaJar, "pip install jjava puts it there");
    classPath.forEach(jar -> require(jar, "build SwitchLab first"));
  }

  /**
   * Writes the kernel into {@code jupyterData}{@code /kernels/}{@value #NAME}, replacing an older
   * one. Writing the same twice changes nothing, and a reader sees the old or the new, never half.
   *
   * @return the kernel's directory
   */
  public Path writeTo(Path jupyterData) throws IOException {
    Path directory =
        Files.createDirectories(jupyterData.toAbsolutePath().resolve("kernels").resolve(NAME));
    for (String name : PACKED) {
      AtomicFile.update(directory.resolve(name), resource(name));
    }
    List<String> options = JvmOptions.withCache(AotCache.file(directory));
    AtomicFile.update(directory.resolve("kernel.json"), json(options, directory, DISPLAY_NAME));
    return directory;
  }

  /** A command that starts the kernel: {@code options}, then what {@code connection} names. */
  List<String> command(List<String> options, Path directory, String connection) {
    List<String> command = new ArrayList<>();
    command.add(java(javaHome).toString());
    command.addAll(options);
    command.add("-Djava.util.logging.config.file=" + directory.resolve("logging.properties"));
    // First JJava's jar: nearly every class loaded before the kernel is ready is in it.
    String jars =
        Stream.concat(Stream.of(jjavaJar), classPath.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", jars, KernelMain.class.getName(), connection));
    return command;
  }

  /** What Jupyter reads of a kernel that is started with {@code options}. */
  byte[] json(List<String> options, Path directory, String displayName)
      throws JsonProcessingException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("argv", command(options, directory, "{connection_file}"));
    json.put("display_name", displayName);
    json.put("language", "java");
    // JJava stops a cell on a message; a signal would end the kernel.
    json.put("interrupt_mode", "message");
    json.put("env", Map.of());
    json.put("metadata", Map.of("debugger", false));
    return JSON.writeValueAsBytes(json);
  }

  /** A file packed beside this class. */
  static byte[] resource(String name) throws IOException {
    try (InputStream in = KernelSpec.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the jar of " + KernelSpec.class.getName());
      }
      return in.readAllBytes();
    }
  }

  private static Path java(Path javaHome) {
    return javaHome.resolve("bin").resolve("java");
  }

  private static void require(Path file, String remedy) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(file + " is not there: " + remedy);
    }
  }
}
