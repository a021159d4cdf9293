package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.EndsNotBefore;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code lineItems.csv}: something that is graded, a column of a gradebook.
 *
 * @param sourcedId the id, unique among line items
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param title the name people know it by
 * @param description what is to be done
 * @param assignDate the day it is given out
 * @param dueDate the day it is due
 * @param classSourcedId the class
 * @param categorySourcedId the category
 * @param gradingPeriodSourcedId the grading period
 * @param resultValueMin the lowest score, inclusive
 * @param resultValueMax the highest score, inclusive
 * @param metadata the sender's own columns
 */
@EndsNotBefore(start = "assignDate", end = "dueDate")
@Value.Builder
public record LineItem(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @NotBlank String title,
        Optional<String> description,
        Optional<@NotNull LocalDate> assignDate,
        Optional<@NotNull LocalDate> dueDate,
        @References(OneRosterFile.CLASSES) @Guid String classSourcedId,
        @References(OneRosterFile.CATEGORIES) @Guid String categorySourcedId,

        @References(value = OneRosterFile.ACADEMIC_SESSIONS, type = "gradingPeriod") @Guid
        String gradingPeriodSourcedId,

        Optional<@NotNull BigDecimal> resultValueMin,
        Optional<@NotNull BigDecimal> resultValueMax,
        Map<String, String> metadata)
        implements RosterRecord, WithLineItem {

    /** Copies what could be changed from outside. */
    public LineItem {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code title}, {@code classSourcedId}, {@code categorySourcedId} and {@code gradingPeriodSourcedId} are required. */
    public static LineItemBuilder builder() {
        return new LineItemBuilder();
    }

    @Override
    public String toString() {
        return "LineItem[" + sourcedId + ", class=" + classSourcedId + "]";
    }
}
