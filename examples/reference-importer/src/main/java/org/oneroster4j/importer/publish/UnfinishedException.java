package org.oneroster4j.importer.publish;

import java.io.IOException;

/** A publication could be neither finished nor undone: the folder has files of two runs until the next run puts it right. */
public final class UnfinishedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnfinishedException(String message, Throwable cause) {
        super(message, cause);
    }
}
