package org.oneroster4j.impero.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a school asks of a server. Schools whose filters take one another, such as an org with classes of its own above
 * other schools, can only go to a server together and are one load.
 *
 * <p>People are numbers: the same number in two loads is the same person. Immutable and safe for several threads.
 */
public final class SchoolLoad {
    private final String id;
    private final String name;
    private final List<String> schools;
    private final List<String> notInOrgs;
    private final int groups;
    private final int[] people;

    private SchoolLoad(
            String id, String name, List<String> schools, List<String> notInOrgs, int groups, IntStream people) {
        if (groups < 0) {
            throw new IllegalArgumentException("A school has fewer than no groups: " + groups);
        }
        this.id = id;
        this.name = name;
        this.schools = schools;
        this.notInOrgs = notInOrgs;
        this.groups = groups;
        this.people = people.sorted().distinct().toArray();
    }

    /**
     * Makes the load of one school.
     *
     * @param id its sourcedId
     * @param name its name, blank when it has none
     * @param groups its groups
     * @param people its people by number; repeated ones count once
     */
    public static SchoolLoad of(String id, String name, int groups, IntStream people) {
        return new SchoolLoad(id, name, List.of(id), List.of(), groups, people);
    }

    static SchoolLoad of(
            String id,
            String name,
            Collection<String> schools,
            Collection<String> notInOrgs,
            int groups,
            IntStream people) {
        return new SchoolLoad(
                id,
                name,
                schools.stream().sorted().toList(),
                notInOrgs.stream().sorted().toList(),
                groups,
                people);
    }

    /** Returns the sourcedId of the school; of several the one whose filter takes most of the others. */
    public String id() {
        return id;
    }

    /** Returns the name of that school, blank when it has none. */
    public String name() {
        return name;
    }

    /** Returns the sourcedIds of the school and of those that go where it goes, sorted. */
    public List<String> schools() {
        return schools;
    }

    /** Returns, of these, those that no row of orgs.csv describes: a school filter refuses them until one does. */
    public List<String> notInOrgs() {
        return notInOrgs;
    }

    /** Returns how many groups it has. */
    public int groups() {
        return groups;
    }

    /** Returns how many people it has. */
    public int users() {
        return people.length;
    }

    /** Returns the people, once each, from the lowest number to the highest. */
    public IntStream people() {
        return IntStream.of(people);
    }

    @Override
    public String toString() {
        return "SchoolLoad[" + id + ": " + users() + " users, " + groups + " groups]";
    }
}
