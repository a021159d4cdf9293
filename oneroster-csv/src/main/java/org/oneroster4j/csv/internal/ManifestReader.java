package org.oneroster4j.csv.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.IfUnreadable;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * Reads {@code manifest.csv} as a map, because feeds write its rows in any order. Where a property stands twice, the
 * value that asks for more care counts: {@code delta} before {@code bulk}, another version before 1.1. No row is left
 * out, whatever is wrong with it, as it might say {@code delta}.
 */
public final class ManifestReader {
    private static final String NAME = "propertyName";
    private static final String VALUE = "value";
    private static final List<Column> COLUMNS = List.of(column(NAME), column(VALUE, "propertyValue"));
    private static final String MANIFEST_VERSION = "manifest.version";
    private static final String VERSION = "oneroster.version";
    private static final String SYSTEM_NAME = "source.systemName";
    private static final String SYSTEM_CODE = "source.systemCode";
    private static final List<String> PROPERTIES = Stream.concat(
                    Stream.of(MANIFEST_VERSION, VERSION, SYSTEM_NAME, SYSTEM_CODE),
                    Arrays.stream(OneRosterFile.values()).map(OneRosterFile::manifestProperty))
            .toList();
    private static final Set<String> SUPPORTED = Set.of("1.1", "1.1.1");

    /**
     * What a reading found.
     *
     * @param manifest what the manifest says
     * @param version where it names the version of OneRoster; absent when it names none
     * @param modeProblems why the mode of a file that a mapping reads is not known; reported once it is known that this is
     *     OneRoster 1.1
     */
    public record Reading(Manifest manifest, Optional<Location> version, List<Finding> modeProblems) {}

    private final CsvRecords records;
    private final String fileName;
    private final FindingListener listener;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<OneRosterFile, ImportMode> modes = new EnumMap<>(OneRosterFile.class);
    private final Set<OneRosterFile> unreadable = EnumSet.noneOf(OneRosterFile.class);
    private final List<Finding> modeProblems = new ArrayList<>();
    private @Nullable Location version;

    private ManifestReader(CsvRecords records, String fileName, FindingListener listener) {
        this.records = records;
        this.fileName = fileName;
        this.listener = listener;
    }

    private static Column column(String name, String... aliases) {
        return new Column(
                name,
                List.of(aliases),
                ColumnKind.TEXT,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                IfUnreadable.Loss.VALUE,
                false,
                false,
                0);
    }

    /** Returns the two columns that a manifest has. */
    public static List<Column> columns() {
        return COLUMNS;
    }

    /** Returns the names of the properties that the specification knows. */
    public static List<String> properties() {
        return PROPERTIES;
    }

    /** Tells whether a version of a manifest is one that this reader is for. */
    public static boolean isSupported(String version) {
        return SUPPORTED.contains(version);
    }

    /** Reads all rows. */
    public static Reading read(CsvRecords records, String fileName, FindingListener listener) {
        return new ManifestReader(records, fileName, listener).read();
    }

    private Reading read() {
        String @Nullable [] first = records.next();
        while (first != null && RowShape.isBlank(first)) {
            first = records.next();
        }
        Header header = new Header(first == null ? new String[0] : first, COLUMNS);
        // Some senders leave the header away: then its place is taken by a property, which must not get lost.
        boolean headless = header.position(NAME) < 0;
        int nameAt = Math.max(0, header.position(NAME));
        int valueAt = header.position(VALUE) < 0 ? nameAt + 1 : header.position(VALUE);
        if (!headless) {
            header.issues()
                    .forEach(issue -> listener.found(Finding.of(
                            issue.code(), new Location.Header(fileName, issue.column()), "", issue.detail())));
        }
        for (String @Nullable [] cells = headless ? first : records.next(); cells != null; cells = records.next()) {
            if (RowShape.isBlank(cells)) {
                continue;
            }
            Location.Row row = new Location.Row(fileName, records.firstLine());
            checkLength(cells, header, row);
            String name = text(cells, nameAt, row.cell(NAME));
            take(known(name, row), text(cells, valueAt, row.cell(VALUE)), row.cell(VALUE));
        }
        Manifest manifest = new Manifest(
                value(MANIFEST_VERSION), value(VERSION), modes, unreadable, value(SYSTEM_NAME), value(SYSTEM_CODE));
        return new Reading(manifest, Optional.ofNullable(version), List.copyOf(modeProblems));
    }

    private void checkLength(String[] cells, Header header, Location.Row row) {
        int columns = header.names().size();
        if (records.hasStrayQuote()) {
            tell(CsvFindingCode.STRAY_QUOTE, row);
        } else if (cells.length != columns) {
            tell(CsvFindingCode.MANIFEST_ROW_LENGTH, row, cells.length, columns);
        }
    }

    private String text(String[] cells, int position, Location.Cell place) {
        String cell = position < cells.length ? cells[position] : "";
        String text = CellText.trimmed(cell);
        if (text.length() < cell.length()) {
            tell(text.isEmpty() ? CsvFindingCode.WHITE_SPACE_AS_BLANK : CsvFindingCode.WHITE_SPACE_AROUND, place);
        }
        return text;
    }

    /** The name of a property as the specification spells it, if it knows it. */
    private String known(String name, Location.Row row) {
        for (String property : PROPERTIES) {
            if (property.equalsIgnoreCase(name)) {
                if (!property.equals(name)) {
                    tell(CsvFindingCode.TOKEN_SPELLING, row.cell(NAME), property);
                }
                return property;
            }
        }
        return name;
    }

    private void take(String property, String value, Location.Cell place) {
        String before = properties.getOrDefault(property, "");
        properties.merge(property, value, ManifestReader::moreCareful);
        if (property.equals(VERSION) && !value.isEmpty() && (version == null || !isSupported(value))) {
            version = place;
        }
        if (property.equals(MANIFEST_VERSION) && !value.equals("1.0")) {
            tell(CsvFindingCode.MANIFEST_VERSION, place);
        }
        for (OneRosterFile file : OneRosterFile.values()) {
            if (file.manifestProperty().equals(property) && !value.isEmpty()) {
                takeMode(file, value, before, place);
            }
        }
    }

    private void takeMode(OneRosterFile file, String value, String before, Location.Cell place) {
        @Nullable
        ImportMode mode =
                (ImportMode) Vocabularies.read(ImportMode.class, value, (code, details) -> tell(code, place, details));
        @Nullable ImportMode other = modes.get(file);
        if (mode == null) {
            unreadable.add(file);
            unreadableMode(file, place, "its value is another word");
        } else if (!before.isEmpty() && other != null && other != mode) {
            unreadable.add(file);
            unreadableMode(file, place, "it has two different values");
        }
        if (mode != null) {
            modes.merge(file, mode, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    private void unreadableMode(OneRosterFile file, Location.Cell place, String why) {
        if (OneRosterFile.ofRoster().contains(file)) {
            modeProblems.add(Finding.of(CsvFindingCode.MANIFEST_UNREADABLE, place, "", file.fileName(), why));
        } else {
            tell(CsvFindingCode.MANIFEST_VALUE, place, file.manifestProperty());
        }
    }

    private void tell(FindingCode code, Location place, Object... details) {
        listener.found(Finding.of(code, place, "", details));
    }

    private static String moreCareful(String a, String b) {
        if (a.isEmpty() || isSupported(a)) {
            return b.isEmpty() ? a : b;
        }
        return a;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isEmpty());
    }
}
