package org.switchlab.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an AOT cache was made from: the JDK, the jars as the JVM compares them (path, size, time of
 * change) and the options.
 */
final class AotKey {

  private AotKey() {}

  static byte[] of(KernelSpec spec) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(spec.javaHome().toRealPath() + " " + stamp(spec.javaHome().resolve("lib/modules")));
    lines.add(stamp(spec.jjavaJar()));
    for (Path jar : spec.classPath()) {
      lines.add(stamp(jar));
    }
    lines.addAll(JvmOptions.common());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  static boolean matches(Path file, byte[] key) throws IOException {
    return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), key);
  }

  private static String stamp(Path file) throws IOException {
    return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
  }
}
