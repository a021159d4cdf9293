package org.oneroster4j.impero.layout;

import java.util.Arrays;
import java.util.List;
import org.immutables.value.Value;

/**
 * A file of a layout. What contradicts itself is told by {@link LayoutProfile#problems}.
 *
 * @param name its name, without any folder
 * @param rows which rows it has
 * @param columns its columns, from left to right
 * @param filter which of the rows are written: those that every filter takes; empty: all
 * @param sort the fields by which rows are sorted, by UTF-16 code unit, the most important one first; rows that are equal in
 *     them, and all when there is none, stand in the order of the contract
 * @param format how it is written
 */
@Value.Builder
public record LayoutFile(
        String name,
        RowKind rows,
        List<LayoutColumn> columns,
        List<LayoutFilter> filter,
        List<LayoutField> sort,
        LayoutFormat format)
        implements WithLayoutFile {

    /** Copies what could be changed from outside. */
    public LayoutFile {
        columns = List.copyOf(columns);
        filter = List.copyOf(filter);
        sort = List.copyOf(sort);
    }

    /** Returns a file of all rows of a kind, in the default format. */
    public static LayoutFile of(String name, RowKind rows, List<LayoutColumn> columns) {
        return new LayoutFile(name, rows, columns, List.of(), List.of(), LayoutFormat.DEFAULT);
    }

    /** Returns a file whose columns have the names of their fields. */
    public static LayoutFile of(String name, RowKind rows, LayoutField... fields) {
        return of(name, rows, Arrays.stream(fields).map(LayoutColumn::of).toList());
    }
}
