package org.switchlab.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.switchlab.machine.Cpuid.Registers;

/**
 * Asks CPUID through the kernel's device: the file offset selects leaf (low half) and subleaf (high
 * half), each answer is 16 bytes. Source: cpuid(4), Linux arch/x86/kernel/cpuid.c.
 */
final class CpuidDevice {

  private static final int HIGHEST_SUBLEAF = 15;
  private static final int[] BASIC = {0x1, 0x2};
  private static final int[] BASIC_WITH_SUBLEAVES = {0x4, 0x18};
  private static final int[] EXTENDED = {0x8000_0005, 0x8000_0006, 0x8000_0019, 0x8000_0021};
  private static final int EXTENDED_WITH_SUBLEAVES = 0x8000_001d;
  private static final int HYPERVISOR = 0x4000_0000;

  private final FileChannel device;
  private final Cpuid.Builder answers = new Cpuid.Builder();

  private CpuidDevice(FileChannel device) {
    this.device = device;
  }

  /** The leaves this library looks at; none if the device is missing or refused. */
  static Cpuid read(Path path) {
    try (FileChannel device = FileChannel.open(path, StandardOpenOption.READ)) {
      CpuidDevice cpuid = new CpuidDevice(device);
      cpuid.readAll();
      return cpuid.answers.build();
    } catch (IOException refused) {
      return new Cpuid.Builder().build();
    }
  }

  private void readAll() throws IOException {
    // A leaf above the highest answers with some other leaf's data: ask only for what exists.
    int highest = ask(0, 0).eax();
    for (int leaf : BASIC) {
      if (leaf <= highest) {
        answers.put(leaf, 0, ask(leaf, 0));
      }
    }
    for (int leaf : BASIC_WITH_SUBLEAVES) {
      if (leaf <= highest) {
        readSubleaves(leaf);
      }
    }
    readExtended(ask(0x8000_0000, 0).eax());
    // Bit 31 of ECX of leaf 1 says that a hypervisor answers.
    if (ask(1, 0).ecx() < 0) {
      answers.put(HYPERVISOR, 0, ask(HYPERVISOR, 0));
    }
  }

  private void readExtended(int highest) throws IOException {
    for (int leaf : EXTENDED) {
      if (Integer.compareUnsigned(leaf, highest) <= 0) {
        answers.put(leaf, 0, ask(leaf, 0));
      }
    }
    if (Integer.compareUnsigned(EXTENDED_WITH_SUBLEAVES, highest) <= 0) {
      readSubleaves(EXTENDED_WITH_SUBLEAVES);
    }
  }

  private void readSubleaves(int leaf) throws IOException {
    // Leaf 0x18 tells its number of subleaves and may have gaps; the others end with type 0.
    boolean counted = leaf == 0x18;
    int last = counted ? Math.min(ask(leaf, 0).eax(), HIGHEST_SUBLEAF) : HIGHEST_SUBLEAF;
    for (int subleaf = 0; subleaf <= last; subleaf++) {
      Registers registers = ask(leaf, subleaf);
      if (!counted && Registers.bits(registers.eax(), 4, 0) == 0) {
        return;
      }
      answers.put(leaf, subleaf, registers);
    }
  }

  private Registers ask(int leaf, int subleaf) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    long offset = ((long) subleaf << 32) | (leaf & 0xffff_ffffL);
    if (device.read(buffer, offset) != buffer.capacity()) {
      throw new IOException("the CPUID device answered with fewer than 16 bytes");
    }
    buffer.flip();
    return new Registers(buffer.getInt(), buffer.getInt(), buffer.getInt(), buffer.getInt());
  }
}
