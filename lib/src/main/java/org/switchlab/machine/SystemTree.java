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
 * The text files a kernel shows under {@code /proc} and {@code /sys}, live or captured below some
 * folder. Reading never fails: what is missing, refused or empty is absent.
 */
final class SystemTree {

  private final Path root;

  /** The tree below {@code root}, which holds {@code proc} and {@code sys}. */
  SystemTree(Path root) {
    this.root = root;
  }

  private Path file(String path) {
    // Unlike resolve, this keeps an absolute path below the root.
    return Path.of(root.toString(), path);
  }

  /** Text of the file, without surrounding white space. */
  @Nullable String text(String path) {
    try (InputStream in = Files.newInputStream(file(path))) {
      // Not Files.readString: it reads one byte first where the size is 0, and a number under
      // /proc/sys is given only to the first read; 950000 would be read as 9.
      var content = new ByteArrayOutputStream();
      in.transferTo(content);
      // ISO 8859-1 maps every byte: garbage stays visible instead of failing the report.
      String text = content.toString(StandardCharsets.ISO_8859_1).strip();
      return text.isEmpty() ? null : text;
    } catch (IOException | InvalidPathException refused) {
      return null;
    }
  }

  /** The same, and the empty text if it is absent. */
  String textOrEmpty(String path) {
    String text = text(path);
    return text == null ? "" : text;
  }

  /** What follows {@code prefix} in the first line that begins with it; reads no further. */
  @Nullable String afterPrefix(String path, String prefix) {
    try (BufferedReader reader = Files.newBufferedReader(file(path), StandardCharsets.ISO_8859_1)) {
      return reader
          .lines()
          .filter(line -> line.startsWith(prefix))
          .findFirst()
          .map(line -> line.substring(prefix.length()).strip())
          .orElse(null);
    } catch (IOException | UncheckedIOException | InvalidPathException refused) {
      return null;
    }
  }

  /** The file's one decimal number. */
  @Nullable Long number(String path) {
    return Numbers.parse(text(path));
  }

  /** The file's list of CPUs; empty if it is absent. */
  List<Integer> cpus(String path) {
    return CpuList.parse(text(path));
  }

  boolean exists(String path) {
    return Files.exists(file(path));
  }

  /** Names in the folder, sorted; absent if it cannot be listed. */
  @Nullable List<String> list(String path) {
    try (Stream<Path> entries = Files.list(file(path))) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException | UncheckedIOException refused) {
      return null;
    }
  }

  /** The same, and none if it cannot be listed. */
  List<String> names(String path) {
    List<String> names = list(path);
    return names == null ? List.of() : names;
  }

  /**
   * What CPUID answers on {@code cpu}: from the device of cpuid(4) on a live x86 system that grants
   * it (to root, as a rule), from a text dump in a captured tree.
   */
  Cpuid cpuid(int cpu) {
    String path = "/dev/cpu/" + cpu + "/cpuid";
    return Files.isRegularFile(file(path))
        ? Cpuid.parse(textOrEmpty(path).lines().toList())
        : Cpuid.ask(file(path));
  }
}
