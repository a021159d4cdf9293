package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.config.ConfigException;
import org.oneroster4j.importer.config.ConfigFile;
import org.oneroster4j.importer.config.RunOptions;
import org.oneroster4j.importer.config.RunPlan;
import org.oneroster4j.importer.explain.Answer;
import org.oneroster4j.importer.explain.Explaining;
import org.oneroster4j.importer.explain.Question;
import org.oneroster4j.importer.job.Looked;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what became of a class or a person. */
@Command(
        name = "explain",
        description = "Tells in sentences what becomes of a class or a person in Impero, and by which rule.",
        footer = {
            "%nExamples:",
            "  Why is a teacher not in Impero?",
            "    ${ROOT-COMMAND-NAME} explain --drop DROP --identity username --user 51001",
            "  Who is in a class on the first school day, and who is not?",
            "    ${ROOT-COMMAND-NAME} explain --drop DROP --identity username --as-of 2026-08-17 --class 20101"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private static final int FOUND = 0;
    private static final int NOT_FOUND = 1;

    private final Clock clock;
    private final Terminal terminal;

    @Option(
            names = "--drop",
            paramLabel = "DIR",
            description = "The folder with the OneRoster CSV files, or a zip of them.")
    @Nullable
    Path drop;

    @ArgGroup(multiplicity = "1")
    Asked asked = new Asked();

    @Mixin
    MappingArguments mapping = new MappingArguments();

    @Mixin
    TerminalArguments said = new TerminalArguments();

    @Spec
    CommandSpec spec = CommandSpec.create();

    ExplainCommand(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    /** What is asked about: one of the two. */
    static final class Asked {
        @Option(names = "--class", paramLabel = "ID", description = "The sourcedId of a class.")
        @Nullable
        String schoolClass;

        @Option(names = "--user", paramLabel = "ID", description = "The sourcedId of a person.")
        @Nullable
        String user;
    }

    @Override
    public Integer call() {
        Run run = new Run(spec, clock, terminal, said);
        return run.guarded(() -> explain(run));
    }

    private int explain(Run run) throws ConfigException, IOException {
        RunOptions given = mapping.options().withDrop(drop).withAllowZip(true);
        RunOptions options = ConfigFile.under(given, mapping.config);
        RunPlan plan = RunPlan.of(options, RunPlan.Command.LOOK, LocalDate.now(options.in(clock)));
        Question question = question(plan.settings().showValues());
        Looked<Answer> looked = run.look(
                plan,
                Optional.empty(),
                (read, roster) ->
                        Explaining.of(read, roster, plan.settings().mapping().orElseThrow(), question));
        if (looked.seen().isEmpty()) {
            return looked.run().exitCode();
        }
        Answer answer = looked.seen().get();
        int exitCode = answer.found() ? FOUND : NOT_FOUND;
        run.print(paint -> answer.lines(), options.isJson() ? Optional.of(answer.json()) : Optional.empty(), exitCode);
        return exitCode;
    }

    private Question question(boolean showValues) {
        return asked.schoolClass == null
                ? new Question(Question.Kind.USER, Objects.requireNonNull(asked.user, "one is given"), showValues)
                : new Question(Question.Kind.CLASS, asked.schoolClass, showValues);
    }
}
