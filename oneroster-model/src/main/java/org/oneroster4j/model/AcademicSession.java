package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.EndsNotBefore;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code academicSessions.csv}: a school year, or a part of one.
 *
 * @param sourcedId the id, unique among sessions
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param title the name people know it by
 * @param type what kind of session it is
 * @param startDate the first day
 * @param endDate the last day; the specification calls it exclusive, feeds write the last school day itself
 * @param parentSourcedId the session this one is a part of
 * @param schoolYear the year in which the school year ends
 * @param metadata the sender's own columns
 */
@EndsNotBefore(start = "startDate", end = "endDate")
@Value.Builder
public record AcademicSession(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @NotBlank String title,
        Optional<@NotNull SessionType> type,
        @Decides @IfUnreadable(Loss.TAKES_OUT) Optional<@NotNull LocalDate> startDate,
        @Decides @IfUnreadable(Loss.TAKES_OUT) Optional<@NotNull LocalDate> endDate,
        @References(OneRosterFile.ACADEMIC_SESSIONS) Optional<@Guid String> parentSourcedId,
        Optional<@NotNull Year> schoolYear,
        Map<String, String> metadata)
        implements RosterRecord, WithAcademicSession {

    /** Copies what could be changed from outside. */
    public AcademicSession {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId} and {@code title} are required. */
    public static AcademicSessionBuilder builder() {
        return new AcademicSessionBuilder();
    }

    @Override
    public String toString() {
        return "AcademicSession[" + sourcedId + ", type=" + type + ", " + startDate + " to " + endDate + "]";
    }
}
