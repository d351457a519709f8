package org.switchlab.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Checks that all the files are there.
   *
   * @throws IllegalArgumentException naming the first that is not
   */
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
   * @param jupyterData a Jupyter data directory, such as {@code share/jupyter} of a Python
   *     environment
   * @return the kernel's directory
   * @throws IOException if it cannot be written
   */
  public Path writeTo(Path jupyterData) throws IOException {
    Path directory = directory(jupyterData);
    Files.createDirectories(directory);
    Logo.writeTo(directory);
    AtomicFile.write(
        directory.resolve("logging.properties"), Resources.bytes("logging.properties"));
    AtomicFile.write(directory.resolve("kernel.json"), JSON.writeValueAsBytes(json(directory)));
    return directory;
  }

  /** Where the kernel of a Jupyter data directory stands. */
  static Path directory(Path jupyterData) {
    return jupyterData.toAbsolutePath().resolve("kernels").resolve(NAME);
  }

  /** The class path, in the order the JVM gets it. */
  String joinedClassPath() {
    List<String> jars = new ArrayList<>();
    // First JJava's jar: nearly every class loaded before the kernel is ready is in it.
    jars.add(jjavaJar.toString());
    classPath.forEach(jar -> jars.add(jar.toString()));
    return String.join(java.io.File.pathSeparator, jars);
  }

  /** A command that starts the kernel: {@code options}, then what {@code connection} names. */
  List<String> command(List<String> options, Path directory, String connection) {
    List<String> command = new ArrayList<>();
    command.add(java(javaHome).toString());
    command.addAll(options);
    command.add("-Djava.util.logging.config.file=" + directory.resolve("logging.properties"));
    command.add("-cp");
    command.add(joinedClassPath());
    command.add(KernelMain.class.getName());
    command.add(connection);
    return command;
  }

  private Map<String, Object> json(Path directory) {
    List<String> options = JvmOptions.withCache(AotCache.file(directory));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("argv", command(options, directory, "{connection_file}"));
    json.put("display_name", DISPLAY_NAME);
    json.put("language", "java");
    // JJava stops a cell on a message; a signal would end the kernel.
    json.put("interrupt_mode", "message");
    json.put("env", Map.of());
    json.put("metadata", Map.of("debugger", false));
    return json;
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
