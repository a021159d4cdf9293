package org.oneroster4j.impero.layout;

import java.util.Arrays;
import java.util.List;

/**
 * A file of a layout.
 *
 * @param name its name
 * @param rows which rows it has
 * @param columns its columns
 */
public record LayoutFile(String name, RowKind rows, List<Column> columns) {

    /**
     * A column.
     *
     * @param header what stands above it
     * @param field what it holds
     */
    public record Column(String header, LayoutField field) {}

    /** Refuses columns that its rows do not have. */
    public LayoutFile {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (!column.field().isOf(rows)) {
                throw new IllegalArgumentException(name + ": rows of " + rows + " have no " + column.field());
            }
        }
    }

    /** Returns a file whose columns have the names of their fields. */
    public static LayoutFile of(String name, RowKind rows, LayoutField... fields) {
        return new LayoutFile(
                name,
                rows,
                Arrays.stream(fields)
                        .map(field -> new Column(field.word(), field))
                        .toList());
    }
}
