package org.oneroster4j.csv.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
 *
 * <p>Rows that follow each other mostly have the same role, dates, school: a cell that is what a sound one of its column
 * was not long before has its value, and makes no garbage.
 */
public final class RowDecoder implements Repairs {
    /** How many values of a column are remembered: a feed has a few terms with their days, some words, some grades. */
    private static final int SLOTS = 8;

    private static final Repairs UNTOLD = (code, details) -> {};

    /** Reports nothing, and knows what the drop says of the order of dates. */
    private final Repairs silent;

    private final ColumnDecoder[] columns;
    private final int[] positions;
    private final boolean showValues;
    private final Doubts doubts;
    private final FindingListener listener;
    private String[] cells = {};
    private Location.Row location = new Location.Row("", 1);
    private String sourcedId = "";
    private String statusCell = "";
    private Optional<RecordStatus> status = Optional.empty();
    private @Nullable ColumnDecoder current;
    private String currentCell = "";
    /** Why the current cell cannot be read, where that is another reason than its form. */
    private String reason = "";

    private boolean printable;
    private boolean shifted;
    private boolean rejected;
    private boolean takenOut;
    private final Set<String> unreadable = new HashSet<>();
    /** The values of the row, and a place for its metadata. */
    private final Object[] values;
    /** Of each column some cells of which nothing had to be told, and the values that were read from them. */
    private final @Nullable String[] knownCells;

    private final Object[] knownValues;
    /** Of each column the cell above, an object of its own, when nothing had to be told of it: its value still stands. */
    private final @Nullable Object[] cellsAbove;

    /** Whether the columns have few values, which are remembered. */
    private final boolean[] repeats;

    private boolean sound;

