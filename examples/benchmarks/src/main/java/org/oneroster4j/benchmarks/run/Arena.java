package org.oneroster4j.benchmarks.run;

import com.univocity.parsers.csv.CsvParser;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.oneroster4j.benchmarks.drop.DropSize;
import org.oneroster4j.benchmarks.drop.StateDrop;
import org.oneroster4j.benchmarks.job.ChildMain;
import org.oneroster4j.benchmarks.job.Own;
import org.oneroster4j.benchmarks.job.RawUnivocity;
import org.oneroster4j.model.OneRosterFile;

/** Where trials take place: it has the drops, and knows the command of every contender. */
final class Arena {
    private static final long SEED = 20_261_015L;

    /** The files that a conversion reads. */
    private static final List<OneRosterFile> READ = List.of(
            OneRosterFile.ORGS,
            OneRosterFile.ACADEMIC_SESSIONS,
            OneRosterFile.COURSES,
            OneRosterFile.CLASSES,
            OneRosterFile.USERS,
            OneRosterFile.ENROLLMENTS);

    /**
     * What every process of Java is given. The importer's launcher gives it too: the default collector spreads a short run
     * over gigabytes of fresh memory, which costs as much as half of the work.
     */
    private static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC");

    /** What the importer's launcher gives besides, for runs that are over in a second; raw reading is given it too. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    /**
     * What STARTUP.md of the importer says to give it for larger drops. The others are not: raw reading takes longer with
     * them, and Jackson as long.
     */
    private static final List<String> LARGE = List.of("-XX:FreqInlineSize=120", "-XX:InlineSmallCode=1000");

    private final Path work;
    private final Path importer;
    private final List<String> javaOptions;
    private final Processes processes;
    private boolean hasArchive;

    /**
     * Makes an arena.
     *
     * @param work keeps drops, outputs and logs
     * @param importer the jar of the reference importer, whose classes are what is measured of our own
     * @param javaOptions given to every process
     */
    Arena(Path work, Path importer, List<String> javaOptions) throws IOException {
        this.work = work;
        this.importer = importer;
        this.javaOptions = List.copyOf(javaOptions);
        this.processes = new Processes(Files.createDirectories(work.resolve("logs")));
    }

    /** Makes the drop of a trial if it is not there from a run before; moved into place when it is whole. */
    void prepare(Trial trial) throws IOException {
        makeDrop(trial);
        if (isImporters(trial) && !hasArchive) {
            makeArchive(trial);
        }
    }

    private void makeDrop(Trial trial) throws IOException {
        Path drop = drop(trial);
        if (Files.isDirectory(drop)) {
            return;
        }
        Path part = drop.resolveSibling(drop.getFileName() + ".part");
        clear(part);
        new StateDrop(trial.size().students(), trial.ids(), SEED).write(part);
        Files.move(part, drop);
    }

    /** Tells whether the importer's own jar runs. */
    private static boolean isImporters(Trial trial) {
        return List.of("convert", "check").contains(trial.contender());
    }

    private static boolean isQuick(Trial trial) {
        return trial.size() == DropSize.SMALL && List.of("convert", "raw-all").contains(trial.contender());
    }

    /** The class data archive that STARTUP.md of the importer tells to make; it is for one jar. */
    private Path archive() {
        return work.resolve("importer.jsa");
    }

    private void makeArchive(Trial trial) throws IOException {
        Trial small = new Trial("convert", DropSize.SMALL, trial.ids());
        makeDrop(small);
        Files.deleteIfExists(archive());
        Path out = work.resolve("out");
        Files.createDirectories(out);
        List<String> arguments = new ArrayList<>(COLLECTOR);
        // A method that waits for the compiler while the archive is made would never be compiled, see STARTUP.md.
        arguments.add("-Xint");
        arguments.add("-XX:ArchiveClassesAtExit=" + archive());
        arguments.addAll(command(small, out));
        processes.java("archive", arguments, Duration.ofMinutes(10));
        clear(out);
        hasArchive = true;
    }

    private Path drop(Trial trial) {
        return work.resolve("drops").resolve(trial.dropName());
    }

    /** Returns the bytes of the files that a conversion reads. */
    long bytes(Trial trial) throws IOException {
        long bytes = 0;
        for (OneRosterFile file : READ) {
            bytes += Files.size(drop(trial).resolve(file.fileName()));
        }
        return bytes;
    }

    /**
     * Runs a trial once.
     *
     * @throws IllegalStateException when it fails; its log says why
     */
    Cost run(Trial trial) throws IOException {
        Cost cost = run(trial, List.of(), Duration.ofHours(1));
        if (cost.exit() != 0) {
            throw new IllegalStateException(
                    trial + " ended with " + cost.exit() + ", see logs/" + trial + ".log in the work folder");
        }
        return cost;
    }

    /** Runs a trial once with options of Java's; that it fails is for the caller to see. */
    Cost run(Trial trial, List<String> more, Duration limit) throws IOException {
        Path out = work.resolve("out");
        clear(out);
        Files.createDirectories(out);
        List<String> arguments = new ArrayList<>(COLLECTOR);
        if (isQuick(trial)) {
            arguments.addAll(QUICK);
        }
        if (isImporters(trial)) {
            arguments.add("-XX:SharedArchiveFile=" + archive());
            if (trial.size() != DropSize.SMALL) {
                arguments.addAll(LARGE);
            }
        }
        arguments.addAll(javaOptions);
        arguments.addAll(more);
        arguments.addAll(command(trial, out));
        Cost cost = processes.java(trial.toString(), arguments, limit);
        clear(out);
        return cost;
    }

    private List<String> command(Trial trial, Path out) {
        String drop = drop(trial).toString();
        String report = out.resolve("report").toString();
        return switch (trial.contender()) {
            case "raw" -> raw(trial, Own.BIG);
            case "raw-all" -> raw(trial, READ);
            case "convert" ->
                List.of(
                        "-jar",
                        importer.toString(),
                        "convert",
                        "--drop",
                        drop,
                        "--out",
                        out.resolve("impero").toString(),
                        "--report",
                        report,
                        "--identity",
                        "username",
                        "--as-of",
                        StateDrop.AS_OF.toString(),
                        "--max-users",
                        caps(trial, 5_000),
                        "--max-classes",
                        caps(trial, 1_200));
            case "check" -> List.of("-jar", importer.toString(), "check", "--drop", drop, "--report", report);
            default ->
                List.of(
                        "-cp",
                        importer + File.pathSeparator + System.getProperty("java.class.path"),
                        ChildMain.class.getName(),
                        trial.contender(),
                        drop,
                        out.toString());
        };
    }

    /** One full server fits under the caps of one; the larger drops are measured as if there were none. */
    private static String caps(Trial trial, int ofOneServer) {
        return String.valueOf(trial.size() == DropSize.SMALL ? ofOneServer : Integer.MAX_VALUE);
    }

    /** A process that loads Univocity and the loop around it, and nothing else. */
    private List<String> raw(Trial trial, List<OneRosterFile> files) {
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                home(CsvParser.class) + File.pathSeparator + home(RawUnivocity.class),
                RawUnivocity.class.getName()));
        for (OneRosterFile file : files) {
            command.add(drop(trial).resolve(file.fileName()).toString());
        }
        return command;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry is no path", e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
