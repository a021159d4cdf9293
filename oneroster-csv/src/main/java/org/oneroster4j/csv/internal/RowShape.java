package org.oneroster4j.csv.internal;

import java.util.function.BooleanSupplier;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.model.CellText;

/**
 * The one verdict on the shape of a row (contract, R1 shape): whether its cells can be trusted to be below their names. Asked
 * for the rows of one file in their order, once each. For one thread.
 */
public final class RowShape {
    /** What is to be said of a row. */
    public enum Verdict {
        /** It has the cells of the header. */
        SOUND,
        /** All of its cells are blank: it is no row. */
        BLANK,
        /** It has fewer cells, and what is missing counts as blank. */
        SHORT,
        /** It has more cells, as all rows of the file have, and those beyond the header are blank in each of them. */
        TRAILING_BLANKS,
        /** It has fewer cells than the header. */
        TOO_SHORT,
        /** It has more cells, and one beyond the header has a value. */
        TOO_LONG,
        /** It has more cells, and those beyond the header are blank. */
        TOO_LONG_BLANK,
        /** One of its cells has taken in other rows. */
        TAKEN_IN,
        /** It is the last row, no line break ends it, and its last cell may have been longer. */
        CUT,
        /** Text outside the quotes of a value leaves open where its cells end. */
        STRAY_QUOTE;

        /** Tells whether no record is made of the row. */
        public boolean isRejected() {
            return compareTo(TOO_SHORT) >= 0;
        }
    }

    /**
     * A row as the scanner has seen it.
     *
     * @param hasStrayQuote whether text stands outside of quotes
     * @param hasSeveralLines whether it goes over several physical lines
     * @param isUnended whether the file ends in it, without a line break
     * @param endsInQuotes whether its last cell is in quotes
     */
    public record Row(boolean hasStrayQuote, boolean hasSeveralLines, boolean isUnended, boolean endsInQuotes) {
        /** A row of one line with nothing to be said of its quotes, and with a line break. */
        private static final Row PLAIN = new Row(false, false, false, false);

        /**
         * Returns a row.
         *
         * @param ending whether a line break ends it, in the words of {@link Records}
         */
        static Row of(boolean hasStrayQuote, boolean hasSeveralLines, int ending) {
            // Nearly all rows are such, and need no object of their own.
            return !hasStrayQuote && !hasSeveralLines && ending == Records.ENDED
                    ? PLAIN
                    : new Row(
                            hasStrayQuote, hasSeveralLines, ending != Records.ENDED, ending == Records.UNENDED_QUOTED);
        }
    }

    private final Header header;
    private final RowPolicy policy;
    private final BooleanSupplier allHaveTrailingBlanks;
    private final int columns;
    /** The last column that decides; a row that ends before it has no value there. */
    private final int lastDeciding;
    /** Whether any row before has a value in the last column of the header. */
    private boolean hasLastValue;
    /** Whether a row before has another number of cells than the one before it. */
    private boolean isUneven;

    private int length = -1;

    /**
     * Makes the verdicts on one file.
     *
     * @param allHaveTrailingBlanks tells whether all rows of the file have the same number of cells, more than the header, and
     *     blank ones beyond it; asked at most once, when such a row is met
     */
    public RowShape(Header header, RowPolicy policy, BooleanSupplier allHaveTrailingBlanks) {
        this.header = header;
        this.policy = policy;
        this.allHaveTrailingBlanks = allHaveTrailingBlanks;
        this.columns = header.names().size();
        this.lastDeciding = header.lastDeciding();
    }

    /** Judges the next row. */
    public Verdict of(String[] cells, Row row) {
        if (isBlank(cells)) {
            return Verdict.BLANK;
        }
        isUneven |= length >= 0 && length != cells.length;
        length = cells.length;
        Verdict verdict = verdict(cells, row);
        if (!hasLastValue && cells.length >= columns && columns > 0 && !row.hasStrayQuote()) {
            hasLastValue = !CellText.isBlank(cells[columns - 1]);
        }
        return verdict;
    }

    private Verdict verdict(String[] cells, Row row) {
        Verdict verdict = Verdict.SOUND;
        if (cells.length > columns) {
            verdict = longer(cells);
        } else if (cells.length < columns) {
            boolean accepted = policy.shortRows() == RowPolicy.ShortRows.BLANK && cells.length > lastDeciding;
            verdict = accepted ? Verdict.SHORT : Verdict.TOO_SHORT;
        }
        if (verdict.isRejected()) {
            return verdict;
        }
        if (row.hasSeveralLines() && header.hasTakenInRows(cells)) {
            return Verdict.TAKEN_IN;
        }
        if (row.isUnended() && mayBeCut(cells, row.endsInQuotes())) {
            return Verdict.CUT;
        }
        return row.hasStrayQuote() ? Verdict.STRAY_QUOTE : verdict;
    }

    /** Tells whether no cell has a value. */
    public static boolean isBlank(String[] cells) {
        return isBlank(cells, 0, cells.length);
    }

    /** Tells whether no cell has a value, from one place to before another. */
    public static boolean isBlank(String[] cells, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CellText.isBlank(cells[i])) {
                return false;
            }
        }
        return true;
    }

    private Verdict longer(String[] cells) {
        if (!isBlank(cells, columns, cells.length)) {
            return Verdict.TOO_LONG;
        }
        boolean accepted = !isUneven && header.isComplete() && allHaveTrailingBlanks.getAsBoolean();
        return accepted ? Verdict.TRAILING_BLANKS : Verdict.TOO_LONG_BLANK;
    }

    private boolean mayBeCut(String[] cells, boolean endsInQuotes) {
        if (policy.lastRow() == RowPolicy.LastRow.ACCEPT || cells.length > columns) {
            // A comma ends the last cell that counts.
            return false;
        }
        if (cells.length < columns) {
            return true;
        }
        if (endsInQuotes) {
            return false;
        }
        Column column = header.column(columns - 1);
        if (column == null) {
            return false;
        }
        String name = column.name();
        boolean names = column.kind() == ColumnKind.ID
                || name.endsWith("SourcedId")
                || name.endsWith("SourcedIds")
                || policy.identity().filter(name::equals).isPresent();
        if (names || !column.decides()) {
            return names;
        }
        String cell = CellText.trimmed(cells[columns - 1]);
        if (cell.isEmpty()) {
            return hasLastValue;
        }
        // A time after the date says nothing, so it may be cut.
        return column.kind() == ColumnKind.DATE
                && endsInOneDigit(cell)
                && Dates.isDate(cell)
                && cell.indexOf('T') < 0
                && cell.indexOf(' ') < 0;
    }

    private static boolean endsInOneDigit(String text) {
        int last = text.length() - 1;
        return isDigit(text.charAt(last)) && (last == 0 || !isDigit(text.charAt(last - 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