    /**
     * Makes a decoder for one file.
     *
     * @param columns the columns in the order of the components; the first are {@code sourcedId}, {@code status}
     *     and {@code dateLastModified}
     * @param showValues whether findings have the content of their cells, which is personal data
     * @param positions where each stands in a row, -1 where the file does not have it
     * @param doubts what the rest of the drop says of cells whose meaning depends on it
     */
    public RowDecoder(
            List<ColumnDecoder> columns, int[] positions, boolean showValues, Doubts doubts, FindingListener listener) {
        this.showValues = showValues;
        this.doubts = doubts;
        this.silent = new Repairs() {
            @Override
            public void repaired(CsvFindingCode code, Object... details) {
                // No one reads it.
            }

            @Override
            public Doubts.SlashDates slashDates() {
                return doubts.slashDates();
            }
        };
        this.columns = columns.toArray(new ColumnDecoder[0]);
        this.positions = positions;
        this.listener = listener;
        this.values = new Object[columns.size() + 1];
        this.knownCells = new @Nullable String[columns.size() * SLOTS];
        this.knownValues = new Object[columns.size() * SLOTS];
        this.cellsAbove = new @Nullable Object[columns.size()];
        this.repeats = new boolean[columns.size()];
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = repeats(this.columns[i]);
        }
    }

    /** Goes to a row of which nothing is known. */
    public void start(String[] row, Location.Row at, boolean mayHaveShifted) {
        start(row, at, mayHaveShifted, false);
    }

    /**
     * Goes to a row and looks at its id and its status.
     *
     * @param mayHaveShifted whether the first cell may be something else than the id, as in a row that is a piece of one
     * @param isPrintable whether it is known that there is no control character in the row
     */
    public void start(String[] row, Location.Row at, boolean mayHaveShifted, boolean isPrintable) {
        printable = isPrintable;
        cells = row;
        location = at;
        shifted = mayHaveShifted;
        rejected = false;
        takenOut = false;
        if (!unreadable.isEmpty()) {
            unreadable.clear();
        }
        sourcedId = CellText.trimmed(cell(0));
        String word = cell(1);
        if (!word.equals(statusCell)) {
            statusCell = word;
            status = Optional.ofNullable(Words.status(CellText.trimmed(word), UNTOLD));
        }
    }

    /**
     * Reads all cells.
     *
     * @return the values of the components, the last of which is left free for the metadata; of no use when the row is
     *     rejected. The same array for each row
     */
    public Object[] values() {
        for (int i = 0; i < columns.length; i++) {
            Object cell = cell(i);
            if (cell != cellsAbove[i]) {
                cellsAbove[i] = take(i, (String) cell) ? cell : null;
            }
        }
        return values;
    }

    /** Makes a cell the value of its column; false when something had to be told of it. */
    private boolean take(int index, String cell) {
        if (!repeats[index]) {
            return read(index, cell);
        }
        int slot = index * SLOTS + (cell.hashCode() & (SLOTS - 1));
        if (cell.equals(knownCells[slot])) {
            values[index] = knownValues[slot];
            return true;
        }
        boolean isSound = read(index, cell);
        if (isSound) {
            knownCells[slot] = cell;
            knownValues[slot] = values[index];
        }
        return isSound;
    }

    private boolean read(int index, String cell) {
        sound = true;
        values[index] = value(columns[index], cell);
        return sound;
    }

    /** Of texts and ids there are too many: one that repeats the cell above has its value from there. */
    private static boolean repeats(ColumnDecoder column) {
        return switch (column.column().kind()) {
            case ID, REFERENCE, REFERENCES, TEXT, USER_IDS -> false;
            case DATE, TIMESTAMP, YEAR, BOOLEAN, NUMBER, TOKEN, TOKENS, TEXTS -> true;
        };
    }

    private Object value(ColumnDecoder decoder, String cell) {
        current = decoder;
        currentCell = cell;
        reason = "";
        if (decoder.isList()) {
            return list(decoder, cell);
        }
        Column column = decoder.column();
        String text = CellText.trimmed(cell);
        if (text.isEmpty()) {
            blank(column, cell);
            return decoder.held(isEnabledUser(column) ? enabledIfBlank(decoder) : null);
        }
        if (column.kind() == ColumnKind.TEXT) {
            return decoder.held(cell);
        }
        if (text.length() < cell.length()) {
            repaired(CsvFindingCode.WHITE_SPACE_AROUND);
        }
        boolean reference = column.kind() == ColumnKind.ID || column.kind() == ColumnKind.REFERENCE;
        @Nullable
        Object value = !printable && reference && CellText.holdsControl(text) ? null : decoder.read(text, this);
        if (value instanceof LocalDate date && date.getYear() < column.placeholderBefore()) {
            reason = "It is before " + column.placeholderBefore() + ", which senders write for no date";
            value = null;
        }
        if (value == null) {
            lose(decoder);
        }
        return decoder.held(value);
    }

    /** The one boolean that decides (contract, R3). */
    private static boolean isEnabledUser(Column column) {
        return column.kind() == ColumnKind.BOOLEAN && column.decides();
    }

    private @Nullable Boolean enabledIfBlank(ColumnDecoder decoder) {
        return switch (doubts.blankEnabled()) {
            case ENABLED -> null;
            case DISABLED -> Boolean.FALSE;
            case UNREADABLE -> {
                reason = "It is blank, and other rows say true, so blank may mean false. The setting blankEnabledUser"
                        + " decides";
                lose(decoder);
                yield null;
            }
        };
    }

    @Override
    public Doubts.SlashDates slashDates() {
        Doubts.SlashDates order = doubts.slashDates();
        if (order == Doubts.SlashDates.UNREADABLE) {
            reason =
                    "Another date of the drop is written day first, so the day and the month of this one are uncertain. The"
                            + " setting dateOrder decides";
        }
        return order;
    }

    private void blank(Column column, String cell) {
        if (!cell.isEmpty()) {
            repaired(CsvFindingCode.WHITE_SPACE_AS_BLANK);
        }
        if (column.blankRejects()) {
            reject(column, "It is blank");
        }
    }

    private List<?> list(ColumnDecoder decoder, String cell) {
        if (CellText.isBlank(cell)) {
            blank(decoder.column(), cell);
            return List.of();
        }
        @Nullable Object only = onlyItem(decoder, cell);
        if (only != null) {
            return List.of(only);
        }
        List<Object> items = new ArrayList<>(4);
        boolean lost = false;
        boolean spaced = false;
        boolean blank = false;
        for (int start = 0; start <= cell.length(); ) {
            int comma = cell.indexOf(',', start);
            int end = comma < 0 ? cell.length() : comma;
            String item = CellText.trimmed(cell.substring(start, end));
            blank |= item.isEmpty();
            spaced |= item.length() < end - start;
            start = end + 1;
            if (item.isEmpty()) {
                continue;
            }
            boolean control = decoder.column().kind() == ColumnKind.REFERENCES && CellText.holdsControl(item);
            @Nullable Object value = control ? null : decoder.read(item, this);
            if (value == null) {
                lost = true;
            } else {
                items.add(value);
            }
        }
        if (blank) {
            repaired(CsvFindingCode.LIST_BLANK_ITEM);
        } else if (spaced) {
            repaired(CsvFindingCode.LIST_SPACING);
        }
        if (lost) {
            lose(decoder);
        }
        return items;
    }

    /** Reads a list of one item with nothing around it; null when it is another list, or cannot be read. */
    private @Nullable Object onlyItem(ColumnDecoder decoder, String cell) {
        boolean single = cell.indexOf(',') < 0 && CellText.trimmed(cell).length() == cell.length();
        return single && !CellText.holdsControl(cell) ? decoder.read(cell, this) : null;
    }

    @Override
    public void repaired(CsvFindingCode code, Object... details) {
        if (current != null) {
            tell(code, current.column(), details);
        }
    }

    /** A filled cell that nobody can read: what it costs stands on the component. */
    private void lose(ColumnDecoder decoder) {
        Column column = decoder.column();
        String why = reason.isEmpty() ? "It is not " + decoder.expected() : reason;
        unreadable.add(column.name());
        switch (column.loss()) {
            case ROW -> reject(column, why);
            case TAKES_OUT -> {
                takenOut = true;
                tell(RowFindingCode.UNREADABLE_VALUE, column, why, "What the row describes is left out");
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
        sound = false;
        // The word that says that the record is gone is judged all the same.
        if (RecordStatus.isLive(status) || column.name().equals("status")) {
            Finding finding = Finding.of(code, location.cell(column.name()), shownId(), details);
            listener.found(showValues ? finding.showing(currentCell) : finding);
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

    /** Returns when the row says that it was changed; absent when blank and when unreadable. */
    public Optional<Instant> dateLastModified() {
        return Optional.ofNullable(Dates.instant(CellText.trimmed(cell(2)), silent));
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
        return unreadable.isEmpty() ? Set.of() : unreadable;
    }
}
