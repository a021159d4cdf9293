package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PlannerProperties {
    private static final Caps CAPS = AnyDistrict.CAPS;

    @Property
    void noServerIsAboveACapAndEachSchoolIsOnOne(@ForAll("districts") District district) {
        assertHolds(Planner.fewest(district, CAPS), district);
    }

    @Property
    void noServerIsAboveACapWhateverTheNumberOfServers(
            @ForAll("districts") District district, @ForAll @IntRange(min = 1, max = 12) int servers) {
        ServerPlan plan = Planner.over(servers, district, CAPS);

        assertHolds(plan, district);
        assertThat(plan.servers().size()).isGreaterThanOrEqualTo(servers);
        if (!plan.isWithinRequested()) {
            assertThat(plan.servers().size())
                    .isLessThanOrEqualTo(Math.max(1, fitting(district).size()));
        }
    }

    @Property
    void fewSchoolsGoToTheFewestServersThereCanBe(@ForAll("fewSchools") District district) {
        List<Set<Integer>> people = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (SchoolLoad load : fitting(district)) {
            people.add(load.people().boxed().collect(Collectors.toSet()));
            groups.add(load.groups());
        }
        int fewest = fewest(people, groups, new ArrayList<>(), 0);
        ServerPlan plan = Planner.fewest(district, CAPS);

        assertThat(plan.servers()).hasSize(fewest);
        assertThat(Planner.over(Math.max(1, fewest), district, CAPS).isWithinRequested())
                .isTrue();
        if (fewest > 1) {
            assertThat(Planner.over(fewest - 1, district, CAPS).isWithinRequested())
                    .isFalse();
        }
    }

    /** Tries all, each school on each server in use or on one more. */
    private static int fewest(List<Set<Integer>> people, List<Integer> groups, List<List<Integer>> servers, int next) {
        if (next == people.size()) {
            return servers.size();
        }
        int fewest = Integer.MAX_VALUE;
        for (List<Integer> server : List.copyOf(servers)) {
            server.add(next);
            Set<Integer> all = new HashSet<>();
            server.forEach(school -> all.addAll(people.get(school)));
            int sum = server.stream().mapToInt(groups::get).sum();
            if (all.size() <= CAPS.users() && sum <= CAPS.groups()) {
                fewest = Math.min(fewest, fewest(people, groups, servers, next + 1));
            }
            server.remove(server.size() - 1);
        }
        servers.add(new ArrayList<>(List.of(next)));
        fewest = Math.min(fewest, fewest(people, groups, servers, next + 1));
        servers.remove(servers.size() - 1);
        return fewest;
    }

    @Property
    void sameDistrictMovesNothing(
            @ForAll("districts") District district, @ForAll @IntRange(min = 1, max = 12) int servers) {
        ServerPlan fewest = Planner.fewest(district, CAPS);
        ServerPlan over = Planner.over(servers, district, CAPS);

        assertNothingMoves(fewest, Planner.fewest(district, CAPS, earlier(fewest)));
        assertNothingMoves(over, Planner.fewest(district, CAPS, earlier(over)));
        int count = over.servers().size();
        assertNothingMoves(over, Planner.over(count, district, CAPS, earlier(over)));
    }

    private static void assertNothingMoves(ServerPlan plan, ServerPlan again) {
        assertThat(again.moves()).isEmpty();
        assertThat(again.added()).isEmpty();
        assertThat(again.removed()).isEmpty();
        assertThat(schools(again)).isEqualTo(schools(plan));
    }

    @Property
    void schoolsOnlyMoveFromAServerThatWouldBeAboveACap(
            @ForAll("districts") District before, @ForAll("districts") District now) {
        ServerPlan old = Planner.fewest(before, CAPS);
        ServerPlan plan = Planner.fewest(now, CAPS, earlier(old));

        assertHolds(plan, now);
        for (Move move : plan.moves()) {
            Set<String> today = new HashSet<>(old.servers().get(move.from() - 1).schools());
            List<SchoolLoad> staying = fitting(now).stream()
                    .filter(load -> today.contains(load.id()))
                    .toList();
            assertThat(move.users())
                    .isEqualTo((int) District.people(staying).distinct().count());
            assertThat(move.groups())
                    .isEqualTo(staying.stream().mapToInt(SchoolLoad::groups).sum());
            assertThat(CAPS.allow(move.users(), move.groups())).isFalse();
            assertThat(move.reason()).isIn(Move.Reason.USERS_OVER_CAP, Move.Reason.CLASSES_OVER_CAP);
            // It could not have stayed with what is there now, either.
            List<SchoolLoad> there =
                    new ArrayList<>(plan.servers().get(move.from() - 1).loads());
            there.addAll(fitting(now).stream()
                    .filter(load -> load.id().equals(move.school()))
                    .toList());
            assertThat(CAPS.allow(
                            District.people(there).distinct().count(),
                            there.stream().mapToInt(SchoolLoad::groups).sum()))
                    .isFalse();
        }
    }

    @Property
    void changedDistrictStaysWithinTheNumberOfServersWhereThatIsPossible(
            @ForAll("fewSchools") District before,
            @ForAll("fewSchools") District now,
            @ForAll @IntRange(min = 1, max = 6) int servers) {
        EarlierPlan earlier = earlier(Planner.over(servers, before, CAPS));
        ServerPlan plan = Planner.over(servers, now, CAPS, earlier);

        assertHolds(plan, now);
        assertThat(plan.isWithinRequested())
                .isEqualTo(Planner.over(servers, now, CAPS).isWithinRequested());
    }

    @Property
    void orderOfSchoolsDoesNotMatter(@ForAll("districts") District district, @ForAll("randoms") Random random) {
        List<SchoolLoad> shuffled = new ArrayList<>(district.loads());
        Collections.shuffle(shuffled, random);

        assertThat(Planner.fewest(District.of(shuffled), CAPS)).isEqualTo(Planner.fewest(district, CAPS));
    }

    /** A thousand districts where the long forms are run; else as many as are quick. */
    @Example
    void districtsOfAmericanSizesAreWithinFivePercentOfTheLowerBound() {
        int districts = Integer.getInteger("jqwik.tries.default", 300) >= 1000 ? 1000 : 30;
        int most = districts == 1000 ? 1500 : 300;
        Caps caps = new Caps(5000, 1200);
        SplittableRandom random = new SplittableRandom(2026);
        double sum = 0;
        for (int i = 0; i < districts; i++) {
            District district = AmericanDistrict.of(random.nextLong(), 5 + random.nextInt(most - 4));
            ServerPlan plan = Planner.fewest(district, caps);
            sum += (double) plan.servers().size() / plan.atLeast();
        }

        assertThat(sum / districts).isBetween(1.0, 1.05);
    }

    private static void assertHolds(ServerPlan plan, District district) {
        for (PlannedServer server : plan.servers()) {
            assertThat(server.users())
                    .isEqualTo((int) District.people(server.loads()).distinct().count());
            assertThat(server.groups())
                    .isEqualTo(
                            server.loads().stream().mapToInt(SchoolLoad::groups).sum());
            assertThat(server.users()).isLessThanOrEqualTo(CAPS.users());
            assertThat(server.groups()).isLessThanOrEqualTo(CAPS.groups());
        }
        List<String> placed = Stream.concat(
                        plan.servers().stream().flatMap(server -> server.schools().stream()),
                        plan.oversized().stream()
                                .map(oversized -> oversized.load().id()))
                .toList();
        assertThat(placed).containsExactlyInAnyOrderElementsOf(ids(district));
        assertThat(plan.oversized())
                .allMatch(oversized ->
                        !CAPS.allow(oversized.load().users(), oversized.load().groups()));
        assertThat(plan.servers().size()).isGreaterThanOrEqualTo(plan.atLeast());
    }

    private static List<String> ids(District district) {
        return district.loads().stream().map(SchoolLoad::id).toList();
    }

    private static List<SchoolLoad> fitting(District district) {
        return district.loads().stream()
                .filter(load -> CAPS.allow(load.users(), load.groups()))
                .toList();
    }

    private static List<List<String>> schools(ServerPlan plan) {
        return plan.servers().stream().map(PlannedServer::schools).toList();
    }

    private static EarlierPlan earlier(ServerPlan plan) {
        return new EarlierPlan(schools(plan));
    }

    @Provide
    Arbitrary<District> districts() {
        return AnyDistrict.ofSchools(0, 25);
    }

    @Provide
    Arbitrary<District> fewSchools() {
        return AnyDistrict.ofSchools(1, 7);
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.longs().map(Random::new);
    }
}
