package org.switchlab.machine;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text files a kernel shows under {@code /proc} and {@code /sys}, live or captured. Reading
 * never fails: what is missing, refused or empty is absent.
 */
final class SystemTree {

  private final Path root;

  /**
   * A tree.
   *
   * @param root folder that holds {@code proc} and {@code sys}
   */
  SystemTree(Path root) {
    this.root = root;
  }

  /** Text of the file, without surrounding white space. */
  @Nullable String text(String path) {
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      String text = content(in).strip();
      return text.isEmpty() ? null : text;
    } catch (IOException | InvalidPathException refused) {
      return null;
    }
  }

  // Not Files.readString: it reads one byte first where the size is 0, and a number under
  // /proc/sys is given only to the first read; 950000 would be read as 9.
  private static String content(InputStream in) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      content.write(buffer, 0, count);
    }
    // ISO 8859-1 maps every byte: garbage stays visible instead of failing the report.
    return content.toString(StandardCharsets.ISO_8859_1);
  }

  /** Lines of the file; none if it is absent. */
  List<String> lines(String path) {
    String text = text(path);
    return text == null ? List.of() : text.lines().toList();
  }

  /** What follows {@code prefix} in the first line that begins with it; reads no further. */
  @Nullable String afterPrefix(String path, String prefix) {
    try (BufferedReader reader =
        Files.newBufferedReader(root.resolve(path), StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(prefix)) {
          return line.substring(prefix.length()).strip();
        }
      }
      return null;
    } catch (IOException refused) {
      return null;
    }
  }

  /** The file's one decimal number. */
  @Nullable Long number(String path) {
    return Numbers.parse(text(path));
  }

  /** Whether there is such a file or folder. */
  boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }

  /** Names in the folder, sorted; absent if it cannot be listed. */
  @Nullable List<String> names(String path) {
    try (Stream<Path> entries = Files.list(root.resolve(path))) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException | UncheckedIOException refused) {
      return null;
    }
  }

  /**
   * What the CPUID instruction answers on {@code cpu}: from the device of cpuid(4) on a live x86
   * system that grants it (to root, as a rule), from a text dump in a captured tree.
   */
  Cpuid cpuid(int cpu) {
    Path path = root.resolve("dev/cpu/" + cpu + "/cpuid");
    return Files.isRegularFile(path)
        ? Cpuid.parse(lines("dev/cpu/" + cpu + "/cpuid"))
        : CpuidDevice.read(path);
  }
}
