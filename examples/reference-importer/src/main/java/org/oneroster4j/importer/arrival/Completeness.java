package org.oneroster4j.importer.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;

/** Says what is missing in a folder that has come to rest. */
final class Completeness {
    /** Without these nothing can be converted. */
    private static final List<OneRosterFile> REQUIRED =
            List.of(OneRosterFile.USERS, OneRosterFile.CLASSES, OneRosterFile.ENROLLMENTS);

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path folder;
    private final Listing listing;
    private final OneRosterDrop drop;

    Completeness(Path folder, Listing listing) {
        this.folder = folder;
        this.listing = listing;
        Map<String, ByteSource> files = new HashMap<>();
        listing.files().keySet().forEach(name -> files.put(name, () -> open(folder.resolve(name))));
        this.drop = OneRosterDrop.of(files, ReadOptions.defaults(), finding -> {});
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * What is missing, in sentences without personal data.
     *
     * @param needed without which no drop is complete
     * @param expected what came the last time: it may be late, or no longer be sent
     */
    record Missing(List<String> needed, List<String> expected) {
        static final Missing NOTHING = new Missing(List.of(), List.of());
    }

    /**
     * Returns what is missing.
     *
     * @param last the files of the drop that was taken last
     * @param stays whether those were left where they are, so that each must have come anew
     */
    Missing missing(List<DropFile> last, boolean stays) throws IOException {
        Optional<Manifest> manifest = manifest();
        List<String> needed = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (OneRosterFile file : OneRosterFile.values()) {
            boolean absent = manifest.filter(said -> said.files().get(file) == ImportMode.ABSENT)
                    .isPresent();
            if (listing.has(file) || absent) {
                continue;
            }
            if (REQUIRED.contains(file)) {
                needed.add(file.fileName() + " is not there");
            } else if (manifest.filter(said -> said.files().containsKey(file)).isPresent()) {
                needed.add(file.fileName() + " is in the manifest and not there");
            } else if (last.stream().anyMatch(before -> isOf(before, file))) {
                expected.add(file.fileName() + " was in the last drop and is not there");
            }
        }
        for (DropFile before : last) {
            if (stays && before.equals(listing.files().get(before.name()))) {
                needed.add(before.name() + " is still the one of the last drop");
            }
        }
        if (needed.isEmpty()) {
            for (DropFile file : listing.inOrder()) {
                if (!endsInAWholeRow(file)) {
                    needed.add(file.name() + " does not end in a whole row");
                }
            }
        }
        return new Missing(needed, expected);
    }

    private static boolean isOf(DropFile name, OneRosterFile file) {
        return OneRosterFile.ofFileName(name.name()).equals(Optional.of(file));
    }

    private Optional<Manifest> manifest() throws IOException {
        try {
            return drop.manifest();
        } catch (DropUnreadableException e) {
            // Whoever converts it will say so.
            return Optional.empty();
        } catch (UncheckedIOException e) {
            // It is for its sender alone, or has gone since the folder was listed.
            throw e.getCause();
        }
    }

    /** A file that ends with a line end does; of any other the last row must have as many cells as the header. */
    private boolean endsInAWholeRow(DropFile file) throws IOException {
        if (endsWithLineEnd(folder.resolve(file.name()), file.size())) {
            return true;
        }
        Optional<RosterFile<?>> known =
                RosterFile.all().stream().filter(one -> isOf(file, one.file())).findFirst();
        if (known.isEmpty()) {
            // The manifest, whose rows need no line end.
            return true;
        }
        try (CellReader rows = drop.cells(known.get())) {
            int cells = rows.header().size();
            while (rows.next()) {
                cells = rows.size();
            }
            return cells >= rows.header().size();
        } catch (DropUnreadableException e) {
            return false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean endsWithLineEnd(Path file, long size) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(2);
        try (SeekableByteChannel bytes = Files.newByteChannel(file, READ)) {
            bytes.position(Math.max(0, size - end.capacity()));
            while (end.hasRemaining() && bytes.read(end) >= 0) {
                // A channel may give them one at a time.
            }
        }
        int last = end.position() - 1;
        // Of UTF-16 the line end is the one or the other of the last two bytes, and the other one is 0.
        return last >= 0
                && (isLineEnd(end.get(last)) || (end.get(last) == 0 && last > 0 && isLineEnd(end.get(last - 1))));
    }

    private static boolean isLineEnd(byte value) {
        return value == '\n' || value == '\r';
    }
}
