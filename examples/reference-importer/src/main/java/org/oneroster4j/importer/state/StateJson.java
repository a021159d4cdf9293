package org.oneroster4j.importer.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.oneroster4j.importer.disk.SmallJson;

/** The small files of the state folder. */
final class StateJson {
    /** What to do when a file is damaged that says what was published. */
    static final String RESTORE =
            "Restore the folder from a backup; or remove it, and the next run publishes without comparing.";

    /** What to do when another one is. */
    static final String REMOVE = "Remove the file: what it says of a run is lost, and what was published is not.";

    private StateJson() {}

    /**
     * Reads a file; absent when it is not there.
     *
     * @param remedy what to do when it is damaged
     * @throws StateException when it is not what was written
     */
    static <T> Optional<T> read(Path file, Class<T> type, String remedy) throws IOException {
        try {
            return SmallJson.read(file, type);
        } catch (SmallJson.DamagedException e) {
            throw damaged(file, remedy, e);
        }
    }

    /** What is told of a file that is not what was written; what Jackson says of it would show its content. */
    static StateException damaged(Path file, String remedy, Throwable cause) {
        return new StateException("The file " + file + " of the state folder is damaged. " + remedy, cause);
    }
}
