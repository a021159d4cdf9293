package org.oneroster4j.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.EndsNotBefore;
import org.oneroster4j.model.constraint.EnrollmentRole;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code enrollments.csv}: a person in a class, in a role, for a time.
 *
 * @param sourcedId the id, unique among enrollments; nothing refers to it, so one may be missing; one that holds a control
 *     character rejects the row
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param classSourcedId the class
 * @param schoolSourcedId the school
 * @param userSourcedId the person
 * @param role the role in the class, which need not be that of the user
 * @param primary whether a teacher is the primary one; without meaning for others
 * @param beginDate the first day; blank: no limit
 * @param endDate the last day; blank: no limit. The specification calls it exclusive, feeds write the last school day itself
 * @param metadata the sender's own columns
 */
@EndsNotBefore(start = "beginDate", end = "endDate")
@Value.Builder
public record Enrollment(
        @IfUnreadable(Loss.ROW) @Guid String sourcedId,
        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,

        @IfUnreadable(value = Loss.ROW, blankToo = true) @References(OneRosterFile.CLASSES) @Guid
        String classSourcedId,

        @References(value = OneRosterFile.ORGS, type = "school") @Guid
        String schoolSourcedId,

        @IfUnreadable(value = Loss.ROW, blankToo = true) @References(OneRosterFile.USERS) @Guid
        String userSourcedId,

        @IfUnreadable(value = Loss.ROW, blankToo = true) @EnrollmentRole
        RoleType role,

        @IfUnreadable(Loss.DECIDING_VALUE) Optional<Boolean> primary,
        @Decides @IfUnreadable(Loss.TAKES_OUT) Optional<LocalDate> beginDate,

        @Decides @IfUnreadable(value = Loss.TAKES_OUT, placeholderBefore = 1980)
        Optional<LocalDate> endDate,

        Map<String, String> metadata)
        implements RosterRecord, WithEnrollment {

    /** Copies what could be changed from outside. */
    public Enrollment {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code classSourcedId}, {@code schoolSourcedId}, {@code userSourcedId} and {@code role} are required. */
    public static EnrollmentBuilder builder() {
        return new EnrollmentBuilder();
    }

    @Override
    public String toString() {
        return "Enrollment[" + sourcedId + ", class=" + classSourcedId + ", user=" + userSourcedId + ", role=" + role
                + "]";
    }
}
