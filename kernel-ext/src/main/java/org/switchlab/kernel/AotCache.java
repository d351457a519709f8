package org.switchlab.kernel;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.ScratchFolder;
import org.switchlab.file.Writable;

/**
 * The ahead-of-time cache (JEP 483, 514, 515) from which the kernel's JVM starts with its classes
 * loaded and linked and its methods' profiles known.
 *
 * <p>Made by running a kernel over typical cells once. A kernel without it, or with one that no
 * longer fits its jars or JDK, starts slower and is otherwise the same.
 *
 * @param spec the kernel
 * @param directory where the kernel is installed, see {@link KernelSpec#writeTo}
 * @param python a Python that has {@code jupyter_client}, which drives the kernel for the recording
 */
public record AotCache(KernelSpec spec, Path directory, Path python) {

  // A recording takes 5 to 10 s; a loaded machine or a slow disk some times as long.
  private static final long PATIENCE_S = 300;

  private static final int TOLD_CHARACTERS = 2_000;

  // A heap, a collector or an agent of today's environment is not what later starts have.
  private static final Set<String> OTHERS_OPTIONS =
      Set.of(KernelSpec.USER_OPTIONS, "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  static Path file(Path directory) {
    return directory.resolve("kernel.aot");
  }

  /**
   * Whether the cache is there and fits jars, JDK and options.
   *
   * @throws IOException if a jar cannot be read
   */
  public boolean isUpToDate() throws IOException {
    return Files.exists(file(directory)) && AtomicFile.holds(keyFile(), key());
  }

  /**
   * Makes the cache anew.
   *
   * @throws IOException if it could not be made; the message holds the end of the failed command's
   *     output. The kernel works without.
   * @throws InterruptedException if the thread was interrupted; nothing is left behind
   */
  public void make() throws IOException, InterruptedException {
    if (!Writable.folder(directory)) {
      throw new IOException(Writable.refused(directory));
    }
    byte[] key = key();
    try (ScratchFolder scratch = ScratchFolder.open("switchlab-aot")) {
      Path configuration = scratch.path().resolve("kernel.aotconf");
      record(scratch.path(), configuration);
      Path fresh = scratch.path().resolve("kernel.aot");
      create(scratch.path(), configuration, fresh);
      Files.deleteIfExists(keyFile());
      // The temporary folder may be on another file system, from where no move is atomic.
      Path beside = directory.resolve("kernel.aot.new");
      Files.move(fresh, beside, REPLACE_EXISTING);
      Files.move(beside, file(directory), ATOMIC_MOVE, REPLACE_EXISTING);
      AtomicFile.write(keyFile(), key);
    }
  }

  private Path keyFile() {
    return directory.resolve("kernel.aot.key");
  }

  /** What it is made from: JDK, jars as the JVM compares them (path, size, time) and options. */
  private byte[] key() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(spec.javaHome().toRealPath() + " " + stamp(spec.javaHome().resolve("lib/modules")));
    lines.add(stamp(spec.jjavaJar()));
    for (Path jar : spec.classPath()) {
      lines.add(stamp(jar));
    }
    lines.addAll(KernelSpec.commonOptions());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String stamp(Path file) throws IOException {
    return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
  }

  private void record(Path work, Path configuration) throws IOException, InterruptedException {
    Path kernel = Files.createDirectories(work.resolve("kernels").resolve("recording"));
    List<String> options = options("-XX:AOTMode=record", configuration);
    Files.write(kernel.resolve("kernel.json"), spec.json(options, directory, "recording"));
    Path script = Files.write(work.resolve("train.py"), KernelSpec.resource("train.py"));
    Path cells = Files.write(work.resolve("cells"), KernelSpec.resource("training.jsh"));
    run(List.of(python.toString(), script.toString(), kernel.toString(), cells.toString()), work);
    if (!Files.exists(configuration)) {
      throw new IOException("The recording kernel ended without writing what it saw");
    }
  }

  private void create(Path work, Path configuration, Path cache)
      throws IOException, InterruptedException {
    List<String> options = options("-XX:AOTMode=create", configuration);
    options.add("-XX:AOTCache=" + cache);
    run(spec.command(options, directory, "none"), work);
  }

  private static List<String> options(String mode, Path configuration) {
    List<String> options = new ArrayList<>(KernelSpec.commonOptions());
    options.addAll(List.of(mode, "-XX:AOTConfiguration=" + configuration));
    // It warns of each class that cannot be cached: some dozens, none of them a defect.
    options.addAll(List.of("-Xlog:aot=error", "-Xlog:cds=error"));
    return options;
  }

  /** Runs {@code command} to its end; if it fails, the exception holds the end of its output. */
  private static void run(List<String> command, Path work)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(work, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeAll(OTHERS_OPTIONS);
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IOException(command.getFirst() + " did not end in " + PATIENCE_S + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            command.getFirst() + " failed with " + process.exitValue() + ": " + end(output));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String end(Path output) throws IOException {
    // Not readString, which refuses what is no UTF-8.
    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
    return text.substring(Math.max(0, text.length() - TOLD_CHARACTERS));
  }
}
