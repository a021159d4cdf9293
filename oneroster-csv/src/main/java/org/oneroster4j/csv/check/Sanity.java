package org.oneroster4j.csv.check;

import java.util.List;

/**
 * The counters of a drop that tell at a glance whether it came whole. Immutable.
 *
 * @param total those of the drop as a whole, in which everything counts once
 * @param schools those of each org that {@code orgs.csv} describes and that a user, a class or a course belongs to, by its
 *     id
 */
public record Sanity(SchoolCounts total, List<SchoolCounts> schools) {
    /** Copies what could be changed from outside. */
    public Sanity {
        schools = List.copyOf(schools);
    }
}
