package org.oneroster4j.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.FileEnd;
import org.oneroster4j.csv.internal.FileStart;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.ManifestReader;
import org.oneroster4j.csv.internal.ZipEntries;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;

/**
 * A drop of OneRoster v1p1 CSV files, opened for reading: a folder, a zip, or named bytes.
 *
 * <pre>{@code
 * OneRosterDrop drop = OneRosterDrop.open(folder, ReadOptions.defaults(), findings);
 * try (RosterRows<User> users = drop.users()) {
 *     users.records().forEach(user -> ...);
 * }
 * }</pre>
 *
 * <p>Opening lists the files and reads none. Files are found whatever the case of their names; other files are left
 * alone. What is wrong with rows goes to the listener while they are read, each time they are read. The drop itself is
 * immutable and may be used by several threads, if the listener may; its streams are for one thread each.
 */
public final class OneRosterDrop implements Roster {
    /** How the specification itself spells {@code courseResources.csv} in one place, and some senders after it. */
    private static final String MISSPELT = "courseresourses.csv";

    private final Map<OneRosterFile, List<String>> names;
    private final Map<String, ByteSource> sources;
    private final ReadOptions options;
    private final FindingListener listener;
    private final @Nullable FilledColumns filledColumns;
    private final Set<String> notFiles;
    private final DropEvidence evidence;
    /** The headers that were read, for all drops of the same bytes. Guarded by itself. */
    private final Map<OneRosterFile, Header> headers;

    private ManifestReader.@Nullable Reading manifest;

    private OneRosterDrop(
            OneRosterDrop same,
            Map<OneRosterFile, List<String>> names,
            Map<String, ByteSource> sources,
            @Nullable FilledColumns filledColumns,
            DropEvidence evidence,
            FindingListener listener) {
        this.filledColumns = filledColumns;
        this.notFiles = same.notFiles;
        this.headers = same.headers;
        this.evidence = evidence;
        this.names = names;
        this.sources = sources;
        this.options = same.options;
        this.listener = graded(listener);
        synchronized (same.names) {
            // Read once and told once, whoever asks for it.
            this.manifest = same.manifest;
        }
    }

