package org.oneroster4j.importer.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.importer.config.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The program: {@code java -jar reference-importer.jar COMMAND ...}. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Clock.system(ZoneId.systemDefault()), out, err, args));
    }

    /** Runs a command in this process. */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Importer())
                .addSubcommand(new ConvertCommand(clock))
                .addSubcommand(new CheckCommand(clock))
                .registerConverter(Identity.class, word(Words::identity))
                .registerConverter(LocalDate.class, word(Words::day))
                .setOut(out)
                .setErr(err)
                .execute(args);
    }

    private static <T> ITypeConverter<T> word(ITypeConverter<T> reading) {
        return text -> {
            try {
                return reading.convert(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' " + e.getMessage());
            }
        };
    }

    @Command(
            name = "reference-importer",
            description = "Converts OneRoster v1p1 CSV drops to what Impero Education Pro imports.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            subcommandsRepeatable = false)
    private static final class Importer implements Runnable {
        @CommandLine.Spec
        CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "Which command? convert or check.");
        }
    }
}
