package org.switchlab.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder of the class path of this library, in its jar or in the folder of its classes, which is
 * open already.
 *
 * @param path from the root of the class path, without a slash at either end
 */
public record ClassPathFolder(String path) {

  /**
   * The files below it at any depth, by their paths within it, sorted; none if there is no such
   * folder.
   *
   * @throws IOException if the jar or folder cannot be read
   */
  public List<String> files() throws IOException {
    URL own = Objects.requireNonNull(ClassPathFolder.class.getResource("ClassPathFolder.class"));
    return own.openConnection() instanceof JarURLConnection jar
        ? inJar(jar.getJarFile())
        : inFolder(root(own).resolve(path));
  }

  /**
   * Opens one of its files.
   *
   * @param file its path within the folder
   */
  public InputStream open(String file) throws IOException {
    String name = "/" + path + "/" + file;
    InputStream in = ClassPathFolder.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("there is no " + name + " on the class path");
    }
    return in;
  }

  private List<String> inJar(JarFile jar) {
    String start = path + "/";
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(JarEntry::getName)
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()))
        .sorted()
        .toList();
  }

  private static List<String> inFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** The folder that holds the packages: as many levels up as this class's package has. */
  private static Path root(URL own) throws IOException {
    try {
      Path at = Path.of(own.toURI()).getParent();
      for (int i = 0; i < ClassPathFolder.class.getPackageName().split("\\.", -1).length; i++) {
        at = Objects.requireNonNull(at).getParent();
      }
      return Objects.requireNonNull(at);
    } catch (URISyntaxException e) {
      throw new IOException("the folder of this class cannot be read: " + own, e);
    }
  }
}
