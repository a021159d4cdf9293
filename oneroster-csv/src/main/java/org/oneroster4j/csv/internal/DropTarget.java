package org.oneroster4j.csv.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a drop go, one after the other. */
interface DropTarget extends Closeable {
    /** Starts a file; the one before it is closed by then. Closing the stream ends the file. */
    OutputStream open(String name) throws IOException;

    /** Says that all files are there. */
    void finish() throws IOException;

    /** Releases the target. What was written of a drop that was not finished is taken back, where that can be done. */
    @Override
    void close() throws IOException;
}
