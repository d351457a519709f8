package org.switchlab.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.python.KernelInstaller;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Installs the kernel for Jupyter; run again after an update, it does only what has changed. */
@Command(
    name = "install-kernel",
    description = "Installs the kernel \"" + KernelSpec.DISPLAY_NAME + "\" for Jupyter.",
    mixinStandardHelpOptions = true)
public final class InstallKernel implements Callable<Integer>, KernelInstaller {

  @Option(
      names = "--java-home",
      description = "JDK that runs the kernel (default: the one running this).")
  private Path javaHome = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--jjava",
      required = true,
      description = "jjava.jar, in share/jupyter/kernels/java of the Python environment.")
  private @Nullable Path jjavaJar;

  @Option(
      names = "--class-path",
      description =
          "SwitchLab's jars and theirs and those their manifests name (default: those of this"
              + " command).")
  private String classPath = System.getProperty("java.class.path");

  @Option(
      names = "--jupyter-data",
      required = true,
      description = "Jupyter data directory, such as share/jupyter of the Python environment.")
  private @Nullable Path jupyterData;

  @Option(
      names = "--python",
      description = "Python with jupyter_client: makes the cache that halves the starting time.")
  private @Nullable Path python;

  /** Installs, and ends the process with the command's status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new InstallKernel()).execute(arguments));
  }

  @Override
  public Path install(Path prefix, Supplier<Path> own) throws IOException {
    Path shared = prefix.resolve("share/jupyter");
    KernelSpec spec = spec(shared.resolve("kernels/java/jjava.jar"));
    Path data = new KernelPlace(shared, spec).orElse(own);
    try {
      install(spec, data, prefix.resolve("bin/python"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return data;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jjavaJar == null || jupyterData == null) {
      throw new IllegalStateException("picocli lets no required option be absent");
    }
    install(spec(jjavaJar), jupyterData, python);
    return CommandLine.ExitCode.OK;
  }

  private KernelSpec spec(Path jjava) throws IOException {
    return new KernelSpec(javaHome, jjava, KernelSpec.jars(classPath));
  }

  private static void install(KernelSpec spec, Path data, @Nullable Path python)
      throws IOException, InterruptedException {
    Path directory = spec.writeTo(data);
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
