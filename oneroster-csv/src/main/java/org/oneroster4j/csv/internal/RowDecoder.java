package org.oneroster4j.csv.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * Turns the cells of a row into the values of a record, in the order of its components. What cannot be read is a finding:
 * one that rejects the row or takes what it describes out where decisions hang on the column, one that only loses the
 * value where none does.
 *
 * <p>Nothing is judged in a row that is not live: its sender says that the record is gone.
 */
public final class RowDecoder {
    private final List<ColumnDecoder> columns;
    private final int[] positions;
    private final FindingListener listener;
    private String[] cells = {};
    private Location.Row location = new Location.Row("", 1);
    private String sourcedId = "";
    private Optional<RecordStatus> status = Optional.empty();
    private boolean shifted;
    private boolean rejected;
    private boolean takenOut;
    private final Set<String> unreadable = new HashSet<>();

    /**
     * Makes a decoder for one file.
     *
     * @param columns the columns in the order of the components; the first is {@code sourcedId}, the second {@code status}
     * @param positions where each stands in a row, -1 where the file does not have it
     */
    public RowDecoder(List<ColumnDecoder> columns, int[] positions, FindingListener listener) {
        this.columns = columns;
        this.positions = positions;
        this.listener = listener;
    }

    /**
     * Goes to a row and looks at its id and its status.
     *
     * @param mayHaveShifted whether the first cell may be something else than the id, as in a row that is a piece of one
     */
    public void start(String[] row, Location.Row at, boolean mayHaveShifted) {
        cells = row;
        location = at;
        shifted = mayHaveShifted;
        rejected = false;
        takenOut = false;
        unreadable.clear();
        sourcedId = CellText.trimmed(cell(0));
        status =
                Optional.ofNullable(Words.STATUSES.get(CellText.trimmed(cell(1)).toLowerCase(Locale.ROOT)));
    }

    /**
     * Reads all cells.
     *
     * @return the values of the components; of no use when the row is rejected
     */
    public Object[] values() {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i), cell(i));
        }
        return values;
    }

    private Object value(ColumnDecoder decoder, String cell) {
        Column column = decoder.column();
        if (decoder.isList()) {
            return list(decoder, cell);
        }
        String text = CellText.trimmed(cell);
        if (text.isEmpty()) {
            if (column.blankRejects()) {
                reject(column, "It is blank");
            }
            return decoder.held(null);
        }
        if (column.kind() == ColumnKind.TEXT) {
            return decoder.held(cell);
        }
        boolean reference = column.kind() == ColumnKind.ID || column.kind() == ColumnKind.REFERENCE;
        @Nullable Object value = reference && CellText.holdsControl(text) ? null : decoder.read(text);
        if (value == null) {
            lose(decoder);
        }
        return decoder.held(value);
    }

    private List<?> list(ColumnDecoder decoder, String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<Object> items = new ArrayList<>(4);
        boolean lost = false;
        for (int start = 0; start <= cell.length(); ) {
            int comma = cell.indexOf(',', start);
            int end = comma < 0 ? cell.length() : comma;
            String item = CellText.trimmed(cell.substring(start, end));
            start = end + 1;
            if (item.isEmpty()) {
                continue;
            }
            boolean control = decoder.column().kind() == ColumnKind.REFERENCES && CellText.holdsControl(item);
            @Nullable Object value = control ? null : decoder.read(item);
            if (value == null) {
                lost = true;
            } else {
                items.add(value);
            }
        }
        if (lost) {
            lose(decoder);
        }
        return items;
    }

    /** A filled cell that nobody can read: what it costs stands on the component. */
    private void lose(ColumnDecoder decoder) {
        Column column = decoder.column();
        String why = "It is not " + decoder.expected();
        unreadable.add(column.name());
        switch (column.loss()) {
            case ROW -> reject(column, why);
            case TAKES_OUT -> {
                takenOut = true;
                tell(RowFindingCode.UNREADABLE_VALUE, column, why, "What depends on it is left out");
            }
            case DECIDING_VALUE -> tell(RowFindingCode.UNREADABLE_VALUE, column, why, "It counts as blank");
            case VALUE -> tell(CsvFindingCode.VALUE_NOT_UNDERSTOOD, column, why);
        }
    }

    private void reject(Column column, String why) {
        rejected = true;
        tell(RowFindingCode.UNREADABLE_VALUE, column, why, "The row is left out");
    }

    private void tell(FindingCode code, Column column, Object... details) {
        if (RecordStatus.isLive(status)) {
            listener.found(Finding.of(code, location.cell(column.name()), shownId(), details));
        }
    }

    private String cell(int index) {
        int position = positions[index];
        return position < 0 || position >= cells.length ? "" : cells[position];
    }

    /** Returns the id of the row, trimmed, empty when blank. */
    public String sourcedId() {
        return sourcedId;
    }

    /** Returns the id as findings show it: blank where what stands below {@code sourcedId} may be a child's name. */
    public String shownId() {
        return shifted || CellText.holdsControl(sourcedId) ? "" : sourcedId;
    }

    /** Returns the status of the row; absent when blank and when unreadable. */
    public Optional<RecordStatus> status() {
        return status;
    }

    /** Tells whether something cannot be read without which there is no record. */
    public boolean isRejected() {
        return rejected;
    }

    /** Tells whether something unreadable takes what the row describes out, be there a record or not. */
    public boolean isTakenOut() {
        return rejected || takenOut;
    }

    /** Returns the columns whose cells are filled and could not be read. */
    public Set<String> unreadable() {
        return unreadable;
    }
}
