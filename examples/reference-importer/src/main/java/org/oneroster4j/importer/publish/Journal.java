package org.oneroster4j.importer.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.PlainName;
import org.oneroster4j.importer.disk.SmallJson;

/**
 * What a publication is about to put in place. From the moment that it is on the disk the publication counts as made: whoever
 * finds it finishes the publication, or undoes it where that is impossible.
 *
 * @param files the files that change, in the order in which they are put in place
 * @param state the folder that is renamed behind them; null without a state folder
 */
record Journal(
        @JsonProperty(required = true) List<Step> files,
        @JsonProperty @Nullable Renaming state) {
    private static final Pattern GENERATION = Pattern.compile("generation-[0-9]{9}");

    /**
     * A file that changes.
     *
     * @param name its name in the output folder
     * @param before null when nothing is there; else what is there is kept in the folder {@code previous}. An earlier version
     *     wrote its SHA-256
     * @param after the SHA-256 of what is put in its place
     */
    record Step(
            @JsonProperty(required = true) String name,
            @JsonProperty @Nullable String before,
            @JsonProperty(required = true) String after) {
        /** In the place of what is there. */
        static final String KEPT = "kept";
    }

    /**
     * A folder that gets its name in the last step.
     *
     * @param from its absolute path before
     * @param to its absolute path after
     */
    record Renaming(
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to) {
        static Renaming of(Path from, Path to) {
            return new Renaming(
                    from.toAbsolutePath().toString(), to.toAbsolutePath().toString());
        }

        /** Returns whether this is the renaming of a generation in a state folder. */
        private boolean isOwn() {
            try {
                Path source = Path.of(from);
                Path target = Path.of(to);
                Path folder = source.getParent();
                return folder != null
                        && source.isAbsolute()
                        && folder.equals(target.getParent())
                        && source.endsWith("next")
                        && GENERATION
                                .matcher(String.valueOf(target.getFileName()))
                                .matches()
                        && Files.isRegularFile(folder.resolve("lock"), LinkOption.NOFOLLOW_LINKS);
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }

    /** Writes it: whole, or not at all. */
    void write(Disk disk, Path file) throws IOException {
        SmallJson.write(disk, file, this);
    }

    /**
     * Reads it; absent when there is none.
     *
     * @throws IOException when it is damaged, or names a file where none of a publication can be: a damaged disk or another
     *     program has written it, and nothing that it says is done
     */
    static Optional<Journal> read(Path file) throws IOException {
        Optional<Journal> journal;
        try {
            journal = SmallJson.read(file, Journal.class);
        } catch (SmallJson.DamagedException e) {
            throw refused(file, "is damaged", e);
        }
        if (journal.isPresent() && !journal.get().isOwn()) {
            throw refused(file, "names files that are not in the output folder or the state folder", null);
        }
        return journal;
    }

    /** Returns a refusal, which says what to do. */
    static IOException refused(Path journal, String why, @Nullable Exception cause) {
        return new IOException(
                "The journal of a publication " + journal + " " + why
                        + ". Nothing was changed. Remove the folder that it is in, and convert again.",
                cause);
    }

    private boolean isOwn() {
        return files.stream().allMatch(step -> PlainName.isPlain(step.name())) && (state == null || state.isOwn());
    }
}
