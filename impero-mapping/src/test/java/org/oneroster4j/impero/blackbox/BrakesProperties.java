package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.Brakes;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.GrowthLimit;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.impero.change.PublishedGroup;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.impero.change.RemovalLimit;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;

/** The brakes against a count made without them. */
class BrakesProperties {
    /** What goes, of what, and what of it is over, counted by hand. */
    private record Count(int counted, int of, int over) {
        static <T> Count of(List<T> before, List<T> lost, Predicate<T> isOver) {
            int over = (int) lost.stream().filter(isOver).count();
            return new Count(lost.size() - over, before.size() - over, over);
        }

        boolean exceeds(RemovalLimit limit) {
            return counted > limit.number() && counted > of * (limit.percent() / 100.0);
        }

        List<String> details(RemovalLimit limit) {
            return Stream.of(counted, of, limit.percent(), limit.number(), over)
                    .map(Object::toString)
                    .toList();
        }
    }

    private final MappingSettings mapping = MappingSettings.of(Identity.USERNAME, TwoDays.SECOND);

    private static ImperoRoster mapped(MemoryRoster input, MappingSettings settings) {
        return ImperoMapper.map(input, settings, finding -> {});
    }

    @Property
    void runIsHeldWhenMoreIsRemovedThanTheNumbersAllowAndNeverElse(
            @ForAll long seed,
            @ForAll("brakes") BrakeSettings brakes,
            @ForAll ConsoleStaff consoleStaff,
            @ForAll EmptyGroups emptyGroups) {
        TwoDays days = new TwoDays(seed);
        MappingSettings second = mapping.withConsoleStaff(consoleStaff).withEmptyGroups(emptyGroups);
        MappingSettings first = second.withAsOf(TwoDays.FIRST);
        Published before = Published.of(mapped(days.before(), first), first);
        ImperoRoster after = mapped(days.after(), second);
        Changes changes = Changes.between(before, after, second);
        List<Finding> reasons = Brakes.judge(changes, after, brakes);

        ByHand byHand = ByHand.of(days, changes, consoleStaff);
        expect(reasons, "too-many-groups-removed", byHand.groups(), brakes.groups());
        expect(reasons, "too-many-members-removed", byHand.members(), brakes.members());
        expect(reasons, "too-many-accesses-removed", byHand.access(), brakes.access());
        expect(reasons, "too-many-console-users-removed", byHand.users(), brakes.consoleUsers());
        assertThat(reasons).allMatch(reason -> reason.code().effect() == Effect.HOLDS_RUN);
        Statistics.label("removed")
                .collect(
                        reasons.stream().anyMatch(reason -> reason.code().code().endsWith("removed")));
        Statistics.label("over").collect(byHand.members().over() > 0);
    }

    private static void expect(List<Finding> reasons, String code, Count count, RemovalLimit limit) {
        List<Finding> found = reasons.stream()
                .filter(reason -> reason.code().code().equals(code))
                .toList();
        assertThat(found).as("%s %s %s", code, count, limit).hasSize(count.exceeds(limit) ? 1 : 0);
        found.forEach(reason -> assertThat(reason.details().subList(0, 5)).isEqualTo(count.details(limit)));
    }

    private record ByHand(Count groups, Count members, Count access, Count users) {
        static ByHand of(TwoDays days, Changes changes, ConsoleStaff consoleStaff) {
            Set<String> over = new HashSet<>();
            for (PublishedGroup group : changes.groupsRemoved()) {
                String id = group.groupId();
                List<PublishedLink> members = changes.membersLost().stream()
                        .filter(link -> link.groupId().equals(id))
                        .toList();
                boolean faded = days.isClassHeld(id)
                        && !members.isEmpty()
                        && members.stream().allMatch(link -> days.isEnrollmentOver(id, link.userId()));
                if (days.isClassOver(id) || faded) {
                    over.add(id);
                }
            }
            Predicate<PublishedLink> isOver =
                    link -> over.contains(link.groupId()) || days.isEnrollmentOver(link.groupId(), link.userId());
            Published before = changes.before();
            return new ByHand(
                    Count.of(before.groups(), changes.groupsRemoved(), group -> over.contains(group.groupId())),
                    Count.of(before.members(), changes.membersLost(), isOver),
                    Count.of(before.access(), changes.accessLost(), isOver),
                    Count.of(before.consoleUsers(), changes.consoleUsersLost(), user -> {
                        List<PublishedLink> had = before.access().stream()
                                .filter(link -> link.userId().equals(user.userId()))
                                .toList();
                        return consoleStaff == ConsoleStaff.ASSIGNED
                                && days.isEnabled(user.userId())
                                && !had.isEmpty()
                                && had.stream().allMatch(isOver);
                    }));
        }
    }

