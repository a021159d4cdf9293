package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.diff.ChangeTable;
import org.oneroster4j.importer.diff.Difference;
import org.oneroster4j.importer.diff.Side;
import org.oneroster4j.importer.oracle.PlainInput;
import org.oneroster4j.importer.report.Paint;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** The table of changes, done to what the first drop publishes, gives what the second does. */
class DiffProperties {
    private static final int COLUMNS = 7;

    @Provide
    Arbitrary<TextDrop> drops() {
        return Drops.messy();
    }

    /** What Impero has, each thing under its kind. */
    private record Had(Map<String, String> groups, Map<String, Set<List<String>>> rest) {
        static Had of(ImperoRoster roster, Identity identity) {
            Map<String, String> groups = new HashMap<>();
            roster.groups().forEach(group -> groups.put(group.groupId(), group.groupName()));
            Map<String, Set<List<String>>> rest = new HashMap<>();
            rest.put(
                    "member",
                    roster.members().stream()
                            .map(member -> List.of(
                                    member.group().groupId(),
                                    member.user().userId(),
                                    member.user().identity(identity)))
                            .collect(Collectors.toCollection(HashSet::new)));
            rest.put(
                    "access",
                    roster.access().stream()
                            .map(access -> List.of(
                                    access.group().groupId(),
                                    access.user().userId(),
                                    access.user().identity(identity)))
                            .collect(Collectors.toCollection(HashSet::new)));
            rest.put("user", users(roster.users(), identity));
            rest.put(
                    "console-user",
                    users(
                            roster.users().stream()
                                    .filter(user -> user.kind() == ImperoUser.Kind.STAFF)
                                    .toList(),
                            identity));
            return new Had(groups, rest);
        }

        private static Set<List<String>> users(List<ImperoUser> users, Identity identity) {
            return users.stream()
                    .map(user -> List.of("", user.userId(), user.identity(identity)))
                    .collect(Collectors.toCollection(HashSet::new));
        }

        /** Does what a row says, which must be something that can be done. */
        void change(List<String> row) {
            String change = row.get(0);
            if (row.get(1).equals("group")) {
                assertThat(groups.containsKey(row.get(3))).isEqualTo(!change.equals("added"));
                groups.put(row.get(3), row.get(5));
                if (change.equals("removed")) {
                    groups.remove(row.get(3));
                }
                return;
            }
            Set<List<String>> some = rest.getOrDefault(row.get(1), Set.of());
            List<String> one = List.of(row.get(3), row.get(4), row.get(6));
            assertThat(change.equals("added") ? some.add(one) : some.remove(one))
                    .isTrue();
        }
    }

    @Property
    void everyRowDoneToWhatTheFirstPublishesGivesWhatTheSecondDoes(
            @ForAll("drops") TextDrop first, @ForAll("drops") TextDrop second, @ForAll Identity identity) {
        MappingSettings settings = MappingSettings.of(identity, Drops.AS_OF);
        ImperoRoster before = Mapped.of(first, settings).roster();
        ImperoRoster after = Mapped.of(second, settings).roster();
        Had had = Had.of(before, identity);
        Changes changes = Changes.between(Published.of(before, settings), after, settings);

        rows(changes, true).forEach(had::change);

        assertThat(had).isEqualTo(Had.of(after, identity));
        assertThat(Difference.of(side(), side(), changes).lines(Paint.NONE, Optional.empty(), Optional.empty()))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Property
    void aDropBesideItselfHasNoRows(@ForAll("drops") TextDrop drop, @ForAll Identity identity) {
        MappingSettings settings = MappingSettings.of(identity, Drops.AS_OF);
        Published once = Published.of(Mapped.of(drop, settings).roster(), settings);

        assertThat(rows(Changes.between(once, once), true)).isEmpty();
    }

    @Property
    void withoutValuesThereAreAsManyRowsAndNoNames(
            @ForAll("drops") TextDrop first, @ForAll("drops") TextDrop second, @ForAll Identity identity) {
        MappingSettings settings = MappingSettings.of(identity, Drops.AS_OF);
        Published before = Published.of(Mapped.of(first, settings).roster(), settings);
        Changes changes = Changes.between(before, Mapped.of(second, settings).roster(), settings);
        List<List<String>> bare = rows(changes, false);

        assertThat(bare).hasSameSizeAs(rows(changes, true));
        assertThat(bare).allMatch(row -> row.get(5).isEmpty() && row.get(6).isEmpty());
    }

    private static Side side() {
        return new Side("drop", Drops.AS_OF.toString());
    }

    private static List<List<String>> rows(Changes changes, boolean showValues) {
        return Conversion.inFolder(folder -> {
            Path table = folder.resolve("changes.csv");
            ChangeTable.write(table, changes, showValues);
            List<List<String>> rows = PlainInput.cells(Files.readString(table, StandardCharsets.UTF_8));
            assertThat(rows.get(0)).hasSize(COLUMNS).startsWith("change", "kind");
            return rows.subList(1, rows.size());
        });
    }
}
