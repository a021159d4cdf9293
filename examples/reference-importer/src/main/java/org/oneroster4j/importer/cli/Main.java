package org.oneroster4j.importer.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.importer.config.Words;
import org.oneroster4j.importer.job.Exhaustion;
import org.oneroster4j.importer.report.Paint;
import org.slf4j.LoggerFactory;
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
        int exitCode;
        Preload.start(args);
        try {
            exitCode = run(Clock.system(ZoneId.systemDefault()), Terminal.detect(System.getenv()), out, err, args);
        } catch (Error e) {
            err.println(
                    Exhaustion.isCauseOf(e)
                            ? Exhaustion.sentence(e)
                            : "Java itself failed: " + e.getClass().getSimpleName() + ". Nothing was published.");
            exitCode = Run.FAILED;
        }
        System.exit(exitCode);
    }

    /** Runs a command in this process, away from a terminal. */
    public static int run(Clock clock, PrintWriter out, PrintWriter err, String... args) {
        return run(clock, Terminal.NONE, out, err, args);
    }

    /** Runs a command in this process. */
    public static int run(Clock clock, Terminal terminal, PrintWriter rawOut, PrintWriter rawErr, String... args) {
        PrintWriter out = new SafePrinter(rawOut, terminal.paintOfOut() == Paint.COLOURS);
        PrintWriter err = new SafePrinter(rawErr, terminal.paintOfErr() == Paint.COLOURS);
        CommandLine importer = new CommandLine(new Importer());
        commands(clock, terminal, args).forEach(importer::addSubcommand);
        return importer.registerConverter(Identity.class, word(Words::identity))
                .registerConverter(LocalDate.class, word(Words::day))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.paintOfOut() == Paint.COLOURS ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((mistake, given) -> mistaken(mistake, err))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (Exhaustion.isCauseOf(failure)) {
                        err.println(Exhaustion.sentence(failure));
                        return Run.FAILED;
                    }
                    // Asked for here: to set up a log takes as long as to read the smallest drop.
                    LoggerFactory.getLogger(Main.class).error("The program has a defect, or the machine has", failure);
                    err.println("Something unforeseen stopped the run: "
                            + failure.getClass().getSimpleName() + ". Nothing was published; please report it.");
                    return Run.FAILED;
                })
                .execute(args);
    }

    /** A mistake in a sentence or two. The whole usage behind it would hide them. */
    private static int mistaken(CommandLine.ParameterException mistake, PrintWriter err) {
        err.println(mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("See " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        err.flush();
        return Run.USAGE;
    }

    /** The command that is called, alone: looking at the options of all takes a tenth of the time of a small run. */
    private static List<Object> commands(Clock clock, Terminal terminal, String... args) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("convert", () -> new ConvertCommand(clock, terminal));
        all.put("check", () -> new CheckCommand(clock, terminal));
        all.put("explain", () -> new ExplainCommand(clock, terminal));
        all.put("diff", () -> new DiffCommand(clock, terminal));
        all.put("anonymise", AnonymiseCommand::new);
        all.put("plan", () -> new PlanCommand(clock, terminal));
        all.put("status", StatusCommand::new);
        all.put("approve", () -> new ApproveCommand(clock));
        all.put("watch", () -> new WatchCommand(clock));
        all.put("config", ConfigCommand::new);
        all.put("completion", CompletionCommand::new);
        @Nullable Supplier<Object> called = args.length == 0 ? null : all.get(args[0]);
        return called == null || args[0].equals("completion")
                ? all.values().stream().map(Supplier::get).toList()
                : List.of(called.get());
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
            versionProvider = Version.class,
            description = "Converts OneRoster v1p1 CSV drops to what Impero Education Pro imports.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            subcommandsRepeatable = false)
    private static final class Importer implements Runnable {
        @CommandLine.Spec
        CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        @Override
        public void run() {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Which command? convert, check, explain, diff, plan, watch, status, approve, config, anonymise or"
                            + " completion.");
        }
    }

    /** The version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"reference-importer " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
