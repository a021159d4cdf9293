package org.oneroster4j.impero;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.oneroster4j.model.CellText;

/** Which users and classes the setting {@code exclude} takes out. Immutable. */
final class Exclusions {
    private final Set<String> ids;

    Exclusions(Set<String> entries) {
        ids = entries.stream()
                .map(CellText::trimmed)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean names(String sourcedId) {
        return !ids.isEmpty() && ids.contains(CellText.trimmed(sourcedId));
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Returns the ids, sorted. */
    List<String> ids() {
        return ids.stream().sorted().toList();
    }
}
