package org.switchlab.experiment;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The experiments of the package {@code added}, found by the files that are there: whoever adds one
 * changes no list.
 *
 * <p>Only the folder or jar of this class is looked through, which is open already, and only the
 * classes found there are loaded.
 */
final class Added {

  private static final String FIELD = "EXPERIMENT";
  private static final String CLASS = ".class";
  private static final String PACKAGE = Added.class.getPackageName() + ".added";
  private static final String FOLDER = PACKAGE.replace('.', '/') + "/";

  private Added() {}

  /** Read once: what is there when the program starts. */
  private static final class Found {
    static final List<Experiment<?>> ALL = read();
  }

  /** All of them, by the names of their files. */
  static List<Experiment<?>> all() {
    return Found.ALL;
  }

  private static List<Experiment<?>> read() {
    return classFiles().stream()
        .filter(file -> file.endsWith(CLASS) && !file.contains("$") && !file.contains("-"))
        .sorted()
        .<Experiment<?>>map(file -> experiment(file.substring(0, file.length() - CLASS.length())))
        .toList();
  }

  private static List<String> classFiles() {
    URL own = Objects.requireNonNull(Added.class.getResource("Added.class"));
    try {
      return own.openConnection() instanceof JarURLConnection jar
          ? inJar(jar.getJarFile())
          : inFolder(Path.of(own.toURI()).resolveSibling("added"));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the folder of this class cannot be read: " + own, e);
    }
  }

  private static List<String> inJar(JarFile jar) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(FOLDER))
        .map(name -> name.substring(FOLDER.length()))
        .toList();
  }

  private static List<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Experiment<?> experiment(String name) {
    try {
      Field field = Class.forName(PACKAGE + "." + name).getField(FIELD);
      return (Experiment<?>) Objects.requireNonNull(field.get(null));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException(
          "%s.%s defines no experiment: give it a public static final Experiment<?> %s"
              .formatted(PACKAGE, name, FIELD),
          e);
    } catch (ExceptionInInitializerError e) {
      throw new IllegalStateException(
          "%s.%s cannot be defined: %s".formatted(PACKAGE, name, e.getCause()), e);
    }
  }
}
