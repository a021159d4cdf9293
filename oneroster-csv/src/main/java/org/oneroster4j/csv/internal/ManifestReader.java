package org.oneroster4j.csv.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * Reads {@code manifest.csv} as a map, because feeds write its rows in any order. Where a property stands twice, the
 * value that asks for more care counts: {@code delta} before {@code bulk}, another version before 1.1.
 */
public final class ManifestReader {
    private static final String NAME = "propertyName";
    private static final List<Column> COLUMNS = Stream.of(NAME, "value", "propertyValue")
            .map(name -> new Column(
                    name,
                    List.of(),
                    ColumnKind.TEXT,
                    true,
                    Optional.empty(),
                    List.of(),
                    IfUnreadable.Loss.VALUE,
                    false))
            .toList();
    private static final String MANIFEST_VERSION = "manifest.version";
    private static final String VERSION = "oneroster.version";
    private static final Set<String> SUPPORTED = Set.of("1.1", "1.1.1");

    private ManifestReader() {}

    /** Tells whether a version of a manifest is one that this reader is for. */
    public static boolean isSupported(String version) {
        return SUPPORTED.contains(version);
    }

    /** Reads all rows. */
    public static Manifest read(CsvRecords records, String fileName, FindingListener listener) {
        String @Nullable [] first = records.next();
        Header header = new Header(first == null ? new String[0] : first, COLUMNS);
        int nameAt = Math.max(0, header.position(NAME));
        int valueAt = Stream.of("value", "propertyValue")
                .mapToInt(header::position)
                .filter(position -> position >= 0)
                .findFirst()
                .orElse(nameAt + 1);
        // Some senders leave the header away: then its place is taken by a property, which must not get lost.
        boolean headless = header.position(NAME) < 0;
        Map<String, String> properties = new LinkedHashMap<>();
        Map<OneRosterFile, ImportMode> modes = new EnumMap<>(OneRosterFile.class);
        for (String @Nullable [] cells = headless ? first : records.next(); cells != null; cells = records.next()) {
            Location location = new Location.Row(fileName, records.firstLine()).cell("value");
            take(cell(cells, nameAt), cell(cells, valueAt), properties, modes, location, listener);
        }
        return new Manifest(
                value(properties, MANIFEST_VERSION),
                value(properties, VERSION),
                modes,
                value(properties, "source.systemname"),
                value(properties, "source.systemcode"));
    }

    private static void take(
            String property,
            String value,
            Map<String, String> properties,
            Map<OneRosterFile, ImportMode> modes,
            Location location,
            FindingListener listener) {
        properties.merge(property.toLowerCase(Locale.ROOT), value, ManifestReader::moreCareful);
        if (property.equalsIgnoreCase(MANIFEST_VERSION) && !value.equals("1.0")) {
            listener.found(Finding.of(CsvFindingCode.MANIFEST_VERSION, location, ""));
        }
        Optional<OneRosterFile> file = Arrays.stream(OneRosterFile.values())
                .filter(candidate -> candidate.manifestProperty().equalsIgnoreCase(property))
                .findFirst();
        if (file.isEmpty()) {
            return;
        }
        @Nullable ImportMode mode = Vocabularies.find(ImportMode.class, value);
        if (mode != null) {
            modes.merge(file.get(), mode, (a, b) -> a.compareTo(b) > 0 ? a : b);
        } else {
            listener.found(Finding.of(
                    CsvFindingCode.MANIFEST_VALUE, location, "", file.get().manifestProperty()));
        }
    }

    private static String moreCareful(String a, String b) {
        if (a.isEmpty() || isSupported(a)) {
            return b.isEmpty() ? a : b;
        }
        return a;
    }

    private static String cell(String[] cells, int position) {
        return position < cells.length ? CellText.trimmed(cells[position]) : "";
    }

    private static Optional<String> value(Map<String, String> properties, String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isEmpty());
    }
}
