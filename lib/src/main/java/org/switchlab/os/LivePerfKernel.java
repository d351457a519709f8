package org.switchlab.os;

import com.sun.jna.Memory;

/** The kernel this process runs on. */
final class LivePerfKernel implements PerfKernel {

  private static final long WHOLE_GROUP = 1;
  private static final long CLOSE_ON_EXEC = 1 << 3;
  private static final long ANY_CPU = -1;

  @Override
  public int open(byte[] attributes, int tid, int groupDescriptor) {
    int number = Architecture.current().perfEventOpenNumber();
    try (var memory = new Memory(attributes.length)) {
      memory.write(0, attributes, 0, attributes.length);
      return answer(
          (int) LibC.syscall(number, memory, tid, ANY_CPU, groupDescriptor, CLOSE_ON_EXEC));
    }
  }

  @Override
  public int control(int descriptor, long request) {
    return answer(LibC.ioctl(descriptor, request, WHOLE_GROUP));
  }

  @Override
  public long read(int descriptor, byte[] into) {
    long count = LibC.read(descriptor, into, into.length);
    return count < 0 ? -LibC.errno() : count;
  }

  @Override
  public void close(int descriptor) {
    LibC.close(descriptor);
  }

  private static int answer(int result) {
    return result < 0 ? -LibC.errno() : result;
  }
}
