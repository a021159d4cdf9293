package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.UnknownSchoolException;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.StateSettings;
import org.oneroster4j.importer.report.Summary;

/**
 * A conversion by the product: what its summary says and which files it published.
 *
 * @param summary absent when the settings were at fault
 */
record Conversion(Optional<Summary> summary, Optional<RunResult> run, Map<String, byte[]> files) {
    /**
     * How a drop is read.
     *
     * @param rows what becomes of rows and cells that are in doubt
     * @param withoutColumns columns that the sender leaves out
     */
    record Reading(RowPolicy rows, Set<String> withoutColumns) {
        static final Reading DEFAULTS = new Reading(RowPolicy.DEFAULTS, Set.of());
    }

    static Conversion of(Map<String, byte[]> drop, MappingSettings settings) {
        return of(drop, settings, Reading.DEFAULTS);
    }

    static Conversion of(Map<String, byte[]> drop, MappingSettings settings, Reading reading) {
        return inFolder(folder -> {
            Path from = Files.createDirectory(folder.resolve("drop"));
            for (Map.Entry<String, byte[]> file : drop.entrySet()) {
                Files.write(from.resolve(file.getKey()), file.getValue());
            }
            return of(from, folder.resolve("out"), settings, reading);
        });
    }

    static Conversion of(Path drop, Path out, MappingSettings settings) throws IOException {
        return of(drop, out, settings, Reading.DEFAULTS);
    }

    private static Conversion of(Path drop, Path out, MappingSettings settings, Reading reading) throws IOException {
        JobSettings job = job(drop, out, settings, reading, Optional.empty());
        try {
            RunResult run = new ImportJob(job, Clock.systemUTC(), new UnflushedDisk()).convert();
            return new Conversion(Optional.of(Summary.of(run)), Optional.of(run), bytesOf(out));
        } catch (UnknownSchoolException e) {
            return new Conversion(Optional.empty(), Optional.empty(), bytesOf(out));
        }
    }

    static JobSettings job(
            Path drop, Path out, MappingSettings settings, Reading reading, Optional<StateSettings> state) {
        return new JobSettings(
                drop,
                Optional.of(out),
                Optional.of(settings),
                settings.asOf(),
                LayoutProfile.REFERENCE,
                false,
                false,
                false,
                state,
                reading.rows(),
                reading.withoutColumns(),
                true);
    }

    String state() {
        return summary.map(Summary::state).orElse("usage-error");
    }

    /** Reads the files of a folder, none when it is not there. */
    static Map<String, byte[]> bytesOf(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    /** Returns the names of what is in a folder, none when it is not there. */
    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> String.valueOf(path.getFileName())).collect(Collectors.toCollection(TreeSet::new));
        } catch (NoSuchFileException e) {
            return Set.of();
        }
    }

    interface InFolder<V> {
        V run(Path folder) throws IOException;
    }

    /** Runs something in a folder of its own, and deletes that. */
    static <V> V inFolder(InFolder<V> work) {
        try {
            Path folder = Files.createTempDirectory("conversion");
            try {
                return work.run(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The files as text, to be compared and read by people. */
    static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    Map<String, Integer> leftOut() {
        return summary.orElseThrow().leftOut();
    }
}
