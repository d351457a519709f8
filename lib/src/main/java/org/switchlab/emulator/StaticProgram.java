package org.switchlab.emulator;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that needs nothing but a kernel: a statically linked executable for x86-64.
 *
 * @param file its file
 * @param command how it is called: its name and its arguments
 */
public record StaticProgram(Path file, List<String> command) {

  /** The guest keeps it in memory. */
  private static final long LARGEST_BYTES = 64L << 20;

  private static final int HEADER_BYTES = 64;
  private static final int ELF_MAGIC = 0x464c457f;
  private static final byte CLASS_64 = 2;
  private static final short MACHINE_X86_64 = 62;
  private static final int INTERPRETER = 3;

  /** Keeps an immutable copy. */
  public StaticProgram {
    command = List.copyOf(command);
  }

  /**
   * The program that {@code command} names, looked for as a shell does.
   *
   * @throws IllegalArgumentException if it is not there, or not such a program; it says the fix
   */
  public static StaticProgram of(List<String> command) {
    Path file = find(command.getFirst());
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      check(file, in);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e), e);
    }
    return new StaticProgram(file, command);
  }

  private static Path find(String name) {
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

  private static void check(Path file, RandomAccessFile in) throws IOException {
    byte[] start = new byte[HEADER_BYTES];
    int count = in.read(start);
    ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    require(
        count == HEADER_BYTES && header.getInt(0) == ELF_MAGIC,
        file,
        "is no Linux executable: scripts need an interpreter, which the emulated machine has not");
    require(
        header.get(4) == CLASS_64 && header.getShort(18) == MACHINE_X86_64,
        file,
        "is not for x86-64; compile it for that (x86_64-linux-gnu-gcc -static)");
    require(
        !hasInterpreter(header, in),
        file,
        "is linked dynamically; the emulated machine has no libraries: link it with -static");
    require(in.length() <= LARGEST_BYTES, file, "is larger than 64 MiB; strip it (strip -s)");
  }

  /** A program header of type PT_INTERP names the dynamic loader; see elf(5). */
  private static boolean hasInterpreter(ByteBuffer header, RandomAccessFile in) throws IOException {
    long offset = header.getLong(32);
    int bytes = Short.toUnsignedInt(header.getShort(54));
    int count = Short.toUnsignedInt(header.getShort(56));
    for (int i = 0; i < count; i++) {
      in.seek(offset + (long) i * bytes);
      if (Integer.reverseBytes(in.readInt()) == INTERPRETER) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean holds, Path file, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(file + " " + problem);
    }
  }
}
