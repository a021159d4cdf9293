package org.oneroster4j.csv.internal;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Splits text into records of cells. The seam behind which the CSV parser stands, so that it can be exchanged. */
interface Tokenizer extends Closeable {
    /**
     * Returns the cells of the next record, a new array that the caller may keep; null at the end. An empty cell is an
     * empty text, quoted or not.
     *
     * @throws RuntimeException what the reader behind it threw
     */
    String @Nullable [] next();

    @Override
    void close();
}
