package org.switchlab.os;

import com.sun.jna.Memory;

/** The {@code posix_spawnattr_t} of a child with its own group and untouched signals. */
final class SpawnAttributes implements AutoCloseable {

  /** Room for {@code posix_spawnattr_t}, 336 bytes in glibc, and then some. */
  static final int BYTES = 512;

  /** Size of libc's {@code sigset_t}, which is larger than the kernel's. */
  static final int SIGNAL_SET_BYTES = 128;

  static final short SET_GROUP = 0x02;
  static final short SET_SIGNAL_DEFAULTS = 0x04;
  static final short SET_SIGNAL_MASK = 0x08;

  private final Memory memory = new Memory(BYTES);

  private SpawnAttributes() {
    check(LibC.posix_spawnattr_init(memory), "init");
  }

  /** The JVM's own threads block and handle signals: a child must not inherit that. */
  static SpawnAttributes ownGroup() {
    var attributes = new SpawnAttributes();
    short flags = SET_GROUP | SET_SIGNAL_DEFAULTS | SET_SIGNAL_MASK;
    check(LibC.posix_spawnattr_setflags(attributes.memory, flags), "setflags");
    check(LibC.posix_spawnattr_setpgroup(attributes.memory, 0), "setpgroup");
    try (var none = signals((byte) 0);
        var all = signals((byte) 0xff)) {
      check(LibC.posix_spawnattr_setsigmask(attributes.memory, none), "setsigmask");
      check(LibC.posix_spawnattr_setsigdefault(attributes.memory, all), "setsigdefault");
    }
    return attributes;
  }

  Memory memory() {
    return memory;
  }

  private static Memory signals(byte each) {
    var set = new Memory(SIGNAL_SET_BYTES);
    set.setMemory(0, SIGNAL_SET_BYTES, each);
    return set;
  }

  private static void check(int error, String action) {
    if (error != 0) {
      throw NativeException.of("posix_spawnattr_" + action, error, "");
    }
  }

  @Override
  public void close() {
    LibC.posix_spawnattr_destroy(memory);
    memory.close();
  }
}
