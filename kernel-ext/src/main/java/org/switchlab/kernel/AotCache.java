package org.switchlab.kernel;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.file.AtomicFile;
import org.switchlab.file.ScratchFolder;

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

  static Path file(Path directory) {
    return directory.resolve("kernel.aot");
  }

  /**
   * Whether the cache is there and fits jars, JDK and options.
   *
   * @throws IOException if a jar cannot be read
   */
  public boolean isUpToDate() throws IOException {
    return Files.exists(file(directory))
        && Files.isRegularFile(keyFile())
        && Arrays.equals(Files.readAllBytes(keyFile()), key());
  }

  /**
   * Makes the cache anew.
   *
   * @throws IOException if it could not be made; the message holds the end of the failed command's
   *     output. The kernel works without.
   * @throws InterruptedException if the thread was interrupted; nothing is left behind
   */
  public void make() throws IOException, InterruptedException {
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
    lines.addAll(JvmOptions.common());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String stamp(Path file) throws IOException {
    return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
  }

  private void record(Path work, Path configuration) throws IOException, InterruptedException {
    Path kernel = Files.createDirectories(work.resolve("kernels").resolve("recording"));
    List<String> options = options("-XX:AOTMode=record", configuration, null);
    List<String> command = spec.command(options, directory, "{connection_file}");
    Map<String, Object> json =
        Map.of(
            "argv", command,
            "display_name", "recording",
            "language", "java",
            "interrupt_mode", "message");
    Files.write(kernel.resolve("kernel.json"), new ObjectMapper().writeValueAsBytes(json));
    Path script = Files.write(work.resolve("train.py"), KernelSpec.resource("train.py"));
    Path cells = Files.write(work.resolve("cells"), KernelSpec.resource("training.jsh"));
    Command.run(
        List.of(python.toString(), script.toString(), kernel.toString(), cells.toString()), work);
    if (!Files.exists(configuration)) {
      throw new IOException("The recording kernel ended without writing what it saw");
    }
  }

  private void create(Path work, Path configuration, Path cache)
      throws IOException, InterruptedException {
    List<String> command =
        spec.command(options("-XX:AOTMode=create", configuration, cache), directory, "none");
    Command.run(command, work);
  }

  private static List<String> options(String mode, Path configuration, @Nullable Path cache) {
    List<String> options = new ArrayList<>(JvmOptions.common());
    options.add(mode);
    options.add("-XX:AOTConfiguration=" + configuration);
    if (cache != null) {
      options.add("-XX:AOTCache=" + cache);
    }
    // It warns of each class that cannot be cached: some dozens, none of them a defect.
    options.add("-Xlog:aot=error");
    options.add("-Xlog:cds=error");
    return options;
  }
}
