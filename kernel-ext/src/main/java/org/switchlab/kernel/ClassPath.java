package org.switchlab.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A class path with every jar in it named, also those that stand only in another jar's manifest.
 */
final class ClassPath {

  private ClassPath() {}

  /**
   * The jars of {@code classPath} and, after each, those its manifest names, each once.
   *
   * <p>Named one by one, so that a change of any of them is noticed.
   */
  static List<Path> expand(String classPath) throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry).toAbsolutePath().normalize();
      jars.add(jar);
      jars.addAll(namedBy(jar));
    }
    return List.copyOf(jars);
  }

  private static List<Path> namedBy(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String names =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null
          ? List.of()
          : Arrays.stream(names.strip().split(" +", -1))
              .map(name -> jar.resolveSibling(name).normalize())
              .toList();
    }
  }
}