    private OneRosterDrop(
            Map<String, ByteSource> sources, Set<String> notFiles, ReadOptions options, FindingListener listener) {
        this.filledColumns = null;
        this.notFiles = Set.copyOf(notFiles);
        this.headers = new EnumMap<>(OneRosterFile.class);
        this.evidence = new DropEvidence(
                new DropEvidence.Files() {
                    @Override
                    public InputStream open(OneRosterFile file) throws IOException {
                        return OneRosterDrop.this.open(file);
                    }

                    @Override
                    public String name(OneRosterFile file) {
                        return fileName(file);
                    }
                },
                options);
        this.sources = Map.copyOf(sources);
        this.names = sources.keySet().stream()
                .filter(name -> OneRosterFile.ofFileName(name).isPresent())
                .sorted()
                .collect(Collectors.groupingBy(
                        name -> OneRosterFile.ofFileName(name).orElseThrow(),
                        () -> new EnumMap<>(OneRosterFile.class),
                        Collectors.toList()));
        sources.keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(MISSPELT))
                .findFirst()
                .ifPresent(name -> names.putIfAbsent(OneRosterFile.COURSE_RESOURCES, List.of(name)));
        this.options = options;
        this.listener = graded(listener);
    }

    /**
     * Opens a folder, or a zip, which is read in place within the limits of {@link ZipLimits#DEFAULTS}.
     *
     * @param listener is told what is wrong with rows, by the thread that reads them
     * @throws IOException when the path is not there or cannot be read
     * @throws DropUnreadableException when it is a file that is no zip, or a zip that is not read
     */
    public static OneRosterDrop open(Path path, ReadOptions options, FindingListener listener) throws IOException {
        if (Files.isRegularFile(path)) {
            List<Finding> found = new ArrayList<>();
            OneRosterDrop zip =
                    new OneRosterDrop(ZipEntries.of(path, ZipLimits.DEFAULTS, found::add), Set.of(), options, listener);
            found.forEach(zip.listener::found);
            return zip;
        }
        Map<String, ByteSource> sources = new HashMap<>();
        Set<String> notFiles = new HashSet<>();
        try (Stream<Path> entries = Files.list(path)) {
            entries.forEach(entry -> {
                String name = String.valueOf(entry.getFileName());
                if (Files.isRegularFile(entry)) {
                    sources.put(name, new FileSource(entry));
                } else if (OneRosterFile.ofFileName(name).isPresent()) {
                    notFiles.add(name);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new OneRosterDrop(sources, notFiles, options, listener);
    }

    /**
     * Opens what is in no file system: named bytes, each of which can be read from its beginning as often as asked for.
     *
     * @param files the bytes by the name of the file, for example {@code users.csv}; other names are left alone
     */
    public static OneRosterDrop of(Map<String, ByteSource> files, ReadOptions options, FindingListener listener) {
        return new OneRosterDrop(files, Set.of(), options, listener);
    }

    @Override
    public OneRosterDrop quietly() {
        return telling(again -> {});
    }

    /** Returns this drop, telling somebody else what is wrong with its rows: for those who read the same rows again. */
    public OneRosterDrop telling(FindingListener other) {
        return new OneRosterDrop(this, names, sources, null, evidence.forAnotherListener(), other);
    }

    /**
     * Returns this drop, telling somebody how far its files are read. The rows, and what is told of them, are the same.
     *
     * @param other is told too by drops that are made of the returned one
     */
    public OneRosterDrop watchedBy(ReadListener other) {
        Map<String, ByteSource> listened = new HashMap<>();
        sources.forEach((name, source) -> listened.put(name, new ListenedSource(name, source, other)));
        return new OneRosterDrop(this, names, Map.copyOf(listened), filledColumns, evidence, listener);
    }

    /**
     * Returns this drop with the bytes of some of its files from elsewhere, for example from copies of them. It is another drop:
     * what was read of this one is read again, and reported again.
     *
     * @param others the bytes by the name of the file as it is spelt in this drop
     */
    public OneRosterDrop from(Map<String, ByteSource> others) {
        Map<String, ByteSource> all = new HashMap<>(sources);
        all.putAll(others);
        return new OneRosterDrop(all, notFiles, options, listener);
    }

    /** Returns this drop so that each of its files is opened once, whoever looks at its header before it is read. */
    public OpenedDrop openedOnce() {
        Map<String, ByteSource> all = new HashMap<>(sources);
        List<KeptSource> kept = new ArrayList<>();
        for (OneRosterFile file : names.keySet()) {
            all.computeIfPresent(fileName(file), (name, source) -> {
                KeptSource once = new KeptSource(source);
                kept.add(once);
                return once;
            });
        }
        OneRosterDrop opened = new OneRosterDrop(this, names, Map.copyOf(all), filledColumns, evidence, listener);
        return new OpenedDrop(opened, kept);
    }

    /** Returns this drop, counting the values in its columns that decide while its rows are read. */
    public OneRosterDrop counting(FilledColumns columns) {
        return new OneRosterDrop(this, names, sources, columns, evidence, listener);
    }

    /** Returns this drop as if some of its files were not there. */
    public OneRosterDrop without(Set<OneRosterFile> files) {
        Map<OneRosterFile, List<String>> left = new EnumMap<>(OneRosterFile.class);
        left.putAll(names);
        left.keySet().removeAll(files);
        Map<String, ByteSource> others = new HashMap<>(sources);
        files.forEach(file -> others.keySet().removeAll(fileNames(file)));
        return new OneRosterDrop(this, left, Map.copyOf(others), filledColumns, evidence, listener);
    }

    /** Returns whoever is told what is wrong, with the severities of the profile that the drop is read with. */
    public FindingListener listener() {
        return listener;
    }

    /** Returns how the drop is read. */
    public ReadOptions options() {
        return options;
    }

    /** Returns the bytes of all files by their names as they are spelt, other files than those of OneRoster too. */
    public Map<String, ByteSource> files() {
        return sources;
    }

    @Override
    public boolean has(OneRosterFile file) {
        return names.containsKey(file);
    }

    /**
     * Returns the name under which a file is there, as it is spelt there; the right name when it is not there. Of several
     * that differ by case, the right one if it is among them, else the lowest.
     */
    public String fileName(OneRosterFile file) {
        List<String> found = fileNames(file);
        return found.isEmpty() || found.contains(file.fileName()) ? file.fileName() : found.get(0);
    }

    /** Returns all names under which a file is there: more than one when they differ by case alone. */
    List<String> fileNames(OneRosterFile file) {
        return names.getOrDefault(file, List.of());
    }

    /**
     * Returns the names of OneRoster files that are there and are no files: folders, pipes, devices, links to nothing. They
     * have no rows.
     */
    public Set<String> notFiles() {
        return notFiles;
    }

    /** Tells whether something of the name of a OneRoster file is there that is no file. */
    public boolean isNotAFile(OneRosterFile file) {
        return notFiles.stream().anyMatch(name -> OneRosterFile.ofFileName(name).equals(Optional.of(file)));
    }

    /**
     * Tells whether the header of a file has a name that is not known; a blank name at its end is one where a row has a value
     * below it, for which the rows are read.
     */
    @Override
    public boolean hasUnknownColumns(OneRosterFile file) {
        Header header = headerOf(file);
        return header.hasUnknown()
                || (header.blankNamesFrom() < header.names().size() && evidence.hasValueWithoutName(file));
    }

    @Override
    public Optional<String> headerHint(OneRosterFile file) {
        return has(file) ? start(file).headerHint() : Optional.empty();
    }

    /** Returns the first bytes of a file. */
    FileStart start(OneRosterFile file) {
        try {
            return FileStart.of(open(file), options.charset());
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " cannot be read", e);
        }
    }

    @Override
    public List<String> header(OneRosterFile file) {
        return headerOf(file).names();
    }

    Header headerOf(OneRosterFile file) {
        List<Column> known =
                file == OneRosterFile.MANIFEST ? List.of() : RosterFile.of(file).columns();
        if (!has(file)) {
            return new Header(new String[0], known);
        }
        synchronized (headers) {
            @Nullable Header header = headers.get(file);
            if (header == null) {
                header = read(file, records -> records.header(known));
                headers.put(file, header);
            }
            return header;
        }
    }

    /** Tells whether a file ends in NUL bytes. What is before its end is passed over, where the medium can do that. */
    boolean isPadded(OneRosterFile file) {
        FileEnd end = new FileEnd();
        byte[] buffer = new byte[1 << 16];
        ByteSource source = sources.get(fileName(file));
        try (InputStream in = open(file)) {
            int head = in.readNBytes(buffer, 0, 2);
            boolean utf16 = head == 2 && ((buffer[0] == -1 && buffer[1] == -2) || (buffer[0] == -2 && buffer[1] == -1));
            end.take(buffer, 0, head);
            OptionalLong size = source == null ? OptionalLong.empty() : source.size();
            if (size.isPresent() && size.getAsLong() > 2L * buffer.length) {
                in.skipNBytes(size.getAsLong() - head - buffer.length);
            }
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                end.take(buffer, 0, count);
            }
            return end.isPadded(utf16);
        } catch (DropUnreadableException e) {
            // It is in a zip that is damaged, which was reported.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " cannot be read", e);
        }
    }

    /** Reads a file to its end and looks at nothing but whether it can be read. */
    void readThrough(OneRosterFile file) {
        read(file, records -> {
            long rows = 0;
            while (records.next() != null) {
                rows++;
            }
            return rows;
        });
    }

    /** Reads the manifest, the first time; what is wrong with it is told once. */
    @Override
    public Optional<Manifest> manifest() {
        return readManifest().map(ManifestReader.Reading::manifest);
    }

    /** Returns the manifest with the places of what it says; absent without one. */
    Optional<ManifestReader.Reading> readManifest() {
        if (!has(OneRosterFile.MANIFEST)) {
            return Optional.empty();
        }
        synchronized (names) {
            if (manifest == null) {
                manifest = read(
                        OneRosterFile.MANIFEST,
                        records -> ManifestReader.read(records, fileName(OneRosterFile.MANIFEST), listener));
            }
            return Optional.of(manifest);
        }
    }

    private <V> V read(OneRosterFile file, Function<CsvRecords, V> reading) {
        CsvRecords.Dialect dialect = CsvRecords.Dialect.of(options);
        try (CsvRecords records = file == OneRosterFile.MANIFEST
                ? CsvRecords.ofManifest(bytes(file), fileName(file), dialect)
                : new CsvRecords(bytes(file), fileName(file), dialect)) {
            return reading.apply(records);
        }
    }

    private InputStream bytes(OneRosterFile file) {
        try {
            return open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " cannot be opened", e);
        }
    }

    private InputStream open(OneRosterFile file) throws IOException {
        ByteSource source = sources.get(fileName(file));
        return source == null ? InputStream.nullInputStream() : source.open();
    }

    @Override
    public <T extends RosterRecord> RecordReader<T> rows(Class<T> recordType) {
        return rows(RosterFile.of(recordType));
    }

    /** Opens the file of that description. A file that is not there has no rows. */
    public <T extends RosterRecord> RecordReader<T> rows(RosterFile<T> file) {
        RecordReader<T> reader = new RecordReader<>(
                file, fileName(file.file()), bytes(file.file()), modeOf(file.file()), options, evidence, listener);
        if (filledColumns != null) {
            reader.count(filledColumns);
        }
        if (has(file.file())) {
            reader.tellOfHeader();
        }
        return reader;
    }

    /** Opens a data file as cells, for those who copy what they do not judge. A file that is not there has none. */
    public CellReader cells(RosterFile<?> file) {
        return new CellReader(file, fileName(file.file()), bytes(file.file()), options, evidence);
    }

    /** What the manifest says of a file; absent when there is none, or it cannot be read, which is told elsewhere. */
    private Optional<ImportMode> modeOf(OneRosterFile file) {
        try {
            return manifest().map(said -> said.mode(file));
        } catch (DropUnreadableException e) {
            return Optional.empty();
        }
    }

    /** Returns a listener that is told with the severities of the profile. */
    FindingListener graded(FindingListener other) {
        return options.profile() == Profile.LENIENT
                ? other
                : finding -> other.found(finding.as(finding.code().definition().strictSeverity()));
    }
}
