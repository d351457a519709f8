package org.switchlab.kernel.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import org.jspecify.annotations.Nullable;
import org.switchlab.kernel.BurningThreads;
import org.switchlab.kernel.Imports;
import org.switchlab.kernel.ProgressDisplay;
import org.switchlab.kernel.Views;
import org.switchlab.run.ProgressDefault;

/**
 * SwitchLab in IJava 1.3.0, which has no extensions: called from its start-up script.
 *
 * <p>Set {@code IJAVA_CLASSPATH} to SwitchLab's jars and {@code IJAVA_STARTUP_SCRIPT} to
 *
 * <pre>
 * org.switchlab.kernel.ijava.SwitchLabIJava.install(
 *     io.github.spencerpark.ijava.IJava.getKernelInstance());
 * </pre>
 */
public final class SwitchLabIJava {

  private static final String EVALUATING = "IJava-executor";

  private SwitchLabIJava() {}

  /**
   * Installs views, progress, magics and default imports.
   *
   * @return undoes the progress display; the rest ends with the kernel
   * @throws Exception if the kernel refuses an import
   */
  public static ProgressDefault.Installation install(BaseKernel kernel) throws Exception {
    IJavaDisplay display = new IJavaDisplay(kernel.getRenderer(), kernel.getIO().display);
    BurningThreads burning = new BurningThreads(EVALUATING, display);
    Views.all().forEach(display::register);
    registerMagics(kernel, display);
    // Import declarations execute nothing, so IJava takes them in the middle of another evaluation.
    kernel.eval(String.join("\n", Imports.lines()));
    return ProgressDisplay.install(display, burning);
  }

  // By reflection, because the method is in IJava's own jar, which is on no registry.
  private static void registerMagics(BaseKernel kernel, IJavaDisplay display)
      throws ReflectiveOperationException {
    if (kernel.getClass().getMethod("getMagics").invoke(kernel) instanceof Magics magics) {
      registerMagics(magics, display);
    }
  }

  static void registerMagics(Magics magics, IJavaDisplay display) {
    org.switchlab.kernel.Magics.all()
        .forEach(
            (name, magic) ->
                magics.registerLineMagic(name, words -> shown(magic.call(words), display)));
  }

  /** IJava makes a statement of a line magic and drops its value, so it is shown right here. */
  private static @Nullable Object shown(@Nullable Object value, IJavaDisplay display) {
    if (value != null) {
      display.show(value);
    }
    return value;
  }
}
