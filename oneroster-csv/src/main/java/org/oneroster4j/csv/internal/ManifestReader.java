package org.oneroster4j.csv.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
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
    private static final List<String> COLUMNS = List.of("propertyName", "value");
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
        // Some senders call the second column propertyValue, some leave the names away: then it is the place that
        // counts.
        int nameAt = Math.max(0, header.position("propertyName"));
        int valueAt = header.position("value") < 0 ? 1 - Math.min(nameAt, 1) : header.position("value");
        Map<String, String> properties = new LinkedHashMap<>();
        Map<OneRosterFile, ImportMode> modes = new EnumMap<>(OneRosterFile.class);
        for (String @Nullable [] cells = records.next(); cells != null; cells = records.next()) {
            String property = cell(cells, nameAt);
            String value = cell(cells, valueAt);
            properties.merge(property.toLowerCase(Locale.ROOT), value, ManifestReader::moreCareful);
            Optional<OneRosterFile> file = Arrays.stream(OneRosterFile.values())
                    .filter(candidate -> candidate.manifestProperty().equalsIgnoreCase(property))
                    .findFirst();
            @Nullable ImportMode mode = Vocabularies.find(ImportMode.class, value);
            if (file.isPresent() && mode != null) {
                modes.merge(file.get(), mode, (a, b) -> a.compareTo(b) > 0 ? a : b);
            } else if (file.isPresent()) {
                listener.found(Finding.of(
                        CsvFindingCode.MANIFEST_VALUE,
                        new Location.Row(fileName, records.firstLine()).cell("value"),
                        "",
                        file.get().manifestProperty()));
            }
        }
        return new Manifest(
                value(properties, "manifest.version"),
                value(properties, VERSION),
                modes,
                value(properties, "source.systemname"),
                value(properties, "source.systemcode"));
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
