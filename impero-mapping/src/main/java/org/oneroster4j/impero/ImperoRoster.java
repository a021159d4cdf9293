package org.oneroster4j.impero;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.oneroster4j.impero.internal.Stored;
import org.oneroster4j.impero.internal.View;
import org.oneroster4j.model.OneRosterFile;

/**
 * What Impero imports: groups, people, memberships and accesses, each in the order in which it is written, and what
 * became of the rows that are not in it. Immutable and safe for several threads.
 *
 * <p>The lists are views: their elements are made when they are asked for, so that a roster of millions fits in little
 * memory. An element that is kept costs as much as any other object.
 */
public final class ImperoRoster {
    private static final long[] NO_LINKS = {};
    private static final byte[][] ROLES = Roles.ACCESS.stream()
            .map(role -> role.token().getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final Classes classes;
    private final People people;
    private final int[] classOfGroup;
    private final String[] groupNames;
    private final int[] personOfUser;
    private final Memberships members;
    private final long[] access;
    private final Explainer explainer;
    private final Map<OneRosterFile, RowTotals> totals;
    private final Map<String, Integer> leftOut;
    private final int rowsRead;
    private final int rowsMerged;
    private final MappingFacts facts;
    private final SchoolCensus census;
    private volatile NumberedGroup lastGroup = new NumberedGroup(-1, new Group("", "", "", "", "", ""));

    ImperoRoster(
            EnrollmentRules rules,
            int[] classOfGroup,
            String[] groupNames,
            int[] personOfUser,
            Memberships members,
            long[] access,
            Accounts accounts,
            MappingFacts facts,
            SchoolCensus census) {
        this.classes = rules.classes();
        this.people = rules.people();
        this.classOfGroup = classOfGroup;
        this.groupNames = groupNames;
        this.personOfUser = personOfUser;
        this.members = members;
        this.access = access;
        this.explainer = new Explainer(rules, classOfGroup, personOfUser, members, access, accounts.ended());
        this.totals = accounts.byFile();
        Tally tally = accounts.all();
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
        return new View<>(
                personOfUser.length,
                this::user,
                new StoredRows(
                        new LinkPlaces(personOfUser.length, row -> -1, row -> personOfUser.length, row -> row),
                        NO_LINKS));
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
        LinkPlaces places = memberPlaces();
        return new View<>(
                places.size(),
                index -> new Membership(group(places.group(index)), user(places.user(index))),
                new StoredRows(places, NO_LINKS));
    }

    /** Returns the accesses, by groupId and userId. */
    public List<Access> access() {
        return new View<>(
                access.length,
                index -> {
                    long link = access[index];
                    return new Access(
                            group(Links.schoolClass(link)),
                            user(Links.person(link)),
                            Roles.ACCESS.get(Links.role(link)),
                            Links.isPrimary(link));
                },
                new StoredRows(accessPlaces(), access));
    }

    /** Rows of people whose texts are written from where they are kept. */
    private final class StoredRows implements Stored {
        private final LinkPlaces places;
        /** The accesses, when the rows are theirs. */
        private final long[] links;

        StoredRows(LinkPlaces places, long[] links) {
            this.places = places;
            this.links = links;
        }

        @Override
        public int group(int row) {
            return places.group(row);
        }

        @Override
        public int behindGroup(int row) {
            return places.behindGroup(row);
        }

        @Override
        public Group groupOf(int row) {
            return ImperoRoster.this.group(places.group(row));
        }

        @Override
        public int size(int from, int to, int[] scratch) {
            for (int row = from; row < to; row++) {
                scratch[row - from] = personOfUser[places.user(row)];
            }
            return people.size(scratch, to - from);
        }

        @Override
        public int copy(int row, Column column, boolean utf8, byte[] target, int to) {
            return switch (column) {
                case ROLE -> links.length == 0 ? -1 : copied(ROLES[Links.role(links[row])], target, to);
                case PRIMARY -> links.length == 0 ? -1 : copied(Links.isPrimary(links[row]) ? TRUE : FALSE, target, to);
                default -> people.copy(personOfUser[places.user(row)], column, utf8, target, to);
            };
        }
    }

    /** Copies a word; returns where it ends, -1 when there is no room. */
    static int copied(byte[] word, byte[] target, int to) {
        if (word.length > target.length - to) {
            return -1;
        }
        System.arraycopy(word, 0, target, to, word.length);
        return to + word.length;
    }

    /** Returns which groups and people the {@linkplain #members memberships} join. */
    public LinkPlaces memberPlaces() {
        return new LinkPlaces(members.size(), members::group, members::behindGroup, members::person);
    }

    /** Returns which groups and people the {@linkplain #access accesses} join. */
    public LinkPlaces accessPlaces() {
        return new LinkPlaces(
                access.length,
                link -> Links.schoolClass(access[link]),
                this::behindGroupOfAccess,
                link -> Links.person(access[link]));
    }

    private int behindGroupOfAccess(int link) {
        int group = Links.schoolClass(access[link]);
        int behind = link + 1;
        while (behind < access.length && Links.schoolClass(access[behind]) == group) {
            behind++;
        }
        return behind;
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
                members.size(),
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
    public SchoolParts schoolParts() {
        return census.parts(classOfGroup, personOfUser, members, access);
    }

    /** Returns what became of the rows of {@code users.csv}, {@code classes.csv} and {@code enrollments.csv}. */
    public Map<OneRosterFile, RowTotals> totals() {
        return totals;
    }

    /**
     * Says what became of a class of the input and by which rule: of the record, where several rows have the id. {@link
     * Explanations} does so row by row.
     *
     * @return absent when no row has the id
     */
    public Optional<Explanation> explainClass(String sourcedId) {
        return explainer.schoolClass(sourcedId);
    }

    /**
     * Says what became of a person of the input and by which rule, as {@link #explainClass} does.
     *
     * @return absent when no row has the id
     */
    public Optional<Explanation> explainUser(String sourcedId) {
        return explainer.user(sourcedId);
    }

    /** Returns the last day of a class that is left out because all its terms are over; absent for every other id. */
    public Optional<LocalDate> lastDayOfClass(String sourcedId) {
        return explainer.lastDayOfClass(sourcedId);
    }

    /**
     * Returns the last day of a membership or an access whose enrollments are all over, the last of them no more than {@value
     * Ended#MAX_DAYS} days before the day of the mapping. Absent for all others, and where another enrollment of the same
     * person and class is of the day and was left out: then it is not the calendar that took it.
     *
     * @param kind student for a membership, staff for an access
     */
    public Optional<LocalDate> lastDayOfEnrollment(String classSourcedId, String userSourcedId, ImperoUser.Kind kind) {
        return explainer.lastDayOfEnrollment(classSourcedId, userSourcedId, kind);
    }

    Explainer explainer() {
        return explainer;
    }

    MappingFacts facts() {
        return facts;
    }

    /** Returns what each school takes of a server, by schoolId. */
    public List<SchoolCounts> schools() {
        int[] schoolOfGroup =
                Arrays.stream(classOfGroup).map(classes::schoolNumber).toArray();
        int[] groups = new int[classes.schoolNumbers()];
        int[] classOf = new int[groups.length];
        for (int group = 0; group < schoolOfGroup.length; group++) {
            int school = schoolOfGroup[group];
            groups[school]++;
            classOf[school] = classOfGroup[group];
        }
        int[] inOrder = bySchool(schoolOfGroup, groups);
        int[] students = peopleBySchool(inOrder, schoolOfGroup, groups.length, members.starts(), members::person);
        int[] staff = peopleBySchool(
                inOrder, schoolOfGroup, groups.length, accessStarts(), link -> Links.person(access[link]));
        return IntStream.range(0, groups.length)
                .filter(school -> groups[school] > 0)
                .mapToObj(school -> new SchoolCounts(
                        classes.school(classOf[school]),
                        classes.schoolName(classOf[school]),
                        groups[school],
                        students[school],
                        staff[school]))
                .sorted(Comparator.comparing(SchoolCounts::schoolId))
                .toList();
    }

    /**
     * Returns the groups school by school.
     *
     * @param groups how many each school has
     */
    private static int[] bySchool(int[] schoolOfGroup, int[] groups) {
        int[] next = new int[groups.length];
        for (int school = 1; school < next.length; school++) {
            next[school] = next[school - 1] + groups[school - 1];
        }
        int[] inOrder = new int[schoolOfGroup.length];
        for (int group = 0; group < inOrder.length; group++) {
            inOrder[next[schoolOfGroup[group]]++] = group;
        }
        return inOrder;
    }

    /** Returns where the accesses of each group begin; one more than there are groups. */
    private int[] accessStarts() {
        int[] starts = new int[classOfGroup.length + 1];
        for (long link : access) {
            starts[Links.schoolClass(link) + 1]++;
        }
        for (int group = 0; group < classOfGroup.length; group++) {
            starts[group + 1] += starts[group];
        }
        return starts;
    }

    /**
     * Counts each person once for each school, without a copy of all links.
     *
     * @param inOrder the groups, school by school
     * @param schools how many there are at most
     * @param starts where the links of each group begin
     */
    private int[] peopleBySchool(
            int[] inOrder, int[] schoolOfGroup, int schools, int[] starts, IntUnaryOperator userOf) {
        int[] people = new int[schools];
        int[] countedAt = new int[personOfUser.length];
        for (int group : inOrder) {
            int school = schoolOfGroup[group];
            for (int link = starts[group]; link < starts[group + 1]; link++) {
                int user = userOf.applyAsInt(link);
                people[school] += countedAt[user] == school + 1 ? 0 : 1;
                countedAt[user] = school + 1;
            }
        }
        return people;
    }

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
}
