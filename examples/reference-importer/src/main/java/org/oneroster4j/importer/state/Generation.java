package org.oneroster4j.importer.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.delta.Baseline;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.disk.PlainName;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.model.OneRosterFile;

/** What was published last: its rows, and the full drop it was made of. A file that is not what was written is refused. */
public final class Generation {
    static final String DROP = "drop";
    static final String STATE = "state.json";
    private static final String PREFIX = "generation-";

    private final Path folder;
    private final Edition edition;
    private final LocalDate asOf;
    private final Optional<Instant> dropAt;

    private Generation(Path folder, Edition edition, LocalDate asOf, Optional<Instant> dropAt) {
        this.folder = folder;
        this.edition = edition;
        this.asOf = asOf;
        this.dropAt = dropAt;
    }

    static String name(int number) {
        return PREFIX + String.format(Locale.ROOT, "%09d", number);
    }

    static Generation open(Path folder) throws IOException {
        Path file = folder.resolve(STATE);
        Edition edition = StateJson.read(file, Edition.class, StateJson.RESTORE)
                .orElseThrow(
                        () -> StateJson.damaged(file, StateJson.RESTORE, new NoSuchFileException(file.toString())));
        if (edition.format() != Edition.FORMAT) {
            throw new StateException(
                    "The state folder " + folder.getParent() + " was written by another version of this program,"
                            + " in format " + edition.format() + "; this one reads format " + Edition.FORMAT + ".");
        }
        if (!edition.files().keySet().stream().allMatch(Generation::isOwn)) {
            throw StateJson.damaged(file, StateJson.RESTORE, new IOException("It names files elsewhere"));
        }
        try {
            return new Generation(
                    folder,
                    edition,
                    LocalDate.parse(edition.asOf()),
                    Optional.ofNullable(edition.dropAt()).map(Instant::parse));
        } catch (DateTimeException e) {
            throw StateJson.damaged(file, StateJson.RESTORE, e);
        }
    }

    private static boolean isOwn(String name) {
        return PlainName.isPlain(name.startsWith(DROP + "/") ? name.substring(DROP.length() + 1) : name);
    }

    /** Returns all but the rows. */
    public Edition edition() {
        return edition;
    }

    Path folder() {
        return folder;
    }

    int number() {
        return Integer.parseInt(String.valueOf(folder.getFileName()).substring(PREFIX.length()));
    }

    /**
     * Reads what was published.
     *
     * @throws StateException when a file is damaged
     */
    public Published published() throws IOException {
        for (String name : PublishedFiles.NAMES) {
            verify(name);
        }
        return PublishedFiles.read(asOf, folder);
    }

    /** Tells whether a full drop is stored. */
    public boolean hasDrop() {
        return dropAt.isPresent();
    }

    /** Tells whether a folder has the files of the drop that this was made of. */
    public boolean isOf(Path drop) throws IOException {
        boolean any = false;
        for (Map.Entry<String, String> file : edition.files().entrySet()) {
            if (file.getKey().startsWith(DROP + "/")) {
                any = true;
                Path own = drop.resolve(file.getKey().substring(DROP.length() + 1));
                if (!Sha256.ifThere(own).equals(Optional.of(file.getValue()))) {
                    return false;
                }
            }
        }
        return any;
    }

    /**
     * Opens the full drop; absent when none is stored. What is wrong with its rows was told when it was published.
     *
     * @param options how its rows are read
     * @throws StateException when a file is damaged
     */
    public Optional<Baseline> baseline(ReadOptions options) throws IOException {
        if (dropAt.isEmpty()) {
            return Optional.empty();
        }
        for (String name : edition.files().keySet()) {
            if (name.startsWith(DROP + "/")) {
                verify(name);
            }
        }
        return Optional.of(new Baseline(drop(options), dropAt.get()));
    }

    /**
     * Opens the full drop for its orgs alone, which is cheap; absent when none is stored, or it has none.
     *
     * @throws StateException when that file is damaged
     */
    public Optional<OneRosterDrop> orgs() throws IOException {
        String name = DROP + "/" + OneRosterFile.ORGS.fileName();
        if (dropAt.isEmpty() || !edition.files().containsKey(name)) {
            return Optional.empty();
        }
        verify(name);
        return Optional.of(drop(ReadOptions.defaults()));
    }

    private OneRosterDrop drop(ReadOptions options) throws IOException {
        return OneRosterDrop.open(folder.resolve(DROP), options, told -> {});
    }

    /**
     * Returns the columns of the full drop and how far they are filled; absent when none is stored. One that was published by
     * a version that did not count them is read for that.
     *
     * @param options how its rows are read
     * @throws StateException when a file is damaged
     */
    public Optional<ColumnCounts> columns(ReadOptions options) throws IOException {
        if (dropAt.isEmpty()) {
            return Optional.empty();
        }
        if (!edition.files().containsKey(ColumnCounts.FILE)) {
            return Optional.of(ColumnCounts.read(drop(options)));
        }
        verify(ColumnCounts.FILE);
        return StateJson.read(folder.resolve(ColumnCounts.FILE), ColumnCounts.class, StateJson.RESTORE);
    }

    private void verify(String name) throws IOException {
        Path file = folder.resolve(name);
        Map<String, String> files = edition.files();
        if (!Files.exists(file) || !Sha256.of(file).equals(files.get(name))) {
            throw StateJson.damaged(
                    file, StateJson.RESTORE, new IOException("It does not have the SHA-256 of " + STATE));
        }
    }
}
