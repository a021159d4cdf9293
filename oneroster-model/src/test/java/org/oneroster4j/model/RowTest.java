package org.oneroster4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

class RowTest {
    private static final Location.Row PLACE = new Location.Row("enrollments.csv", 7);

    private static EnrollmentBuilder enrollment() {
        return Enrollment.builder()
                .sourcedId("e1")
                .classSourcedId("c1")
                .schoolSourcedId("1")
                .userSourcedId("u1")
                .role(RoleType.STUDENT);
    }

    @Test
    void cellsOfAHandMadeRowAreWhatTheRecordWouldBeWrittenAs() {
        Row<SchoolClass> row = Row.of(
                SchoolClass.builder()
                        .sourcedId("c1")
                        .title("Art")
                        .courseSourcedId("")
                        .schoolSourcedId("1")
                        .addTermSourcedIds("T1", "T2")
                        .classType(ClassType.SCHEDULED)
                        .putMetadata("metadata.room", "7")
                        .build(),
                PLACE);

        assertThat(row.text("title")).isEqualTo("Art");
        assertThat(row.text("termSourcedIds")).isEqualTo("T1,T2");
        assertThat(row.text("classType")).isEqualTo("scheduled");
        assertThat(row.text("classCode")).isEmpty();
        assertThat(row.text("metadata.room")).isEqualTo("7");
    }

    @Test
    void handMadeRowWithoutAUsableReferenceIsRejectedAsAReaderWouldDo() {
        assertThat(Row.of(enrollment().userSourcedId(" ").build(), PLACE).rejection())
                .contains(RowFindingCode.UNREADABLE_VALUE);
        assertThat(Row.of(enrollment().classSourcedId("c\n1").build(), PLACE).record())
                .isEmpty();
        assertThat(Row.of(enrollment().sourcedId("").build(), PLACE).record()).isPresent();
    }

    @Test
    void unreadableCellIsTellableFromABlankOne() {
        Enrollment open = enrollment().beginDate(LocalDate.of(2026, 8, 1)).build();
        Row<Enrollment> row = Row.read(PLACE, open, Set.of("endDate"), column -> "");

        assertThat(open.endDate()).isEmpty();
        assertThat(row.isUnreadable("endDate")).isTrue();
        assertThat(row.isUnreadable("beginDate")).isFalse();
        assertThat(row.isUnreadable("beginDate", "endDate")).isTrue();
    }

    @Test
    void blankStatusIsLive() {
        assertThat(RecordStatus.isLive(Optional.empty())).isTrue();
        assertThat(RecordStatus.isLive(Optional.of(RecordStatus.ACTIVE))).isTrue();
        assertThat(RecordStatus.isLive(Optional.of(RecordStatus.TOBEDELETED))).isFalse();
    }
}
