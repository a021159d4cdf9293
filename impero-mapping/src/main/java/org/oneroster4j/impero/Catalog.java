package org.oneroster4j.impero;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.FindingListener;

/** What classes point at: the names of schools, the titles and codes of courses, and which schools the filter takes. */
final class Catalog {
    private final TextPool pool;
    private final RecordTable orgs;
    private final IntColumn orgNames = new IntColumn();
    private final IntColumn parents = new IntColumn();
    private final IntColumn identifiers = new IntColumn();
    private final RecordTable courses;
    private boolean hasOrgs;
    private @Nullable OrgTree tree;
    private final IntColumn courseTitles = new IntColumn();
    private final IntColumn courseCodes = new IntColumn();

    Catalog(TextPool pool) {
        this.pool = pool;
        orgs = new RecordTable(pool, List.of("name", "identifier", "parentSourcedId"));
        courses = new RecordTable(pool, List.of("title", "courseCode"));
    }

    void readOrgs(Roster roster, FindingListener listener) {
        hasOrgs = roster.has(OneRosterFile.ORGS);
        LiveRows.look(roster, Org.class, orgs, listener, (org, number) -> {
            orgNames.set(number, pool.add(CellText.cleaned(org.name())));
            org.parentSourcedId().ifPresent(parent -> parents.set(number, pool.add(CellText.trimmed(parent))));
            org.identifier().ifPresent(id -> identifiers.set(number, pool.add(CellText.trimmed(id))));
        });
    }

    void readCourses(Roster roster, FindingListener listener) {
        LiveRows.look(roster, Course.class, courses, listener, (course, number) -> {
            courseTitles.set(number, pool.add(CellText.cleaned(course.title())));
            courseCodes.set(
                    number, pool.add(CellText.cleaned(course.courseCode().orElse(""))));
        });
    }

    /** Returns the address of the name of a school; 0, the empty text, when it is not found. */
    int schoolName(String sourcedId) {
        int number = orgs.find(sourcedId);
        return orgs.counts(number) ? orgNames.get(number) : 0;
    }

    /** Returns the number of a course, -1 when it is not found. */
    int course(String sourcedId) {
        int number = courses.find(sourcedId);
        return courses.counts(number) ? number : -1;
    }

    /** Returns the address of the title of a course. */
    int courseTitle(int course) {
        return course < 0 ? 0 : courseTitles.get(course);
    }

    /** Returns the address of the code of a course. */
    int courseCode(int course) {
        return course < 0 ? 0 : courseCodes.get(course);
    }

    /**
     * Returns the schools that a filter takes: the orgs it names by id or identifier, and those below them.
     *
     * @throws UnknownSchoolException when an id of the filter names no org, two, or one whose rows are in conflict
     */
    SchoolScope scope(List<String> filter) {
        if (filter.isEmpty()) {
            return SchoolScope.everything();
        }
        if (!hasOrgs) {
            return SchoolScope.exactly(filter);
        }
        Set<String> taken = new HashSet<>();
        for (String id : filter) {
            taken.addAll(named(id));
        }
        return SchoolScope.of(taken);
    }

    private Set<String> named(String entry) {
        String wanted = CellText.trimmed(entry);
        Set<Integer> matches = new TreeSet<>();
        for (int number = 0; number < orgs.size(); number++) {
            boolean named = orgs.id(number).equals(wanted)
                    || (!wanted.isEmpty() && pool.get(identifiers.get(number)).equals(wanted));
            if (orgs.isLive(number) && named) {
                matches.add(number);
            }
        }
        if (matches.isEmpty()) {
            throw UnknownSchoolException.none(entry);
        }
        if (matches.size() > 1) {
            throw UnknownSchoolException.several(entry);
        }
        if (matches.stream().anyMatch(orgs::isConflicting)) {
            throw UnknownSchoolException.conflicting(entry);
        }
        return taken(wanted);
    }

    /** Returns the orgs that an id of a filter takes; empty when it names none. */
    Set<String> taken(String id) {
        if (!hasOrgs) {
            return Set.of(id);
        }
        if (tree == null) {
            tree = treeOfOrgs();
        }
        return tree.taken(id);
    }

    private OrgTree treeOfOrgs() {
        OrgTree made = new OrgTree();
        for (int number = 0; number < orgs.size(); number++) {
            if (orgs.counts(number)) {
                made.add(orgs.id(number), pool.get(identifiers.get(number)), pool.get(parents.get(number)));
            }
        }
        return made;
    }

    /** Tells whether a filter may name an org: without {@code orgs.csv} any that a class names. */
    boolean isNameable(String sourcedId) {
        return !hasOrgs || orgs.counts(orgs.find(sourcedId));
    }

    boolean hasOrgs() {
        return hasOrgs;
    }

    /** Returns the name of an org, blank when it is not found. */
    String nameOf(String sourcedId) {
        return pool.get(schoolName(sourcedId));
    }
}
