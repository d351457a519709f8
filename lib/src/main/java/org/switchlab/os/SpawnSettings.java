package org.switchlab.os;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What posix_spawn(3) is told besides a program: three descriptors and no more, a group of its own,
 * untouched signals. The structures stand in arrays, which JNA copies in and out at each call.
 */
final class SpawnSettings implements AutoCloseable {

  /** Room for {@code posix_spawnattr_t}, 336 bytes in glibc, and then some. */
  static final int ATTRIBUTES_BYTES = 512;

  /** Room for {@code posix_spawn_file_actions_t}, 80 bytes in glibc, and then some. */
  static final int FILES_BYTES = 256;

  /** Size of libc's {@code sigset_t}, which is larger than the kernel's. */
  static final int SIGNAL_SET_BYTES = 128;

  static final short SET_GROUP = 0x02;
  static final short SET_SIGNAL_DEFAULTS = 0x04;
  static final short SET_SIGNAL_MASK = 0x08;

  /** glibc has it since 2.34; before, the program itself must close what it does not want. */
  private static final @Nullable Function CLOSE_FROM =
      find("posix_spawn_file_actions_addclosefrom_np");

  private final byte[] attributes = new byte[ATTRIBUTES_BYTES];
  private final byte[] files = new byte[FILES_BYTES];

  /** With {@code standard} as the child's descriptors 0, 1, …. */
  SpawnSettings(List<FileDescriptor> standard) {
    setAttributes();
    setFiles(standard);
  }

  byte[] attributes() {
    return attributes;
  }

  byte[] files() {
    return files;
  }

  /** The JVM's own threads block and handle signals: a child must not inherit that. */
  private void setAttributes() {
    byte[] none = new byte[SIGNAL_SET_BYTES];
    byte[] all = new byte[SIGNAL_SET_BYTES];
    Arrays.fill(all, (byte) 0xff);
    short flags = SET_GROUP | SET_SIGNAL_DEFAULTS | SET_SIGNAL_MASK;
    check(LibC.posix_spawnattr_init(attributes), "attr_init");
    check(LibC.posix_spawnattr_setflags(attributes, flags), "attr_setflags");
    check(LibC.posix_spawnattr_setpgroup(attributes, 0), "attr_setpgroup");
    check(LibC.posix_spawnattr_setsigmask(attributes, none), "attr_setsigmask");
    check(LibC.posix_spawnattr_setsigdefault(attributes, all), "attr_setsigdefault");
  }

  private void setFiles(List<FileDescriptor> standard) {
    check(LibC.posix_spawn_file_actions_init(files), "_file_actions_init");
    for (int i = 0; i < standard.size(); i++) {
      int from = standard.get(i).number();
      check(LibC.posix_spawn_file_actions_adddup2(files, from, i), "_file_actions_adddup2");
    }
    if (CLOSE_FROM != null) {
      // Descriptors of the JDK and of other libraries are not all closed on exec.
      int error = CLOSE_FROM.invokeInt(new Object[] {files, standard.size()});
      check(error, "_file_actions_addclosefrom_np");
    }
  }

  private static @Nullable Function find(String name) {
    try {
      return NativeLibrary.getProcess().getFunction(name);
    } catch (UnsatisfiedLinkError absent) {
      return null;
    }
  }

  private static void check(int error, String action) {
    if (error != 0) {
      throw NativeException.of("posix_spawn" + action, error, "");
    }
  }

  @Override
  public void close() {
    LibC.posix_spawn_file_actions_destroy(files);
    LibC.posix_spawnattr_destroy(attributes);
  }
}
