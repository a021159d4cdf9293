package org.oneroster4j.importer.job;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.importer.state.ColumnCounts;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * What a drop has lost since the last full one: the rows of academicSessions, or all values of a column that decides (contract,
 * {@code file-gone} and {@code column-emptied}).
 */
final class LostColumns {
    /** From a tenth of the rows on a column counts as one that the sender fills. */
    private static final int ONE_IN = 10;

    private final ColumnCounts before;
    private final ColumnCounts now;
    private final Set<String> withoutColumns;
    private final FindingListener listener;
    private boolean any;

    private LostColumns(ColumnCounts before, ColumnCounts now, Set<String> withoutColumns, FindingListener listener) {
        this.before = before;
        this.now = now;
        this.withoutColumns = withoutColumns;
        this.listener = listener;
    }

    /** Tells whether something is lost; the listener gets what. */
    static boolean areThere(
            ColumnCounts before, ColumnCounts now, Set<String> withoutColumns, FindingListener listener) {
        LostColumns lost = new LostColumns(before, now, withoutColumns, listener);
        lost.sessions();
        OneRosterFile.ofRoster().forEach(lost::columns);
        return lost.any;
    }

    private void sessions() {
        OneRosterFile file = OneRosterFile.ACADEMIC_SESSIONS;
        boolean had = before.of(file).filter(counts -> counts.rows() > 0).isPresent();
        boolean has = now.of(file).filter(counts -> counts.rows() > 0).isPresent();
        if (had && !has) {
            any = true;
            listener.found(Finding.of(ImperoCode.FILE_GONE, new Location.File(file.fileName()), "", file.fileName()));
        }
    }

    private void columns(OneRosterFile file) {
        Optional<ColumnCounts.OfFile> earlier = before.of(file);
        Optional<ColumnCounts.OfFile> present = now.of(file).filter(counts -> counts.live() > 0);
        if (earlier.isEmpty() || present.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Long> column : earlier.get().filled().entrySet()) {
            String name = column.getKey();
            long filled = column.getValue();
            boolean was = filled > 0 && filled * ONE_IN >= earlier.get().live();
            boolean is = present.get().filled().getOrDefault(name, 0L) > 0;
            boolean counts = !name.equals("status") && !withoutColumns.contains(file.qualified(name));
            if (was && !is && counts) {
                any = true;
                listener.found(Finding.of(
                        ImperoCode.COLUMN_EMPTIED,
                        new Location.Header(file.fileName(), name),
                        "",
                        name,
                        file.fileName(),
                        filled,
                        earlier.get().live()));
            }
        }
    }
}
