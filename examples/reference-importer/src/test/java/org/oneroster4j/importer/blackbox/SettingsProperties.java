package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** What settings may do, and what no setting ever does. */
class SettingsProperties {
    private static final Set<String> STAFF = Set.of("teacher", "administrator", "aide", "proctor");

    @Property
    void noSettingGivesAccessToWhomTheRulesDoNot(
            @ForAll("messy") TextDrop drop, @ForAll("settings") MappingSettings settings) {
        Map<String, Set<String>> staff = staff(drop, settings.identity());
        Set<String> enrolled = new HashSet<>();
        for (Map<String, String> row : InputTable.of(drop, "enrollments.csv").rows()) {
            String role = row.getOrDefault("role", "").toLowerCase(Locale.ROOT);
            if (isLive(row) && STAFF.contains(role)) {
                enrolled.add(row.getOrDefault("userSourcedId", "") + "\n" + row.getOrDefault("classSourcedId", "")
                        + "\n" + role);
            }
        }
        Set<String> given =
                settings.accessRoles().stream().map(role -> role.role().token()).collect(Collectors.toSet());

        mapped(drop, settings).access().forEach(access -> {
            String key = CellText.key(access.user().identity(settings.identity()));
            assertThat(given).contains(access.role().token());
            assertThat(staff.getOrDefault(key, Set.of()))
                    .as("staff records behind %s", access)
                    .contains(access.user().userId())
                    .anyMatch(id -> enrolled.contains(id + "\n" + access.group().groupId() + "\n"
                            + access.role().token()));
        });
    }

    /** The ids of live staff records by the key of their identity. */
    private static Map<String, Set<String>> staff(TextDrop drop, Identity identity) {
        Map<String, Set<String>> staff = new TreeMap<>();
        for (Map<String, String> row : InputTable.of(drop, "users.csv").rows()) {
            if (isLive(row) && STAFF.contains(row.getOrDefault("role", "").toLowerCase(Locale.ROOT))) {
                staff.computeIfAbsent(CellText.key(row.getOrDefault(identity.column(), "")), key -> new HashSet<>())
                        .add(row.getOrDefault("sourcedId", ""));
            }
        }
        return staff;
    }

    private static boolean isLive(Map<String, String> row) {
        String status = row.getOrDefault("status", "");
        return status.isEmpty() || status.equalsIgnoreCase("active");
    }

    @Property
    void fewerAccessRolesOnlyEverTakeAccessAway(
            @ForAll("messy") TextDrop drop, @ForAll("settings") MappingSettings settings) {
        ImperoRoster some = mapped(drop, settings);
        ImperoRoster all = mapped(drop, settings.withAccessRoles(AccessRole.values()));

        if (hasNoCollision(some) && hasNoCollision(all)) {
            assertThat(accesses(all)).containsAll(accesses(some));
            assertThat(members(all)).isEqualTo(members(some));
        }
    }

    @Property
    void moreDaysOfLeadAndLagOnlyEverAddClassesAndEnrollments(
            @ForAll("messy") TextDrop drop,
            @ForAll("settings") MappingSettings settings,
            @ForAll("days") int moreLead,
            @ForAll("days") int moreLag) {
        assertOnlyAdds(
                mapped(drop, settings),
                mapped(
                        drop,
                        settings.withLeadDays(settings.leadDays() + moreLead)
                                .withLagDays(settings.lagDays() + moreLag)));
    }

    @Property
    void datesAndTermsThatAreNotHonouredOnlyEverAdd(
            @ForAll("messy") TextDrop drop, @ForAll("settings") MappingSettings settings) {
        ImperoRoster honoured = mapped(drop, settings.withHonourTerms(true).withHonourEnrollmentDates(true));
        ImperoRoster terms = mapped(drop, settings.withHonourTerms(true).withHonourEnrollmentDates(false));

        assertOnlyAdds(honoured, terms);
        assertOnlyAdds(terms, mapped(drop, settings.withHonourTerms(false).withHonourEnrollmentDates(false)));
    }

    /** Groups that are left out for their name are another matter: a class more may have the name of another. */
    private static void assertOnlyAdds(ImperoRoster fewer, ImperoRoster more) {
        if (hasNoCollision(fewer) && hasNoCollision(more)) {
            assertThat(groups(more)).containsAll(groups(fewer));
            assertThat(members(more)).containsAll(members(fewer));
            assertThat(accesses(more)).containsAll(accesses(fewer));
        }
    }

    @Property
    void leadAndLagCountWhatThatManyDaysLaterOrBeforeCounts(
            @ForAll("messy") TextDrop drop, @ForAll("settings") MappingSettings settings, @ForAll("days") int days) {
        MappingSettings plain = settings.withLeadDays(0).withLagDays(0);

        assertOnlyAdds(
                mapped(drop, plain.withAsOf(Drops.AS_OF.plusDays(days))), mapped(drop, plain.withLeadDays(days)));
        assertOnlyAdds(
                mapped(drop, plain.withAsOf(Drops.AS_OF.minusDays(days))), mapped(drop, plain.withLagDays(days)));
    }

    private static ImperoRoster mapped(TextDrop drop, MappingSettings settings) {
        Map<String, ByteSource> files = new TreeMap<>();
        drop.bytes().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        FindingSummary findings = new FindingSummary();
        return ImperoMapper.map(OneRosterDrop.of(files, ReadOptions.defaults(), findings), settings, findings);
    }

    private static boolean hasNoCollision(ImperoRoster roster) {
        return !roster.leftOut().containsKey("group-name-collision");
    }

    private static Set<String> groups(ImperoRoster roster) {
        return roster.groups().stream().map(Group::groupId).collect(Collectors.toSet());
    }

    private static Set<String> members(ImperoRoster roster) {
        return roster.members().stream()
                .map(member -> member.group().groupId() + "\n" + member.user().userId())
                .collect(Collectors.toSet());
    }

    private static Set<String> accesses(ImperoRoster roster) {
        return roster.access().stream()
                .map(access -> access.group().groupId() + "\n" + access.user().userId())
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<TextDrop> messy() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.of(0, 1, 7, 30, 90, 200);
    }

    @Provide
    Arbitrary<MappingSettings> settings() {
        Arbitrary<Boolean> honoured = Arbitraries.of(true, true, false);
        return Combinators.combine(
                        Arbitraries.of(Identity.class),
                        Arbitraries.of(EmptyGroups.class),
                        Arbitraries.of(ConsoleStaff.class),
                        honoured,
                        honoured,
                        days(),
                        days(),
                        Arbitraries.of(AccessRole.class).set().ofMinSize(1))
                .as((identity, empty, staff, dates, terms, lead, lag, roles) -> MappingSettings.of(
                                identity, Drops.AS_OF)
                        .withEmptyGroups(empty)
                        .withConsoleStaff(staff)
                        .withHonourEnrollmentDates(dates)
                        .withHonourTerms(terms)
                        .withLeadDays(lead)
                        .withLagDays(lag)
                        .withAccessRoles(roles));
    }
}
