package org.oneroster4j.csv.write;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.ConstraintCheck;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Location;

/**
 * Turns the records of one file into cells and refuses those that OneRoster 1.1 does not have: made once for a file, used
 * for every row. Immutable.
 *
 * @param <T> the kind of record
 */
final class RecordEncoder<T extends RosterRecord> {
    private static final String METADATA = "metadata.";
    private static final String STATUS = "status";
    private static final String DATE_LAST_MODIFIED = "dateLastModified";

    private final RosterFile<T> file;
    private final ImportMode mode;
    private final List<Method> accessors;
    private final List<String> metadata;

    /**
     * Makes an encoder.
     *
     * @param metadata the sender's own columns
     * @throws IllegalArgumentException when one of these is no such column
     */
    RecordEncoder(RosterFile<T> file, ImportMode mode, List<String> metadata) {
        this.file = file;
        this.mode = mode;
        this.metadata = List.copyOf(metadata);
        Map<String, Method> byName = Arrays.stream(file.recordType().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getAccessor));
        this.accessors =
                file.columns().stream().map(column -> byName.get(column.name())).toList();
        refuseColumns();
    }

    private void refuseColumns() {
        Set<String> folded = new HashSet<>();
        for (String name : metadata) {
            if (!name.startsWith(METADATA) || name.length() == METADATA.length()) {
                throw new IllegalArgumentException("A column of the sender's own does not begin with metadata.");
            }
            TextRules.brokenByTrimmed(name).ifPresent(rule -> {
                throw new IllegalArgumentException("The name of a column of the sender's own " + rule);
            });
            if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "Two columns of the sender's own have one name, but for upper and lower case");
            }
        }
        int max = ReadOptions.defaults().maxColumns();
        if (header().size() > max) {
            throw new IllegalArgumentException("There are more than " + max + " columns, which readers refuse");
        }
        TextRules.brokenByRow(header()).ifPresent(rule -> {
            throw new IllegalArgumentException("The name of a column of the sender's own " + rule);
        });
    }

    /** Returns the columns of the specification, then the sender's own. */
    List<String> header() {
        List<String> header = new ArrayList<>(file.header());
        header.addAll(metadata);
        return header;
    }

    /**
     * Returns the cells of a record, in the order of the header.
     *
     * @throws InvalidRecordException when it breaks a rule
     */
    List<String> cells(T record) {
        refuseMode(record);
        List<String> cells = new ArrayList<>(accessors.size() + metadata.size());
        for (int i = 0; i < accessors.size(); i++) {
            Column column = file.columns().get(i);
            cells.add(CellEncoder.text(
                    column.kind(), value(record, accessors.get(i)), rule -> refused(record, column.name(), rule)));
        }
        addMetadata(record, cells);
        TextRules.brokenByRow(cells).ifPresent(rule -> {
            throw refused(record, longest(cells), rule);
        });
        // Line and findings are of no use here: the first one ends the writing of the record.
        ConstraintCheck.check(record, new Location.Row(file.file().fileName(), 1), Set.of(), finding -> {
            throw refused(
                    record, finding.location().columnName(), finding.details().get(0));
        });
        return cells;
    }

    /** Returns the column of the longest cell. */
    private String longest(List<String> cells) {
        int column = 0;
        for (int i = 1; i < cells.size(); i++) {
            column = cells.get(i).length() > cells.get(column).length() ? i : column;
        }
        return header().get(column);
    }

    private void refuseMode(T record) {
        refuseMode(record, STATUS, record.status());
        refuseMode(record, DATE_LAST_MODIFIED, record.dateLastModified());
    }

    private void refuseMode(T record, String column, Optional<?> value) {
        if (mode == ImportMode.BULK && value.isPresent()) {
            throw refused(record, column, "is there, and must not be in a bulk file");
        }
        if (mode == ImportMode.DELTA && value.isEmpty()) {
            throw refused(record, column, "is not there, and must be in a delta file");
        }
    }

    private void addMetadata(T record, List<String> cells) {
        Map<String, String> values = record.metadata();
        if (!metadata.containsAll(values.keySet())) {
            // The name is the caller's own and no value, but it is not known to be free of them.
            throw refused(record, METADATA, "is of a column of the sender's own that the file was opened without");
        }
        for (String name : metadata) {
            String value = values.getOrDefault(name, "");
            if (values.containsKey(name)) {
                TextRules.brokenBy(value).ifPresent(rule -> {
                    throw refused(record, name, rule);
                });
            }
            cells.add(value);
        }
    }

    private InvalidRecordException refused(T record, String column, String rule) {
        String id = record.sourcedId();
        return new InvalidRecordException(file.file(), column, TextRules.isId(id) ? id : "", rule);
    }

    private static Object value(RosterRecord record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor of a public record failed", e);
        }
    }
}
