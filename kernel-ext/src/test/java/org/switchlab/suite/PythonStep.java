package org.switchlab.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The script, the notebooks and JupyterLab in a browser, tested from outside by pytest. */
record PythonStep(Path root) implements Step {

  @Override
  public String name() {
    return "script, notebooks and browser";
  }

  @Override
  public Tally run() throws IOException, InterruptedException {
    String prefix =
        Command.lastLine(
            root, List.of(root.resolve("switchlab").toString(), "environment", "--test"));
    if (prefix.isEmpty()) {
      return Tally.skip("the Python environment could not be made; the reason stands above");
    }
    Path report = root.resolve("kernel-ext/target/pytest-reports/report.xml");
    Folders.delete(report.getParent());
    int exitCode =
        Command.run(
            root,
            List.of(
                Path.of(prefix, "bin", "python").toString(),
                "-m",
                "pytest",
                "-v",
                "-rs",
                "--junitxml=" + report,
                root.resolve("kernel-ext/src/test/python").toString()));
    return Reports.in(report.getParent(), Groups::ofPython).orFailureOf("pytest", exitCode);
  }
}
