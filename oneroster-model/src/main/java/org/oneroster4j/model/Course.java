package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.CedsGrade;
import org.oneroster4j.model.constraint.Guid;
import org.oneroster4j.model.constraint.SubjectsPair;

/**
 * A row of {@code courses.csv}: what classes are held of.
 *
 * @param sourcedId the id, unique among courses
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param schoolYearSourcedId the school year it belongs to
 * @param title the name people know it by
 * @param courseCode the short name
 * @param grades CEDS grade codes
 * @param orgSourcedId the district or school that offers it
 * @param subjects pair by position with {@code subjectCodes} when both are given
 * @param subjectCodes SCED codes
 * @param metadata the sender's own columns
 */
@SubjectsPair
@Value.Builder
public record Course(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,

        @Aliases("schoolYearId") @References(value = OneRosterFile.ACADEMIC_SESSIONS, type = "schoolYear")
        Optional<@Guid String> schoolYearSourcedId,

        @NotBlank String title,
        Optional<String> courseCode,
        @Aliases("grade") List<@CedsGrade String> grades,
        @References(OneRosterFile.ORGS) @Guid String orgSourcedId,
        List<@NotBlank String> subjects,
        List<@NotBlank String> subjectCodes,
        Map<String, String> metadata)
        implements RosterRecord, WithCourse {

    /** Copies what could be changed from outside. */
    public Course {
        grades = List.copyOf(grades);
        subjects = List.copyOf(subjects);
        subjectCodes = List.copyOf(subjectCodes);
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code title} and {@code orgSourcedId} are required. */
    public static CourseBuilder builder() {
        return new CourseBuilder();
    }

    /** Returns the subjects with their codes, paired by position. */
    public List<Subject> pairedSubjects() {
        return Subject.paired(subjects, subjectCodes);
    }

    @Override
    public String toString() {
        return "Course[" + sourcedId + ", org=" + orgSourcedId + "]";
    }
}