    @Property
    void accessesGrowNoFasterThanTheNumbersAllow(@ForAll long seed, @ForAll("brakes") BrakeSettings brakes) {
        TwoDays days = new TwoDays(seed);
        MappingSettings first = mapping.withAsOf(TwoDays.FIRST);
        // The other way round: what went missing comes back.
        Published before = Published.of(mapped(days.after(), first), first);
        ImperoRoster after = mapped(days.before(), mapping);
        Changes changes = Changes.between(before, after, mapping);
        List<String> codes = codes(Brakes.judge(changes, after, brakes));

        int from = before.access().size();
        int more = after.access().size() - from;
        GrowthLimit limit = brakes.accessGrowth();
        boolean tooMany = more > limit.number() && more > from * (limit.percent() / 100.0);
        assertThat(codes.contains("too-many-accesses-added")).isEqualTo(tooMany);
        if (changes.accessLost().isEmpty()) {
            Map<String, Long> gained = changes.accessGained().stream()
                    .collect(Collectors.groupingBy(PublishedLink::userId, Collectors.counting()));
            long people = gained.values().stream()
                    .filter(groups -> groups > brakes.groupsForOnePerson())
                    .count();
            assertThat(codes.stream().filter("too-many-groups-for-one-person"::equals))
                    .hasSize((int) people);
        }
        Statistics.label("added").collect(tooMany);
    }

    private static List<String> codes(List<Finding> reasons) {
        return reasons.stream().map(reason -> reason.code().code()).toList();
    }

    /** All classes of a term are over, and as many of the next have begun: that is January, not a broken export. */
    @Property
    void changeOfTermNeverHoldsARun(
            @ForAll @IntRange(min = 1, max = 30) int classes,
            @ForAll @IntRange(min = 1, max = 4) int staff,
            @ForAll ConsoleStaff consoleStaff) {
        List<RosterRecord> drop = new ArrayList<>();
        drop.add(term("T1", LocalDate.of(2026, 8, 1), TwoDays.FIRST));
        drop.add(term("T2", TwoDays.SECOND, TwoDays.SECOND.plusDays(100)));
        for (int i = 0; i < classes; i++) {
            drop.add(user("s" + i, RoleType.STUDENT));
            for (String term : List.of("T1", "T2")) {
                drop.add(schoolClass(term + "-" + i, term));
                drop.add(enrollment(term + "-" + i, "s" + i, RoleType.STUDENT));
                for (int t = 0; t < staff; t++) {
                    drop.add(enrollment(term + "-" + i, "t" + t, RoleType.TEACHER));
                }
            }
        }
        for (int t = 0; t < staff; t++) {
            drop.add(user("t" + t, RoleType.TEACHER));
        }
        MemoryRoster input = new MemoryRoster(drop.toArray(RosterRecord[]::new));
        MappingSettings second = mapping.withConsoleStaff(consoleStaff);
        MappingSettings first = second.withAsOf(TwoDays.FIRST);
        ImperoRoster after = mapped(input, second);
        Changes changes = Changes.between(Published.of(mapped(input, first), first), after, second);

        assertThat(changes.counts().groupsRemoved()).isEqualTo(classes);
        assertThat(changes.counts().groupsAdded()).isEqualTo(classes);
        assertThat(Brakes.judge(changes, after, STRICTEST)).isEmpty();
    }

    private static final RemovalLimit STRICTEST_REMOVAL = new RemovalLimit(1, 0);
    private static final BrakeSettings STRICTEST = new BrakeSettings(
            STRICTEST_REMOVAL, STRICTEST_REMOVAL, STRICTEST_REMOVAL, STRICTEST_REMOVAL, new GrowthLimit(1, 0), 1);

    private static AcademicSession term(String id, LocalDate start, LocalDate end) {
        return AcademicSession.builder()
                .sourcedId(id)
                .title("Term")
                .startDate(start)
                .endDate(end)
                .build();
    }

    private static User user(String id, RoleType role) {
        return User.builder()
                .sourcedId(id)
                .role(role)
                .username(id + ".login")
                .givenName("Given")
                .familyName("Family")
                .build();
    }

    private static SchoolClass schoolClass(String id, String term) {
        return SchoolClass.builder()
                .sourcedId(id)
                .title("Class " + id)
                .courseSourcedId("")
                .schoolSourcedId("school")
                .addTermSourcedIds(term)
                .build();
    }

    private static Enrollment enrollment(String schoolClass, String user, RoleType role) {
        return Enrollment.builder()
                .sourcedId("")
                .classSourcedId(schoolClass)
                .schoolSourcedId("school")
                .userSourcedId(user)
                .role(role)
                .build();
    }

    /** Numbers so small that a small school exceeds them. */
    @Provide
    Arbitrary<BrakeSettings> brakes() {
        Arbitrary<RemovalLimit> removal = Combinators.combine(
                        Arbitraries.integers().between(1, 50),
                        Arbitraries.integers().between(0, 8))
                .as(RemovalLimit::new);
        Arbitrary<GrowthLimit> growth = Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(0, 8))
                .as(GrowthLimit::new);
        return Combinators.combine(
                        removal,
                        removal,
                        removal,
                        removal,
                        growth,
                        Arbitraries.integers().between(1, 4))
                .as(BrakeSettings::new);
    }
}
