package org.oneroster4j.importer.state;

import java.nio.file.Path;

/** Somebody else works with a state folder at this moment. */
public final class StateBusyException extends StateException {
    private static final long serialVersionUID = 1L;

    StateBusyException(Path folder) {
        super("Another run works with the state folder " + folder
                + ". Wait until it has ended, and run this one again.");
    }
}
