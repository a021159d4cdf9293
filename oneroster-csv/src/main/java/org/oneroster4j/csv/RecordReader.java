package org.oneroster4j.csv;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.Ahead;
import org.oneroster4j.csv.internal.CsvRecords;
import org.oneroster4j.csv.internal.Header;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * The rows of one file, read while they are walked through, in memory that does not grow with the file. To be used by one
 * thread, once, and closed. Each step may throw {@link DropUnreadableException}, and {@link java.io.UncheckedIOException}
 * when the medium fails.
 *
 * @param <T> the kind of record
 */
public final class RecordReader<T extends RosterRecord> implements RosterRows<T> {
    /** A file below is read before another thread would be under way. */
    private static final int MANY = 10_000;

    private final FindingListener listener;
    private final CsvRecords records;
    private final boolean utf16;
    private final OneRosterFile file;
    private final String fileName;
    private final Header header;
    private final RowMaker<T> maker;
    /** Whom the maker of rows tells: the listener, or a batch of rows that another thread makes. */
    private FindingListener told;

    private final boolean mayReadAhead;
    private long untilAhead;
    private @Nullable Ahead<Batch<T>> ahead;
    private boolean walked;
    private boolean closed;

    RecordReader(
            RosterFile<T> file,
            String fileName,
            InputStream bytes,
            Optional<ImportMode> mode,
            ReadOptions options,
            DropEvidence evidence,
            FindingListener listener) {
        this.listener = listener;
        this.told = listener;
        this.file = file.file();
        this.fileName = fileName;
        this.records = new CsvRecords(bytes, fileName, CsvRecords.Dialect.of(options));
        this.header = records.header(file.columns());
        this.utf16 = records.isUtf16();
        this.mayReadAhead = options.readAhead() == ReadAhead.ALWAYS
                || (options.readAhead() == ReadAhead.AUTOMATIC
                        && Runtime.getRuntime().availableProcessors() > 1);
        this.untilAhead = options.readAhead() == ReadAhead.ALWAYS ? 0 : MANY;
        this.maker = new RowMaker<>(
                file, fileName, header, records, mode, options, evidence, finding -> told.found(finding));
    }

    /** Counts the values in the columns that decide while the rows are read. */
    void count(FilledColumns columns) {
        maker.count(columns.of(file, header));
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

    /** Ends the other thread and closes the file. Waits for a read that is under way. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        if (ahead != null) {
            ahead.close();
        }
        records.close();
    }

    private final class Rows implements Iterator<Row<T>> {
        private @Nullable Row<T> next;
        private String @Nullable [] cells;
        private boolean ended;
        private long rows;

        /** Reads the next record now and not before, so that what cannot be read hides no row that can. */
        @Override
        public boolean hasNext() {
            if (next == null && cells == null && !ended) {
                read();
                if (ended && rows == 0 && !header.names().isEmpty()) {
                    listener.found(Finding.of(CsvFindingCode.FILE_WITHOUT_ROWS, new Location.File(fileName), ""));
                }
            }
            return !ended;
        }

        private void read() {
            if (closed) {
                throw new IllegalStateException(fileName + " was closed");
            }
            if (ahead == null && mayReadAhead && untilAhead-- <= 0) {
                ahead = new Ahead<>("oneroster rows of " + fileName, () -> new Batch<>(RecordReader.this));
            }
            if (ahead == null) {
                cells = nextCells();
                ended = cells == null;
            } else {
                next = made(ahead);
                ended = next == null;
            }
        }

        @Override
        public Row<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            rows++;
            Row<T> row = next == null ? maker.row(Objects.requireNonNull(cells)) : next;
            next = null;
            cells = null;
            return row;
        }
    }

    /** Returns the cells of the next row, null at the end; records whose cells are all blank are no rows. */
    private String @Nullable [] nextCells() {
        String @Nullable [] cells = records.next();
        while (cells != null && !maker.isRow(cells)) {
            cells = records.next();
        }
        if (cells == null) {
            maker.end();
        }
        return cells;
    }

    /** Returns the next row that another thread has made, and says what that found; null at the end. */
    private @Nullable Row<T> made(Ahead<Batch<T>> other) {
        boolean more = other.next();
        other.batch().tell(other.place(), listener);
        if (more) {
            return other.batch().row(other.place());
        }
        other.throwFailure();
        return null;
    }

    /** Rows that another thread makes, with what it finds while it makes each. */
    private static final class Batch<T extends RosterRecord> extends Ahead.Batch implements FindingListener {
        private static final int ROWS = 256;
        /** Rows of long cells are few in a batch, so that what waits stays small. */
        private static final int CHARACTERS = 1 << 17;

        private final RecordReader<T> reader;
        private final List<Row<T>> rows = new ArrayList<>(ROWS);
        private final List<Finding> findings = new ArrayList<>();
        /** The row that each of the findings was made with. */
        private final IntColumn places = new IntColumn();

        private int making;
        private int told;
        private long characters;

        Batch(RecordReader<T> reader) {
            this.reader = reader;
        }

        @Override
        protected void clear() {
            rows.clear();
            findings.clear();
            told = 0;
            characters = 0;
            reader.told = this;
        }

        @Override
        protected boolean isFull(int made) {
            return made == ROWS || characters >= CHARACTERS;
        }

        @Override
        protected boolean make(int place) {
            making = place;
            String @Nullable [] cells = reader.nextCells();
            if (cells == null) {
                return false;
            }
            for (String cell : cells) {
                characters += cell.length();
            }
            rows.add(reader.maker.row(cells));
            return true;
        }

        @Override
        public void found(Finding finding) {
            places.set(findings.size(), making);
            findings.add(finding);
        }

        Row<T> row(int place) {
            return rows.get(place);
        }

        /** Tells what was found up to a row, once. */
        void tell(int place, FindingListener listener) {
            while (told < findings.size() && places.get(told) <= place) {
                listener.found(findings.get(told++));
            }
        }
    }

    /** A row that has taken in others in a column of the sender's own is the end of reading: they cannot be told apart. */
    static void refuseIfRowsAreSwallowed(String[] cells, Header header, Location.Row location, long lastLine) {
        if (header.isSwallowing(cells)) {
            throw new DropUnreadableException(Finding.of(CsvFindingCode.UNTERMINATED_QUOTE, location, "", lastLine));
        }
    }
}
