package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.Membership;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.Brakes;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** What one drop changes in what another published, against the two mappings themselves. */
class ChangesOfDropsProperties {
    @Property
    void changesAreTheDifferenceOfTheTwoMappings(
            @ForAll("drops") TextDrop first, @ForAll("drops") TextDrop second, @ForAll Identity identity) {
        MappingSettings settings = MappingSettings.of(identity, Drops.AS_OF);
        ImperoRoster before = Mapped.of(first, settings).roster();
        ImperoRoster after = Mapped.of(second, settings).roster();
        Changes changes = Changes.between(Published.of(before, settings), after, settings);

        Set<List<String>> members = members(before, identity);
        changes.membersLost()
                .forEach(link -> assertThat(members.remove(List.of(link.groupId(), link.userId(), link.identity())))
                        .isTrue());
        changes.membersGained()
                .forEach(link -> assertThat(members.add(List.of(link.groupId(), link.userId(), link.identity())))
                        .isTrue());
        Set<List<String>> access = access(before, identity);
        changes.accessLost()
                .forEach(link -> assertThat(access.remove(List.of(link.groupId(), link.userId(), link.identity())))
                        .isTrue());
        changes.accessGained()
                .forEach(link -> assertThat(access.add(List.of(link.groupId(), link.userId(), link.identity())))
                        .isTrue());
        Map<String, String> groups = groups(before);
        changes.groupsRemoved().forEach(group -> groups.remove(group.groupId()));
        changes.groupsAdded().forEach(group -> groups.put(group.groupId(), group.groupName()));
        changes.groupsRenamed().forEach(group -> groups.replace(group.groupId(), group.groupName()));
        Set<List<String>> users = consoleUsers(before, identity);
        changes.consoleUsersLost().forEach(user -> users.remove(List.of(user.userId(), user.identity())));
        changes.consoleUsersGained().forEach(user -> users.add(List.of(user.userId(), user.identity())));

        assertThat(members).isEqualTo(members(after, identity));
        assertThat(access).isEqualTo(access(after, identity));
        assertThat(groups).isEqualTo(groups(after));
        assertThat(users).isEqualTo(consoleUsers(after, identity));
    }

    private static Set<List<String>> members(ImperoRoster roster, Identity identity) {
        Set<List<String>> links = new HashSet<>();
        for (Membership member : roster.members()) {
            links.add(List.of(
                    member.group().groupId(),
                    member.user().userId(),
                    member.user().identity(identity)));
        }
        return links;
    }

    private static Set<List<String>> access(ImperoRoster roster, Identity identity) {
        Set<List<String>> links = new HashSet<>();
        for (Access access : roster.access()) {
            links.add(List.of(
                    access.group().groupId(),
                    access.user().userId(),
                    access.user().identity(identity)));
        }
        return links;
    }

    private static Set<List<String>> consoleUsers(ImperoRoster roster, Identity identity) {
        return roster.users().stream()
                .filter(user -> user.kind() == ImperoUser.Kind.STAFF)
                .map(user -> List.of(user.userId(), user.identity(identity)))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> groups(ImperoRoster roster) {
        return roster.groups().stream()
                .collect(Collectors.toMap(Group::groupId, Group::groupName, (one, other) -> one, TreeMap::new));
    }

    @Property
    void sameDropInAnotherOrderChangesNothingAndIsNotHeld(
            @ForAll("drops") TextDrop drop, @ForAll Identity identity, @ForAll Random random) {
        MappingSettings settings = MappingSettings.of(identity, Drops.AS_OF);
        Published before = Published.of(Mapped.of(drop, settings).roster(), settings);
        ImperoRoster again = Mapped.of(drop.shuffled(random), settings).roster();
        Changes changes = Changes.between(before, again, settings);

        assertThat(changes.isEmpty()).isTrue();
        assertThat(changes.groups()).isEmpty();
        assertThat(Brakes.judge(changes, again, BrakeSettings.DEFAULTS)).isEmpty();
    }

    @Provide
    Arbitrary<TextDrop> drops() {
        return Arbitraries.oneOf(Drops.messy(), Drops.tidy());
    }
}
