package org.oneroster4j.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code courseResources.csv}: that a course uses a resource.
 *
 * @param sourcedId the id, unique among course resources
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param title the name people know it by
 * @param courseSourcedId the course
 * @param resourceSourcedId the resource
 * @param metadata the sender's own columns
 */
@Value.Builder
public record CourseResource(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        Optional<String> title,
        @References(OneRosterFile.COURSES) @Guid String courseSourcedId,
        @References(OneRosterFile.RESOURCES) @Guid String resourceSourcedId,
        Map<String, String> metadata)
        implements RosterRecord, WithCourseResource {

    /** Copies what could be changed from outside. */
    public CourseResource {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code courseSourcedId} and {@code resourceSourcedId} are required. */
    public static CourseResourceBuilder builder() {
        return new CourseResourceBuilder();
    }

    @Override
    public String toString() {
        return "CourseResource[" + sourcedId + ", course=" + courseSourcedId + "]";
    }
}
