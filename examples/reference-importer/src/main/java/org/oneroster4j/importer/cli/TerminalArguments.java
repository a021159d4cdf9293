package org.oneroster4j.importer.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How much a command says. picocli fills the fields. */
final class TerminalArguments {
    @Option(names = "--quiet", description = "Say nothing unless something is wrong; that goes to standard error.")
    boolean quiet;

    @Option(
            names = "--verbose",
            description = "Say more: each file that was read, and all errors and warnings instead of the first five.")
    boolean verbose;

    void check(CommandSpec spec) {
        if (quiet && verbose) {
            throw new ParameterException(
                    spec.commandLine(), "--quiet and --verbose contradict each other: choose one.");
        }
    }
}
