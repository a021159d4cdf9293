package org.oneroster4j.csv.internal;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.ReadAhead;

/**
 * The records of one file behind its header. Where there are many, another thread splits them while the caller looks at
 * those before: same records, in the same order, and what fails fails behind the same record. For one thread, and, when it
 * is {@link #abandon abandoned}, one other.
 */
public final class CsvRows implements Closeable {
    /** A file below is read before another thread would be under way. */
    private static final int MANY = 10_000;

    private final CsvRecords records;
    private final String file;
    private final boolean mayReadAhead;
    private long untilAhead;
    private volatile @Nullable Ahead<Batch> ahead;
    private volatile boolean closed;

    /** Goes on with records whose header was read; {@link #close} closes them. */
    public CsvRows(CsvRecords records, String file, ReadAhead readAhead) {
        this.records = records;
        this.file = file;
        mayReadAhead = readAhead == ReadAhead.ALWAYS
                || (readAhead == ReadAhead.AUTOMATIC && Runtime.getRuntime().availableProcessors() > 1);
        untilAhead = readAhead == ReadAhead.ALWAYS ? 0 : MANY;
    }

    /**
     * Returns the cells of the next record, an array that nobody may change; null at the end.
     *
     * @throws org.oneroster4j.csv.DropUnreadableException when the rest of the file cannot be read
     * @throws java.io.UncheckedIOException when the medium fails
     * @throws IllegalStateException when it was closed
     */
    public String @Nullable [] next() {
        if (closed) {
            throw new IllegalStateException(file + " was closed");
        }
        Ahead<Batch> other = ahead;
        if (other == null) {
            if (!mayReadAhead || untilAhead-- > 0) {
                return records.next();
            }
            other = new Ahead<>("oneroster read-ahead of " + file, () -> new Batch(records));
            ahead = other;
        }
        if (other.next()) {
            return other.batch().cells[other.place()];
        }
        other.throwFailure();
        return null;
    }

    /** Tells whether another thread splits the records by now. */
    public boolean isReadAhead() {
        return ahead != null;
    }

    /** Returns the physical line on which the record starts that {@link #next} returned last. */
    public long firstLine() {
        Ahead<Batch> other = ahead;
        return other == null ? records.firstLine() : other.batch().firstLines[other.place()];
    }

    /** Returns the physical line on which it ends. */
    public long lastLine() {
        Ahead<Batch> other = ahead;
        return other == null ? records.lastLine() : other.batch().lastLines[other.place()];
    }

    /** Tells whether its quotes leave open where its cells end. */
    public boolean hasStrayQuote() {
        return quotes() == Records.STRAY_QUOTE;
    }

    /** Tells whether a cell without quotes has a quote in it. */
    public boolean hasBareQuote() {
        return quotes() == Records.BARE_QUOTE;
    }

    private int quotes() {
        Ahead<Batch> other = ahead;
        return other == null ? records.quotes() : other.batch().quotes[other.place()];
    }

    /** Tells whether the record is known to have no other characters than those of ASCII that can be printed. */
    public boolean isAscii() {
        Ahead<Batch> other = ahead;
        return other == null ? records.isAscii() : other.batch().ascii[other.place()];
    }

    /** Says, from another thread, that nothing more is asked for: whoever waits for a record fails once interrupted. */
    public void abandon() {
        closed = true;
        Ahead<Batch> other = ahead;
        if (other != null) {
            other.abandon();
        }
    }

    /** Ends the other thread and releases the file. Waits for a read that is under way. Closing twice does nothing. */
    @Override
    public void close() {
        closed = true;
        Ahead<Batch> other = ahead;
        if (other != null) {
            other.close();
        }
        records.close();
    }

    /** Some records. */
    private static final class Batch extends Ahead.Batch {
        private static final int RECORDS = 256;
        /** Records of long cells are few in a batch, so that what waits stays small. */
        private static final int CHARACTERS = 1 << 16;

        final CsvRecords records;
        final String[][] cells = new String[RECORDS][];
        /** One place more than there are records, for whoever asks at the end. */
        final long[] firstLines = new long[RECORDS + 1];

        final long[] lastLines = new long[RECORDS + 1];
        final int[] quotes = new int[RECORDS + 1];
        final boolean[] ascii = new boolean[RECORDS + 1];
        private long characters;

        Batch(CsvRecords records) {
            this.records = records;
        }

        @Override
        protected void clear() {
            characters = 0;
        }

        @Override
        protected boolean isFull(int made) {
            return made == RECORDS || characters >= CHARACTERS;
        }

        @Override
        protected boolean make(int place) {
            String @Nullable [] next = records.next();
            if (next == null) {
                return false;
            }
            for (String cell : next) {
                characters += cell.length();
            }
            cells[place] = next;
            firstLines[place] = records.firstLine();
            lastLines[place] = records.lastLine();
            quotes[place] = records.quotes();
            ascii[place] = records.isAscii();
            return true;
        }
    }
}
