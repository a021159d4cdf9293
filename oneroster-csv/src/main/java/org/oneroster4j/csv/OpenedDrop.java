package org.oneroster4j.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A drop whose files are opened once each, for those who look at its headers and then read its rows: between the two the files
 * stay open. What a whole file has to be read for before its rows can be judged opens it again.
 *
 * <pre>{@code
 * try (OpenedDrop opened = drop.openedOnce()) {
 *     boolean sound = new DropCheck(opened.drop()).isSound(OneRosterFile.ofRoster(), findings);
 *     opened.drop().users() ...
 * }
 * }</pre>
 *
 * <p>Safe for several threads, as {@link OneRosterDrop} is.
 */
public final class OpenedDrop implements Closeable {
    private final OneRosterDrop drop;
    private final List<KeptSource> sources;

    OpenedDrop(OneRosterDrop drop, List<KeptSource> sources) {
        this.drop = drop;
        this.sources = List.copyOf(sources);
    }

    /** Returns the drop. After {@link #close} it can be read as before, and opens a file each time. */
    public OneRosterDrop drop() {
        return drop;
    }

    /**
     * Closes the files that no one reads now. Closing twice does nothing.
     *
     * @throws IOException when one cannot be closed; the others are
     */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (KeptSource source : sources) {
            try {
                source.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
