package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which schools move when an earlier plan does not do any more, and where to. */
class StayingTest {
    private static final Caps CAPS = new Caps(10, 10);

    /** A school whose people are those from one number up to another, the last one not included. */
    private static SchoolLoad school(String id, int groups, int from, int to) {
        return SchoolLoad.of(id, "", groups, IntStream.range(from, to));
    }

    /** Schools of so many people, and no groups, who are in no other. */
    private static List<SchoolLoad> schools(String ids, int... users) {
        List<SchoolLoad> loads = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < users.length; i++) {
            loads.add(school(ids.substring(i, i + 1), 0, next, next + users[i]));
            next += users[i];
        }
        return loads;
    }

    private static List<List<String>> servers(ServerPlan plan) {
        return plan.servers().stream().map(PlannedServer::schools).toList();
    }

    @Test
    void largestSchoolsMoveFirstWhenNoneAloneSuffices() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b", "c")));
        ServerPlan plan = Planner.fewest(District.of(schools("abc", 9, 8, 7)), CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("b"), List.of("a"), List.of("c"));
    }

    /** Without b the first server would still be above the cap, so that b stays and no room is left for the new one. */
    @Test
    void schoolThatWouldNotSufficeStays() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b", "c"), List.of("d")));
        ServerPlan plan = Planner.fewest(District.of(schools("abcdn", 7, 1, 4, 6, 3)), CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("n"));
    }

    @Test
    void groupsTooMakeASchoolMove() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b", "c"), List.of("d")));
        District district = District.of(
                List.of(school("a", 7, 0, 1), school("b", 1, 10, 11), school("c", 4, 20, 21), school("d", 1, 30, 31)));
        ServerPlan plan = Planner.fewest(district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(plan.moves()).containsExactly(new Move("c", 1, 2, Move.Reason.CLASSES_OVER_CAP, 3, 12));
    }

    @Test
    void serverThatIsJustFullOfUsersMayHaveTooManyGroups() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b")));
        District district = District.of(List.of(school("a", 8, 0, 7), school("b", 3, 10, 13)));

        assertThat(Planner.fewest(district, CAPS, earlier).moves())
                .containsExactly(new Move("b", 1, 2, Move.Reason.CLASSES_OVER_CAP, 10, 11));
    }

    @Test
    void schoolForWhichThereIsRoomElsewhereMovesRatherThanASmallerOne() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b", "c"), List.of("d")));
        District district = District.of(
                List.of(school("a", 1, 0, 5), school("b", 1, 10, 13), school("c", 1, 20, 24), school("d", 1, 20, 28)));
        ServerPlan plan = Planner.fewest(district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void newSchoolGoesToTheServerThatIsLeastFullWithItsPeople() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a"), List.of("b")));
        District district = District.of(List.of(school("a", 1, 0, 5), school("b", 1, 10, 14), school("new", 1, 0, 2)));

        assertThat(servers(Planner.fewest(district, CAPS, earlier))).containsExactly(List.of("a", "new"), List.of("b"));
    }

    @Test
    void newSchoolGoesToTheServerThatIsLeastFullWithItsGroups() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a"), List.of("b")));
        District district =
                District.of(List.of(school("a", 4, 0, 5), school("b", 6, 10, 14), school("new", 3, 20, 21)));

        assertThat(servers(Planner.fewest(district, CAPS, earlier))).containsExactly(List.of("a", "new"), List.of("b"));
    }

    @Test
    void ofEquallyFullServersANewSchoolGoesToTheFirst() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a"), List.of("b")));

        assertThat(servers(Planner.fewest(District.of(schools("abn", 5, 5, 2)), CAPS, earlier)))
                .containsExactly(List.of("a", "n"), List.of("b"));
    }

    @Test
    void onlyTheLargestSchoolCanMakeRoomAndDoes() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a"), List.of("b", "c")));
        District district = District.of(
                List.of(school("a", 4, 0, 9), school("b", 3, 10, 10), school("c", 3, 20, 21), school("n", 8, 30, 31)));
        ServerPlan plan = Planner.over(2, district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("n"), List.of("a", "b", "c"));
        assertThat(plan.moves()).extracting(Move::school).containsExactly("a");
    }

    /** If a or b moved there would be room for the new school, but none for them. */
    @Test
    void schoolThatFindsNoOtherPlaceDoesNotMakeRoom() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b"), List.of("c", "d")));
        ServerPlan plan = Planner.over(2, District.of(schools("abcdn", 3, 3, 4, 5, 5)), CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("a", "b", "c"), List.of("d", "n"));
        assertThat(plan.moves()).containsExactly(new Move("c", 2, 1, Move.Reason.MAKES_ROOM, 9, 0));
    }

    /** The school h leaves, x makes room for the new one, and then there is room for h again: only x moves. */
    @Test
    void schoolThatLeftGoesBackWhereAnotherMadeRoom() {
        Caps caps = new Caps(20, 20);
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("h", "r", "x"), List.of("y")));
        District district = District.of(List.of(
                school("h", 1, 3, 11),
                school("n", 7, 50, 51),
                school("r", 8, 20, 30),
                school("x", 6, 0, 10),
                school("y", 13, 40, 45)));
        ServerPlan plan = Planner.over(2, district, caps, earlier);

        assertThat(servers(plan)).containsExactly(List.of("h", "n", "r"), List.of("x", "y"));
        assertThat(plan.moves()).extracting(Move::school).containsExactly("x");
    }

    /** No single move makes room; anew, the two are 6 and 2 and 2, and 5 and 3 and 2. */
    @Test
    void planMadeAnewKeepsTheNumbersWithWhichMostSchoolsStay() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b"), List.of("c", "d", "e")));
        ServerPlan plan = Planner.over(2, District.of(schools("abcden", 6, 3, 2, 2, 5, 2)), CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("b", "e", "n"), List.of("a", "c", "d"));
        assertThat(plan.moves()).extracting(Move::school).containsExactly("a", "e");
    }

    @Test
    void manySchoolsThatTakeAllTheRoomStayWithinTheNumberOfServers() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("a", "b"), List.of("c", "d", "e", "f", "g", "h", "i")));
        ServerPlan plan =
                Planner.over(2, District.of(schools("abcdefghin", 6, 3, 2, 2, 5, 0, 0, 0, 0, 2)), CAPS, earlier);

        assertThat(plan.isWithinRequested()).isTrue();
        assertThat(plan.servers()).extracting(PlannedServer::users).containsExactly(10, 10);
    }

    @Test
    void serversOfAPlanMadeAnewThatKeepNothingComeInTheirOrder() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("gone"), List.of("a"), List.of("b")));
        ServerPlan plan = Planner.over(2, District.of(schools("abcdenm", 4, 4, 3, 3, 2, 2, 2)), CAPS, earlier);

        assertThat(plan.isWithinRequested()).isTrue();
        assertThat(plan.moves()).extracting(Move::school).containsExactly("b");
    }

    private static SchoolLoad together(String id, int groups, int users, String... schools) {
        return SchoolLoad.of(id, "", List.of(schools), List.of(), groups, IntStream.range(0, users));
    }

    @Test
    void schoolsThatGoTogetherGoWhereMostOfThemAre() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("m", "k"), List.of("z", "a")));
        District district = District.of(List.of(together("m", 1, 5, "m", "a", "z"), school("k", 1, 10, 12)));
        ServerPlan plan = Planner.fewest(district, CAPS, earlier);

        assertThat(servers(plan)).containsExactly(List.of("k"), List.of("a", "m", "z"));
        assertThat(plan.moves()).containsExactly(new Move("m", 1, 2, Move.Reason.GOES_ALONG, 2, 1));
    }

    @Test
    void movesAreInTheOrderOfTheirSchools() {
        EarlierPlan earlier = new EarlierPlan(List.of(List.of("k"), List.of("m", "z", "a")));
        District district = District.of(List.of(school("k", 1, 10, 12), together("m", 1, 5, "m", "a", "z")));
        ServerPlan plan = Planner.over(1, district, CAPS, earlier);

        assertThat(plan.moves()).extracting(Move::school).containsExactly("a", "m", "z");

        EarlierPlan other = new EarlierPlan(List.of(List.of("s"), List.of("k", "m", "z", "a")));
        District three = District.of(
                List.of(school("k", 1, 10, 12), together("m", 1, 5, "m", "a", "z"), school("s", 1, 20, 21)));
        assertThat(Planner.over(1, three, CAPS, other).moves())
                .extracting(Move::school)
                .containsExactly("a", "k", "m", "z");
    }
}
