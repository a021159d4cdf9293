package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.GroupChange;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.impero.change.PublishedGroup;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.impero.change.PublishedUser;

/** The difference of two publications against plain sets. */
class ChangesProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);

    /** A publication as sets. */
    private record Plain(
            Map<String, String> groups,
            Set<PublishedLink> members,
            Set<PublishedLink> access,
            Set<PublishedUser> users) {
        static Plain of(Published published) {
            Map<String, String> groups = new TreeMap<>();
            published.groups().forEach(group -> groups.put(group.groupId(), group.groupName()));
            return new Plain(
                    groups,
                    new HashSet<>(published.members()),
                    new HashSet<>(published.access()),
                    new HashSet<>(published.consoleUsers()));
        }

        Published published(Random order) {
            Published.Builder builder = Published.builder(DAY);
            shuffled(groups.keySet(), order).forEach(id -> builder.group(id, groups.getOrDefault(id, ""), "school"));
            shuffled(access, order).forEach(link -> builder.access(link.groupId(), link.userId(), link.identity()));
            shuffled(members, order).forEach(link -> builder.member(link.groupId(), link.userId(), link.identity()));
            shuffled(users, order).forEach(user -> builder.consoleUser(user.userId(), user.identity()));
            members.forEach(link -> builder.member(link.groupId(), link.userId(), link.identity()));
            return builder.build();
        }

        private static <T> List<T> shuffled(Set<T> set, Random order) {
            List<T> list = new ArrayList<>(set);
            Collections.shuffle(list, order);
            return list;
        }
    }

    @Property
    void changesAppliedToTheFirstGiveTheSecond(@ForAll("plain") Plain first, @ForAll("plain") Plain second) {
        Changes changes = Changes.between(first.published(new Random(1)), second.published(new Random(2)));
        Map<String, String> groups = new TreeMap<>(first.groups());
        changes.groupsRemoved()
                .forEach(group -> assertThat(groups.remove(group.groupId())).isEqualTo(group.groupName()));
        changes.groupsAdded()
                .forEach(group -> assertThat(groups.put(group.groupId(), group.groupName()))
                        .isNull());
        changes.groupsRenamed()
                .forEach(group -> assertThat(groups.put(group.groupId(), group.groupName()))
                        .isNotNull()
                        .isNotEqualTo(group.groupName()));

        assertThat(groups).isEqualTo(second.groups());
        assertThat(applied(first.members(), changes.membersLost(), changes.membersGained()))
                .isEqualTo(second.members());
        assertThat(applied(first.access(), changes.accessLost(), changes.accessGained()))
                .isEqualTo(second.access());
        assertThat(applied(first.users(), changes.consoleUsersLost(), changes.consoleUsersGained()))
                .isEqualTo(second.users());
    }

    /** Takes away only what is there, and adds only what is not. */
    private static <T> Set<T> applied(Set<T> before, List<T> lost, List<T> gained) {
        Set<T> after = new HashSet<>(before);
        lost.forEach(some -> assertThat(after.remove(some)).isTrue());
        gained.forEach(some -> assertThat(after.add(some)).isTrue());
        return after;
    }

    @Property
    void publicationKeepsWhatItIsMadeOfInAnyOrder(@ForAll("plain") Plain plain, @ForAll Random order) {
        Published published = plain.published(order);

        assertThat(Plain.of(published)).isEqualTo(plain);
        assertThat(published.groups()).extracting(PublishedGroup::groupId).isSorted();
        assertThat(published.members()).isEqualTo(plain.published(new Random(3)).members());
        assertThat(published)
                .isEqualTo(plain.published(new Random(3)))
                .hasSameHashCodeAs(plain.published(new Random(3)));
    }

    @Property
    void nothingChangesBetweenEqualPublicationsAndSomethingBetweenOthers(
            @ForAll("plain") Plain first, @ForAll("plain") Plain second) {
        Published published = first.published(new Random(1));

        assertThat(Changes.between(published, first.published(new Random(2))).isEmpty())
                .isTrue();
        assertThat(Changes.between(published, second.published(new Random(2))).isEmpty())
                .isEqualTo(first.equals(second));
        assertThat(published.equals(second.published(new Random(2)))).isEqualTo(first.equals(second));
    }

    @Property
    void changesBackAreTheChangesTheOtherWayRound(@ForAll("plain") Plain first, @ForAll("plain") Plain second) {
        Published here = first.published(new Random(1));
        Published other = second.published(new Random(2));
        Changes there = Changes.between(here, other);
        Changes back = Changes.between(other, here);

        assertThat(back.membersLost()).isEqualTo(there.membersGained());
        assertThat(back.accessGained()).isEqualTo(there.accessLost());
        assertThat(back.consoleUsersGained()).isEqualTo(there.consoleUsersLost());
        assertThat(back.groupsAdded()).isEqualTo(there.groupsRemoved());
        assertThat(back.groupsRenamed()).hasSameSizeAs(there.groupsRenamed());
    }

    @Property
    void changesOfTheGroupsAddUpToTheTotal(@ForAll("plain") Plain first, @ForAll("plain") Plain second) {
        Changes changes = Changes.between(first.published(new Random(1)), second.published(new Random(2)));
        List<GroupChange> groups = changes.groups();
        ChangeCounts counts = changes.counts();

        assertThat(groups).extracting(GroupChange::groupId).isSorted().doesNotHaveDuplicates();
        assertThat(groups.stream().filter(GroupChange::isAdded)).hasSize(counts.groupsAdded());
        assertThat(groups.stream().filter(GroupChange::isRemoved)).hasSize(counts.groupsRemoved());
        assertThat(groups.stream().filter(GroupChange::isRenamed)).hasSize(counts.groupsRenamed());
        assertThat(groups.stream().mapToInt(GroupChange::membersGained).sum()).isEqualTo(counts.membersGained());
        assertThat(groups.stream().mapToInt(GroupChange::membersLost).sum()).isEqualTo(counts.membersLost());
        assertThat(groups.stream().mapToInt(GroupChange::accessGained).sum()).isEqualTo(counts.accessGained());
        assertThat(groups.stream().mapToInt(GroupChange::accessLost).sum()).isEqualTo(counts.accessLost());
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.nameBefore().orElse("-")).isEqualTo(first.groups().getOrDefault(group.groupId(), "-"));
            assertThat(group.nameAfter().orElse("-")).isEqualTo(second.groups().getOrDefault(group.groupId(), "-"));
        });
    }

    @Property
    void textOfAValueHoldsNoName(@ForAll("plain") Plain first, @ForAll("plain") Plain second) {
        Changes changes = Changes.between(first.published(new Random(1)), second.published(new Random(2)));

        assertThat(List.of(
                                changes,
                                changes.before(),
                                changes.membersGained(),
                                changes.accessLost(),
                                changes.consoleUsersGained(),
                                changes.groupsAdded(),
                                changes.groups())
                        .toString())
                .doesNotContain("login");
    }

    /** Few ids and names, so that the two have much in common; ids of which one begins as another, and of other scripts. */
    @Provide
    Arbitrary<Plain> plain() {
        Arbitrary<String> groupIds = Arbitraries.of("c1", "c10", "c2", "ж", "\uD83C\uDFEB", "\uFF21");
        Arbitrary<Map<String, String>> groups = Arbitraries.maps(groupIds, Arbitraries.of("Art", "art", "Biology"))
                .ofMaxSize(6);
        Arbitrary<PublishedUser> users = Combinators.combine(
                        Arbitraries.of("u1", "u10", "u1 0", "u2", "\uFF21"), Arbitraries.of("login-a", "login-b"))
                .as(PublishedUser::new);
        return groups.flatMap(named -> {
            Arbitrary<Set<PublishedLink>> links = named.isEmpty()
                    ? Arbitraries.just(Set.of())
                    : Combinators.combine(Arbitraries.of(named.keySet()), users)
                            .as((group, user) -> new PublishedLink(group, user.userId(), user.identity()))
                            .set()
                            .ofMaxSize(8);
            return Combinators.combine(links, links, users.set().ofMaxSize(5))
                    .as((members, access, staff) -> new Plain(new TreeMap<>(named), members, access, staff));
        });
    }
}
