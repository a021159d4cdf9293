package org.oneroster4j.impero.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.internal.View;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextPool;

/**
 * What Impero was given: groups, memberships, accesses and console users, as far as a comparison needs them. Made of a
 * mapping, or row by row of a file in which an earlier one was stored. A membership or an access is that of a group, a person
 * and the name by which Impero matches the person: where that name changes, Impero takes it from one account and gives it to
 * another.
 *
 * <p>Immutable and safe for several threads; the lists are views whose elements are made when they are asked for, sorted by
 * groupId, userId and identity. Two are equal when Impero was given the same: the day and the schools of groups, which Impero
 * does not match anything by, are no part of that.
 */
public final class Published {
    /** Sorts below every character that an id or an identity can hold. */
    private static final char SEPARATOR = '\n';

    private final LocalDate asOf;
    private final TextPool pool;
    private final int[] groupIds;
    private final int[] groupNames;
    private final int[] schoolIds;
    private final int[] people;
    private final long[] members;
    private final long[] access;
    private final int[] consoleUsers;

    private Published(Builder made) {
        int[] groupOrder = order(made.groups.size(), made.groups::compare);
        int[] personOrder = order(made.people.size(), made.people::compare);
        int[] groupRanks = ranks(groupOrder);
        int[] personRanks = ranks(personOrder);
        asOf = made.asOf;
        pool = made.pool;
        groupIds = Arrays.stream(groupOrder).map(made.groups::address).toArray();
        groupNames = Arrays.stream(groupOrder).map(made.names::get).toArray();
        schoolIds = Arrays.stream(groupOrder).map(made.schools::get).toArray();
        people = Arrays.stream(personOrder).map(made.people::address).toArray();
        members = ranked(made.members, groupRanks, personRanks);
        access = ranked(made.access, groupRanks, personRanks);
        consoleUsers = Arrays.stream(personOrder)
                .filter(person -> made.consoleUsers.get(person) != 0)
                .map(person -> personRanks[person])
                .toArray();
    }

    private static int[] order(int size, IntBinaryOperator compare) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(compare::applyAsInt)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** Links by the places of their groups and people, sorted, each once. */
    private static long[] ranked(LongColumn links, int[] groupRanks, int[] personRanks) {
        for (int i = 0; i < links.size(); i++) {
            long link = links.get(i);
            links.set(i, Pairs.of(groupRanks[Pairs.group(link)], personRanks[Pairs.person(link)]));
        }
        long[] sorted = links.drainSorted();
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }

    /**
     * Starts with nothing.
     *
     * @param asOf the day the mapping was made for
     */
    public static Builder builder(LocalDate asOf) {
        return new Builder(asOf);
    }

    /**
     * Returns what a mapping gives to Impero.
     *
     * @param settings those the mapping was made by
     */
    public static Published of(ImperoRoster roster, MappingSettings settings) {
        Identity identity = settings.identity();
        Builder builder = builder(settings.asOf());
        roster.groups().forEach(group -> builder.group(group.groupId(), group.groupName(), group.schoolId()));
        roster.members()
                .forEach(member -> builder.member(
                        member.group().groupId(),
                        member.user().userId(),
                        member.user().identity(identity)));
        roster.access()
                .forEach(access -> builder.access(
                        access.group().groupId(),
                        access.user().userId(),
                        access.user().identity(identity)));
        roster.users().stream()
                .filter(user -> user.kind() == ImperoUser.Kind.STAFF)
                .forEach(user -> builder.consoleUser(user.userId(), user.identity(identity)));
        return builder.build();
    }

    /** Returns the day the mapping was made for. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Returns the groups, by groupId. */
    public List<PublishedGroup> groups() {
        return new View<>(groupIds.length, this::group);
    }

    PublishedGroup group(int index) {
        return new PublishedGroup(groupId(index), groupName(index), pool.get(schoolIds[index]));
    }

    /** Returns the memberships, by groupId, userId and identity. */
    public List<PublishedLink> members() {
        return links(members);
    }

    /** Returns the accesses, by groupId, userId and identity. */
    public List<PublishedLink> access() {
        return links(access);
    }

    /** Returns the console users, by userId and identity. */
    public List<PublishedUser> consoleUsers() {
        return users(consoleUsers);
    }

    /** Returns some links of this as a list. */
    List<PublishedLink> links(long[] some) {
        return new View<>(some.length, index -> {
            PublishedUser user = user(Pairs.person(some[index]));
            return new PublishedLink(groupId(Pairs.group(some[index])), user.userId(), user.identity());
        });
    }

