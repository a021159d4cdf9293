package org.oneroster4j.importer.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script by which bash, and zsh, complete commands and options.",
        footer = {
            "%nExamples:",
            "  In bash, for this session:",
            "    source <(oneroster-importer completion)",
            "  For all sessions of this account:",
            "    oneroster-importer completion >> ~/.bash_completion",
            "  In zsh, the same two lines, with ~/.zshrc."
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private static final int PRINTED = 0;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the program is called in the shell. Default: oneroster-importer.",
            defaultValue = "oneroster-importer")
    String name = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--name is made of letters, digits, dots, dashes and underscores.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(name, spec.root().commandLine()));
        out.flush();
        return PRINTED;
    }
}
