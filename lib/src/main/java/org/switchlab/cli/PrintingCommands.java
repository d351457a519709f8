package org.switchlab.cli;

import java.util.concurrent.Callable;
import org.switchlab.draw.ChartFiles;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.RunSchema;
import org.switchlab.machine.Machine;
import org.switchlab.machine.MachineJson;
import org.switchlab.machine.Toolchains;
import org.switchlab.python.Project;
import org.switchlab.python.PythonEnvironment;
import org.switchlab.python.PythonEnvironment.Requirements;
import org.switchlab.report.MachineText;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands that answer with one text. */
final class PrintingCommands {

  private PrintingCommands() {}

  /** A command that answers with one text. */
  abstract static class Printing implements Callable<Integer> {

    @Spec CommandSpec spec;

    abstract String text() throws Exception;

    @Override
    public final Integer call() throws Exception {
      spec.commandLine().getOut().print(text());
      spec.commandLine().getOut().flush();
      return ExitCode.DONE;
    }
  }

  /** Shows which experiments there are. */
  @Command(
      name = "list",
      description = "Show the experiments: name, second names, what each measures.")
  static final class ListExperiments extends Printing {

    @Option(
        names = "--schema",
        description = "Print the JSON Schema of what 'run --json' prints, with each one's columns.")
    private boolean schema;

    @Override
    String text() {
      if (schema) {
        return RunSchema.text() + "\n";
      }
      var text = new StringBuilder();
      for (Experiment<?> experiment : Catalogue.all()) {
        var spec = experiment.spec();
        text.append(Terminal.entry(experiment.name(), spec.summary()));
        if (!spec.aliases().isEmpty()) {
          text.append(Terminal.entry("", "or " + String.join(", ", spec.aliases().keySet())));
        }
      }
      return text.toString();
    }
  }

  /** Shows what this machine is and what about it disturbs a measurement. */
  @Command(
      name = "doctor",
      description = {
        "Show what this machine is and what about it disturbs a measurement.",
        "Facts stand beside the paper's machine, each problem above what mends it."
      })
  static final class Doctor extends Printing {

    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean json;

    @Override
    String text() throws InterruptedException {
      Machine machine = Machine.read();
      return json
          ? MachineJson.write(machine)
          : MachineText.of(machine, Toolchains.read(), ChartFiles.doubts());
    }
  }

  /** Prepares what the notebooks run in, without starting anything. */
  @Command(
      name = "environment",
      description =
          "Prepare the Python environment with JupyterLab and the kernel; print its folder.")
  static final class Environment extends Printing {

    @Option(names = "--test", description = "With what the tests need: pytest, a browser's driver.")
    private boolean test;

    @Override
    String text() throws Exception {
      Requirements requirements = test ? Requirements.TEST : Requirements.LAB;
      return PythonEnvironment.ready(Project.current(), requirements).prefix() + "\n";
    }
  }

  /** Prints a script that teaches the shell our commands and options. */
  @Command(
      name = "completion",
      description = "Print a completion script for bash and zsh.",
      footer = {"", "To use it in this shell:", "  source <(./switchlab completion)"})
  static final class Completion extends Printing {

    @Override
    String text() {
      CommandLine root = spec.root().commandLine();
      for (String ofScript : new String[] {"test", "clean"}) {
        if (!root.getSubcommands().containsKey(ofScript)) {
          root.addSubcommand(ofScript, CommandSpec.create());
        }
      }
      return AutoComplete.bash("switchlab", root);
    }
  }
}
