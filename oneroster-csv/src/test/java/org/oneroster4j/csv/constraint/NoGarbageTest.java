package org.oneroster4j.csv.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneroster4j.model.ClassType;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.UserId;

/** Of the records that have most constraints there are millions, and checking a good one leaves nothing behind. */
class NoGarbageTest {
    private static final int WARM = 20_000;
    private static final int MEASURED = 20_000;

    /** Whose ids are never those of the record before. */
    private static List<Object> records(String id) {
        return List.of(
                Enrollment.builder()
                        .sourcedId("e" + id)
                        .classSourcedId("c" + id)
                        .schoolSourcedId("s" + id)
                        .userSourcedId("u" + id)
                        .role(RoleType.STUDENT)
                        .beginDate(LocalDate.of(2026, 8, 1))
                        .endDate(LocalDate.of(2026, 12, 20))
                        .build(),
                User.builder()
                        .sourcedId("u" + id)
                        .enabledUser(true)
                        .addOrgSourcedIds("s" + id, "t" + id)
                        .role(RoleType.STUDENT)
                        .username("name" + id)
                        .addUserIds(new UserId("LDAP", "name" + id))
                        .givenName("Ana")
                        .familyName("Smith")
                        .addGrades("05", "06", "KG")
                        .build(),
                SchoolClass.builder()
                        .sourcedId("c" + id)
                        .title("Art")
                        .classType(ClassType.SCHEDULED)
                        .courseSourcedId("k" + id)
                        .schoolSourcedId("s" + id)
                        .addTermSourcedIds("t" + id)
                        .addSubjects("Art", "Music")
                        .addSubjectCodes("05154", "05101")
                        .build());
    }

    private static int accepted(List<Object> records, int times) {
        int accepted = 0;
        for (int i = 0; i < times; i++) {
            for (int j = 0; j < records.size(); j++) {
                accepted += DirectChecks.of(records.get(j).getClass()).accept(records.get(j)) ? 1 : 0;
            }
        }
        return accepted;
    }

    @Test
    void goodRecordsLeaveNothingBehind() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Object> records = new ArrayList<>(records("1"));
        records.addAll(records("2"));
        assertThat(accepted(records, WARM)).isEqualTo(WARM * records.size());

        long before = threads.getCurrentThreadAllocatedBytes();
        int accepted = accepted(records, MEASURED);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(accepted).isEqualTo(MEASURED * records.size());
        // Less than a byte for a record: what is measured is the measuring.
        assertThat(bytes).isLessThan(MEASURED);
    }
}
