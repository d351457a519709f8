package org.switchlab.os;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import org.jspecify.annotations.Nullable;

/** The {@code posix_spawn_file_actions_t} that leaves a child three descriptors and no more. */
final class SpawnFiles implements AutoCloseable {

  /** Room for {@code posix_spawn_file_actions_t}, 80 bytes in glibc, and then some. */
  static final int BYTES = 256;

  private static final int FIRST_OTHER = 3;

  /** glibc has it since 2.34; before, the program itself must close what it does not want. */
  private static final @Nullable Function CLOSE_FROM =
      find("posix_spawn_file_actions_addclosefrom_np");

  private final Memory memory = new Memory(BYTES);

  private SpawnFiles() {
    check(LibC.posix_spawn_file_actions_init(memory), "init");
  }

  static SpawnFiles standard(FileDescriptor stdin, FileDescriptor stdout, FileDescriptor stderr) {
    var files = new SpawnFiles();
    files.duplicate(stdin, 0);
    files.duplicate(stdout, 1);
    files.duplicate(stderr, 2);
    files.closeOthers();
    return files;
  }

  Memory memory() {
    return memory;
  }

  private void duplicate(FileDescriptor from, int to) {
    check(LibC.posix_spawn_file_actions_adddup2(memory, from.number(), to), "adddup2");
  }

  /** Descriptors of the JDK and of other libraries are not all closed on exec. */
  private void closeOthers() {
    if (CLOSE_FROM != null) {
      check(CLOSE_FROM.invokeInt(new Object[] {memory, FIRST_OTHER}), "addclosefrom_np");
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
      throw NativeException.of("posix_spawn_file_actions_" + action, error, "");
    }
  }

  @Override
  public void close() {
    LibC.posix_spawn_file_actions_destroy(memory);
    memory.close();
  }
}
