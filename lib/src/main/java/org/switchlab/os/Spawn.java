package org.switchlab.os;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program to start with {@code posix_spawn(3)}.
 *
 * <p>This process is never copied, whatever its heap holds (CLONE_VM and CLONE_VFORK). The child
 * leads a process group of its own, has every signal at its default and unblocked, and holds no
 * descriptor but the three given (with glibc before 2.34 also those that some library left open on
 * exec).
 */
public record Spawn(
    Path executable,
    List<String> arguments,
    FileDescriptor stdin,
    FileDescriptor stdout,
    FileDescriptor stderr) {

  /** The one thread that starts children, alive until the JVM ends. */
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("switchlab-spawn").factory());

  static {
    THREAD.execute(Spawn::forgetCreator);
  }

  /** Keeps an immutable copy. */
  public Spawn {
    arguments = List.copyOf(arguments);
  }

  /**
   * Starts it from a thread that lives as long as this JVM, and not from the calling one: a program
   * that asks to die with its parent (PR_SET_PDEATHSIG) would die when that <em>thread</em> ends,
   * and would inherit its affinity and priority.
   */
  public ChildProcess start() {
    return onOurThread(this::spawn);
  }

  /**
   * The same, with {@code cpu} as the only one it may run on from its first instruction: what asks
   * at its start how many CPUs there are, as the runtimes of languages do, is told one. If pinning
   * is not permitted {@code refused} is told; the program is started all the same.
   */
  public ChildProcess startOn(int cpu, Consumer<NativeException> refused) {
    return onOurThread(
        () -> {
          try (var _ = pinned(cpu, refused)) {
            return spawn();
          }
        });
  }

  /**
   * Gives the thread what the JVM was started with: a thread inherits its creator's affinity and
   * policy, which may be the ones of a notebook cell inside {@code Affinity.pin}. The primordial
   * thread runs no Java code, so nobody has changed its.
   */
  private static void forgetCreator() {
    int self = KernelThread.current();
    int primordial = KernelThread.primordial();
    try {
      Affinity.Mask.of(primordial).applyTo(self);
      Priority.Policy.of(primordial).applyTo(self);
    } catch (NativeException refused) {
      // A sandbox may forbid these calls; then nobody can have changed the creator's either.
    }
  }

  /** An interrupt is kept for later: a child that nobody knows would be left over otherwise. */
  private static ChildProcess onOurThread(Supplier<ChildProcess> start) {
    try {
      return CompletableFuture.supplyAsync(start, THREAD).join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case NativeException refused -> refused;
        case IllegalArgumentException unsuitable -> unsuitable;
        case null, default -> e;
      };
    }
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
