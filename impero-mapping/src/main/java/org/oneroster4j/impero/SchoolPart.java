package org.oneroster4j.impero;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a school has of a mapping: how many groups, and which people a school filter of it would write. People are numbers
 * that mean somebody only within one mapping: enough to count who is in two schools, and nothing that names anybody.
 *
 * <p>Immutable and safe for several threads.
 */
public final class SchoolPart {
    private final String schoolId;
    private final String name;
    private final boolean isInOrgs;
    private final Set<String> takes;
    private final int groups;
    private final int[] people;

    SchoolPart(String schoolId, String name, boolean isInOrgs, Set<String> takes, int groups, int[] people) {
        this.schoolId = schoolId;
        this.name = name;
        this.isInOrgs = isInOrgs;
        this.takes = Set.copyOf(takes);
        this.groups = groups;
        this.people = people;
    }

    /** Returns the sourcedId of the school. */
    public String schoolId() {
        return schoolId;
    }

    /** Returns the name of the school, blank when it is not found. */
    public String name() {
        return name;
    }

    /** Tells whether a school filter may name the school: not when there is an orgs.csv without a row that counts for it. */
    public boolean isInOrgs() {
        return isInOrgs;
    }

    /** Returns the ids of the other schools of this mapping that a filter of this one takes too: those below it. */
    public Set<String> takes() {
        return takes;
    }

    /** Returns how many groups its own classes make, those included that R13 leaves out. */
    public int groups() {
        return groups;
    }

    /** Returns the people, once each, from the lowest number to the highest. */
    public IntStream people() {
        return IntStream.of(people);
    }

    @Override
    public String toString() {
        return "SchoolPart[" + schoolId + ": " + groups + " groups, " + people.length + " people]";
    }
}
