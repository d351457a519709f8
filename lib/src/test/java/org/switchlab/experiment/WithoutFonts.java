package org.switchlab.experiment;

import java.nio.file.Path;
import org.switchlab.draw.TextStyle;
import org.switchlab.run.ScriptedRunner;

/** A run in a JVM of its own, which may lack what pictures are drawn with. */
final class WithoutFonts {

  private WithoutFonts() {}

  /** Runs, saves to the folder {@code args[0]} and prints the screen, then the page. */
  public static void main(String[] args) {
    SwitchCosts result =
        Scripted.run(
            DirectCost.EXPERIMENT.setup().seed(1).quick(), new ScriptedRunner(point -> 2_000));
    result.save(Path.of(args[0]));
    System.out.println(result.toScreen(TextStyle.PLAIN));
    System.out.println(result.toHtml());
  }
}
