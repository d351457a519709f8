package org.switchlab.os;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The logical CPUs that the scheduler may give to a thread, as the kernel's {@code cpu_set_t}.
 *
 * @param cpus their numbers, ascending
 */
record CpuMask(List<Integer> cpus) {

  /** Room for 8192 CPUs, NR_CPUS of the largest kernels; with less sched_getaffinity refuses. */
  private static final int BYTES = 1024;

  CpuMask {
    cpus = List.copyOf(cpus);
  }

  static CpuMask only(int cpu) {
    return new CpuMask(List.of(cpu));
  }

  /** The mask of a thread. */
  static CpuMask of(int tid) {
    byte[] mask = new byte[BYTES];
    if (LibC.sched_getaffinity(tid, mask.length, mask) != 0) {
      throw LibC.failure("sched_getaffinity(%d)".formatted(tid), "");
    }
    return fromBytes(mask);
  }

  /** Gives the mask to a thread. */
  void applyTo(int tid) {
    byte[] mask = toBytes();
    if (LibC.sched_setaffinity(tid, mask.length, mask) != 0) {
      throw LibC.failure(
          "sched_setaffinity(%d, %s)".formatted(tid, cpus),
          "only the owner of a process or CAP_SYS_NICE can move it, and only inside its cpuset");
    }
  }

  /** The kernel's words are 64 bits wide, in little-endian order on both architectures. */
  static CpuMask fromBytes(byte[] mask) {
    return new CpuMask(BitSet.valueOf(mask).stream().boxed().toList());
  }

  byte[] toBytes() {
    var bits = new BitSet();
    cpus.forEach(bits::set);
    return Arrays.copyOf(bits.toByteArray(), BYTES);
  }
}
