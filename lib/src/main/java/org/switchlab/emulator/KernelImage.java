package org.switchlab.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kernel's file, a bzImage: the Linux/x86 boot protocol says how it begins. */
final class KernelImage {

  /** What to type where none can be fetched. */
  static final String ADVICE =
      """
      Name the image of a Linux kernel for x86-64, one file of a distribution's kernel package:
        export SWITCHLAB_KERNEL=/boot/vmlinuz-VERSION\
      """;

  private static final int HEADER_BYTES = 0x238;
  private static final int MAGIC_OFFSET = 0x202;
  private static final int MAGIC = 0x53726448; // "HdrS"
  private static final int LOAD_FLAGS_OFFSET = 0x236;
  private static final int HAS_64_BIT_ENTRY = 1;

  private KernelImage() {}

  static Path in(Path folder) throws IOException {
    return newest(folder, image -> true)
        .map(KernelImage::checked)
        .orElseThrow(
            () ->
                new NoEmulatorException(
                    "there is no kernel in %s; delete %s, and it is fetched again"
                        .formatted(folder, folder.getParent())));
  }

  /** The newest that this system boots from, if it is for x86-64 and we may read it. */
  static Optional<Path> ofThisSystem() throws IOException {
    return newest(Path.of("/boot"), KernelImage::isX86);
  }

  /** {@code image} itself; refused if it is no kernel for x86-64. */
  static Path checked(Path image) {
    if (!isX86(image)) {
      throw new NoEmulatorException(
          "%s is no Linux kernel for x86-64 that can be read. %s".formatted(image, ADVICE));
    }
    return image;
  }

  private static Optional<Path> newest(Path folder, Predicate<Path> fits) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("vmlinuz"))
          .filter(fits)
          .max(Comparator.naturalOrder());
    }
  }

  private static boolean isX86(Path image) {
    try (InputStream in = Files.newInputStream(image)) {
      byte[] header = in.readNBytes(HEADER_BYTES);
      ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
      return header.length == HEADER_BYTES
          && fields.getInt(MAGIC_OFFSET) == MAGIC
          && (fields.getShort(LOAD_FLAGS_OFFSET) & HAS_64_BIT_ENTRY) != 0;
    } catch (IOException e) {
      return false;
    }
  }
}
