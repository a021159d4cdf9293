package org.oneroster4j.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.RowShape.Verdict;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * Reports the shapes of the rows of one file: single rows with their lines, and what affects the file as a whole once. For
 * one thread.
 */
final class ShapeFindings {
    /** How many rejected rows are reported one by one; more have one cause, and are counted. */
    private static final int ONE_BY_ONE = 20;

    /** How many lines a message names. */
    private static final int LINES = 5;

    private final String fileName;
    private final int columns;
    private final FindingListener listener;
    private final Lines blank = new Lines();
    private final Lines trailing = new Lines();
    private final Lines shorter = new Lines();
    private final Lines longer = new Lines();
    private long rejected;
    private int cells;

    ShapeFindings(String fileName, Header header, FindingListener listener) {
        this.fileName = fileName;
        this.columns = header.names().size();
        this.listener = listener;
    }

    /** The lines of the first of some rows, and how many there are. */
    private static final class Lines {
        private final List<Long> first = new ArrayList<>();
        private long count;

        void add(long line) {
            count++;
            if (first.size() < LINES) {
                first.add(line);
            }
        }

        long line() {
            return first.get(0);
        }

        /** Returns, for example, {@code 3 rows (lines 4, 7 and 9)}. */
        String words() {
            String lines = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
            String which = first.size() == 1 ? "line " + lines : "lines " + lines;
            return count + (count == 1 ? " row (" : " rows (") + which + (count > first.size() ? ", …)" : ")");
        }
    }

    /** Notes a row whose cells are all blank. */
    void blank(long line) {
        blank.add(line);
    }

    /** Notes or reports the verdict on a row. */
    void row(Verdict verdict, int length, Location.Row location, long lastLine) {
        switch (verdict) {
            case SOUND, BLANK -> {
                // Nothing is wrong with its shape.
            }
            case TRAILING_BLANKS -> {
                trailing.add(location.line());
                cells = length;
            }
            case SHORT -> shorter.add(location.line());
            case TOO_LONG_BLANK -> {
                longer.add(location.line());
                cells = length;
            }
            case STRAY_QUOTE -> listener.found(Finding.of(CsvFindingCode.STRAY_QUOTE, location, ""));
            case TOO_SHORT, TOO_LONG, TAKEN_IN, CUT -> {
                rejected++;
                if (rejected <= ONE_BY_ONE) {
                    ragged(location, cause(verdict, length, lastLine));
                }
            }
        }
    }

    private String cause(Verdict verdict, int length, long lastLine) {
        return switch (verdict) {
            case TOO_SHORT ->
                numbers(length)
                        + ": it was cut off, or a line break splits it. Where the sender leaves out blank cells at"
                        + " the end of rows, the setting shortRows: blank accepts that.";
            case TOO_LONG -> numbers(length) + ": most likely a value with a comma is not in quotes.";
            case TAKEN_IN ->
                "A value goes over several lines, up to line " + lastLine
                        + ", and has a comma after a line break: a quote that is not closed has taken in other rows.";
            default ->
                "The file ends in this row without a line break, and its last value may have been cut off. The setting"
                        + " lastRow: accept takes such a row.";
        };
    }

    private String numbers(int length) {
        return "The row has " + length + (length == 1 ? " cell" : " cells") + " and the header " + columns;
    }

    private void ragged(Location location, String cause) {
        listener.found(Finding.of(RowFindingCode.RAGGED_ROW, location, "", cause));
    }

    /** Reports what is said once, when all rows are read. */
    void end() {
        if (longer.count > 0) {
            ragged(
                    new Location.Row(fileName, longer.line()),
                    longer.words() + (longer.count == 1 ? " has" : " have") + " more cells than the header (" + cells
                            + " instead of " + columns
                            + "), blank ones at the end: a value with a comma may not be in quotes. Blank cells at the"
                            + " end are ignored only where all rows have as many, and the header has every column of"
                            + " OneRoster and no unknown name.");
        }
        if (rejected > ONE_BY_ONE) {
            long more = rejected - ONE_BY_ONE;
            ragged(
                    new Location.File(fileName),
                    "Another " + more + (more == 1 ? " row has" : " rows have")
                            + " a wrong shape, as those reported before.");
        }
        once(CsvFindingCode.BLANK_ROWS, blank);
        once(CsvFindingCode.SHORT_ROW, shorter);
        once(CsvFindingCode.BLANK_EXTRA_CELLS, trailing);
    }

    private void once(CsvFindingCode code, Lines lines) {
        if (lines.count > 0) {
            listener.found(
                    Finding.of(code, new Location.Row(fileName, lines.line()), "", lines.words(), cells, columns));
        }
    }
}
