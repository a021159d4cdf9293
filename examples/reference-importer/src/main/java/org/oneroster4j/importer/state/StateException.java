package org.oneroster4j.importer.state;

import java.io.IOException;

/** The state folder cannot be used as it is. The message is a sentence that says why, and what to do. */
public class StateException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception for a sentence. */
    StateException(String message) {
        super(message);
    }

    /** Makes an exception for a sentence, with what was met. */
    StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
