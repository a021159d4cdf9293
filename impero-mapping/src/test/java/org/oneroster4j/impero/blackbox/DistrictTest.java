package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneroster4j.model.RoleType.STUDENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.plan.Caps;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.Oversized;
import org.oneroster4j.impero.plan.SchoolLoad;
import org.oneroster4j.model.Org;

/** What there is to be shared out over servers, of a mapping and as a program may state it itself. */
class DistrictTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15));

    private static Org org(String id, String parent) {
        return Org.builder()
                .sourcedId(id)
                .name("Org " + id)
                .parentSourcedId(Optional.of(parent).filter(text -> !text.isEmpty()))
                .build();
    }

    /** A class of so many students, who are in no other. */
    private static School taught(School school, String org, String schoolClass, int students) {
        School taught = school.schoolClass(schoolClass, org);
        for (int i = 0; i < students; i++) {
            String student = schoolClass + "-" + i;
            taught = taught.user(student, STUDENT).enroll(student, schoolClass, STUDENT);
        }
        return taught;
    }

    private static District district(School school) {
        return District.of(school.mapped(SETTINGS));
    }

    @Test
    void districtOfAMappingHasItsSchoolsAndWhatIsInNone() {
        School school = School.empty().with(org("b", ""), org("a", ""));
        school = taught(school, "b", "c1", 2);
        school = taught(school, "a", "c2", 1);
        school = taught(school, "a", "c3", 1);
        school = taught(school, "", "c4", 3).enroll("c1-0", "c2", STUDENT);
        District district = district(school);

        assertThat(district.loads())
                .extracting(SchoolLoad::toString)
                .containsExactly("SchoolLoad[a: 3 users, 2 groups]", "SchoolLoad[b: 2 users, 1 groups]");
        assertThat(district.loads()).extracting(SchoolLoad::name).containsExactly("Org a", "Org b");
        assertThat(district.loads())
                .allMatch(load -> load.schools().equals(List.of(load.id())))
                .allMatch(load -> load.notInOrgs().isEmpty());
        assertThat(district.users()).as("c1-0 is in both").isEqualTo(4);
        assertThat(district.groups()).isEqualTo(3);
        assertThat(district.groupsWithoutSchool()).isEqualTo(1);
        assertThat(district.usersWithoutSchool()).isEqualTo(3);
    }

    @Test
    void schoolsWhoseFiltersTakeOneAnotherAreOneLoadNamedAfterTheOneThatTakesMost() {
        School school = School.empty()
                .with(
                        org("top", ""),
                        org("under-1", "top"),
                        org("under-2", "top"),
                        org("leaf", "under-2"),
                        org("z", ""));
        for (String each : List.of("top", "under-1", "under-2", "leaf", "z")) {
            school = taught(school, each, "class-" + each, 1);
        }
        District district = district(school.enroll("class-leaf-0", "class-top", STUDENT));

        assertThat(district.loads()).extracting(SchoolLoad::id).containsExactly("top", "z");
        SchoolLoad top = district.loads().get(0);
        assertThat(top.name()).isEqualTo("Org top");
        assertThat(top.schools()).containsExactly("leaf", "top", "under-1", "under-2");
        assertThat(top).hasToString("SchoolLoad[top: 4 users, 4 groups]");
    }

    @Test
    void schoolsUnderAnOrgWithoutClassesStayApart() {
        School school = School.empty().with(org("d", ""), org("1", "d"), org("2", "d"));
        District district = district(taught(taught(school, "1", "c1", 1), "2", "c2", 1));

        assertThat(district.loads()).extracting(SchoolLoad::id).containsExactly("1", "2");
    }

    @Test
    void schoolThatNoRowDescribesIsNamedAsOne() {
        School school = taught(School.empty().with(org("a", "")), "a", "c1", 1);
        District district = district(taught(school, "unknown", "c2", 1));

        assertThat(district.loads()).extracting(SchoolLoad::notInOrgs).containsExactly(List.of(), List.of("unknown"));
        assertThat(district.loads().get(1).name()).isBlank();
    }

    @Test
    void repeatedPeopleCountOnceAndComeInOrder() {
        SchoolLoad load = SchoolLoad.of("a", "North", 0, IntStream.of(7, 3, 7, 5, 3));

        assertThat(load.users()).isEqualTo(3);
        assertThat(load.people()).containsExactly(3, 5, 7);
        assertThat(load.name()).isEqualTo("North");
        assertThat(load.groups()).isZero();
    }

    @Test
    void schoolHasNoFewerThanNoGroups() {
        assertThatThrownBy(() -> SchoolLoad.of("a", "", -1, IntStream.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void capsAreAtLeastOneAndThoseOfTheSettings() {
        assertThat(new Caps(1, 1)).isEqualTo(new Caps(1, 1));
        assertThat(Caps.of(SETTINGS.withMaxUsers(30).withMaxClasses(4))).isEqualTo(new Caps(30, 4));
        assertThatThrownBy(() -> new Caps(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Caps(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void schoolWithTooManyPeopleIsToldWhatMayHelp() {
        SchoolLoad load = SchoolLoad.of("big", "", 2, IntStream.range(0, 11));

        assertThat(new Oversized(load, new Caps(10, 2)).options())
                .hasSize(3)
                .anyMatch(option -> option.startsWith("Split it"))
                .anyMatch(option -> option.startsWith("Set consoleStaff to assigned"))
                .anyMatch(option -> option.contains("--max-users 11 --max-classes 2"));
    }

    @Test
    void staffWithoutAClassIsNoneOfTheAnswersToTooManyGroups() {
        SchoolLoad load = SchoolLoad.of("big", "", 3, IntStream.range(0, 10));

        assertThat(new Oversized(load, new Caps(10, 2)).options())
                .hasSize(2)
                .noneMatch(option -> option.contains("consoleStaff"));
    }

    @Test
    void orgAboveOtherSchoolsIsToldThatItsOwnClassesBindThem() {
        School school = School.empty().with(org("top", ""), org("1", "top"), org("2", "top"));
        for (String each : List.of("top", "1", "2")) {
            school = taught(school, each, "class-" + each, 1);
        }
        SchoolLoad load = district(school).loads().get(0);

        assertThat(new Oversized(load, new Caps(2, 2)).options())
                .hasSize(4)
                .anyMatch(option -> option.contains("classes of top itself") && option.contains("the 2 other schools"));
    }
}
