package org.switchlab.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.RunSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which experiments there are. */
@Command(
    name = "list",
    description = "Show the experiments: name, second names, what each measures.")
final class ListCommand implements Callable<Integer> {

  @Option(
      names = "--schema",
      description = "Print the JSON Schema of what 'run --json' prints, with each one's columns.")
  private boolean schema;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      out.println(RunSchema.text());
      return ExitCode.DONE;
    }
    for (Experiment<?> experiment : Catalogue.all()) {
      out.printf("%-19s %s%n", experiment.name(), experiment.spec().summary());
      if (!experiment.spec().aliases().isEmpty()) {
        out.printf("%-19s or %s%n", "", String.join(", ", experiment.spec().aliases().keySet()));
      }
    }
    return ExitCode.DONE;
  }
}
