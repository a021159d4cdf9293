package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.csv.RowPolicy.BlankEnabledUser;
import org.oneroster4j.model.User;

/** R3 of the contract: what a blank enabledUser means. */
class BlankEnabledUserTest {
    private static final String HEADER = "sourcedId,status,enabledUser,role\n";
    private static final String BLANK = "u1,,,student\nu2,, ,student\n";

    private static NamedTexts users(String rows) {
        return users(rows, BlankEnabledUser.REJECT);
    }

    private static NamedTexts users(String rows, BlankEnabledUser policy) {
        return NamedTexts.of(Map.of("users.csv", HEADER + rows), RowPolicy.DEFAULTS.withBlankEnabledUser(policy));
    }

    /** Of each row its value, "?" where nobody can say which. */
    private static List<String> values(NamedTexts drop) {
        return drop.rows(User.class).stream()
                .map(row -> row.isUnreadable("enabledUser")
                        ? "?"
                        : row.record()
                                .map(user ->
                                        user.enabledUser().map(String::valueOf).orElse(""))
                                .orElse("rejected"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "1", " Yes "})
    void blankIsUnreadableWhereAnotherRowSaysTrue(String word) {
        for (String rows : List.of(BLANK + "u3,," + word + ",student\n", "u3,," + word + ",student\n" + BLANK)) {
            NamedTexts drop = users(rows);
            assertThat(values(drop)).containsExactlyInAnyOrder("?", "?", "true");
            assertThat(drop.found())
                    .filteredOn(found -> found.code().code().equals("unreadable-value"))
                    .hasSize(2)
                    .allMatch(found -> found.message().contains("blankEnabledUser"));
        }
    }

    @Test
    void blankSaysNothingWhereNoRowSaysTrue() {
        NamedTexts drop = users(BLANK + "u3,,false,student\nu4,,0,teacher\n");
        assertThat(values(drop)).containsExactly("", "", "false", "false");
        assertThat(drop.told()).noneMatch(told -> told.contains("unreadable"));
        assertThat(values(NamedTexts.of(Map.of("users.csv", "sourcedId,role\nu1,student\n"))))
                .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u3,tobedeleted,true,student\n",
                "u3,inactive,true,student\n",
                "u3,,true,pupil\n",
                ",,true,student\n",
                "u3,,true,student,x\n",
                "u3,,true\n",
                "u3,,maybe,student\n"
            })
    void rowThatIsNotLiveOrIsRejectedSaysNothing(String row) {
        assertThat(values(users(BLANK + row))).startsWith("", "");
    }

    @Test
    void settingSaysWhatABlankMeans() {
        String rows = BLANK + "u3,,true,student\nu4,tobedeleted,,student\n";
        assertThat(values(users(rows, BlankEnabledUser.ENABLED))).containsExactly("", "", "true", "");
        NamedTexts disabled = users(rows, BlankEnabledUser.DISABLED);
        assertThat(values(disabled)).containsExactly("false", "false", "true", "false");
        assertThat(disabled.told()).noneMatch(told -> told.contains("unreadable"));
        assertThat(values(users(BLANK, BlankEnabledUser.DISABLED))).containsExactly("false", "false");
    }
}
