package org.switchlab.cli;

import java.util.concurrent.Callable;
import org.switchlab.python.Project;
import org.switchlab.python.PythonEnvironment;
import org.switchlab.python.Requirements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prepares what the notebooks run in, without starting anything. */
@Command(
    name = "environment",
    description =
        "Prepare the Python environment with JupyterLab and the kernel; print its folder.")
public final class EnvironmentCommand implements Callable<Integer> {
  @Option(names = "--test", description = "With what the tests need: pytest, a browser's driver.")
  private boolean test;

  @Override
  public Integer call() throws Exception {
    Requirements requirements = test ? Requirements.TEST : Requirements.LAB;
    System.out.println(PythonEnvironment.ready(Project.current(), requirements).prefix());
    return 0;
  }
}
