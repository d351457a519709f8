package org.switchlab.kernel.jjava;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.jspecify.annotations.Nullable;
import org.switchlab.kernel.BackgroundThreads;
import org.switchlab.kernel.BurningThreads;
import org.switchlab.kernel.BurningWarning;
import org.switchlab.kernel.Imports;
import org.switchlab.kernel.Magics;
import org.switchlab.kernel.ProgressDisplay;
import org.switchlab.kernel.Views;
import org.switchlab.run.ProgressDefault;

/** SwitchLab as an extension of JJava, found through its service file. */
public final class SwitchLabExtension implements Extension {

  // JJava names its evaluating threads so, plus random letters and a number.
  private static final String EVALUATING = "jjava-exec-";

  private ProgressDefault.@Nullable Installation progress;

  @Override
  public void install(BaseKernel kernel) {
    JJavaDisplay display = new JJavaDisplay(kernel.getRenderer(), kernel.getIO().display);
    BurningWarning burning = new BurningWarning(new BurningThreads(EVALUATING), display);
    Views.all().forEach(display::register);
    Magics.all().forEach((name, magic) -> registerMagic(kernel, name, magic));
    progress = ProgressDisplay.install(display, burning);
    BackgroundThreads.completionsStandBack();
    kernel.evalRaw(String.join("\n", Imports.lines()));
    CellEnd.call(kernel, burning::afterCell);
  }

  @Override
  public void uninstall(BaseKernel kernel) {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }

  private static void registerMagic(BaseKernel kernel, String name, Magics.Magic magic) {
    LineMagic<@Nullable Object, BaseKernel> line = (any, arguments) -> magic.call(arguments);
    kernel.getMagicsRegistry().registerLineMagic(name, line);
  }
}
