package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.SchoolDrop;

/** The settings that let a class begin sooner or end later, or let fewer roles give access, each in a small school. */
class SettingsTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, Drops.AS_OF);

    /** As of 2026-10-15: c1 is held, c2 begins in ten days, c3 has been over for ten days, c4 ends before it begins. */
    private static SchoolDrop school() {
        SchoolDrop drop = SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .term("T2", "2026-10-25", "2027-01-31")
                .term("T3", "2026-08-01", "2026-10-05")
                .term("T4", "2026-10-20", "2026-10-10")
                .teacher("t1")
                .student("s1");
        for (int i = 1; i <= 4; i++) {
            drop = drop.schoolClass("c" + i, Map.of("termSourcedIds", "T" + i))
                    .enroll("t1", "c" + i, "teacher")
                    .enroll("s1", "c" + i, "student");
        }
        return drop;
    }

    private static Output output(SchoolDrop drop, MappingSettings settings) {
        return Output.of(drop.toText(), settings);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, c1", "9, 9, c1", "10, 0, c1 c2", "0, 10, c1 c3", "10, 10, c1 c2 c3", "3000, 3000, c1 c2 c3"})
    void termCountsFromItsLeadToItsLag(int lead, int lag, String groups) {
        Output output = output(school(), SETTINGS.withLeadDays(lead).withLagDays(lag));

        assertThat(output.column("groups.csv", "groupId")).containsExactly(groups.split(" "));
    }

    @Test
    void termsThatAreNotHonouredLetEveryClassBeTakenWithoutANotice() {
        Conversion conversion = Conversion.of(school().toText().bytes(), SETTINGS.withHonourTerms(false));

        assertThat(new Output(conversion.files()).column("groups.csv", "groupId"))
                .containsExactly("c1", "c2", "c3", "c4");
        assertThat(conversion.summary().orElseThrow().codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, 0, s1",
        "true, 5, 0, s1 s2",
        "true, 0, 5, s1 s3",
        "true, 90, 90, s1 s2 s3",
        "false, 0, 0, s1 s2 s3 s4"
    })
    void enrollmentCountsFromItsLeadToItsLagOrWhateverItsDates(boolean honoured, int lead, int lag, String members) {
        SchoolDrop drop = school().student("s2")
                .enroll("s2", "c1", "student", Map.of("beginDate", "2026-10-20"))
                .student("s3")
                .enroll("s3", "c1", "student", Map.of("endDate", "2026-10-10"))
                .student("s4")
                .enroll("s4", "c1", "student", Map.of("beginDate", "2026-10-20", "endDate", "2026-10-10"))
                .student("s5")
                .enroll("s5", "c1", "student", Map.of("endDate", "31.10.2026"));
        Output output = output(
                drop,
                SETTINGS.withHonourEnrollmentDates(honoured).withLeadDays(lead).withLagDays(lag));

        assertThat(output.rows("members.csv"))
                .filteredOn(row -> "c1".equals(row.get("groupId")))
                .extracting(row -> row.getOrDefault("userId", ""))
                .containsExactly(members.split(" "));
    }

    @Test
    void roleThatIsNotChosenGivesNoAccessAndIsCounted() {
        SchoolDrop drop = school().user("a1", "aide")
                .enroll("a1", "c1", "aide")
                .user("p1", "proctor")
                .enroll("p1", "c1", "proctor")
                .enroll("p1", "c1", "teacher")
                .enroll("s1", "c1", "aide");
        Conversion conversion = Conversion.of(drop.toText().bytes(), SETTINGS.withAccessRoles(AccessRole.TEACHER));
        Output output = new Output(conversion.files());

        assertThat(output.column("access.csv", "userId")).containsExactly("p1", "t1");
        assertThat(output.column("access.csv", "role")).containsExactly("teacher", "teacher");
        assertThat(output.column("users.csv", "userId"))
                .as("still console users")
                .contains("a1");
        assertThat(conversion.leftOut()).containsEntry("role-without-access", 2).containsEntry("role-conflict", 1);
    }
}
