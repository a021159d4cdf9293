package org.oneroster4j.model;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code results.csv}: the score of a student for a line item.
 *
 * @param sourcedId the id, unique among results
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param lineItemSourcedId the line item
 * @param studentSourcedId the student
 * @param scoreStatus how far the grading is
 * @param score the score, within the range of the line item
 * @param scoreDate the day of the score
 * @param comment what the teacher says of it
 * @param metadata the sender's own columns
 */
@Value.Builder
public record Result(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @References(OneRosterFile.LINE_ITEMS) @Guid String lineItemSourcedId,

        @References(value = OneRosterFile.USERS, type = "student") @Guid
        String studentSourcedId,

        Optional<@NotNull ScoreStatus> scoreStatus,
        Optional<@NotNull BigDecimal> score,
        Optional<@NotNull LocalDate> scoreDate,
        Optional<String> comment,
        Map<String, String> metadata)
        implements RosterRecord, WithResult {

    /** Copies what could be changed from outside. */
    public Result {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code lineItemSourcedId} and {@code studentSourcedId} are required. */
    public static ResultBuilder builder() {
        return new ResultBuilder();
    }

    @Override
    public String toString() {
        return "Result[" + sourcedId + ", lineItem=" + lineItemSourcedId + ", student=" + studentSourcedId + "]";
    }
}
