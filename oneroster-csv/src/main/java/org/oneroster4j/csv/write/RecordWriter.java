package org.oneroster4j.csv.write;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.CsvRowWriter;
import org.oneroster4j.model.RosterRecord;

/**
 * Writes the records of one file, in the order in which they come and in memory that does not grow with them. The file
 * begins with its first record: one without any is not made. For one thread; to be closed before the next file is opened.
 *
 * @param <T> the kind of record
 */
public final class RecordWriter<T extends RosterRecord> implements Closeable {
    /** Starts the file. */
    @FunctionalInterface
    interface Start {
        /** Writes the header. */
        CsvRowWriter open() throws IOException;
    }

    private final RecordEncoder<T> encoder;
    private final Start start;
    private @Nullable CsvRowWriter rows;
    private boolean closed;

    RecordWriter(RecordEncoder<T> encoder, Start start) {
        this.encoder = encoder;
        this.start = start;
    }

    /**
     * Writes a record.
     *
     * @throws InvalidRecordException when OneRoster 1.1 does not have such a record; nothing of it is written, and others
     *     can be written after it
     * @throws IOException when the medium fails, and with it the drop
     * @throws IllegalStateException when the file is closed
     */
    public void write(T record) throws IOException {
        if (closed) {
            throw new IllegalStateException("The file is closed");
        }
        var cells = encoder.cells(record);
        CsvRowWriter out = rows;
        if (out == null) {
            out = start.open();
            rows = out;
        }
        out.row(cells);
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends the file. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        closed = true;
        if (rows != null) {
            rows.close();
        }
    }
}
