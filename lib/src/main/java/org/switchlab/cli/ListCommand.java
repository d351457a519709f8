package org.switchlab.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.Definition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows which experiments there are. */
@Command(
    name = "list",
    description = "Show the experiments: name, second names, what each measures.")
final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Definition definition : Catalogue.all()) {
      out.printf(
          "%-14s %-10s %s%n",
          definition.name(), String.join(", ", definition.aliases()), definition.summary());
    }
    return ExitCode.DONE;
  }
}
