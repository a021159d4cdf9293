package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneroster4j.csv.FilledColumns;
import org.oneroster4j.model.OneRosterFile;

/** How many live rows have a value in each column that decides. */
class FilledColumnsTest {
    private static final String ENROLLMENTS = "endDate,sourcedId,status,classSourcedId,userSourcedId,role\n"
            + "2026-12-20,e1,active,c1,u1,student\n"
            + ",e2,,c1,u2,student\n"
            + "soon,e3,,c1,u3,student\n"
            + " ,e4,,c1,u4,student\n"
            + "2026-12-20,e5,tobedeleted,c1,u5,student\n"
            + "2026-12-20,e6,,c1,u6,pupil\n"
            + "2026-12-20,e7,,c1\n"
            + ",,,,,\n";

    @Test
    void valuesOfLiveRowsAreCountedEachTimeTheFileIsRead() {
        NamedTexts drop = NamedTexts.of(Map.of("enrollments.csv", ENROLLMENTS));
        FilledColumns columns = new FilledColumns();
        for (int twice = 0; twice < 2; twice++) {
            try (var rows = drop.drop().counting(columns).enrollments()) {
                rows.forEach(row -> assertThat(row.location().line()).isPositive());
            }
            assertThat(columns.counts()).containsOnlyKeys(OneRosterFile.ENROLLMENTS);
            FilledColumns.Counts counts =
                    Objects.requireNonNull(columns.counts().get(OneRosterFile.ENROLLMENTS));
            assertThat(counts.header()).startsWith("endDate", "sourcedId");
            assertThat(counts.rows()).isEqualTo(7);
            assertThat(counts.live()).isEqualTo(4);
            assertThat(counts.filled()).containsExactlyInAnyOrderEntriesOf(Map.of("endDate", 2L, "status", 1L));
        }
    }

    @Test
    void nameThatIsNotKnownMayBeAMisspeltColumn() {
        assertThat(isUnknown("sourcedId,status,METADATA.x\no1,,x\n")).isFalse();
        assertThat(isUnknown("sourcedId,state\no1,x\n")).isTrue();
        assertThat(isUnknown("sourcedId,status,,\no1,,,\no2,, ,\n"))
                .as("blank names at the end, where no row has a value")
                .isFalse();
        assertThat(isUnknown("sourcedId,status,,\no1,,,\no2,,,x\n")).isTrue();
        assertThat(isUnknown("sourcedId,,status\no1,,\n")).isTrue();
    }

    private static boolean isUnknown(String orgs) {
        return NamedTexts.of(Map.of("orgs.csv", orgs)).drop().hasUnknownColumns(OneRosterFile.ORGS);
    }
}
