package org.oneroster4j.impero;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What Impero imports: groups, people, memberships and accesses, each in the order in which it is written, and what
 * became of the rows that are not in it. Immutable and safe for several threads.
 *
 * <p>The lists are views: their elements are made when they are asked for, so that a roster of millions fits in little
 * memory. An element that is kept costs as much as any other object.
 */
public final class ImperoRoster {
    private final Classes classes;
    private final People people;
    private final int[] classOfGroup;
    private final String[] groupNames;
    private final int[] personOfUser;
    private final long[] members;
    private final long[] access;
    private final Map<String, Integer> leftOut;
    private final int rowsRead;
    private final int rowsMerged;
    private final MappingFacts facts;
    private final SchoolCensus census;
    private volatile NumberedGroup lastGroup = new NumberedGroup(-1, new Group("", "", "", "", "", ""));

    ImperoRoster(
            Classes classes,
            People people,
            int[] classOfGroup,
            String[] groupNames,
            int[] personOfUser,
            long[] members,
            long[] access,
            Tally tally,
            MappingFacts facts,
            SchoolCensus census) {
        this.classes = classes;
        this.people = people;
        this.classOfGroup = classOfGroup;
        this.groupNames = groupNames;
        this.personOfUser = personOfUser;
        this.members = members;
        this.access = access;
        this.leftOut = tally.leftOut();
        this.rowsRead = tally.rows();
        this.rowsMerged = tally.merged();
        this.facts = facts;
        this.census = census;
    }

    /** Returns the groups, by groupId. */
    public List<Group> groups() {
        return new View<>(classOfGroup.length, this::group);
    }

    /** Links come group by group, so the last one made is mostly the next one asked for. */
    private Group group(int index) {
        NumberedGroup last = lastGroup;
        if (last.index != index) {
            last = new NumberedGroup(index, madeGroup(index));
            lastGroup = last;
        }
        return last.group;
    }

    private record NumberedGroup(int index, Group group) {}

    private Group madeGroup(int index) {
        int schoolClass = classOfGroup[index];
        return new Group(
                classes.id(schoolClass),
                groupNames[index],
                classes.code(schoolClass),
                classes.courseTitle(schoolClass),
                classes.school(schoolClass),
                classes.schoolName(schoolClass));
    }

    /** Returns the people, members and console users once each, by userId. */
    public List<ImperoUser> users() {
        return new View<>(personOfUser.length, this::user);
    }

    private ImperoUser user(int index) {
        int person = personOfUser[index];
        return new ImperoUser(
                people.id(person),
                people.username(person),
                people.email(person),
                people.givenName(person),
                people.familyName(person),
                isStudent(index) ? ImperoUser.Kind.STUDENT : ImperoUser.Kind.STAFF);
    }

    private boolean isStudent(int index) {
        return people.isStudent(personOfUser[index]);
    }

    /** Returns the memberships, by groupId and userId. */
    public List<Membership> members() {
        return new View<>(members.length, index -> {
            long link = members[index];
            return new Membership(group(Links.schoolClass(link)), user(Links.person(link)));
        });
    }

    /** Returns the accesses, by groupId and userId. */
    public List<Access> access() {
        return new View<>(access.length, index -> {
            long link = access[index];
            return new Access(
                    group(Links.schoolClass(link)),
                    user(Links.person(link)),
                    Roles.ACCESS.get(Links.role(link)),
                    Links.isPrimary(link));
        });
    }

    /** Returns how many rows there are of each kind. */
    public Counts counts() {
        int students = 0;
        for (int index = 0; index < personOfUser.length; index++) {
            students += isStudent(index) ? 1 : 0;
        }
        return new Counts(
                classOfGroup.length,
                personOfUser.length,
                students,
                personOfUser.length - students,
                members.length,
                access.length);
    }

    /**
     * Returns how many rows of users, classes and enrollments are left out under which code, in the order of the rules. A
     * row that several rules leave out is counted under the first.
     */
    public Map<String, Integer> leftOut() {
        return leftOut;
    }

    /** Returns how many rows of users, classes and enrollments were read: those written, merged and left out. */
    public int rowsRead() {
        return rowsRead;
    }

    /** Returns how many rows were merged: records of people for whom another speaks, enrollments that say the same. */
    public int rowsMerged() {
        return rowsMerged;
    }

    /** Returns how many enabled students and staff would be left out if Impero matched by the other identity. */
    public int missingUnderOtherIdentity() {
        return facts.missingUnderOtherIdentity();
    }

    /**
     * Takes the mapping apart by school: what a school filter of each would write. The filter that the mapping was made with
     * limits it. Counts anew each time it is called.
     */
    public SchoolParts schools() {
        return census.parts(classOfGroup, personOfUser, members, access);
    }

    MappingFacts facts() {
        return facts;
    }

    /** Returns how many groups each school has, and how many people, who count in each school where they have a group. */
    List<SchoolShare> bySchool() {
        Map<String, Integer> groups = new TreeMap<>();
        Map<String, Integer> numbers = new TreeMap<>();
        int[] schoolOfGroup = new int[classOfGroup.length];
        for (int group = 0; group < classOfGroup.length; group++) {
            String school = classes.school(classOfGroup[group]);
            groups.merge(school, 1, Integer::sum);
            Integer number = numbers.putIfAbsent(school, numbers.size());
            schoolOfGroup[group] = number == null ? numbers.size() - 1 : number;
        }
        long[] pairs = new long[members.length + access.length];
        for (int i = 0; i < pairs.length; i++) {
            long link = i < members.length ? members[i] : access[i - members.length];
            pairs[i] = Links.member(schoolOfGroup[Links.schoolClass(link)], Links.person(link));
        }
        Arrays.sort(pairs);
        int[] users = new int[numbers.size()];
        for (int i = 0; i < pairs.length; i++) {
            users[Links.schoolClass(pairs[i])] += i == 0 || pairs[i] != pairs[i - 1] ? 1 : 0;
        }
        return groups.entrySet().stream()
                .map(entry -> new SchoolShare(
                        entry.getKey(), entry.getValue(), users[numbers.getOrDefault(entry.getKey(), 0)]))
                .toList();
    }

    /** What a school takes of a server. */
    record SchoolShare(String schoolId, int groups, int users) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof ImperoRoster that
                && groups().equals(that.groups())
                && users().equals(that.users())
                && members().equals(that.members())
                && access().equals(that.access())
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return groups().hashCode() * 31 + users().hashCode();
    }

    @Override
    public String toString() {
        return "ImperoRoster[" + counts() + "]";
    }

    private static final class View<E> extends AbstractList<E> implements RandomAccess {
        private final int size;
        private final IntFunction<E> elements;

        View(int size, IntFunction<E> elements) {
            this.size = size;
            this.elements = elements;
        }

        @Override
        public E get(int index) {
            return elements.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
