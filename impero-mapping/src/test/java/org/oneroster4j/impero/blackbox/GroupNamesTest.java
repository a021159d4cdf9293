package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneroster4j.model.RoleType.AIDE;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoUser.Kind;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.SchoolClass;

/** R13: what groups are called. */
class GroupNamesTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15));
    private static final School SCHOOL = School.empty()
            .user("s", STUDENT)
            .user("t1", TEACHER)
            .user("t2", TEACHER)
            .with(School.person("t3", TEACHER, "t3").withFamilyName(" "));

    private static SchoolClass titled(String id, String title, String... periods) {
        return SchoolClass.builder()
                .sourcedId(id)
                .title(title)
                .courseSourcedId("k")
                .schoolSourcedId("1")
                .addPeriods(periods)
                .build();
    }

    private static School of(SchoolClass... classes) {
        School school = SCHOOL.with(classes);
        for (SchoolClass schoolClass : classes) {
            school = school.enroll("s", schoolClass.sourcedId(), STUDENT);
        }
        return school;
    }

    private static List<String> names(School school) {
        return Mapped.of(school, SETTINGS).groupNames();
    }

    @Test
    void everyFieldOfATemplateIsThatOfTheClass() {
        School school = of(titled("c", "Art", "1", "2").withClassCode("A1"))
                .with(
                        Org.builder().sourcedId("1").name("North").build(),
                        Course.builder()
                                .sourcedId("k")
                                .title("Arts")
                                .courseCode("AC")
                                .orgSourcedId("1")
                                .build())
                .enroll("t2", "c", TEACHER)
                .enroll("t1", "c", TEACHER)
                .enroll("t3", "c", TEACHER);
        NameTemplate all = NameTemplate.of("{title}/{classCode}/{sourcedId}/{courseTitle}/{courseCode}/{schoolName}/"
                + "{schoolId}/{periods}/{teachers}");

        assertThat(Mapped.of(school, SETTINGS.withNameTemplate(all)).groupNames())
                .containsExactly("Art/A1/c/Arts/AC/North/1/1,2/Family t1, Family t2");
        assertThat(all)
                .hasToString(
                        "{title}/{classCode}/{sourcedId}/{courseTitle}/{courseCode}/{schoolName}/{schoolId}/{periods}/{teachers}");
        assertThat(NameTemplate.of("{title}"))
                .isEqualTo(NameTemplate.of("{title}"))
                .isNotEqualTo(all);
        assertThat(NameTemplate.of("{title}")).hasSameHashCodeAs(NameTemplate.of("{title}"));
    }

    @Test
    void teachersAreThoseWithThatAccessToTheClassAlone() {
        School school = of(titled("a", "Art"), titled("b", "Bio"), titled("c", "Chem"))
                .enroll("t1", "b", TEACHER)
                .enroll("t2", "b", AIDE)
                .enroll("t2", "c", TEACHER);

        assertThat(Mapped.of(school, SETTINGS.withNameTemplate(NameTemplate.of("{title}[ - {teachers}]")))
                        .groupNames())
                .containsExactly("Art", "Bio - Family t1", "Chem - Family t2");
    }

    @Test
    void blankNameBecomesTheId() {
        assertThat(names(of(titled("c1", " ")))).containsExactly("c1");
    }

    @Test
    void equalNamesByKeyAreToldApartByPeriods() {
        assertThat(names(of(titled("a", "Math", "1"), titled("b", "MATH", "2"), titled("c", "Bio", "1"))))
                .containsExactly("Math P1", "MATH P2", "Bio");
    }

    /** Full width letters, a zero width space and a ligature look as others do. */
    @Test
    void equalNamesByLookAreToldApart() {
        assertThat(names(of(
                        titled("a", "Math", "1"),
                        titled("b", "\uFF2D\uFF41\uFF54\uFF48", "2"),
                        titled("c", "Ma\u200Bth", "3"),
                        titled("d", "O\uFB03ce", "1"),
                        titled("e", "Office", "2"))))
                .containsExactly(
                        "Math P1", "\uFF2D\uFF41\uFF54\uFF48 P2", "Ma\u200Bth P3", "O\uFB03ce P1", "Office P2");
    }

    @Test
    void nameOfTheLookOfABuiltInGroupGetsASuffix() {
        assertThat(names(of(titled("a", "Entire\u00A0Network", "1"), titled("b", "ENTIRE NETWORK\u200B", "2"))))
                .allMatch(name -> name.matches(".* P[12]"));
    }

    @Test
    void directionControlsAreRemovedFromNames() {
        assertThat(names(of(titled("a", "\u202Ehtam\u202C", "1")))).containsExactly("htam");
    }

    @Test
    void setThatLacksAPeriodOrHasOneTwiceIsToldApartByTeachers() {
        School lacking = of(titled("a", "Math", "1"), titled("b", "Math"))
                .enroll("t1", "a", TEACHER)
                .enroll("t2", "b", TEACHER);
        School twice = of(titled("a", "Math", "1"), titled("b", "Math", "1"), titled("c", "Math", "2"))
                .enroll("t1", "a", TEACHER)
                .enroll("t2", "b", TEACHER)
                .enroll("t1", "c", TEACHER)
                .enroll("t2", "c", TEACHER);

        assertThat(names(lacking)).containsExactly("Math - Family t1", "Math - Family t2");
        assertThat(names(twice)).containsExactly("Math - Family t1", "Math - Family t2", "Math - Family t1, Family t2");
    }

    @Test
    void whatNeitherPeriodsNorTeachersTellApartHasItsId() {
        School school = of(titled("a", "Math"), titled("b", "Math")).enroll("t1", "a", TEACHER);

        assertThat(names(school)).containsExactly("Math [a]", "Math [b]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Entire Network",
                "internet  banned",
                "SCREENS LOCKED",
                "Printing Disabled",
                "Removable Media Disabled",
                "Sound Muted"
            })
    void nameOfABuiltInGroupIsNeverTaken(String title) {
        assertThat(names(of(titled("a", title)))).allMatch(name -> name.endsWith(" [a]"));
        assertThat(names(of(titled("a", title, "3")))).allMatch(name -> name.endsWith(" P3"));
    }

    @Test
    void suffixComesOnTopOfAHundredCharacters() {
        String title = "x".repeat(120);

        assertThat(names(of(titled("a", title, "1"), titled("b", title, "2"))))
                .containsExactly("x".repeat(100) + " P1", "x".repeat(100) + " P2");
    }

    @Test
    void groupsThatNothingTellsApartAreAllLeftOut() {
        School idsByCase =
                of(titled("a", "Math"), titled("A", "Math"), titled("b", "Bio")).enroll("t1", "a", TEACHER);
        Mapped mapped = Mapped.of(idsByCase, SETTINGS);

        assertThat(mapped.groupNames()).containsExactly("Bio");
        assertThat(mapped.members()).containsExactly("b:s");
        assertThat(mapped.access()).isEmpty();
        assertThat(mapped.foundAbout(ImperoCode.GROUP_NAME_COLLISION)).containsExactlyInAnyOrder("a", "A");
        assertThat(mapped.roster().leftOut()).isEqualTo(Map.of("group-name-collision", 2, "group-not-written", 3));
    }

    @Test
    void titleThatImitatesASuffixTakesTheOtherAlong() {
        School school = of(titled("a", "Math"), titled("b", "Math"), titled("c", "math [A]"));

        assertThat(names(school)).containsExactly("Math [b]");
    }

    @Test
    void lossOfAGroupThatCollidesIsNotThatOfTheCalendar() {
        LocalDate over = SETTINGS.asOf().minusDays(7);
        School school = of(titled("a", "Math"), titled("A", "Math"))
                .with(School.enrollment("s", "a", STUDENT, Optional.of(over)));

        assertThat(Mapped.of(school, SETTINGS).roster().lastDayOfEnrollment("a", "s", Kind.STUDENT))
                .isEmpty();
    }
}
