package org.switchlab.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A class path with every jar named, so that a change of any of them is noticed. */
final class ClassPath {

  private ClassPath() {}

  /** The jars of {@code classPath} and, after each, those its manifest names, each once. */
  static List<Path> expand(String classPath) throws IOException {
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
}
