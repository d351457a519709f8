package org.switchlab.os;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program to start with {@code posix_spawn(3)}.
 *
 * <p>This process is never copied, whatever its heap holds: glibc starts the child with CLONE_VM
 * and CLONE_VFORK. The child leads a process group of its own, has every signal at its default and
 * unblocked, and holds no descriptor but the three given (with glibc before 2.34 also those that
 * some library left open on exec).
 *
 * @param executable the program's file
 * @param arguments its arguments, without its name
 * @param stdin what it reads
 * @param stdout where it writes
 * @param stderr where it complains
 */
public record Spawn(
    Path executable,
    List<String> arguments,
    FileDescriptor stdin,
    FileDescriptor stdout,
    FileDescriptor stderr) {

  /** Keeps an immutable copy. */
  public Spawn {
    arguments = List.copyOf(arguments);
  }

  /**
   * Starts it from a thread that lives as long as this JVM.
   *
   * <p>Not from the calling thread: a program that asks to die with its parent (PR_SET_PDEATHSIG)
   * would die when that <em>thread</em> ends, and would inherit its affinity and priority.
   *
   * @throws NativeException if the file is not there, cannot be executed, or no process can be had
   */
  public ChildProcess start() {
    return SpawnThread.call(this::spawn);
  }

  /**
   * The same, with {@code cpu} as the only one it may run on from its first instruction: what asks
   * at its start how many CPUs there are, as the runtimes of languages do, is told one.
   *
   * @param refused told if pinning is not permitted here; the program is started all the same
   * @throws IllegalArgumentException if {@code cpu} is not there or not allowed
   */
  public ChildProcess startOn(int cpu, Consumer<NativeException> refused) {
    return SpawnThread.call(
        () -> {
          try (var _ = pinned(cpu, refused)) {
            return spawn();
          }
        });
  }

  private static @Nullable Affinity pinned(int cpu, Consumer<NativeException> refused) {
    try {
      return Affinity.pin(cpu);
    } catch (NativeException e) {
      refused.accept(e);
      return null;
    }
  }

  private ChildProcess spawn() {
    String file = executable.toString();
    String[] words = Stream.concat(Stream.of(file), arguments.stream()).toArray(String[]::new);
    var argv = new StringArray(words);
    Pointer environment =
        NativeLibrary.getProcess().getGlobalVariableAddress("environ").getPointer(0);
    int[] pid = new int[1];
    try (var settings = new SpawnSettings(List.of(stdin, stdout, stderr))) {
      // posix_spawn answers the error number itself; it does not set errno.
      int error =
          LibC.posix_spawn(pid, file, settings.files(), settings.attributes(), argv, environment);
      if (error != 0) {
        throw NativeException.of("posix_spawn(%s)".formatted(file), error, remedy(error));
      }
    }
    return new ChildProcess(pid[0]);
  }

  private static String remedy(int error) {
    return switch (Errno.nameOf(error)) {
      case "EACCES" ->
          "make it executable (chmod u+x), on a file system that is not mounted noexec";
      case "ENOENT" -> "the file, or the interpreter it names, is not there";
      case "ENOEXEC" -> "it was built for another system";
      case "EAGAIN" -> "raise the limit of processes: ulimit -u";
      default -> "";
    };
  }
}
