package org.oneroster4j.impero;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.model.CellText;

/** Which schools a mapping is for. */
final class SchoolScope {
    private final boolean filtered;
    private final Set<String> orgs;
    /** Ids of a filter that could not be looked up beforehand and that no class has named yet. */
    private final Set<String> unmatched;

    private SchoolScope(boolean filtered, Set<String> orgs, Set<String> unmatched) {
        this.filtered = filtered;
        this.orgs = orgs;
        this.unmatched = unmatched;
    }

    static SchoolScope everything() {
        return new SchoolScope(false, Set.of(), Set.of());
    }

    static SchoolScope of(Set<String> orgs) {
        return new SchoolScope(true, Set.copyOf(orgs), Set.of());
    }

    /** Without {@code orgs.csv} the ids of the filter are compared with what classes name, and nothing is below them. */
    static SchoolScope exactly(List<String> filter) {
        Set<String> ids =
                new LinkedHashSet<>(filter.stream().map(CellText::trimmed).toList());
        return new SchoolScope(true, new HashSet<>(ids), ids);
    }

    boolean isFiltered() {
        return filtered;
    }

    /** Tells whether a class of that school, as a trimmed id, is taken. */
    boolean takes(String schoolSourcedId) {
        if (!filtered) {
            return true;
        }
        if (!unmatched.isEmpty()) {
            unmatched.remove(schoolSourcedId);
        }
        return !schoolSourcedId.isEmpty() && orgs.contains(schoolSourcedId);
    }

    /** Tells whether one of these orgs is in the filter. */
    boolean names(Collection<String> orgSourcedIds) {
        return filtered && orgSourcedIds.stream().map(CellText::trimmed).anyMatch(orgs::contains);
    }

    /** Returns an id of the filter that no class named; to be asked when all classes are read. */
    Optional<String> unmatched() {
        return unmatched.stream().findFirst();
    }
}
