package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code orgs.csv}: a school, or what schools belong to.
 *
 * @param sourcedId the id, unique among orgs
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param name the name people know it by
 * @param type what kind of org it is
 * @param identifier a number outside OneRoster, such as the NCES id
 * @param parentSourcedId the org this one belongs to
 * @param metadata the sender's own columns
 */
@Value.Builder
public record Org(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @NotBlank String name,
        Optional<@NotNull OrgType> type,
        Optional<String> identifier,

        @IfUnreadable(Loss.ROW) @References(OneRosterFile.ORGS)
        Optional<@Guid String> parentSourcedId,

        Map<String, String> metadata)
        implements RosterRecord, WithOrg {

    /** Copies what could be changed from outside. */
    public Org {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId} and {@code name} are required. */
    public static OrgBuilder builder() {
        return new OrgBuilder();
    }

    @Override
    public String toString() {
        return "Org[" + sourcedId + ", type=" + type + ", parent=" + parentSourcedId + "]";
    }
}
