package dev.outlay.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = "Print the completion script for a shell.",
    footerHeading = "%nExample:%n",
    footer = {
      "  outlay completion bash > ~/.local/share/bash-completion/completions/outlay",
      "  source <(outlay completion zsh)"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells; both read the same script. */
  enum Kind {
    bash,
    zsh
  }

  private final Shell shell;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind = Kind.bash;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (kind == Kind.zsh) {
      shell
          .out()
          .println(
              "autoload -U +X compinit && compinit; autoload -U +X bashcompinit && bashcompinit");
    }
    shell.out().print(AutoComplete.bash("outlay", spec.root().commandLine()));
    return Exit.OK;
  }
}
