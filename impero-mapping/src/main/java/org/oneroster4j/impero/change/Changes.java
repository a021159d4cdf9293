package org.oneroster4j.impero.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;

/**
 * What one publication changes in another. Immutable and safe for several threads. The lists are views, as those of {@link
 * Published}, and sorted likewise.
 */
public final class Changes {
    private static final Comparator<PublishedUser> BY_ID =
            Comparator.comparing(PublishedUser::userId).thenComparing(PublishedUser::identity);

    private final Published before;
    private final Published after;
    private final int[] groupsAdded;
    private final int[] groupsRemoved;
    /** Pairs of a group before and after. */
    private final List<int[]> groupsRenamed;

    private final Delta members;
    private final Delta access;
    private final int[] consoleUsersGained;
    private final int[] consoleUsersLost;
    private final int[] usersGained;
    private final int[] usersLost;

    private Changes(Published before, Published after) {
        this.before = before;
        this.after = after;
        PublishedTexts old = before.texts();
        PublishedTexts now = after.texts();
        Union groups = Union.of(old.groups(), old::groupId, now.groups(), now::groupId, Comparator.naturalOrder());
        Union people = Union.of(old.people(), old::person, now.people(), now::person, BY_ID);
        groupsAdded = IntStream.range(0, now.groups())
                .filter(group -> groups.inFirst(group) < 0)
                .toArray();
        groupsRemoved = IntStream.range(0, old.groups())
                .filter(group -> groups.inSecond(group) < 0)
                .toArray();
        groupsRenamed = IntStream.range(0, old.groups())
                .filter(group -> groups.inSecond(group) >= 0)
                .mapToObj(group -> new int[] {group, groups.inSecond(group)})
                .filter(pair -> !old.groupName(pair[0]).equals(now.groupName(pair[1])))
                .toList();
        members = new Delta(before.memberLinks(), after.memberLinks(), groups, people);
        access = new Delta(before.accessLinks(), after.accessLinks(), groups, people);
        consoleUsersGained =
                without(after.consolePeople(), before.consolePeople(), people.ofSecond(), people.ofFirst());
        consoleUsersLost = without(before.consolePeople(), after.consolePeople(), people.ofFirst(), people.ofSecond());
        usersGained = IntStream.range(0, now.people())
                .filter(person -> people.inFirst(person) < 0)
                .toArray();
        usersLost = IntStream.range(0, old.people())
                .filter(person -> people.inSecond(person) < 0)
                .toArray();
    }

    /** Compares two publications. */
    public static Changes between(Published before, Published after) {
        return new Changes(before, after);
    }

    /**
     * Compares what was published with a new mapping.
     *
     * @param settings those the mapping was made by
     */
    public static Changes between(Published before, ImperoRoster after, MappingSettings settings) {
        return new Changes(before, Published.of(after, settings));
    }

    /** Returns the people of some that are not among others, whose numbers are of another publication. */
    private static int[] without(int[] some, int[] others, int[] commonOfSome, int[] commonOfOthers) {
        int[] known = Arrays.stream(others).map(other -> commonOfOthers[other]).toArray();
        return Arrays.stream(some)
                .filter(person -> Arrays.binarySearch(known, commonOfSome[person]) < 0)
                .toArray();
    }

    /** Returns what was published before. */
    public Published before() {
        return before;
    }

    /** Returns what would be published now. */
    public Published after() {
        return after;
    }

    /** Returns the groups that were not there before. */
    public List<PublishedGroup> groupsAdded() {
        return Arrays.stream(groupsAdded).mapToObj(after.texts()::group).toList();
    }

    /** Returns the groups that are not there any more. */
    public List<PublishedGroup> groupsRemoved() {
        return Arrays.stream(groupsRemoved).mapToObj(before.texts()::group).toList();
    }

    /** Returns the groups that have another name, as they are now. */
    public List<PublishedGroup> groupsRenamed() {
        return groupsRenamed.stream().map(pair -> after.texts().group(pair[1])).toList();
    }

    /** Returns the memberships that were not there before. */
    public List<PublishedLink> membersGained() {
        return after.links(members.gained());
    }

    /** Returns the memberships that are not there any more. */
    public List<PublishedLink> membersLost() {
        return before.links(members.lost());
    }

    /** Returns the accesses that were not there before. */
    public List<PublishedLink> accessGained() {
        return after.links(access.gained());
    }

    /** Returns the accesses that are not there any more. */
    public List<PublishedLink> accessLost() {
        return before.links(access.lost());
    }

    /** Returns the console users who were not there before. */
    public List<PublishedUser> consoleUsersGained() {
        return after.users(consoleUsersGained);
    }

    /** Returns the console users who are not there any more. */
    public List<PublishedUser> consoleUsersLost() {
        return before.users(consoleUsersLost);
    }

    /**
     * Returns the people Impero was not told of before, members and console users. Who has another identity now is among them,
     * and among those lost: to Impero that is somebody else.
     */
    public List<PublishedUser> usersGained() {
        return after.users(usersGained);
    }

    /** Returns the people Impero is not told of any more, members and console users. */
    public List<PublishedUser> usersLost() {
        return before.users(usersLost);
    }

    /** Returns how much changes. */
    public ChangeCounts counts() {
        return new ChangeCounts(
                groupsAdded.length,
                groupsRemoved.length,
                groupsRenamed.size(),
                members.gained().length,
                members.lost().length,
                access.gained().length,
                access.lost().length,
                consoleUsersGained.length,
                consoleUsersLost.length);
    }

    /** Tells whether nothing changes. */
    public boolean isEmpty() {
        return counts().equals(ChangeCounts.NONE);
    }

    /** Returns what changes in each group in which anything does, by groupId. */
    public List<GroupChange> groups() {
        Map<String, Tallied> groups = new TreeMap<>();
        for (int group : groupsAdded) {
            of(groups, after.texts().groupId(group));
        }
        for (int group : groupsRemoved) {
            of(groups, before.texts().groupId(group));
        }
        groupsRenamed.forEach(pair -> of(groups, after.texts().groupId(pair[1])));
        for (long link : members.gained()) {
            of(groups, after.texts().groupId(Pairs.group(link))).membersGained++;
        }
        for (long link : members.lost()) {
            of(groups, before.texts().groupId(Pairs.group(link))).membersLost++;
        }
        for (long link : access.gained()) {
            of(groups, after.texts().groupId(Pairs.group(link))).accessGained++;
        }
        for (long link : access.lost()) {
            of(groups, before.texts().groupId(Pairs.group(link))).accessLost++;
        }
        List<GroupChange> changes = new ArrayList<>(groups.size());
        groups.forEach((groupId, tallied) -> changes.add(new GroupChange(
                groupId,
                before.nameOf(groupId),
                after.nameOf(groupId),
                tallied.membersGained,
                tallied.membersLost,
                tallied.accessGained,
                tallied.accessLost)));
        return List.copyOf(changes);
    }

    private static Tallied of(Map<String, Tallied> groups, String groupId) {
        return groups.computeIfAbsent(groupId, any -> new Tallied());
    }

    private static final class Tallied {
        private int membersGained;
        private int membersLost;
        private int accessGained;
        private int accessLost;
    }

    /** Shows nothing but numbers. */
    @Override
    public String toString() {
        return "Changes[" + counts() + "]";
    }
}
