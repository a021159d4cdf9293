package org.oneroster4j.impero.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.internal.View;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.compact.IdIndex;
import org.oneroster4j.model.compact.IntColumn;
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
    private final LocalDate asOf;
    private final PublishedTexts texts;
    private final PublishedLinks members;
    private final PublishedLinks access;
    private final int[] consoleUsers;

    private Published(
            LocalDate asOf, PublishedTexts texts, PublishedLinks members, PublishedLinks access, int[] consoleUsers) {
        this.asOf = asOf;
        this.texts = texts;
        this.members = members;
        this.access = access;
        this.consoleUsers = consoleUsers;
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
     * Returns what a mapping gives to Impero. It takes no memory of its own, and keeps that of the mapping in use.
     *
     * @param settings those the mapping was made by
     * @throws IllegalArgumentException when the id of a group, or the id or identity of a person, is blank or holds a control
     *     character
     */
    public static Published of(ImperoRoster roster, MappingSettings settings) {
        Identity identity = settings.identity();
        roster.groups().forEach(group -> sound(group.groupId(), "group"));
        IntColumn staff = new IntColumn();
        int count = 0;
        int place = 0;
        for (ImperoUser user : roster.users()) {
            sound(user.userId(), "user");
            sound(user.identity(identity), "identity of a user");
            if (user.kind() == ImperoUser.Kind.STAFF) {
                staff.set(count++, place);
            }
            place++;
        }
        return new Published(
                settings.asOf(),
                new MappedTexts(roster, identity),
                PublishedLinks.of(roster.memberPlaces()),
                PublishedLinks.of(roster.accessPlaces()),
                IntStream.range(0, count).map(staff::get).toArray());
    }

    /** The text itself stays out of the message: it may be a name. */
    private static String sound(String text, String of) {
        if (text.isEmpty() || CellText.holdsControl(text)) {
            throw new IllegalArgumentException("The id or name of a " + of + " is blank or holds a control character");
        }
        return text;
    }

    /** Returns the day the mapping was made for. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Returns the groups, by groupId. */
    public List<PublishedGroup> groups() {
        return new View<>(texts.groups(), texts::group);
    }

    /** Returns the memberships, by groupId, userId and identity. */
    public List<PublishedLink> members() {
        return new View<>(members.size(), index -> link(members.get(index)));
    }

    /** Returns the accesses, by groupId, userId and identity. */
    public List<PublishedLink> access() {
        return new View<>(access.size(), index -> link(access.get(index)));
    }

    /** Returns the console users, by userId and identity. */
    public List<PublishedUser> consoleUsers() {
        return users(consoleUsers);
    }

    /** Returns some links of this, packed by {@link Pairs}, as a list. */
    List<PublishedLink> links(long[] some) {
        return new View<>(some.length, index -> link(some[index]));
    }

    private PublishedLink link(long link) {
        PublishedUser user = texts.person(Pairs.person(link));
        return new PublishedLink(texts.groupId(Pairs.group(link)), user.userId(), user.identity());
    }

    /** Returns some people of this as a list. */
    List<PublishedUser> users(int[] some) {
        return new View<>(some.length, index -> texts.person(some[index]));
    }

    /** Returns the groups and people by number. */
    PublishedTexts texts() {
        return texts;
    }

    /** Returns the name of a group, absent when it is not here. */
    Optional<String> nameOf(String groupId) {
        int low = 0;
        int high = texts.groups() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = texts.groupId(middle).compareTo(groupId);
            if (order == 0) {
                return Optional.of(texts.groupName(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    PublishedLinks memberLinks() {
        return members;
    }

    PublishedLinks accessLinks() {
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
        return Arrays.hashCode(new int[] {texts.groups(), members.size(), access.size(), consoleUsers.length});
    }

    /** Shows nothing but numbers. */
    @Override
    public String toString() {
        return "Published[" + asOf + ", " + texts.groups() + " groups, " + members.size() + " members, " + access.size()
                + " accesses, " + consoleUsers.length + " console users]";
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
        private final LinkTable.Builder members = new LinkTable.Builder();
        private final LinkTable.Builder access = new LinkTable.Builder();
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
            members.add(find(groupId), person(userId, identity));
            return this;
        }

        /**
         * Adds an access.
         *
         * @throws IllegalArgumentException as {@link #member} does
         */
        public Builder access(String groupId, String userId, String identity) {
            access.add(find(groupId), person(userId, identity));
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
            int[] groupOrder = Order.of(groups.size(), groups::compare);
            int[] personOrder = Order.of(people.size(), people::compare);
            int[] groupRanks = Order.ranks(groupOrder);
            int[] personRanks = Order.ranks(personOrder);
            PublishedTexts texts = new StoredTexts(
                    pool,
                    Arrays.stream(groupOrder).map(groups::address).toArray(),
                    Arrays.stream(groupOrder).map(names::get).toArray(),
                    Arrays.stream(groupOrder).map(schools::get).toArray(),
                    Arrays.stream(personOrder).map(people::address).toArray());
            int[] users = Arrays.stream(personOrder)
                    .filter(person -> consoleUsers.get(person) != 0)
                    .map(person -> personRanks[person])
                    .toArray();
            return new Published(
                    asOf, texts, members.build(groupRanks, personRanks), access.build(groupRanks, personRanks), users);
        }

        private int find(String groupId) {
            int group = groups.find(groupId);
            if (group < 0) {
                throw new IllegalArgumentException("A membership or an access is of a group that was not given");
            }
            return group;
        }

        private int person(String userId, String identity) {
            return people.add(StoredTexts.person(sound(userId, "user"), sound(identity, "identity of a user")));
        }
    }
}
