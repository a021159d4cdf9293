package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Caps CAPS = new Caps(10, 10);

    /** A school whose people are those from one number up to another, the last one not included. */
    private static SchoolLoad school(String id, int groups, int from, int to) {
        return SchoolLoad.of(id, "", groups, IntStream.range(from, to));
    }

    private static List<List<String>> servers(ServerPlan plan) {
        return plan.servers().stream().map(PlannedServer::schools).toList();
    }

    @Test
    void schoolsThatShareTheirPeopleGoTogether() {
        District district = District.of(
                List.of(school("a", 1, 0, 8), school("b", 1, 10, 18), school("c", 1, 2, 10), school("d", 1, 12, 20)));

        assertThat(servers(Planner.fewest(district, CAPS)))
                .containsExactlyInAnyOrder(List.of("a", "c"), List.of("b", "d"));
    }

    @Test
    void peopleOfTwoServersCountOnBoth() {
        District district = District.of(List.of(school("a", 6, 0, 5), school("b", 6, 4, 9)));
        ServerPlan plan = Planner.fewest(district, CAPS);

        assertThat(district.users()).isEqualTo(9);
        assertThat(plan.servers()).extracting(PlannedServer::users).containsExactly(5, 5);
    }

    @Test
    void groupsAloneCanTakeASecondServer() {
        ServerPlan plan = Planner.fewest(District.of(List.of(school("a", 6, 0, 1), school("b", 5, 1, 2))), CAPS);

        assertThat(plan.servers()).hasSize(2);
        assertThat(plan.atLeast()).isEqualTo(2);
    }

    @Test
    void amongThePlansWithTheFewestServersTheMostEvenIsTaken() {
        District district = District.of(
                List.of(school("a", 1, 0, 6), school("b", 1, 10, 14), school("c", 1, 20, 24), school("d", 1, 30, 32)));

        assertThat(servers(Planner.fewest(district, CAPS)))
                .containsExactlyInAnyOrder(List.of("a", "d"), List.of("b", "c"));
    }

    @Test
    void schoolAboveACapAloneIsNamedWithWhatCanBeDone() {
        ServerPlan plan = Planner.fewest(District.of(List.of(school("big", 3, 0, 11), school("b", 1, 20, 24))), CAPS);

        assertThat(plan.isPossible()).isFalse();
        assertThat(servers(plan)).containsExactly(List.of("b"));
        assertThat(plan.oversized())
                .extracting(oversized -> oversized.load().id())
                .containsExactly("big");
        assertThat(plan.oversized().get(0).options())
                .anyMatch(option -> option.contains("--max-users 11"))
                .anyMatch(option -> option.contains("Split it"));
    }

    @Test
    void tooFewServersAreToldHowManyItTakes() {
        District district = District.of(List.of(school("a", 1, 0, 6), school("b", 1, 6, 12), school("c", 1, 12, 18)));
        ServerPlan plan = Planner.over(2, district, CAPS);

        assertThat(plan.isWithinRequested()).isFalse();
        assertThat(plan.servers()).hasSize(3);
        assertThat(plan.atLeast()).isEqualTo(3);
    }

    @Test
    void moreServersThanSchoolsLeaveSomeEmpty() {
        ServerPlan plan = Planner.over(3, District.of(List.of(school("a", 1, 0, 6))), CAPS);

        assertThat(servers(plan)).containsExactly(List.of("a"), List.of(), List.of());
        assertThat(plan.isPossible()).isTrue();
    }

    @Test
    void schoolThatGrewMakesTheSmallestOneMoveThatSuffices() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b", "c"), List.of("d")));
        District district = District.of(
                List.of(school("a", 1, 0, 7), school("b", 1, 10, 12), school("c", 1, 20, 23), school("d", 1, 30, 33)));
        ServerPlan plan = Planner.fewest(district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a", "c"), List.of("b", "d"));
        assertThat(plan.moves()).containsExactly(new Move("b", 1, 2, Move.Reason.USERS_OVER_CAP, 12, 3));
    }

    @Test
    void newSchoolGoesWhereThereIsRoomAndMovesNobody() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "gone"), List.of("b")));
        District district =
                District.of(List.of(school("a", 1, 0, 8), school("b", 1, 10, 16), school("new", 1, 20, 24)));
        ServerPlan plan = Planner.fewest(district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a"), List.of("b", "new"));
        assertThat(plan.moves()).isEmpty();
        assertThat(plan.added()).containsExactly("new");
        assertThat(plan.removed()).containsExactly("gone");
    }

    @Test
    void schoolMakesRoomWhenNoServerMayBeAdded() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b"), List.of("c")));
        District district = District.of(List.of(
                school("a", 1, 0, 5), school("b", 1, 10, 13), school("c", 1, 20, 26), school("new", 1, 30, 35)));
        ServerPlan plan = Planner.over(2, district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a", "new"), List.of("b", "c"));
        assertThat(plan.moves()).extracting(Move::reason).containsExactly(Move.Reason.MAKES_ROOM);
    }

    @Test
    void schoolsOfAServerThatIsGoneMove() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a"), List.of("b")));
        District district = District.of(List.of(school("a", 1, 0, 5), school("b", 1, 10, 15)));
        ServerPlan plan = Planner.over(1, district, CAPS, earlier);

        assertThat(plan.moves()).containsExactly(new Move("b", 2, 1, Move.Reason.SERVER_GONE, 5, 1));
    }

    @Test
    void schoolIsInADistrictOnce() {
        assertThatThrownBy(() -> District.of(List.of(school("a", 1, 0, 5), school("a", 1, 10, 15))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
