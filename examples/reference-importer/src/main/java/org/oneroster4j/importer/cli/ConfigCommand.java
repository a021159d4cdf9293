package org.oneroster4j.importer.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.oneroster4j.importer.config.WatchTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a configuration to begin with. */
@Command(
        name = "config",
        description = "Prints a commented configuration file for watch, with every setting and its default.",
        footer = {"%nExamples:", "    ${ROOT-COMMAND-NAME} config > watch.yaml"},
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private static final int PRINTED = 0;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        WatchTemplate.lines().forEach(out::println);
        out.flush();
        return PRINTED;
    }
}
