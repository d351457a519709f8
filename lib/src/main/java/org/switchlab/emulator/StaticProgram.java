package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program that needs nothing but a kernel: a statically linked executable for x86-64, and how it
 * is called.
 */
public record StaticProgram(Path file, List<String> command) {

  /** The guest keeps it in memory. */
  private static final int LARGEST_BYTES = 64 << 20;

  // What elf(5) says about a file's head and its program headers.
  private static final int HEADER_BYTES = 64;
  private static final int ELF_MAGIC = 0x464c457f;
  private static final byte CLASS_64 = 2;
  private static final short MACHINE_X86_64 = 62;
  private static final int INTERPRETER = 3;

  /**
   * The program that {@code command} names, looked for as a shell does.
   *
   * @throws IllegalArgumentException if it is not there, or not such a program; it says the fix
   */
  public static StaticProgram of(List<String> command) {
    Path file = find(command.getFirst());
    try (InputStream in = Files.newInputStream(file)) {
      check(file, ByteBuffer.wrap(in.readNBytes(LARGEST_BYTES + 1)));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e), e);
    }
    return new StaticProgram(file, List.copyOf(command));
  }

  /**
   * The file that {@code name} means in a shell.
   *
   * @throws IllegalArgumentException if it is not there
   */
  static Path find(String name) {
    Stream<Path> places =
        name.contains("/")
            ? Stream.of(Path.of(name))
            : Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, name));
    return places
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no program '%s'; write ./%s for one in this folder"
                        .formatted(name, name)));
  }

  private static void check(Path file, ByteBuffer content) {
    ByteBuffer elf = content.order(ByteOrder.LITTLE_ENDIAN);
    require(
        elf.capacity() >= HEADER_BYTES && elf.getInt(0) == ELF_MAGIC,
        file,
        "is no Linux executable: scripts need an interpreter, which the emulated machine has not");
    require(
        elf.get(4) == CLASS_64 && elf.getShort(18) == MACHINE_X86_64,
        file,
        "is not for x86-64; compile it for that (x86_64-linux-gnu-gcc -static)");
    require(
        !hasInterpreter(elf),
        file,
        "is linked dynamically; the emulated machine has no libraries: link it with -static");
    require(elf.capacity() <= LARGEST_BYTES, file, "is larger than 64 MiB; strip it (strip -s)");
  }

  /** A program header of type PT_INTERP names the dynamic loader. */
  private static boolean hasInterpreter(ByteBuffer elf) {
    int offset = (int) elf.getLong(32);
    int bytes = Short.toUnsignedInt(elf.getShort(54));
    int count = Short.toUnsignedInt(elf.getShort(56));
    return IntStream.range(0, count).anyMatch(i -> elf.getInt(offset + i * bytes) == INTERPRETER);
  }

  /** Its command as the guest takes it: each argument ended by a 0. */
  byte[] argumentBytes() {
    return (String.join("\0", command) + "\0").getBytes(UTF_8);
  }

  private static void require(boolean holds, Path file, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(file + " " + problem);
    }
  }
}
