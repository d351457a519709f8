package org.switchlab.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** What {@link #refresh} did. */
  public enum Refreshed {
    /** It fits jars and JDK: nothing was done. */
    UP_TO_DATE,
    /** It was made anew. */
    CREATED
  }

  static Path file(Path directory) {
    return directory.resolve("kernel.aot");
  }

  /**
   * Makes the cache if there is none or jars, JDK or options have changed since.
   *
   * @throws IOException if it could not be made; the message holds the end of the failed command's
   *     output. The kernel works without.
   * @throws InterruptedException if the thread was interrupted; nothing is left behind
   */
  public Refreshed refresh() throws IOException, InterruptedException {
    byte[] key = AotKey.of(spec);
    if (isUpToDate(key)) {
      return Refreshed.UP_TO_DATE;
    }
    Path work = Files.createTempDirectory("switchlab-aot");
    try {
      Path configuration = work.resolve("kernel.aotconf");
      record(work, configuration);
      Path fresh = work.resolve("kernel.aot");
      create(work, configuration, fresh);
      Files.deleteIfExists(keyFile());
      Path beside = directory.resolve("kernel.aot.new");
      Files.move(fresh, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          beside,
          file(directory),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      AtomicFile.write(keyFile(), key);
    } finally {
      Directories.delete(work);
    }
    return Refreshed.CREATED;
  }

  /**
   * Whether the cache is there and fits jars, JDK and options.
   *
   * @throws IOException if a jar cannot be read
   */
  public boolean isUpToDate() throws IOException {
    return isUpToDate(AotKey.of(spec));
  }

  private boolean isUpToDate(byte[] key) throws IOException {
    return Files.exists(file(directory)) && AotKey.matches(keyFile(), key);
  }

  private Path keyFile() {
    return directory.resolve("kernel.aot.key");
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
    Path script = Files.write(work.resolve("train.py"), Resources.bytes("train.py"));
    Path cells = Files.write(work.resolve("cells"), Resources.bytes("training.jsh"));
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
