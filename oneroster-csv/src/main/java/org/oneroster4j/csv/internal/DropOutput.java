package org.oneroster4j.csv.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;

/**
 * A drop that is being written, as files of cells. The manifest is its last file, so that a drop without one is not whole.
 * For one thread.
 */
public final class DropOutput implements Closeable {
    /** Section 3 of the specification. */
    private static final List<OneRosterFile> ORDER_OF_MANIFEST = List.of(
            OneRosterFile.ACADEMIC_SESSIONS,
            OneRosterFile.CATEGORIES,
            OneRosterFile.CLASSES,
            OneRosterFile.CLASS_RESOURCES,
            OneRosterFile.COURSES,
            OneRosterFile.COURSE_RESOURCES,
            OneRosterFile.DEMOGRAPHICS,
            OneRosterFile.ENROLLMENTS,
            OneRosterFile.LINE_ITEMS,
            OneRosterFile.ORGS,
            OneRosterFile.RESOURCES,
            OneRosterFile.RESULTS,
            OneRosterFile.USERS);

    private static final String MANIFEST_VERSION = "1.0";
    private static final String ONE_ROSTER_VERSION = "1.1";

    private final DropTarget target;
    private final List<CsvRowWriter> opened = new ArrayList<>();
    private final Map<OneRosterFile, ImportMode> modes = new EnumMap<>(OneRosterFile.class);
    private boolean failed;
    private boolean finished;
    private boolean closed;

    private DropOutput(DropTarget target) {
        this.target = target;
        ORDER_OF_MANIFEST.forEach(file -> modes.put(file, ImportMode.ABSENT));
    }

    /**
     * Starts a drop in a folder, which is made if it is not there.
     *
     * @throws java.nio.file.FileAlreadyExistsException when a file of a drop is in it
     */
    public static DropOutput toFolder(Path folder) throws IOException {
        return new DropOutput(FolderTarget.of(folder));
    }

    /**
     * Starts a drop in a zip that is made.
     *
     * @throws java.nio.file.FileAlreadyExistsException when the file is there
     */
    public static DropOutput toZip(Path zip) throws IOException {
        return new DropOutput(ZipTarget.of(zip));
    }

    /** Starts a drop as a zip in a stream, which stays open. */
    public static DropOutput toZip(OutputStream out) {
        return new DropOutput(ZipTarget.of(out));
    }

    /** Starts a data file; the one before it is closed by then. */
    public CsvRowWriter open(OneRosterFile file, ImportMode mode, List<String> header) throws IOException {
        CsvRowWriter rows = started(file, header);
        modes.put(file, mode);
        return rows;
    }

    private CsvRowWriter started(OneRosterFile file, List<String> header) throws IOException {
        boolean begun = false;
        try {
            CsvRowWriter rows = new CsvRowWriter(target.open(file.fileName()));
            opened.add(rows);
            rows.row(header);
            begun = true;
            return rows;
        } finally {
            failed |= !begun;
        }
    }

    /**
     * Writes the manifest.
     *
     * @return what it says
     * @throws IllegalStateException when a file is open, or could not be written to its end
     */
    public Manifest finish(Optional<String> systemName, Optional<String> systemCode) throws IOException {
        if (finished || failed || !opened.stream().allMatch(CsvRowWriter::isWhole)) {
            throw new IllegalStateException("The drop is finished already, or a file of it is not whole");
        }
        try (CsvRowWriter rows = started(OneRosterFile.MANIFEST, List.of("propertyName", "value"))) {
            rows.row(List.of("manifest.version", MANIFEST_VERSION));
            rows.row(List.of("oneroster.version", ONE_ROSTER_VERSION));
            for (OneRosterFile file : ORDER_OF_MANIFEST) {
                rows.row(List.of(
                        file.manifestProperty(),
                        modes.getOrDefault(file, ImportMode.ABSENT).token()));
            }
            if (systemName.isPresent()) {
                rows.row(List.of("source.systemName", systemName.get()));
            }
            if (systemCode.isPresent()) {
                rows.row(List.of("source.systemCode", systemCode.get()));
            }
        }
        target.finish();
        finished = true;
        return new Manifest(
                Optional.of(MANIFEST_VERSION),
                Optional.of(ONE_ROSTER_VERSION),
                modes,
                Set.of(),
                systemName,
                systemCode);
    }

    /** Ends the drop. One that is not finished is taken back. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            for (CsvRowWriter rows : opened) {
                rows.close();
            }
        } finally {
            target.close();
        }
    }
}
