package org.switchlab.faults;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program of this project in a JVM of its own: same JDK, same options, same class path. */
final class JavaCommand {

  /** What {@code switchlab} starts; in a later package, and so known by name only. */
  static final String COMMAND_LINE = "org.switchlab.cli.Main";

  /** Short lives need neither the second compiler nor a heap of many threads. */
  private static final List<String> LIGHT =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true");

  private JavaCommand() {}

  /** The words that start {@code mainClass}, whose temporary files are in a nest. */
  static List<String> words(Nest nest, String mainClass, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.matches("-XX:[+-]Use.*GC"))
        .forEach(words::add);
    words.addAll(LIGHT);
    words.add("-Djava.io.tmpdir=" + nest.temporary());
    words.addAll(List.of("-cp", classPath(), mainClass));
    words.addAll(arguments);
    return words;
  }

  /** Wherever it is started. */
  private static String classPath() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
