package org.switchlab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.switchlab.file.Writable;

/**
 * Where a kernel goes: into the Python environment, for every Jupyter that runs there, unless
 * somebody else's stands there already.
 *
 * @param shared the environment's {@code share/jupyter}
 * @param spec the kernel
 */
record KernelPlace(Path shared, KernelSpec spec) {

  /**
   * The environment's data folder, or {@code jupyter} in the user's {@code own} folder where the
   * first is another checkout's or cannot be written; then standard error says why.
   */
  Path orElse(Supplier<Path> own) throws IOException {
    Optional<String> hindrance = hindrance();
    if (hindrance.isEmpty()) {
      return shared;
    }
    Path data = own.get().resolve("jupyter");
    System.err.printf(
        "switchlab: %s. The kernel \"%s\" of this folder is in %s; for a Jupyter that you start"
            + " yourself type: export JUPYTER_PATH=%s%n",
        hindrance.get(), KernelSpec.DISPLAY_NAME, data, data);
    return data;
  }

  /**
   * Why the kernel cannot go into the environment; empty if it can, or is there as it should be.
   */
  Optional<String> hindrance() throws IOException {
    Path directory = KernelSpec.directory(shared);
    if (spec.isIn(shared)) {
      return Optional.empty();
    }
    Optional<Path> others = KernelSpec.programIn(directory).filter(this::isOthers);
    if (others.isPresent()) {
      return Optional.of(
          "%s runs %s, another copy of SwitchLab (to make room: rm -r %s)"
              .formatted(directory, others.get(), directory));
    }
    return Writable.folder(directory) ? Optional.empty() : Optional.of(Writable.refused(directory));
  }

  private boolean isOthers(Path program) {
    return Files.exists(program)
        && spec.classPath().stream()
            .noneMatch(jar -> jar.equals(program.resolveSibling(jar.getFileName())));
  }
}
