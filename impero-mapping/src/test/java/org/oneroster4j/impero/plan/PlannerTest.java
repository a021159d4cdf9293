package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
    void serversAreNumberedFromOne() {
        ServerPlan plan = Planner.over(3, District.of(List.of(school("a", 1, 0, 5))), CAPS);

        assertThat(plan.servers()).extracting(PlannedServer::number).containsExactly(1, 2, 3);
    }

    @Test
    void groupsOfAllSchoolsSayHowManyServersItTakesAtLeast() {
        District district = District.of(List.of(school("a", 4, 0, 1), school("b", 4, 1, 2), school("c", 4, 2, 3)));

        assertThat(Planner.fewest(district, CAPS).atLeast()).isEqualTo(2);
    }

    @Test
    void schoolsOfWhichNoTwoFitTogetherTakeAServerEach() {
        District groups = District.of(List.of(school("a", 6, 0, 1), school("b", 6, 1, 2), school("c", 6, 2, 3)));
        District users = District.of(List.of(school("a", 1, 0, 6), school("b", 1, 10, 16), school("c", 1, 20, 26)));

        assertThat(Planner.fewest(groups, CAPS).atLeast()).isEqualTo(3);
        assertThat(Planner.fewest(users, CAPS).atLeast()).isEqualTo(3);
    }

    /** Schools that have nobody in common. */
    private static District district(int[] users, int[] groups) {
        List<SchoolLoad> loads = new ArrayList<>();
        for (int i = 0; i < users.length; i++) {
            loads.add(school("s" + i, groups[i], 100 * i, 100 * i + users[i]));
        }
        return District.of(loads);
    }

    /** With one school more this is too many to try all, and 16 and 16 and 15 and 14 is what is found. */
    @Test
    void nineSchoolsAreSharedOutAsEvenlyAsCanBe() {
        District district = district(new int[] {5, 10, 6, 4, 7, 5, 12, 10, 2}, new int[9]);

        assertThat(Planner.fewest(district, new Caps(20, 20)).servers())
                .extracting(PlannedServer::users)
                .containsExactlyInAnyOrder(16, 15, 15, 15);
        assertThat(Planner.over(4, district, new Caps(20, 20)).servers())
                .extracting(PlannedServer::users)
                .containsExactlyInAnyOrder(16, 15, 15, 15);
    }

    /** The search for an even plan does not find one on three servers here, but filling one after the other does. */
    @Test
    void whatOneWayToShareOutDoesNotFindAnotherDoes() {
        District district =
                district(new int[] {5, 4, 1, 4, 11, 12, 11, 2, 6, 2}, new int[] {1, 11, 9, 1, 10, 8, 3, 7, 5, 3});
        ServerPlan plan = Planner.over(3, district, new Caps(20, 20));

        assertThat(plan.servers()).hasSize(3);
        assertThat(plan.isWithinRequested()).isTrue();
        ServerPlan two = Planner.over(2, district, new Caps(20, 20));
        assertThat(two.servers()).hasSize(3);
        assertThat(two.isWithinRequested()).isFalse();
    }

    @Test
    void schoolIsInADistrictOnce() {
        assertThatThrownBy(() -> District.of(List.of(school("a", 1, 0, 5), school("a", 1, 10, 15))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
