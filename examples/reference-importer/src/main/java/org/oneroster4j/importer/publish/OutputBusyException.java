package org.oneroster4j.importer.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Another run is publishing into an output folder at this moment: nothing was written. */
public final class OutputBusyException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputBusyException(Path out) {
        super("Another run is publishing into the output folder " + out
                + ". Nothing was written. Wait until it has ended, and run this one again.");
    }
}
