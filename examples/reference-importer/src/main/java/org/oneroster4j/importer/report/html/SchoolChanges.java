package org.oneroster4j.importer.report.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.GroupChange;
import org.oneroster4j.impero.change.Published;

/** What changes in each school: a permission that was taken away shows as a school without anything. */
final class SchoolChanges {
    /** The numbers of a school. */
    static final class OfSchool {
        private int before;
        private int after;
        private int added;
        private int removed;
        private int renamed;
        private int membersGained;
        private int members;
        private int accessGained;
        private int access;

        int removed() {
            return removed;
        }

        /** Returns groups added and removed, memberships and accesses lost. */
        List<Integer> losses() {
            return List.of(added, removed, members, access);
        }

        /** Returns groups added, removed and with another name, memberships gained and lost, accesses gained and lost. */
        List<Integer> all() {
            return List.of(added, removed, renamed, membersGained, members, accessGained, access);
        }

        /** Tells whether anything of it goes. */
        boolean isLosing() {
            return removed > 0 || members > 0 || access > 0;
        }

        /** Tells whether nothing is left of what was published. */
        boolean isGone() {
            return before > 0 && after == 0;
        }

        String words() {
            return Texts.number(removed) + " of " + Texts.number(before, "group") + ", "
                    + Texts.number(members, "membership") + " and "
                    + (access == 1 ? "1 access" : Texts.number(access) + " accesses");
        }
    }

    private SchoolChanges() {}

    /** Returns the changes by the id of the school, blank for groups without one. */
    static Map<String, OfSchool> of(Changes changes) {
        Map<String, OfSchool> bySchool = new TreeMap<>();
        Map<String, String> schoolOf = new HashMap<>();
        groups(changes.before(), schoolOf).forEach((school, groups) -> in(bySchool, school).before = groups[0]);
        groups(changes.after(), schoolOf).forEach((school, groups) -> in(bySchool, school).after = groups[0]);
        for (GroupChange group : changes.groups()) {
            OfSchool school = in(bySchool, Objects.requireNonNull(schoolOf.get(group.groupId())));
            school.added += group.isAdded() ? 1 : 0;
            school.removed += group.isRemoved() ? 1 : 0;
            school.renamed += group.isRenamed() ? 1 : 0;
            school.membersGained += group.membersGained();
            school.members += group.membersLost();
            school.accessGained += group.accessGained();
            school.access += group.accessLost();
        }
        return bySchool;
    }

    private static Map<String, int[]> groups(Published published, Map<String, String> schoolOf) {
        Map<String, int[]> groups = new HashMap<>();
        published.groups().forEach(group -> {
            schoolOf.put(group.groupId(), group.schoolId());
            groups.computeIfAbsent(group.schoolId(), school -> new int[1])[0]++;
        });
        return groups;
    }

    private static OfSchool in(Map<String, OfSchool> bySchool, String school) {
        return bySchool.computeIfAbsent(school, any -> new OfSchool());
    }
}
