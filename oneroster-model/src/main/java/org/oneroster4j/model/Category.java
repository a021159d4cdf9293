package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code categories.csv}: a kind of line item, such as homework.
 *
 * @param sourcedId the id, unique among categories
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param title the name people know it by
 * @param metadata the sender's own columns
 */
@Value.Builder
public record Category(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @NotBlank String title,
        Map<String, String> metadata)
        implements RosterRecord, WithCategory {

    /** Copies what could be changed from outside. */
    public Category {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId} and {@code title} are required. */
    public static CategoryBuilder builder() {
        return new CategoryBuilder();
    }

    @Override
    public String toString() {
        return "Category[" + sourcedId + "]";
    }
}
