package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.FindingSummary;

/** The mapping as another tool embeds it: records in, values out, no file anywhere. */
class ImperoMapperTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15));

    private static User user(String id, RoleType role) {
        return User.builder()
                .sourcedId(id)
                .role(role)
                .username(id + ".login")
                .givenName("Given " + id)
                .familyName("Family " + id)
                .addOrgSourcedIds("1")
                .build();
    }

    private static SchoolClass schoolClass(String id) {
        return SchoolClass.builder()
                .sourcedId(id)
                .title("Class " + id)
                .courseSourcedId("")
                .schoolSourcedId("1")
                .build();
    }

    private static Enrollment enrollment(String user, String schoolClass, RoleType role) {
        return Enrollment.builder()
                .sourcedId("")
                .classSourcedId(schoolClass)
                .schoolSourcedId("1")
                .userSourcedId(user)
                .role(role)
                .build();
    }

    private static final RosterRecord[] SCHOOL = {
        Org.builder().sourcedId("1").name("School").build(),
        schoolClass("c1"),
        user("s1", RoleType.STUDENT),
        user("t1", RoleType.TEACHER),
        enrollment("s1", "c1", RoleType.STUDENT),
        enrollment("t1", "c1", RoleType.AIDE)
    };

    @Test
    void recordsBecomeGroupsPeopleMembersAndAccess() {
        FindingSummary findings = new FindingSummary();
        ImperoRoster roster = ImperoMapper.map(new MemoryRoster(SCHOOL), SETTINGS, findings);

        assertThat(roster.counts()).isEqualTo(new Counts(1, 2, 1, 1, 1, 1));
        Access access = roster.access().get(0);
        assertThat(access.role()).isEqualTo(RoleType.AIDE);
        assertThat(access.group().schoolName()).isEqualTo("School");
        assertThat(roster.leftOut()).isEmpty();
        assertThat(StopChecks.mayPublish(roster, SETTINGS, findings)).isTrue();
        assertThat(findings.codes()).containsExactly(ImperoCode.CLASS_TERMS_NOT_GIVEN);
    }

    @Test
    void mappingsOfTheSameRecordsAreEqual() {
        ImperoRoster one = ImperoMapper.map(new MemoryRoster(SCHOOL), SETTINGS, new FindingSummary());
        ImperoRoster other = ImperoMapper.map(new MemoryRoster(SCHOOL), SETTINGS, new FindingSummary());

        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
    }

    @Test
    void nothingOfAPersonIsInTheTextOfAValue() {
        ImperoRoster roster = ImperoMapper.map(new MemoryRoster(SCHOOL), SETTINGS, new FindingSummary());

        assertThat(List.of(roster, roster.users(), roster.groups(), roster.members(), roster.access())
                        .toString())
                .doesNotContain("login")
                .doesNotContain("Given")
                .doesNotContain("Family");
    }

    @Test
    void blankReferenceIsLeftOutAndCounted() {
        RosterRecord[] more = Arrays.copyOf(SCHOOL, SCHOOL.length + 1);
        more[SCHOOL.length] = enrollment(" ", "c1", RoleType.TEACHER);
        ImperoRoster roster = ImperoMapper.map(new MemoryRoster(more), SETTINGS, new FindingSummary());

        assertThat(roster.leftOut()).containsOnlyKeys("unreadable-value");
        assertThat(roster.access()).hasSize(1);
    }

    @Test
    void whatCannotBeReadHidesNoRowBefore() {
        List<RosterRecord> records = new ArrayList<>(List.of(SCHOOL));
        for (int i = 0; i < 100; i++) {
            records.add(user("blank" + i, RoleType.STUDENT).withUsername(""));
            records.add(enrollment("nobody" + i, "c", RoleType.STUDENT));
        }
        MemoryRoster roster = new MemoryRoster(records.toArray(RosterRecord[]::new));

        FindingSummary ofUsers = new FindingSummary();
        assertThatThrownBy(() -> ImperoMapper.map(roster.brokenBehind(OneRosterFile.USERS), SETTINGS, ofUsers))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The rest cannot be read");
        FindingSummary ofEnrollments = new FindingSummary();
        assertThatThrownBy(
                        () -> ImperoMapper.map(roster.brokenBehind(OneRosterFile.ENROLLMENTS), SETTINGS, ofEnrollments))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The rest cannot be read");

        assertThat(ofUsers.count(ImperoCode.MISSING_IDENTITY)).isEqualTo(100);
        assertThat(ofEnrollments.count(ImperoCode.DANGLING_ENROLLMENT)).isEqualTo(100);
    }
}
