package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.layout.LayoutColumn;
import org.oneroster4j.impero.layout.LayoutField;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutFilter;
import org.oneroster4j.impero.layout.LayoutFormat;
import org.oneroster4j.impero.layout.LayoutProblem;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LayoutTemplate;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.impero.layout.RowKind;
import org.oneroster4j.impero.layout.UnwritableCellException;

/** What fields, templates and problems of a layout are as values. */
class LayoutValuesTest {
    @Test
    void everyFieldIsThatOfItsRow() throws IOException {
        LayoutFile all = LayoutFile.of("all.csv", RowKind.ACCESS, LayoutField.values());

        assertThat(SmallSchool.text(all).lines().toList())
                .startsWith(
                        "groupId,groupName,classCode,courseTitle,schoolId,schoolName,userId,identity,username,email,"
                                + "givenName,familyName,kind,role,primary",
                        "c1,Zoology,,,1,\"North, \"\"Hill\"\"\",t1,t1.login,t1.login,t1@example.org,"
                                + "Ann,Family,staff,teacher,true");
    }

    @Test
    void fieldsOfAClosedSetOfWordsSayWhichTheyAre() {
        assertThat(LayoutField.KIND.possibleWords()).containsExactly("student", "staff");
        assertThat(LayoutField.ROLE.possibleWords())
                .containsExactlyInAnyOrder("teacher", "aide", "administrator", "proctor");
        assertThat(LayoutField.PRIMARY.possibleWords()).containsExactly("true", "false");
        assertThat(LayoutField.USERNAME.possibleWords()).isEmpty();
        assertThat(LayoutField.of("userId")).isEqualTo(LayoutField.USER_ID);
        assertThatThrownBy(() -> LayoutField.of("userid"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known are groupId, groupName, ");
    }

    @Test
    void templatesAreEqualByTheirText() {
        LayoutTemplate template = LayoutTemplate.of("{userId}");

        assertThat(template)
                .isEqualTo(LayoutTemplate.of("{userId}"))
                .hasSameHashCodeAs(LayoutTemplate.of("{userId}"))
                .isNotEqualTo(LayoutTemplate.of("{userId}."))
                .isNotEqualTo("{userId}")
                .hasToString("{userId}");
    }

    @Test
    void problemsSortByPlaceThenMessage() {
        LayoutProblem first = new LayoutProblem("a", "x");

        assertThat(first).isLessThan(new LayoutProblem("a", "y")).isLessThan(new LayoutProblem("b", "a"));
        assertThat(first).hasToString("a: x");
        assertThat(new LayoutProblem("", "x")).hasToString("x");
    }

    @Test
    void messageNamesTheFieldsThatRowsHaveAndNoOthers() {
        LayoutFile users = LayoutFile.of("u.csv", RowKind.USERS, LayoutField.USER_ID)
                .withFilter(LayoutFilter.of(LayoutField.GROUP_ID, "a"));

        assertThat(new LayoutProfile("tried", List.of(users)).problems())
                .extracting(LayoutProblem::message)
                .containsExactly("rows of users have no field groupId; they have userId, identity, username, email,"
                        + " givenName, familyName, kind");
    }

    @Test
    void delimiterThatTheCharsetLacksIsAProblem() {
        LayoutFile file = LayoutFile.of("u.csv", RowKind.USERS, LayoutField.USER_ID)
                .withFormat(LayoutFormat.DEFAULT
                        .withCharset(StandardCharsets.ISO_8859_1)
                        .withDelimiter('\u0142'));

        assertThat(new LayoutProfile("tried", List.of(file)).problems())
                .extracting(LayoutProblem::place)
                .containsExactly("files[0].format.delimiter");
    }

    @Test
    void cellOfAnAccessIsToldByItsGroupAndItsUser() {
        LayoutFile file = LayoutFile.of(
                        "a.csv",
                        RowKind.ACCESS,
                        List.of(LayoutColumn.of(LayoutField.ROLE), LayoutColumn.of("", LayoutField.GROUP_NAME)))
                .withFormat(LayoutFormat.DEFAULT.withHeader(false).withCharset(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> SmallSchool.bytes(file))
                .isInstanceOf(UnwritableCellException.class)
                .hasMessageStartingWith("a.csv, group c2, user t1, column 2: ");
    }

    @Test
    void writerHasItsProfile() {
        assertThat(new LayoutWriter(LayoutProfile.LANSCHOOL, Identity.EMAIL).profile())
                .isEqualTo(LayoutProfile.LANSCHOOL);
    }
}
