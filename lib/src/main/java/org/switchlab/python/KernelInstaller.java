package org.switchlab.python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * Tells a Python environment how to start the kernel "Java (SwitchLab)". Implemented by the kernel
 * extension, which depends on this module, and found as a service.
 */
public interface KernelInstaller {
  /**
   * Writes the kernel's specification below {@code share/jupyter} of the environment's folder, so
   * that no file of the user's home is touched; where that cannot be written, or holds another
   * checkout's kernel, below {@code jupyter} of a folder of the user's own, and says so. Called
   * before every start: quick when nothing has changed.
   *
   * @param prefix the Python environment
   * @param own names the folder of the user's own, if it is wanted
   * @return Jupyter's data folder that holds the kernel
   */
  Path install(Path prefix, Supplier<Path> own) throws IOException;

  /** The installer on the class path; not possible without the kernel extension on it. */
  static KernelInstaller onClassPath() {
    return ServiceLoader.load(KernelInstaller.class)
        .findFirst()
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "The kernel extension is not on the class path: start through the script"
                        + " switchlab."));
  }
}
