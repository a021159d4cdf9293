package org.oneroster4j.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.ManifestReader;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** What can be said of a drop before its rows are looked at: its files, their headers, its version. */
public final class DropCheck {
    private static final List<OneRosterFile> TELLING =
            List.of(OneRosterFile.USERS, OneRosterFile.CLASSES, OneRosterFile.ENROLLMENTS);

    /** What the REST binding calls columns that the CSV binding calls otherwise, in lower case. */
    private static final Set<String> REST_NAMES = Set.of("orgs", "terms");

    /** What version 1.0 calls columns that 1.1 calls otherwise, in lower case. */
    private static final Set<String> VERSION_1_0_NAMES =
            Set.of("grade", "userid", "agents", "schoolyearid", "termsourcedid", "usersourcedid");

    private final OneRosterDrop drop;

    /** Makes a check of a drop. */
    public DropCheck(OneRosterDrop drop) {
        this.drop = drop;
    }

    /**
     * Looks whether this is OneRoster 1.1. What the manifest says decides; without it, headers that another format has
     * and 1.1 has not.
     *
     * @return what it is instead, in words; absent when it is, or may be, 1.1
     * @throws DropUnreadableException when the manifest cannot be read
     */
    public Optional<String> otherVersion() {
        Optional<String> version = drop.manifest().flatMap(Manifest::oneRosterVersion);
        if (version.isPresent()) {
            return version.filter(named -> !ManifestReader.isSupported(named)).map(DropCheck::named);
        }
        List<Header> headers = new ArrayList<>();
        for (OneRosterFile file : TELLING) {
            Optional<Header> header = header(file);
            if (header.isEmpty()) {
                // What cannot be read is told as that; it says nothing about a version.
                return Optional.empty();
            }
            headers.add(header.get());
        }
        Header users = headers.get(0);
        if (users.position("userMasterIdentifier") >= 0 && users.position("role") < 0) {
            return Optional.of("OneRoster 1.2");
        }
        boolean there = TELLING.stream().anyMatch(drop::has);
        boolean status = headers.stream().anyMatch(header -> header.position("status") >= 0);
        return there && !status ? Optional.of("Microsoft School Data Sync, or a format like it") : Optional.empty();
    }

    /**
     * Looks at all that can be said before rows are looked at: the version, then {@link #files}.
     *
     * @param headers the files whose headers are looked at
     * @return whether rows can be looked at; the listener is told every reason against it
     */
    public boolean isSound(Collection<OneRosterFile> headers, FindingListener listener) {
        Optional<String> other = otherVersionIfReadable();
        if (other.isPresent()) {
            listener.found(Finding.of(CsvFindingCode.UNSUPPORTED_VERSION, new Location.Drop(), "", other.get()));
            return false;
        }
        List<Finding> stops = new ArrayList<>();
        files(headers, finding -> {
            listener.found(finding);
            if (finding.code().effect() == Effect.STOPS_RUN) {
                stops.add(finding);
            }
        });
        return stops.isEmpty();
    }

    private Optional<String> otherVersionIfReadable() {
        try {
            return otherVersion();
        } catch (DropUnreadableException e) {
            // A manifest that cannot be read names no version; that it cannot is told with the other files.
            return Optional.empty();
        }
    }

    /** The manifest is the sender's, so only a version that looks like one is repeated. */
    private static String named(String version) {
        return version.matches("[0-9.]{1,10}") ? "OneRoster " + version : "of another version";
    }

    /** The header of a file; absent when the file cannot even be read that far. */
    private Optional<Header> header(OneRosterFile file) {
        try {
            return Optional.of(drop.headerOf(file));
        } catch (DropUnreadableException e) {
            return Optional.empty();
        }
    }

    /**
     * Reports names of files that differ by case alone, columns that stand twice, and names that should be spelt
     * differently.
     *
     * @param headers the files whose headers are looked at
     */
    public void files(Collection<OneRosterFile> headers, FindingListener to) {
        FindingListener listener = drop.graded(to);
        for (OneRosterFile file : OneRosterFile.values()) {
            Location location = new Location.File(drop.fileName(file));
            if (drop.fileNames(file).size() > 1) {
                listener.found(Finding.of(CsvFindingCode.DUPLICATE_FILE, location, "", file.fileName()));
            } else if (drop.has(file) && !drop.fileName(file).equals(file.fileName())) {
                listener.found(Finding.of(CsvFindingCode.FILE_NAME_CASE, location, "", file.fileName()));
            }
        }
        manifest(listener);
        otherFormat(headers)
                .ifPresent(format -> listener.found(
                        Finding.of(CsvFindingCode.OTHER_FORMAT_HEADERS, new Location.Drop(), "", format)));
        for (OneRosterFile file : headers) {
            header(file)
                    .ifPresent(header -> header.duplicates()
                            .forEach(column -> listener.found(Finding.of(
                                    CsvFindingCode.DUPLICATE_HEADER,
                                    new Location.Header(drop.fileName(file), column),
                                    ""))));
        }
    }

    private void manifest(FindingListener listener) {
        Optional<Manifest> manifest;
        try {
            manifest = drop.manifest();
        } catch (DropUnreadableException e) {
            return;
        }
        if (manifest.isEmpty()) {
            listener.found(Finding.of(CsvFindingCode.MANIFEST_MISSING, new Location.Drop(), ""));
            return;
        }
        for (OneRosterFile file : OneRosterFile.values()) {
            boolean said = manifest.get().mode(file) != ImportMode.ABSENT;
            Location location = new Location.File(drop.fileName(OneRosterFile.MANIFEST));
            if (file != OneRosterFile.MANIFEST
                    && drop.has(file)
                    && !said
                    && !manifest.get().unreadable().contains(file)) {
                listener.found(Finding.of(CsvFindingCode.MANIFEST_FILE_ABSENT, location, "", file.fileName()));
            } else if (!drop.has(file) && said) {
                listener.found(Finding.of(CsvFindingCode.MANIFEST_FILE_LACKING, location, "", file.fileName()));
            }
        }
    }

    /** What the other names of columns, where there are any, say about where the files come from. */
    private Optional<String> otherFormat(Collection<OneRosterFile> files) {
        Set<String> aliases = new HashSet<>();
        files.forEach(file -> header(file).ifPresent(header -> aliases.addAll(header.aliases())));
        if (aliases.stream().anyMatch(REST_NAMES::contains)) {
            return Optional.of("the REST binding of OneRoster");
        }
        return aliases.stream().anyMatch(VERSION_1_0_NAMES::contains) ? Optional.of("OneRoster 1.0") : Optional.empty();
    }

    /**
     * Reads files to their ends without looking at their rows, and reports each that cannot be read.
     *
     * @return whether all can be read
     */
    public boolean readable(Collection<OneRosterFile> files, FindingListener listener) {
        boolean readable = true;
        for (OneRosterFile file : files) {
            try {
                drop.readThrough(file);
            } catch (DropUnreadableException e) {
                listener.found(e.finding());
                readable = false;
            }
        }
        return readable;
    }
}
