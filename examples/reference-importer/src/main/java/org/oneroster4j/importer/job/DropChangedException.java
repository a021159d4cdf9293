package org.oneroster4j.importer.job;

import java.io.IOException;

/** A drop was written while it was read: what was found in it may be of two drops. */
final class DropChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    DropChangedException() {
        super("The drop has changed while it was read. Run it again when all of it has arrived.");
    }
}
