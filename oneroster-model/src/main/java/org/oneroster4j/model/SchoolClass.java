package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
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
 * A row of {@code classes.csv}: one class of people who meet. (Its name in OneRoster, class, is a word of Java.)
 *
 * @param sourcedId the id, unique among classes
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param title the name people know it by
 * @param grades CEDS grade codes
 * @param courseSourcedId the course; feeds without {@code courses.csv} leave it blank
 * @param classCode the short name
 * @param classType homeroom or scheduled
 * @param location the room
 * @param schoolSourcedId the school
 * @param termSourcedIds the sessions in which it is held
 * @param subjects pair by position with {@code subjectCodes} when both are given
 * @param subjectCodes SCED codes
 * @param periods when in the day it meets; not necessarily numbers
 * @param metadata the sender's own columns
 */
@SubjectsPair
@Value.Builder
public record SchoolClass(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @NotBlank String title,
        @Aliases("grade") List<@CedsGrade String> grades,

        @IfUnreadable(Loss.ROW) @References(OneRosterFile.COURSES) @Guid
        String courseSourcedId,

        Optional<String> classCode,
        Optional<@NotNull ClassType> classType,
        Optional<String> location,

        @Decides @IfUnreadable(Loss.ROW) @References(value = OneRosterFile.ORGS, type = "school") @Guid
        String schoolSourcedId,

        @Decides @IfUnreadable(Loss.ROW) @References(OneRosterFile.ACADEMIC_SESSIONS) @NotEmpty
        List<@Guid String> termSourcedIds,

        List<@NotBlank String> subjects,
        List<@NotBlank String> subjectCodes,
        List<@NotBlank String> periods,
        Map<String, String> metadata)
        implements RosterRecord, WithSchoolClass {

    /** Copies what could be changed from outside. */
    public SchoolClass {
        grades = List.copyOf(grades);
        termSourcedIds = List.copyOf(termSourcedIds);
        subjects = List.copyOf(subjects);
        subjectCodes = List.copyOf(subjectCodes);
        periods = List.copyOf(periods);
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code title}, {@code courseSourcedId} and {@code schoolSourcedId} are required. */
    public static SchoolClassBuilder builder() {
        return new SchoolClassBuilder();
    }

    /** Returns the subjects with their codes, paired by position. */
    public List<Subject> pairedSubjects() {
        return Subject.paired(subjects, subjectCodes);
    }

    @Override
    public String toString() {
        return "SchoolClass[" + sourcedId + ", school=" + schoolSourcedId + ", terms=" + termSourcedIds + "]";
    }
}
