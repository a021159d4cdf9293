package org.oneroster4j.model;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of one file, read while they are walked through: once, by one thread, and closed afterwards. Rows that could
 * not become records are among them ({@link Row#rejection}), so that nothing disappears between the file and whoever
 * counts.
 *
 * @param <T> the kind of record
 */
public interface RosterRows<T extends RosterRecord> extends Iterable<Row<T>>, AutoCloseable {

    /** Releases the file. Closing twice does nothing. */
    @Override
    void close();

    /** Returns the records alone, in the order of the file; rejected rows are passed over. */
    default Stream<T> records() {
        return StreamSupport.stream(spliterator(), false).flatMap(row -> row.record().stream());
    }
}
