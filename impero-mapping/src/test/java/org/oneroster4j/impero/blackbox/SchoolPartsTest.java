package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneroster4j.model.RoleType.STUDENT;
import static org.oneroster4j.model.RoleType.TEACHER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.SchoolCounts;
import org.oneroster4j.impero.SchoolPart;
import org.oneroster4j.impero.SchoolParts;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;

/** A mapping taken apart by school: each part is what a filter of that school would write. */
class SchoolPartsTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15));
    private static final School SCHOOL = School.empty()
            .with(org("d", ""), org("1", "d"), org("2", "d"), org("2a", "2"), org("office", "d"))
            .schoolClass("c1", "1")
            .schoolClass("c1b", "1")
            .schoolClass("c2", "2")
            .schoolClass("c2a", "2a")
            .schoolClass("none", "")
            .schoolClass("lost", "unknown")
            .user("s1", STUDENT)
            .user("s2", STUDENT)
            .user("s3", STUDENT)
            .user("t1", TEACHER)
            .user("t2", TEACHER)
            .with(staff("w1", "1"), staff("w2a", "2a"), staff("wo", "office"), staff("wd", "d"), staff("wx", "x"))
            .enroll("s1", "c1", STUDENT)
            .enroll("s1", "c1b", STUDENT)
            .enroll("s2", "c1b", STUDENT)
            .enroll("s2", "c2", STUDENT)
            .enroll("s3", "c2a", STUDENT)
            .enroll("s3", "none", STUDENT)
            .enroll("s3", "lost", STUDENT)
            .enroll("t1", "c1", TEACHER)
            .enroll("t1", "c2", TEACHER)
            .enroll("t2", "none", TEACHER);

    private static Org org(String id, String parent) {
        return Org.builder()
                .sourcedId(id)
                .name("Org " + id)
                .parentSourcedId(Optional.of(parent).filter(text -> !text.isEmpty()))
                .build();
    }

    private static RosterRecord staff(String id, String org) {
        return School.person(id, TEACHER, id).withOrgSourcedIds(org);
    }

    private static SchoolParts parts(School school, MappingSettings settings) {
        return Mapped.of(school, settings).roster().schoolParts();
    }

    @Test
    void partsAreSchoolsWithTheirGroupsAndPeople() {
        SchoolParts parts = parts(SCHOOL, SETTINGS);

        assertThat(parts.schools())
                .extracting(SchoolPart::toString)
                .containsExactly(
                        "SchoolPart[1: 2 groups, 4 people]",
                        "SchoolPart[2: 1 groups, 3 people]",
                        "SchoolPart[2a: 1 groups, 2 people]",
                        "SchoolPart[office: 0 groups, 1 people]",
                        "SchoolPart[unknown: 1 groups, 1 people]");
        assertThat(parts.schools())
                .extracting(SchoolPart::name)
                .containsExactly("Org 1", "Org 2", "Org 2a", "Org office", "");
        assertThat(parts.schools()).extracting(SchoolPart::isInOrgs).containsExactly(true, true, true, true, false);
        assertThat(parts.schools())
                .extracting(SchoolPart::takes)
                .containsExactly(Set.of(), Set.of("2a"), Set.of(), Set.of(), Set.of());
        assertThat(parts.groupsWithout()).isEqualTo(1);
        assertThat(parts.usersWithout()).as("t2, wd and wx").isEqualTo(3);
        assertThat(Mapped.of(SCHOOL, SETTINGS).roster().toString()).contains("groups=6");
    }

    @Test
    void eachPartIsWhatAFilterOfTheSchoolWrites() {
        for (SchoolPart part : parts(SCHOOL, SETTINGS).schools()) {
            if (part.isInOrgs()) {
                Mapped filtered = Mapped.of(SCHOOL, SETTINGS.withSchools(part.schoolId()));
                Set<Integer> people = new HashSet<>();
                for (SchoolPart each : parts(SCHOOL, SETTINGS).schools()) {
                    if (each == part
                            || each.schoolId().equals(part.schoolId())
                            || part.takes().contains(each.schoolId())) {
                        each.people().forEach(people::add);
                    }
                }
                assertThat(people).as(part.schoolId()).hasSameSizeAs(filtered.users());
            }
        }
    }

    @Test
    void peopleAreInOrderAndOnceEach() {
        for (SchoolPart part : parts(SCHOOL, SETTINGS).schools()) {
            assertThat(part.people().toArray()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void staffWithoutGroupsCountNowhereWhenOnlyThoseAssignedAreWritten() {
        SchoolParts parts = parts(SCHOOL, SETTINGS.withConsoleStaff(ConsoleStaff.ASSIGNED));

        assertThat(parts.schools()).extracting(SchoolPart::schoolId).containsExactly("1", "2", "2a", "unknown");
        assertThat(parts.schools().get(0).people().count()).isEqualTo(3);
    }

    @Test
    void filterOfTheMappingLimitsTheParts() {
        assertThat(parts(SCHOOL, SETTINGS.withSchools("2")).schools())
                .extracting(SchoolPart::toString)
                .containsExactly("SchoolPart[2: 1 groups, 3 people]", "SchoolPart[2a: 1 groups, 2 people]");
        assertThat(parts(SCHOOL, SETTINGS.withSchools("2a")).schools())
                .extracting(SchoolPart::schoolId)
                .containsExactly("2a");
    }

    @Test
    void withoutOrgsEverySchoolThatAClassNamesIsOneAndNoOtherOrgIs() {
        MemoryRoster roster =
                SCHOOL.without(record -> record instanceof Org).roster().without(OneRosterFile.ORGS);
        SchoolParts parts = Mapped.of(roster, SETTINGS).roster().schoolParts();

        assertThat(parts.schools())
                .extracting(SchoolPart::toString)
                .containsExactly(
                        "SchoolPart[1: 2 groups, 4 people]",
                        "SchoolPart[2: 1 groups, 2 people]",
                        "SchoolPart[2a: 1 groups, 2 people]",
                        "SchoolPart[unknown: 1 groups, 1 people]");
        assertThat(parts.schools()).allMatch(SchoolPart::isInOrgs);
    }

    @Test
    void groupsThatCollideCountAsIfTheyWereWritten() {
        School same = SCHOOL.with(
                        titled("x", "1", "Math"),
                        titled("X", "1", "Math"),
                        titled("n", "", "Bio"),
                        titled("N", "", "Bio"))
                .user("s4", STUDENT)
                .user("t4", TEACHER)
                .enroll("s4", "X", STUDENT)
                .enroll("s3", "x", STUDENT)
                .enroll("t4", "X", TEACHER)
                .enroll("s3", "n", STUDENT)
                .enroll("s3", "N", STUDENT);
        SchoolParts parts = parts(same, SETTINGS);

        assertThat(parts.schools().get(0)).hasToString("SchoolPart[1: 4 groups, 7 people]");
        assertThat(parts.groupsWithout()).isEqualTo(1);
        assertThat(Mapped.of(same, SETTINGS).groups()).doesNotContain("x", "X", "n", "N");
    }

    private static SchoolClass titled(String id, String school, String title) {
        return SchoolClass.builder()
                .sourcedId(id)
                .title(title)
                .courseSourcedId("")
                .schoolSourcedId(school)
                .addTermSourcedIds(School.ALWAYS)
                .build();
    }

    @Test
    void partOfManyPeopleHasThemAll() {
        School many = School.empty().schoolClass("c", "1").user("t", TEACHER).enroll("t", "c", TEACHER);
        for (int i = 0; i < 130; i++) {
            many = many.user("s" + i, STUDENT).enroll("s" + i, "c", STUDENT);
        }

        assertThat(parts(many, SETTINGS).schools().get(0).people().count()).isEqualTo(131);
    }

    @Test
    void schoolsSayWhatTheyTakeOfAServer() {
        List<SchoolCounts> schools = Mapped.of(SCHOOL, SETTINGS).roster().schools();

        assertThat(schools)
                .containsExactly(
                        new SchoolCounts("", "", 1, 1, 1),
                        new SchoolCounts("1", "Org 1", 2, 2, 1),
                        new SchoolCounts("2", "Org 2", 1, 1, 1),
                        new SchoolCounts("2a", "Org 2a", 1, 1, 0),
                        new SchoolCounts("unknown", "", 1, 1, 0));
        assertThat(schools.get(1).users()).isEqualTo(3);
    }

    @Test
    void personOfTwoGroupsOfASchoolCountsThereOnce() {
        School school = School.empty()
                .schoolClass("a", "1")
                .schoolClass("b", "2")
                .schoolClass("c", "1")
                .user("s", STUDENT)
                .enroll("s", "a", STUDENT)
                .enroll("s", "b", STUDENT)
                .enroll("s", "c", STUDENT);

        assertThat(Mapped.of(school, SETTINGS).roster().schools())
                .containsExactly(new SchoolCounts("1", "", 2, 1, 0), new SchoolCounts("2", "", 1, 1, 0));
    }

    @Test
    void orgOfStaffBelowASchoolIsNoSchoolOfItsOwn() {
        School annex = SCHOOL.with(org("1a", "1"), staff("w1a", "1a"));

        assertThat(parts(annex, SETTINGS).schools())
                .extracting(SchoolPart::schoolId)
                .containsExactly("1", "2", "2a", "office", "unknown");
        assertThat(parts(annex, SETTINGS).schools().get(0).people().count()).isEqualTo(5);
    }

    @Test
    void mappingsOfTheSameAreEqualAndMostOthersHaveAnotherHash() {
        int hash = Mapped.of(SCHOOL, SETTINGS).roster().hashCode();

        assertThat(Mapped.of(SCHOOL, SETTINGS).roster())
                .isEqualTo(Mapped.of(SCHOOL, SETTINGS).roster())
                .hasSameHashCodeAs(Mapped.of(SCHOOL, SETTINGS).roster());
        assertThat(Mapped.of(SCHOOL.user("more", TEACHER), SETTINGS).roster().hashCode())
                .isNotEqualTo(hash);
        assertThat(Mapped.of(SCHOOL.schoolClass("more", "1").enroll("s1", "more", STUDENT), SETTINGS)
                        .roster()
                        .hashCode())
                .isNotEqualTo(hash);
    }

    @Test
    void mappingsThatDifferAreNotEqual() {
        assertThat(Mapped.of(SCHOOL, SETTINGS).roster())
                .isNotEqualTo(
                        Mapped.of(SCHOOL.enroll("s1", "c2", STUDENT), SETTINGS).roster())
                .isNotEqualTo(
                        Mapped.of(SCHOOL.enroll("t2", "c2", TEACHER), SETTINGS).roster())
                .isNotEqualTo(Mapped.of(SCHOOL.enroll("nobody", "c2", STUDENT), SETTINGS)
                        .roster());
    }
}
