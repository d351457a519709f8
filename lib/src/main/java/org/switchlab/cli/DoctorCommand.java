package org.switchlab.cli;

import java.util.concurrent.Callable;
import org.switchlab.machine.Machine;
import org.switchlab.machine.MachineJson;
import org.switchlab.machine.Toolchains;
import org.switchlab.report.MachineText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what this machine is and what about it disturbs a measurement. */
@Command(
    name = "doctor",
    description = {
      "Show what this machine is, beside the paper's, and what about it disturbs a measurement,",
      "each problem with the command that mends it."
    })
final class DoctorCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON document instead of text.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Machine machine = Machine.read();
    String shown = json ? MachineJson.write(machine) : MachineText.of(machine, Toolchains.read());
    spec.commandLine().getOut().print(shown);
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
