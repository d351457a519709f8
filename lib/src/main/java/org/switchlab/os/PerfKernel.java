package org.switchlab.os;

/**
 * The four calls on the kernel that counting takes.
 *
 * <p>A seam: processors that are not at hand, and refusals that this machine does not make, can be
 * scripted behind it. Answers are the kernel's own: what was asked for, or an error number,
 * negated.
 */
public interface PerfKernel {

  /** {@code perf_event_open(2)} on a task, on any CPU: a descriptor; the leader's group is -1. */
  int open(byte[] attributes, int tid, int groupDescriptor);

  /** {@code ioctl(2)} on a whole group: 0. */
  int control(int descriptor, long request);

  /** {@code read(2)}: how many bytes were read. */
  long read(int descriptor, byte[] into);

  /** Gives a descriptor back. */
  void close(int descriptor);

  /** The kernel this process runs on. */
  PerfKernel LIVE =
      new PerfKernel() {

        private static final long WHOLE_GROUP = 1;
        private static final long CLOSE_ON_EXEC = 1 << 3;
        private static final long ANY_CPU = -1;

        @Override
        public int open(byte[] attributes, int tid, int groupDescriptor) {
          int number = Architecture.current().perfEventOpenNumber();
          return (int)
              answer(
                  LibC.syscall(number, attributes, tid, ANY_CPU, groupDescriptor, CLOSE_ON_EXEC));
        }

        @Override
        public int control(int descriptor, long request) {
          return (int) answer(LibC.ioctl(descriptor, request, WHOLE_GROUP));
        }

        @Override
        public long read(int descriptor, byte[] into) {
          return answer(LibC.read(descriptor, into, into.length));
        }

        @Override
        public void close(int descriptor) {
          LibC.close(descriptor);
        }

        private static long answer(long result) {
          return result < 0 ? -LibC.errno() : result;
        }
      };
}
