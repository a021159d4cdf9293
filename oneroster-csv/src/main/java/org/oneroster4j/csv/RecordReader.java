package org.oneroster4j.csv;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.ConstraintCheck;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.CsvRows;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.csv.internal.RowDecoder;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * The rows of one file, read while they are walked through, in memory that does not grow with the file. To be used by one
 * thread, once, and closed. Each step may throw {@link DropUnreadableException}, and {@link java.io.UncheckedIOException}
 * when the medium fails.
 *
 * @param <T> the kind of record
 */
public final class RecordReader<T extends RosterRecord> implements RosterRows<T> {
    private final RosterFile<T> file;
    private final ReadOptions options;
    private final FindingListener listener;
    private final CsvRows records;
    private final boolean utf16;
    private final String fileName;
    private final Header header;
    private final RowDecoder decoder;
    private final Optional<ImportMode> mode;
    private boolean walked;
    private boolean toldOfBulk;

    RecordReader(
            RosterFile<T> file,
            String fileName,
            InputStream bytes,
            Optional<ImportMode> mode,
            ReadOptions options,
            FindingListener listener) {
        this.mode = mode;
        this.file = file;
        this.options = options;
        this.listener = listener;
        this.fileName = fileName;
        CsvRecords all = new CsvRecords(bytes, fileName, CsvRecords.Dialect.of(options));
        this.header = all.header(file.columns());
        this.utf16 = all.isUtf16();
        this.records = new CsvRows(all, fileName, options.readAhead());
        this.decoder =
                new RowDecoder(file.decoders(), header.positions(file.columns()), options.showValues(), listener);
    }

    /** Says what is not as it should be about the header; a file that is not there has none. */
    void tellOfHeader() {
        if (utf16) {
            listener.found(Finding.of(CsvFindingCode.UTF_16, new Location.File(fileName), ""));
        }
        for (Header.Issue issue : header.issues()) {
            listener.found(Finding.of(issue.code(), new Location.Header(fileName, issue.column()), "", issue.detail()));
        }
    }

    /** Returns the rows; they can be walked through once. */
    @Override
    public Iterator<Row<T>> iterator() {
        if (walked) {
            throw new IllegalStateException("The rows of " + fileName + " were walked through before; open it again");
        }
        walked = true;
        return new Rows();
    }

    @Override
    public void close() {
        records.close();
    }

    private final class Rows implements Iterator<Row<T>> {
        private String @Nullable [] next;
        private boolean ended;
        private long rows;

        /** Reads the next record now and not before, so that what cannot be read hides no row that can. */
        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = records.next();
                ended = next == null;
                if (ended && rows == 0 && !header.names().isEmpty()) {
                    listener.found(Finding.of(CsvFindingCode.FILE_WITHOUT_ROWS, new Location.File(fileName), ""));
                }
            }
            return next != null;
        }

        @Override
        public Row<T> next() {
            String[] cells = hasNext() ? next : null;
            if (cells == null) {
                throw new NoSuchElementException();
            }
            next = null;
            rows++;
            return row(cells);
        }
    }

    /**
     * A quote that is opened in one row and closed in the same column of a later one makes one person of two: the value
     * between them has as many commas as a row. No title or name has, so that is the end of reading.
     */
    static void refuseIfRowsAreSwallowed(String[] cells, int columns, Location.Row location, long lastLine) {
        long commas = columns - 1L;
        for (String cell : cells) {
            boolean swallows = cell.indexOf('\n') >= 0
                    && commas >= 3
                    && cell.chars().filter(c -> c == ',').count() >= commas;
            if (swallows) {
                throw new DropUnreadableException(
                        Finding.of(CsvFindingCode.UNTERMINATED_QUOTE, location, "", lastLine));
            }
        }
    }

    private void tellOfLineBreak(String[] cells, Location.Row location) {
        refuseIfRowsAreSwallowed(cells, header.names().size(), location, records.lastLine());
        listener.found(Finding.of(CsvFindingCode.LINE_BREAK_IN_VALUE, location, decoder.shownId(), records.lastLine()));
    }

    private void tellOfLength(String[] cells, Location.Row location, boolean ragged) {
        int columns = header.names().size();
        if (cells.length != columns && !ragged) {
            listener.found(Finding.of(
                    cells.length < columns ? CsvFindingCode.SHORT_ROW : CsvFindingCode.BLANK_EXTRA_CELLS,
                    location,
                    decoder.shownId(),
                    cells.length,
                    columns));
        }
    }

    /** What the manifest says of the file against what the row says of itself. */
    private void tellOfMode(T record, Location.Row location) {
        boolean status = record.status().isPresent();
        boolean date = record.dateLastModified().isPresent();
        if (mode.filter(said -> said == ImportMode.BULK).isPresent() && (status || date) && !toldOfBulk) {
            toldOfBulk = true;
            listener.found(Finding.of(
                    CsvFindingCode.BULK_WITH_STATUS,
                    location.cell(status ? "status" : "dateLastModified"),
                    decoder.shownId()));
        }
        if (mode.filter(said -> said == ImportMode.DELTA).isPresent()) {
            if (!status && !decoder.unreadable().contains("status")) {
                listener.found(
                        Finding.of(CsvFindingCode.DELTA_WITHOUT_STATUS, location.cell("status"), decoder.shownId()));
            }
            if (!date && !decoder.unreadable().contains("dateLastModified")) {
                listener.found(Finding.of(
                        CsvFindingCode.DELTA_WITHOUT_DATE, location.cell("dateLastModified"), decoder.shownId()));
            }
        }
    }

    private Row<T> row(String[] cells) {
        Location.Row location = new Location.Row(fileName, records.firstLine());
        Row.Cells texts = column -> {
            int position = header.position(column);
            return position < 0 || position >= cells.length ? "" : cells[position];
        };
        boolean ragged = header.isExceededBy(cells);
        boolean broken = cells.length < header.names().size();
        boolean shifted = broken || ((ragged || records.hasStrayQuote()) && !header.isFirst("sourcedId"));
        decoder.start(cells, location, shifted, records.isAscii());
        if (records.hasBareQuote()) {
            listener.found(Finding.of(CsvFindingCode.QUOTE_IN_BARE_VALUE, location, decoder.shownId()));
        }
        if (records.hasStrayQuote()) {
            listener.found(Finding.of(CsvFindingCode.STRAY_QUOTE, location, decoder.shownId()));
            return Row.rejected(location, decoder.sourcedId(), decoder.status(), CsvFindingCode.STRAY_QUOTE, texts);
        }
        tellOfLength(cells, location, ragged);
        if (records.lastLine() > records.firstLine()) {
            tellOfLineBreak(cells, location);
        }
        Object[] values = decoder.values();
        if (ragged) {
            listener.found(Finding.of(
                    RowFindingCode.RAGGED_ROW,
                    location,
                    decoder.shownId(),
                    cells.length,
                    header.names().size()));
        }
        if (ragged || decoder.isRejected()) {
            RowFindingCode code = decoder.isTakenOut() ? RowFindingCode.UNREADABLE_VALUE : RowFindingCode.RAGGED_ROW;
            return Row.rejected(location, decoder.sourcedId(), decoder.status(), code, texts);
        }
        T record = file.record(values, header.metadata(cells));
        tellOfMode(record, location);
        if (options.validate() && RecordStatus.isLive(record.status())) {
            ConstraintCheck.check(record, location, decoder.unreadable(), listener);
        }
        return Row.read(location, record, decoder.unreadable(), texts);
    }
}
