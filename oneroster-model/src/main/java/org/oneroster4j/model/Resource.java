package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code resources.csv}: a resource of a vendor.
 *
 * @param sourcedId the id, unique among resources
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param vendorResourceId the vendor's id of it
 * @param title the name people know it by
 * @param roles who uses it
 * @param importance primary or secondary
 * @param vendorId the id of the vendor, given out by 1EdTech
 * @param applicationId the id of the application
 * @param metadata the sender's own columns
 */
@Value.Builder
public record Resource(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @NotBlank String vendorResourceId,
        Optional<String> title,
        List<@NotNull RoleType> roles,
        Optional<Importance> importance,
        Optional<String> vendorId,
        Optional<String> applicationId,
        Map<String, String> metadata)
        implements RosterRecord, WithResource {

    /** Copies what could be changed from outside. */
    public Resource {
        roles = List.copyOf(roles);
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId} and {@code vendorResourceId} are required. */
    public static ResourceBuilder builder() {
        return new ResourceBuilder();
    }

    @Override
    public String toString() {
        return "Resource[" + sourcedId + "]";
    }
}
