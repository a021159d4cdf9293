package org.oneroster4j.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code classResources.csv}: that a class uses a resource.
 *
 * @param sourcedId the id, unique among class resources
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param title the name people know it by
 * @param classSourcedId the class
 * @param resourceSourcedId the resource
 * @param metadata the sender's own columns
 */
@Value.Builder
public record ClassResource(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        Optional<String> title,
        @References(OneRosterFile.CLASSES) @Guid String classSourcedId,
        @References(OneRosterFile.RESOURCES) @Guid String resourceSourcedId,
        Map<String, String> metadata)
        implements RosterRecord, WithClassResource {

    /** Copies what could be changed from outside. */
    public ClassResource {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code classSourcedId} and {@code resourceSourcedId} are required. */
    public static ClassResourceBuilder builder() {
        return new ClassResourceBuilder();
    }

    @Override
    public String toString() {
        return "ClassResource[" + sourcedId + ", class=" + classSourcedId + "]";
    }
}
