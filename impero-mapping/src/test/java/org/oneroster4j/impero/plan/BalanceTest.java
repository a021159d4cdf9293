package org.oneroster4j.impero.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search for even plans on districts small enough to be followed by hand. */
class BalanceTest {
    private static final Caps CAPS = new Caps(10, 10);

    private static Sizes schools(int... users) {
        return schools(CAPS, users);
    }

    /** Schools of so many people, and no groups, who are in no other. */
    private static Sizes schools(Caps caps, int... users) {
        List<SchoolLoad> loads = new ArrayList<>();
        for (int i = 0; i < users.length; i++) {
            loads.add(SchoolLoad.of("s" + (100 + i), "", 0, IntStream.range(10 * i, 10 * i + users[i])));
        }
        return new Sizes(loads, caps);
    }

    /** The last 3 makes 5 and 3, and 4 and 3 and 3, which is within the caps but not even; 4 for a 3 makes it so. */
    @Test
    void largestComesFirstEachWhereItAddsLeastAndOnlyThenItIsMadeEven() {
        Servers servers = Balance.over(schools(3, 5, 3, 4, 3), 2).orElseThrow();

        assertThat(servers.assignment()).containsExactly(1, 0, 0, 1, 1);
        assertThat(Balance.even(servers))
                .extracting(even -> even.users(0), even -> even.users(1))
                .containsExactly(9, 9);
    }

    @Test
    void schoolsWithPeopleTogetherAreSwappedForWhatTheyMakeTogether() {
        // All have person 0; the two of 5 are on one server, and moving one of them makes the other as full.
        int[] users = {5, 5, 3, 3};
        List<SchoolLoad> loads = new ArrayList<>();
        for (int i = 0; i < users.length; i++) {
            loads.add(SchoolLoad.of(
                    "s" + i, "", 0, IntStream.concat(IntStream.of(0), IntStream.range(10 * i + 1, 10 * i + users[i]))));
        }
        Servers servers = Balance.even(Servers.of(new Sizes(loads, CAPS), 2, new int[] {0, 0, 1, 1}));

        assertThat(servers.users(0)).isEqualTo(7);
        assertThat(servers.users(1)).isEqualTo(7);
    }

    @Test
    void ofChangesThatWinTheSameTheFirstIsMade() {
        Servers servers = Balance.even(Servers.of(schools(3, 3), 3, new int[] {0, 0}));

        assertThat(servers.assignment()).containsExactly(1, 0);
    }

    /** The search goes on from there when it is asked again. */
    @Test
    void searchStopsAfterThreeChangesForEachServer() {
        Sizes sizes = schools(IntStream.generate(() -> 1).limit(40).toArray());
        Servers servers = Balance.even(Servers.of(sizes, 2, new int[40]));

        assertThat(servers.users(1)).isEqualTo(6);
        assertThat(Balance.even(servers).users(1)).isEqualTo(12);
    }

    /** Each where it adds least makes 3 and 2 and 2 of a cap of 6; the others have nobody, but are too many to shake. */
    @Test
    void whatIsAboveACapIsMadeBetterEvenOfAThousandSchools() {
        int[] users = new int[1001];
        System.arraycopy(new int[] {3, 3, 2, 2, 2}, 0, users, 0, 5);
        Sizes sizes = schools(new Caps(6, 6), users);

        assertThat(Balance.over(sizes, 2)).hasValueSatisfying(servers -> {
            assertThat(servers.users(0)).isEqualTo(6);
            assertThat(servers.users(1)).isEqualTo(6);
        });
    }
}
