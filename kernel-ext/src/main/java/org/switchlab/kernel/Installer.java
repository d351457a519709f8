package org.switchlab.kernel;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.switchlab.python.KernelInstaller;

/** Installs the kernel into a Python environment, with the cache that makes it start fast. */
public final class Installer implements KernelInstaller {

  private static final Path JJAVA = Path.of("share/jupyter/kernels/java/jjava.jar");

  @Override
  public void install(Path prefix) throws IOException {
    KernelSpec spec =
        new KernelSpec(
            Path.of(System.getProperty("java.home")),
            prefix.resolve(JJAVA),
            ClassPath.expand(System.getProperty("java.class.path")));
    try {
      install(spec, prefix.resolve("share/jupyter"), prefix.resolve("bin/python"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the kernel and, where a {@code python} can drive the recording, its cache. */
  static void install(KernelSpec spec, Path jupyterData, @Nullable Path python)
      throws IOException, InterruptedException {
    Path directory = spec.writeTo(jupyterData);
    if (python != null) {
      refresh(new AotCache(spec, directory, python));
    }
  }

  // The kernel works without the cache, so failing to make one is told but fails nothing.
  private static void refresh(AotCache cache) throws InterruptedException {
    try {
      if (!cache.isUpToDate()) {
        System.err.println("switchlab: preparing the kernel, so that it starts fast");
        cache.make();
      }
    } catch (IOException e) {
      System.err.println("The kernel will start slower than it could: " + e.getMessage());
    }
  }
}
