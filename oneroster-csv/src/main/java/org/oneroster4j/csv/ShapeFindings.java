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
 * Reports the shapes of the rows of one file: single rows with their lines, and a cause that affects the whole file once. For
 * one thread.
 */
final class ShapeFindings {
    /** How many rejected rows are reported one by one; more have one cause, and are counted. */
    private static final int ONE_BY_ONE = 20;

    /** How many lines a message names. */
    private static final int LINES = 5;

    private final String fileName;
    private final int columns;
    private final int lastDeciding;
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
        this.lastDeciding = header.lastDeciding();
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

        /** Returns, for example, {@code 3 rows (lines 4, 7, 9)}. */
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
                    ragged(location, cause(verdict, length, lastLine), setting(verdict, length));
                }
            }
        }
    }

    private String cause(Verdict verdict, int length, long lastLine) {
        return switch (verdict) {
            case TOO_SHORT -> numbers(length) + ": it was cut off, or a line break splits it.";
            case TOO_LONG -> numbers(length) + ": most likely a value with a comma is not in quotes.";
            case TAKEN_IN ->
                "A value goes over several lines, up to line " + lastLine
                        + ", and has a comma after a line break: most likely a quote is not closed, and other rows are"
                        + " merged into the value.";
            default -> "The file ends in this row without a line break, so the row may have been cut off.";
        };
    }

    /** Returns how the settings accept a row, as a sentence after a space; empty when they do not. */
    private String setting(Verdict verdict, int length) {
        return switch (verdict) {
            case TOO_SHORT ->
                length > lastDeciding
                        ? " If the sender leaves out blank cells at the end of rows, set shortRows: blank."
                        : "";
            case CUT -> " If the sender ends its files without a line break, set lastRow: accept.";
            default -> "";
        };
    }

    private String numbers(int length) {
        return "The row has " + length + (length == 1 ? " cell" : " cells") + " and the header " + columns;
    }

    private void ragged(Location location, String cause, String setting) {
        listener.found(Finding.of(RowFindingCode.RAGGED_ROW, location, "", cause, setting));
    }

    /** Reports what affects the whole file, when all rows are read. */
    void end() {
        if (longer.count > 0) {
            ragged(
                    new Location.Row(fileName, longer.line()),
                    longer.words() + (longer.count == 1 ? " has" : " have") + " more cells than the header (" + cells
                            + " instead of " + columns
                            + "); those beyond it are blank. Most likely a value with a comma is not in quotes.",
                    " Where all rows have as many, they are read if the header has every column of OneRoster 1.1 and no"
                            + " unknown name.");
        }
        if (rejected > ONE_BY_ONE) {
            long more = rejected - ONE_BY_ONE;
            ragged(
                    new Location.File(fileName),
                    "Another " + more + (more == 1 ? " row has" : " rows have")
                            + " a wrong shape, like those reported before.",
                    "");
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
