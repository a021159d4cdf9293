package org.oneroster4j.importer.job;

import java.io.IOException;
import java.util.Optional;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.impero.ImperoRoster;

/**
 * What somebody saw of a drop that was mapped to be looked at.
 *
 * @param run the run; rejected when the drop could not be mapped
 * @param seen what was seen; absent when there was nothing to see
 */
public record Looked<V>(RunResult run, Optional<V> seen) {

    /** Looks at a drop and at what the mapping made of it. */
    @FunctionalInterface
    public interface Look<V> {
        /**
         * Returns what there is to see.
         *
         * @param drop the drop that was mapped, to be read again; what is wrong with its rows is then told again
         * @throws IOException when the medium fails
         */
        V at(OneRosterDrop drop, ImperoRoster roster) throws IOException;
    }
}
