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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
  private static final List<String> PACKED =
      List.of("logging.properties", "logo-svg.svg", KernelSpec.START);

  // How the file name of the extension's jar begins, by which a copy of SwitchLab is recognised.
  private static final String PROGRAM = "/switchlab-kernel-ext-";

  // The shell's part of a start: it puts in the options that the user's environment names.
  private static final String START = "start-kernel.sh";

  /** The variable by which users give the kernel's JVM options, as they do with JJava's own. */
  static final String USER_OPTIONS = "JJAVA_JVM_OPTS";

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
    Path directory = Files.createDirectories(directory(jupyterData));
    for (Map.Entry<String, byte[]> file : files(directory).entrySet()) {
      AtomicFile.update(directory.resolve(file.getKey()), file.getValue());
    }
    return directory;
  }

  /** Whether {@link #writeTo} would change nothing: each file is there, readable and the same. */
  boolean isIn(Path jupyterData) throws IOException {
    Path directory = directory(jupyterData);
    for (Map.Entry<String, byte[]> file : files(directory).entrySet()) {
      if (!AtomicFile.holds(directory.resolve(file.getKey()), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Where the kernel is or would be in {@code jupyterData}. */
  static Path directory(Path jupyterData) {
    return jupyterData.toAbsolutePath().resolve("kernels").resolve(NAME);
  }

  /** SwitchLab's jar that the kernel in {@code directory} runs; empty if none can be told. */
  static Optional<Path> programIn(Path directory) {
    try {
      return JSON.readTree(directory.resolve("kernel.json").toFile()).findParents("argv").stream()
          .flatMap(spec -> StreamSupport.stream(spec.get("argv").spliterator(), false))
          .flatMap(word -> Stream.of(word.asText().split(File.pathSeparator, -1)))
          .filter(entry -> entry.contains(PROGRAM))
          .map(Path::of)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // not there, or nothing that could be run
    }
  }

  private Map<String, byte[]> files(Path directory) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : PACKED) {
      files.put(name, resource(name));
    }
    List<String> options = optionsWithCache(AotCache.file(directory));
    files.put("kernel.json", json(options, directory, DISPLAY_NAME));
    return files;
  }

  /**
   * The JVM's options that every start shares. An AOT cache is refused if it was recorded under
   * other options of these kinds, so recording, creating and using it take them from here.
   */
  static List<String> commonOptions() {
    return List.of(
        // JJava reads a JShell internal; JNA calls native code; Tablesaw's class path search uses
        // Unsafe. Each would be a warning on stderr.
        "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
        // For OutputBounds, between a kernel's streams and the notebook.
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        // The JDK lays text out through JNI then: binding foreign functions for it costs 0.1 s.
        "-Dsun.font.layout.ffm=false",
        // Maps the cache at the address it was made for, if that is free: moving it rewrites its
        // pages. A diagnostic option, which a later JDK may drop: then it is passed over.
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:ArchiveRelocationMode=0",
        // Starts with the fewest threads, and collects on the thread that allocates, so that no
        // collector runs beside a measurement. JAVA_TOOL_OPTIONS may name another: two would end
        // the kernel before it says a word.
        "-XX:-UseG1GC",
        "-XX:-UseParallelGC",
        "-XX:-UseZGC",
        "-XX:-UseShenandoahGC",
        "-XX:+UseSerialGC",
        // No file of counters for jstat in the temporary folder: it costs a few per cent of a
        // start, and nobody attaches to a kernel that way.
        "-XX:-UsePerfData",
        // Room for all that is allocated up to the first chart: a collection there costs 60 ms.
        "-Xms512m",
        "-XX:NewSize=384m");
  }

  /** The options of a start from {@code cache}, which may be stale or absent: then it is slower. */
  private static List<String> optionsWithCache(Path cache) {
    List<String> options = new ArrayList<>(commonOptions());
    // A stale cache is told on stdout, where nobody can mend it: it is remade at installation.
    options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    return options;
  }

  /** A command that starts the kernel: {@code options}, then what {@code connection} names. */
  List<String> command(List<String> options, Path directory, String connection) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", directory.resolve(START).toString()));
    command.add(java(javaHome).toString());
    command.addAll(options);
    command.add(USER_OPTIONS); // after ours: of two that contradict each other the last one counts
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

  /**
   * The jars of {@code classPath} and, after each, those its manifest names, each once: with every
   * jar named a change of any of them is noticed.
   */
  static List<Path> jars(String classPath) throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry).toAbsolutePath().normalize();
      jars.add(jar);
      try (JarFile file = new JarFile(jar.toFile())) {
        Attributes said =
            Objects.requireNonNullElseGet(file.getManifest(), Manifest::new).getMainAttributes();
        String names = said.getValue(Attributes.Name.CLASS_PATH);
        if (names != null) {
          for (String name : names.strip().split(" +", -1)) {
            jars.add(jar.resolveSibling(name).normalize());
          }
        }
      }
    }
    return List.copyOf(jars);
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
