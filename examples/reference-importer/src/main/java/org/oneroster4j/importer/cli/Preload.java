package org.oneroster4j.importer.cli;

import java.util.Optional;
import java.util.Set;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.constraint.RowConstraints;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.importer.disk.SmallJson;
import org.oneroster4j.importer.report.Summary;
import org.oneroster4j.importer.report.html.HtmlReport;

/**
 * Loads on another processor what a run comes to later: one school takes half a second, most of which is Java loading
 * classes. What is loaded by then is not loaded again; what is not, or cannot be, is met by the run itself, which says so.
 */
final class Preload {
    /** The commands that read whole drops and say what they found. */
    private static final Set<String> COMMANDS = Set.of("convert", "check");

    private Preload() {}

    /** Starts it for the commands that it pays for, and returns the thread, which ends by itself. */
    static Optional<Thread> start(String... args) {
        if (args.length == 0
                || !COMMANDS.contains(args[0])
                || Runtime.getRuntime().availableProcessors() == 1) {
            return Optional.empty();
        }
        Thread thread = new Thread(Preload::load, "oneroster preload");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(thread);
    }

    static void load() {
        for (RosterFile<?> file : RosterFile.all()) {
            if (DropRequirements.READ.contains(file.file())) {
                file.columns();
                new RowConstraints<>(file.recordType());
            }
        }
        Sha256.digest();
        SmallJson.mapper().writerFor(Summary.class);
        HtmlReport.load();
    }
}
