package org.switchlab.os;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The libc functions used here, by name, through JNA's direct mapping.
 *
 * <p>They are looked up in the running process, which has libc already: no library path is
 * searched. JNA keeps each thread's {@code errno} as the call left it, so that neither the
 * collector nor class loading can overwrite it before {@link #failure} asks. {@code size_t}, {@code
 * ssize_t} and {@code long} are 64 bits wide on both architectures this project knows ({@link
 * Architecture}).
 */
@SuppressWarnings("MemberName") // The names are libc's own: that is how they are found.
final class LibC {

  static {
    NativeCode.bind(LibC.class);
  }

  private LibC() {}

  static native int pipe2(int[] readAndWriteEnd, int flags);

  static native int open(String path, int flags);

  static native int close(int descriptor);

  /** {@code fcntl(2)} with a {@code struct flock}. */
  static native int fcntl(int descriptor, int command, byte[] lock);

  static native int flock(int descriptor, int operation);

  static native long read(int descriptor, byte[] into, long count);

  static native long write(int descriptor, byte[] from, long count);

  static native int poll(int[] descriptors, long count, int timeoutMs);

  static native int ioctl(int descriptor, long request, long argument);

  static native int gettid();

  static native int kill(int pid, int signal);

  static native int wait4(int pid, int[] status, int options, long[] usage);

  static native int prlimit(int pid, int resource, long @Nullable [] wanted, long[] previous);

  static native int sched_getaffinity(int tid, long maskBytes, byte[] mask);

  static native int sched_setaffinity(int tid, long maskBytes, byte[] mask);

  static native int sched_getscheduler(int tid);

  static native int sched_getparam(int tid, int[] priority);

  static native int setpriority(int which, int id, int niceness);

  static native int sched_setscheduler(int tid, int policy, int[] priority);

  /** {@code syscall(2)} with the five arguments that {@code perf_event_open} takes. */
  static native long syscall(
      long number, byte[] attributes, long tid, long cpu, long groupDescriptor, long flags);

  static native int posix_spawn(
      int[] pid,
      String path,
      byte[] files,
      byte[] attributes,
      Pointer arguments,
      Pointer environment);

  static native int posix_spawn_file_actions_init(byte[] actions);

  static native int posix_spawn_file_actions_adddup2(byte[] actions, int from, int to);

  static native int posix_spawn_file_actions_destroy(byte[] actions);

  static native int posix_spawnattr_init(byte[] attributes);

  static native int posix_spawnattr_setflags(byte[] attributes, short flags);

  static native int posix_spawnattr_setpgroup(byte[] attributes, int group);

  static native int posix_spawnattr_setsigmask(byte[] attributes, byte[] signals);

  static native int posix_spawnattr_setsigdefault(byte[] attributes, byte[] signals);

  static native int posix_spawnattr_destroy(byte[] attributes);

  /** The {@code errno} that this thread's last call left. */
  static int errno() {
    return Native.getLastError();
  }

  /** Throws if this thread's {@code call} just answered that it failed. */
  static void check(int answer, String call, String remedy) {
    if (answer < 0) {
      throw failure(call, remedy);
    }
  }

  /** The exception for this thread's call that just failed. */
  static NativeException failure(String call, String remedy) {
    return NativeException.of(call, errno(), remedy);
  }
}
