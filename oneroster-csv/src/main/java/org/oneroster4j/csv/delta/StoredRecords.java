package org.oneroster4j.csv.delta;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CellReader;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;

/**
 * Finds where the stored records contradict the changes of a delta: a first reading of the stored file, after which it is known
 * which records are taken out (contract, "Deltas"). Memory grows with the changes alone.
 */
final class StoredRecords {
    private final RosterFile<?> file;
    private final Layout layout;
    private final Changes changes;
    private final Optional<String> identity;
    private final Map<String, Integer> rowsOf = new HashMap<>();
    private final Set<String> liveIds = new HashSet<>();
    private final Map<String, SameKey> idsByKey = new HashMap<>();

    private final Set<String> alsoOut = new HashSet<>();
    private final List<String> deciding;

    StoredRecords(RosterFile<?> file, Layout layout, Changes changes, Optional<String> identity) {
        this.file = file;
        this.layout = layout;
        this.changes = changes;
        this.identity = identity;
        this.deciding = file.columns().stream()
                .filter(Column::decides)
                .map(Column::name)
                .filter(name -> !name.equals("status") && layout.header().contains(name))
                .toList();
        changes.byId()
                .keySet()
                .forEach(id -> idsByKey.computeIfAbsent(CellText.key(id), key -> new SameKey())
                        .changed
                        .add(id));
    }

    /** Ids of one key. */
    private static final class SameKey {
        private final Set<String> changed = new LinkedHashSet<>();
        private final Set<String> stored = new LinkedHashSet<>();
    }

    /** Reads the stored file, and takes out the records that it contradicts. */
    void read(CellReader stored) {
        int[] positions = layout.positionsIn(stored);
        while (stored.next()) {
            String id = stored.sourcedId();
            @Nullable SameKey ids = idsByKey.get(CellText.key(id));
            if (ids != null) {
                ids.stored.add(id);
                if (ids.changed.contains(id)) {
                    take(stored, positions);
                }
            }
        }
        settle();
    }

    private void take(CellReader stored, int[] positions) {
        String id = stored.sourcedId();
        rowsOf.merge(id, 1, Integer::sum);
        if (!stored.fits()) {
            return;
        }
        List<String> before = Layout.row(stored, positions);
        // A status that cannot be read is neither blank nor active.
        boolean isReadable =
                stored.status().isPresent() || layout.cell(before, "status").isEmpty();
        if (isReadable && RecordStatus.isLive(stored.status())) {
            liveIds.add(id);
        }
        Changes.Change change = Objects.requireNonNull(changes.byId().get(id));
        for (List<String> now : change.live()) {
            if (blanks(before, now)) {
                changes.takeOut(change, "It blanks a column that decides, which had a value before");
            }
            if (isSomeoneElse(before, now)) {
                changes.takeOut(
                        change, "It has another identity and other names: the id may have been given to someone else");
            }
        }
    }

    private boolean blanks(List<String> before, List<String> now) {
        return deciding.stream()
                .anyMatch(column -> !layout.cell(before, column).isEmpty()
                        && layout.cell(now, column).isEmpty());
    }

    private boolean isSomeoneElse(List<String> before, List<String> now) {
        if (file.file() != OneRosterFile.USERS || identity.isEmpty()) {
            return false;
        }
        List<String> columns = List.of(identity.get(), "givenName", "familyName");
        boolean isKnown =
                columns.stream().anyMatch(column -> !key(before, column).isEmpty());
        return isKnown
                && columns.stream().noneMatch(column -> key(before, column).equals(key(now, column)));
    }

    private String key(List<String> cells, String column) {
        return CellText.key(CellText.cleaned(layout.cell(cells, column)));
    }

    private void settle() {
        idsByKey.values().forEach(this::settle);
        changes.byId().forEach((id, change) -> {
            if (file.file() == OneRosterFile.ENROLLMENTS && rowsOf.getOrDefault(id, 0) > 1) {
                changes.takeOut(change, "Its id is that of several stored enrollments");
            }
        });
    }

    /** Takes out each changed id that is not that of a live stored record, and each stored id that it nearly equals. */
    private void settle(SameKey ids) {
        List<String> unknown = ids.changed.stream()
                .filter(id -> !liveIds.contains(id))
                .filter(id -> ids.stored.size() > (ids.stored.contains(id) ? 1 : 0))
                .toList();
        for (String id : unknown) {
            changes.takeOut(
                    Objects.requireNonNull(changes.byId().get(id)),
                    "Its id differs from that of a stored record by case alone");
        }
        for (String id : ids.stored) {
            if (unknown.size() > 1 || (unknown.size() == 1 && !unknown.contains(id))) {
                takeOutToo(id);
            }
        }
    }

    /** Nobody knows which of the two records the rows mean, even where one of them has the id in the same letters. */
    private void takeOutToo(String storedId) {
        alsoOut.add(storedId);
        Changes.Change change = changes.byId().get(storedId);
        if (change != null) {
            changes.takeOut(change, "Another row of the delta has the same id in other letters");
        }
    }

    /** Tells whether a stored record is taken out without a row of its own in the delta. */
    boolean isOut(String id, List<String> cells) {
        return alsoOut.contains(id) || changes.isPairOut(cells, layout);
    }
}
