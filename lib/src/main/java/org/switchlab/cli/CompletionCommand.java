package org.switchlab.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that teaches the shell our commands and options. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {"", "To use it in this shell:", "  source <(./switchlab completion)"})
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    for (String ofScript : new String[] {"test", "clean"}) {
      if (!root.getSubcommands().containsKey(ofScript)) {
        root.addSubcommand(ofScript, CommandSpec.create());
      }
    }
    root.getOut().print(AutoComplete.bash("switchlab", root));
    root.getOut().flush();
    return 0;
  }
}