    /** Returns some people of this as a list. */
    List<PublishedUser> users(int[] some) {
        return new View<>(some.length, index -> user(some[index]));
    }

    private PublishedUser user(int person) {
        String key = person(person);
        int separator = key.indexOf(SEPARATOR);
        return new PublishedUser(key.substring(0, separator), key.substring(separator + 1));
    }

    int groupCount() {
        return groupIds.length;
    }

    String groupId(int group) {
        return pool.get(groupIds[group]);
    }

    String groupName(int group) {
        return pool.get(groupNames[group]);
    }

    /** Returns the name of a group, absent when it is not here. */
    Optional<String> nameOf(String groupId) {
        int low = 0;
        int high = groupIds.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = groupId(middle).compareTo(groupId);
            if (order == 0) {
                return Optional.of(groupName(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    int personCount() {
        return people.length;
    }

    /** Returns a text that is the same for the same person by the same name, and sorts as the people do. */
    String person(int person) {
        return pool.get(people[person]);
    }

    /** Returns memberships as {@link Pairs} packs them, in order. */
    long[] memberLinks() {
        return members;
    }

    /** Returns accesses as {@link Pairs} packs them, in order. */
    long[] accessLinks() {
        return access;
    }

    /** Returns console users by number, in order. */
    int[] consolePeople() {
        return consoleUsers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Published that && Changes.between(this, that).isEmpty();
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {groupIds.length, members.length, access.length, consoleUsers.length});
    }

    /** Shows nothing but numbers. */
    @Override
    public String toString() {
        return "Published[" + asOf + ", " + groupIds.length + " groups, " + members.length + " members, "
                + access.length + " accesses, " + consoleUsers.length + " console users]";
    }

    /**
     * Collects what was published, in any order but for one thing: a group comes before what belongs to it. The same said
     * twice counts once. For one thread, and one use.
     */
    public static final class Builder {
        private final LocalDate asOf;
        private final TextPool pool = new TextPool();
        private final IdIndex groups = new IdIndex(pool);
        private final IntColumn names = new IntColumn();
        private final IntColumn schools = new IntColumn();
        private final IdIndex schoolIndex = new IdIndex(pool);
        private final IdIndex people = new IdIndex(pool);
        private final LongColumn members = new LongColumn();
        private final LongColumn access = new LongColumn();
        private final IntColumn consoleUsers = new IntColumn();

        private Builder(LocalDate asOf) {
            this.asOf = asOf;
        }

        /**
         * Adds a group.
         *
         * @param schoolId blank where it has none
         * @throws IllegalArgumentException when the id is blank or holds a control character, or was given before
         */
        public Builder group(String groupId, String groupName, String schoolId) {
            int known = groups.size();
            int group = groups.add(sound(groupId, "group"));
            if (group < known) {
                throw new IllegalArgumentException("A group is there twice");
            }
            names.set(group, pool.add(groupName));
            schools.set(group, schoolIndex.address(schoolIndex.add(schoolId)));
            return this;
        }

        /**
         * Adds a membership.
         *
         * @throws IllegalArgumentException when the group was not given, or the id or identity is blank or holds a control
         *     character
         */
        public Builder member(String groupId, String userId, String identity) {
            members.add(Pairs.of(find(groupId), person(userId, identity)));
            return this;
        }

        /**
         * Adds an access.
         *
         * @throws IllegalArgumentException as {@link #member} does
         */
        public Builder access(String groupId, String userId, String identity) {
            access.add(Pairs.of(find(groupId), person(userId, identity)));
            return this;
        }

        /**
         * Adds a console user.
         *
         * @throws IllegalArgumentException when the id or identity is blank or holds a control character
         */
        public Builder consoleUser(String userId, String identity) {
            consoleUsers.set(person(userId, identity), 1);
            return this;
        }

        /** Returns what was collected. */
        public Published build() {
            return new Published(this);
        }

        private int find(String groupId) {
            int group = groups.find(groupId);
            if (group < 0) {
                throw new IllegalArgumentException("A membership or an access is of a group that was not given");
            }
            return group;
        }

        private int person(String userId, String identity) {
            return people.add(sound(userId, "user") + SEPARATOR + sound(identity, "identity of a user"));
        }

        /** The text itself stays out of the message: it may be a name. */
        private static String sound(String text, String of) {
            if (text.isEmpty() || CellText.holdsControl(text)) {
                throw new IllegalArgumentException(
                        "The id or name of a " + of + " is blank or holds a control character");
            }
            return text;
        }
    }
}
