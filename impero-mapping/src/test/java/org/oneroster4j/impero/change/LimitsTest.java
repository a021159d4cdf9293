package org.oneroster4j.impero.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The numbers of the brakes, at the limit and one beyond; and what a publication refuses. */
class LimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);

    @Test
    void removalIsTooMuchAboveThePercentageAndAboveTheNumber() {
        assertThat(RemovalLimit.DEFAULT.isExceeded(10, 10)).isFalse();
        assertThat(RemovalLimit.DEFAULT.isExceeded(11, 55)).isFalse();
        assertThat(RemovalLimit.DEFAULT.isExceeded(11, 54)).isTrue();
        assertThat(RemovalLimit.DEFAULT.isExceeded(1_000_000_000, 2_000_000_000))
                .isTrue();
    }

    @Test
    void growthIsTooMuchAboveThePercentageAndAboveTheNumber() {
        assertThat(GrowthLimit.DEFAULT.isExceeded(10, 30)).isFalse();
        assertThat(GrowthLimit.DEFAULT.isExceeded(42, 63)).isFalse();
        assertThat(GrowthLimit.DEFAULT.isExceeded(41, 62)).isTrue();
        assertThat(GrowthLimit.DEFAULT.isExceeded(100, 0)).isFalse();
    }

    @Test
    void limitsThatWouldSwitchABrakeOffAreRefused() {
        assertThat(new RemovalLimit(50, 100)).isNotEqualTo(new RemovalLimit(1, 0));
        assertThat(new GrowthLimit(100, 200)).isNotEqualTo(new GrowthLimit(1, 0));
        assertThatThrownBy(() -> new RemovalLimit(51, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RemovalLimit(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RemovalLimit(1, 101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RemovalLimit(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GrowthLimit(101, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GrowthLimit(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GrowthLimit(1, 201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GrowthLimit(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void publicationRefusesWhatIsNoIdAndWhatIsThereTwice() {
        Published.Builder builder = Published.builder(DAY).group("g", "Art", "1");

        assertThatThrownBy(() -> builder.group("g", "Bio", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.group("", "Bio", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.member("h", "s", "s.login")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.access("h", "t", "t.login")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.member("g", "", "s.login")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.access("g", "t", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.consoleUser("t\n", "t.login"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("login");
    }

    @Test
    void sameSaidTwiceCountsOnceInWhateverOrder() {
        Published one = Published.builder(DAY)
                .group("g", "Art", "1")
                .group("a", "Bio", "2")
                .member("g", "s2", "s2.login")
                .member("g", "s1", "s1.login")
                .member("g", "s2", "s2.login")
                .access("a", "t", "t.login")
                .consoleUser("t", "t.login")
                .consoleUser("t", "t.login")
                .build();

        assertThat(one.groups())
                .containsExactly(new PublishedGroup("a", "Bio", "2"), new PublishedGroup("g", "Art", "1"));
        assertThat(one.members())
                .containsExactly(new PublishedLink("g", "s1", "s1.login"), new PublishedLink("g", "s2", "s2.login"));
        assertThat(one.consoleUsers()).containsExactly(new PublishedUser("t", "t.login"));
        assertThat(one).hasToString("Published[2026-12-14, 2 groups, 2 members, 1 accesses, 1 console users]");
        assertThat(one.asOf()).isEqualTo(DAY);
    }

    @Test
    void changesSayTheNamesBeforeAndAfterAndShowNothingButNumbers() {
        Published before = Published.builder(DAY).group("g", "Art", "1").build();
        Published after = Published.builder(DAY).group("g", "Arts", "1").build();
        Changes changes = Changes.between(before, after);

        assertThat(changes.groups()).hasSize(1);
        assertThat(changes.groups().get(0).nameBefore()).contains("Art");
        assertThat(changes.groups().get(0).nameAfter()).contains("Arts");
        assertThat(changes.groups().get(0).isRenamed()).isTrue();
        assertThat(changes.toString()).startsWith("Changes[").contains("1").doesNotContain("Art");
        assertThat(before)
                .isNotEqualTo(after)
                .isEqualTo(Published.builder(DAY.plusDays(1))
                        .group("g", "Art", "2")
                        .build());
    }
}
