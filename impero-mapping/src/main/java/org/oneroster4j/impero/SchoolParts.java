package org.oneroster4j.impero;

import java.util.List;

/**
 * A mapping taken apart by school, see {@link ImperoRoster#schools()}.
 *
 * @param schools the schools, by id
 * @param groupsWithout groups whose class names no school: no school filter takes them
 * @param usersWithout people of the mapping who are in none of the schools
 */
public record SchoolParts(List<SchoolPart> schools, int groupsWithout, int usersWithout) {
    /** Copies what could be changed from outside. */
    public SchoolParts {
        schools = List.copyOf(schools);
    }
}
