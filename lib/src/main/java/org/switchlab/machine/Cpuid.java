package org.switchlab.machine;

import static java.util.HexFormat.fromHexDigits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Answers of the CPUID instruction, by leaf and subleaf, read from the kernel's device or from a
 * text dump. What was not answered is all zeros, as on processors that lack a leaf.
 */
final class Cpuid {

  /** Lines as {@code cpuid --raw} prints them. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*0x(\\p{XDigit}{8}) 0x(\\p{XDigit}+): eax=0x(\\p{XDigit}{8})"
              + " ebx=0x(\\p{XDigit}{8}) ecx=0x(\\p{XDigit}{8}) edx=0x(\\p{XDigit}{8})\\s*");

  /** What this library looks at. */
  private static final List<Integer> LEAVES =
      List.of(0x1, 0x2, 0x4, 0x18, 0x8000_0005, 0x8000_0006, 0x8000_0019, 0x8000_001d, 0x8000_0021);

  private static final Set<Integer> WITH_SUBLEAVES = Set.of(0x4, 0x18, 0x8000_001d);

  /** No leaf of these has as many. */
  static final int MOST_SUBLEAVES = 16;

  private static final int HYPERVISOR = 0x4000_0000;
  private static final Registers ZEROS = new Registers(0, 0, 0, 0);

  private final Map<Long, Registers> answers = new HashMap<>();

  private Cpuid() {}

  /** What CPUID leaves in the four registers. */
  record Registers(int eax, int ebx, int ecx, int edx) {

    /** Bits {@code low} to {@code high} of a register, both included. */
    static int bits(int register, int high, int low) {
      return (int) (((register & 0xffff_ffffL) >>> low) & ((1L << (high - low + 1)) - 1));
    }

    /** The text in EBX, ECX and EDX, without the zeros that fill it. */
    String text() {
      ByteBuffer text = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      text.putInt(ebx).putInt(ecx).putInt(edx);
      return new String(text.array(), StandardCharsets.ISO_8859_1).replace("\0", "");
    }
  }

  /** The answer to {@code leaf}, which has no subleaves. */
  Registers leaf(int leaf) {
    return leaf(leaf, 0);
  }

  Registers leaf(int leaf, int subleaf) {
    return answers.getOrDefault(position(leaf, subleaf), ZEROS);
  }

  /** Leaf in the low half, subleaf in the high half: the offset in the device's file. */
  private static long position(int leaf, int subleaf) {
    return ((long) subleaf << 32) | (leaf & 0xffff_ffffL);
  }

  /** Reads a raw dump; lines that are none are left out. */
  static Cpuid parse(List<String> dump) {
    Cpuid cpuid = new Cpuid();
    for (String line : dump) {
      Matcher m = LINE.matcher(line);
      if (m.matches()) {
        int[] n = IntStream.rangeClosed(1, 6).map(i -> fromHexDigits(m.group(i))).toArray();
        cpuid.answers.put(position(n[0], n[1]), new Registers(n[2], n[3], n[4], n[5]));
      }
    }
    return cpuid;
  }

  /** Asks the kernel's device, see cpuid(4); nothing is answered if it is missing or refused. */
  static Cpuid ask(Path device) {
    Cpuid cpuid = new Cpuid();
    try (FileChannel channel = FileChannel.open(device, StandardOpenOption.READ)) {
      cpuid.askAll(channel);
      return cpuid;
    } catch (IOException refused) {
      return new Cpuid();
    }
  }

  private void askAll(FileChannel device) throws IOException {
    // A leaf above the highest answers with some other leaf's data: ask only for what exists.
    int highest = ask(device, 0, 0).eax();
    int highestExtended = ask(device, 0x8000_0000, 0).eax();
    for (int leaf : LEAVES) {
      if (Integer.compareUnsigned(leaf, leaf > 0 ? highest : highestExtended) <= 0) {
        keep(device, leaf, WITH_SUBLEAVES.contains(leaf) ? MOST_SUBLEAVES : 1);
      }
    }
    // Bit 31 of ECX of leaf 1 says that a hypervisor answers.
    if (ask(device, 1, 0).ecx() < 0) {
      keep(device, HYPERVISOR, 1);
    }
  }

  private void keep(FileChannel device, int leaf, int subleaves) throws IOException {
    for (int subleaf = 0; subleaf < subleaves; subleaf++) {
      answers.put(position(leaf, subleaf), ask(device, leaf, subleaf));
    }
  }

  private static Registers ask(FileChannel device, int leaf, int subleaf) throws IOException {
    ByteBuffer answer = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    if (device.read(answer, position(leaf, subleaf)) != answer.capacity()) {
      throw new IOException("the CPUID device answered with fewer than 16 bytes");
    }
    answer.flip();
    return new Registers(answer.getInt(), answer.getInt(), answer.getInt(), answer.getInt());
  }
}
