package org.oneroster4j.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.oneroster4j.csv.internal.FileStart;
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
    /** What the REST binding calls columns that the CSV binding calls otherwise, in lower case. */
    private static final Set<String> REST_NAMES = Set.of("orgs");

    /** What version 1.0 calls columns that 1.1 calls otherwise, in lower case. */
    private static final Set<String> VERSION_1_0_NAMES =
            Set.of("grade", "userid", "agents", "schoolyearid", "usersourcedid");

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
        for (OneRosterFile file : OneRosterFile.required()) {
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
        boolean there = OneRosterFile.required().stream().anyMatch(drop::has);
        boolean status = headers.stream().anyMatch(header -> header.position("status") >= 0);
        return there && !status ? Optional.of("Microsoft School Data Sync, or a format like it") : Optional.empty();
    }

    /**
     * Checks all that can be checked before rows are read: {@link #isOneRoster}, then {@link #files}.
     *
     * @param headers the files whose headers are checked
     * @return whether rows can be read; the listener gets every reason against it
     */
    public boolean isSound(Collection<OneRosterFile> headers, FindingListener listener) {
        boolean[] sound = {true};
        FindingListener judged = finding -> {
            listener.found(finding);
            sound[0] &= finding.code().effect() != Effect.STOPS_RUN;
        };
        if (!isOneRoster(judged)) {
            Arrays.stream(OneRosterFile.values()).forEach(file -> isDuplicate(file, drop.graded(listener)));
            return false;
        }
        files(headers, judged);
        return sound[0];
    }

    /**
     * Checks whether the files are those of OneRoster 1.1 CSV at all: what is there and is no file, what the manifest says is
     * there and is not, a file that is no CSV or is separated by another sign, another version.
     *
     * @return whether they are; if not, whatever else is said of them means nothing. The listener gets every reason against it,
     *     and the files that are lacking
     */
    public boolean isOneRoster(FindingListener to) {
        FindingListener listener = drop.graded(to);
        notFiles().forEach(listener::found);
        lacking().forEach(listener::found);
        List<Finding> formats = otherFormats();
        List<Finding> others = formats.isEmpty() ? otherDelimiters() : formats;
        others.forEach(listener::found);
        if (!others.isEmpty()) {
            return false;
        }
        Optional<String> version = otherVersionIfReadable();
        version.ifPresent(
                named -> listener.found(Finding.of(CsvFindingCode.UNSUPPORTED_VERSION, placeOfVersion(), "", named)));
        return version.isEmpty();
    }

    private Location placeOfVersion() {
        return drop.readManifest().flatMap(ManifestReader.Reading::version).orElse(new Location.Drop());
    }

    private List<Finding> notFiles() {
        return drop.notFiles().stream()
                .sorted()
                .map(name -> Finding.of(CsvFindingCode.NOT_A_FILE, new Location.File(name), "", name))
                .toList();
    }

    /** Of orgs, academicSessions and courses: those that the manifest names and of whose name nothing is there. */
    private List<Finding> lacking() {
        if (otherFormat(OneRosterFile.MANIFEST).isPresent()) {
            // Its lines are no rows, and a finding for each would hide that.
            return List.of();
        }
        return OneRosterFile.ofRoster().stream()
                .filter(file -> !OneRosterFile.required().contains(file))
                .filter(file -> !drop.has(file) && !drop.isNotAFile(file) && isNamed(file))
                .map(file -> Finding.of(
                        CsvFindingCode.MANIFEST_FILE_LACKING,
                        new Location.File(drop.fileName(OneRosterFile.MANIFEST)),
                        "",
                        file.fileName()))
                .toList();
    }

    private boolean isNamed(OneRosterFile file) {
        try {
            return drop.manifest()
                    .filter(manifest -> manifest.mode(file) != ImportMode.ABSENT)
                    .isPresent();
        } catch (DropUnreadableException e) {
            // That the manifest cannot be read is reported with the other files.
            return false;
        }
    }

    private List<Finding> otherFormats() {
        return Stream.concat(OneRosterFile.required().stream(), Stream.of(OneRosterFile.MANIFEST))
                .flatMap(file -> otherFormat(file).stream()
                        .map(format -> Finding.of(
                                CsvFindingCode.NOT_CSV,
                                new Location.File(drop.fileName(file)),
                                "",
                                file.fileName(),
                                format)))
                .toList();
    }

    private Optional<String> otherFormat(OneRosterFile file) {
        return drop.has(file) ? start(file).flatMap(FileStart::otherFormat) : Optional.empty();
    }

    private List<Finding> otherDelimiters() {
        return OneRosterFile.required().stream()
                .filter(drop::has)
                .flatMap(file -> start(file).flatMap(FileStart::otherDelimiter).stream()
                        .map(sign -> Finding.of(
                                CsvFindingCode.OTHER_DELIMITER,
                                new Location.File(drop.fileName(file)),
                                "",
                                file.fileName(),
                                sign)))
                .toList();
    }

    private Optional<FileStart> start(OneRosterFile file) {
        try {
            return Optional.of(drop.start(file));
        } catch (DropUnreadableException e) {
            // It is in a zip that is damaged, which is reported where it is read.
            return Optional.empty();
        }
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
        return version.matches("[0-9.]{1,10}")
                ? "OneRoster " + version
                : "of another version, which the manifest does not give as a number";
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
            if (!isDuplicate(file, listener)
                    && drop.has(file)
                    && !drop.fileName(file).equals(file.fileName())) {
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

    /** Reports a file that is there under several names, and returns whether it is. */
    private boolean isDuplicate(OneRosterFile file, FindingListener listener) {
        if (drop.fileNames(file).size() <= 1) {
            return false;
        }
        Location location = new Location.File(drop.fileName(file));
        listener.found(Finding.of(CsvFindingCode.DUPLICATE_FILE, location, "", file.fileName()));
        return true;
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
        Location location = new Location.File(drop.fileName(OneRosterFile.MANIFEST));
        drop.readManifest().orElseThrow().modeProblems().forEach(listener::found);
        boolean isReadable = drop.readManifest().orElseThrow().modeProblems().stream()
                .noneMatch(problem -> problem.details().contains(OneRosterFile.USERS.fileName()));
        if (isReadable && !manifest.get().files().containsKey(OneRosterFile.USERS)) {
            listener.found(Finding.of(
                    CsvFindingCode.MANIFEST_UNREADABLE,
                    location,
                    "",
                    OneRosterFile.USERS.fileName(),
                    "it has no value for " + OneRosterFile.USERS.manifestProperty()));
        }
        for (OneRosterFile file : OneRosterFile.values()) {
            boolean named = manifest.get().mode(file) != ImportMode.ABSENT;
            if (file != OneRosterFile.MANIFEST
                    && drop.has(file)
                    && !named
                    && !manifest.get().unreadable().contains(file)) {
                listener.found(Finding.of(CsvFindingCode.MANIFEST_FILE_ABSENT, location, "", file.fileName()));
            } else if (!OneRosterFile.ofRoster().contains(file) && !drop.has(file) && named && !drop.isNotAFile(file)) {
                listener.found(Finding.of(CsvFindingCode.MANIFEST_NAMES_MISSING_FILE, location, "", file.fileName()));
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
                if (e.finding().code() != CsvFindingCode.PADDED_FILE
                        && file != OneRosterFile.MANIFEST
                        && drop.isPadded(file)) {
                    listener.found(Finding.of(CsvFindingCode.PADDED_FILE, new Location.File(drop.fileName(file)), ""));
                }
            }
        }
        return readable;
    }
}
