package org.oneroster4j.importer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.anonymise.Anonymised;
import org.oneroster4j.csv.anonymise.Anonymiser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a drop again without the people in it, so that it can be shown to somebody. */
@Command(
        name = "anonymise",
        description =
                "Writes a drop again with other names in it, so that you can send it to somebody who helps. What is"
                        + " wrong with it stays wrong.",
        footer = {
            "%nExamples:",
            "  A drop for somebody who helps:",
            "    ${ROOT-COMMAND-NAME} anonymise --drop DROP --out COPY"
        },
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true)
final class AnonymiseCommand implements Callable<Integer> {
    private static final int WRITTEN = 0;

    @Option(
            names = "--drop",
            paramLabel = "DIR",
            required = true,
            description = "The folder with the OneRoster CSV files.")
    @Nullable
    Path drop;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the drop without people goes: a folder that is empty or not there.")
    @Nullable
    Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "A number. The same drop and number give the same files. Keep it to yourself: whoever has it can"
                            + " test a guess at a name. Default: drawn at random, and not told.")
    @Nullable
    Long seed;

    @Option(names = "--allow-zip", description = "Take a zip as the drop too.")
    boolean allowZip;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Path from = Objects.requireNonNull(drop, "picocli has seen that it is there");
        Path to = Objects.requireNonNull(out, "picocli has seen that it is there");
        try {
            if (Files.isRegularFile(from) && !allowZip) {
                err.println("The drop " + from + " is not a folder. A zip is taken with --allow-zip.");
                return Run.FAILED;
            }
            Anonymiser anonymiser = Anonymiser.of(seed == null ? new SecureRandom().nextLong() : seed);
            print(anonymiser.anonymise(from, to), to);
            return WRITTEN;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + ": " + to);
            return Run.USAGE;
        } catch (DropUnreadableException e) {
            err.println(e.finding().message());
            return Run.FAILED;
        } catch (NoSuchFileException e) {
            err.println("The drop folder " + e.getMessage() + " is not there.");
            return Run.FAILED;
        } catch (IOException e) {
            err.println(
                    "Something could not be read or written: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return Run.FAILED;
        }
    }

    private void print(Anonymised done, Path to) {
        PrintWriter print = spec.commandLine().getOut();
        print.println("Written: " + done.files().size() + " files with " + done.cells() + " cells replaced, to " + to);
        done.replaced()
                .forEach((file, columns) ->
                        columns.forEach((column, cells) -> print.println("  " + file + " " + column + ": " + cells)));
        if (done.otherFiles() > 0) {
            print.println("Not copied, as they are not OneRoster's: files in the folder: " + done.otherFiles());
        }
        if (done.idsOfPeople() > 0) {
            print.println("Kept, as they are ids: cells that are also a username, email or number of a person: "
                    + done.idsOfPeople() + ". Do not send the drop if they name people.");
        }
        print.println(
                "Look the files over before you send them: ids, statuses, roles and dates other than birth dates are"
                        + " those of the drop, and no program knows every name that stands in a text.");
    }
}
