package org.oneroster4j.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a data file. Every kind begins with the same three columns, and may end with columns of the sender's own.
 *
 * <p>{@code toString} of every record shows ids, references and vocabulary tokens, never what describes a person.
 */
public sealed interface RosterRecord
        permits Org,
                AcademicSession,
                Course,
                SchoolClass,
                User,
                Enrollment,
                Demographics,
                Category,
                LineItem,
                Result,
                Resource,
                ClassResource,
                CourseResource {
    /** Returns the id of the record, unique within its file; empty when the row left it blank. */
    String sourcedId();

    /** Returns whether the record still exists for its sender; absent when blank, as in every bulk file. */
    Optional<RecordStatus> status();

    /** Returns when the sender last changed the record; absent when blank, as in every bulk file. */
    Optional<Instant> dateLastModified();

    /** Returns the sender's own columns, {@code metadata.} and all, in the order of the file; blank cells are left out. */
    Map<String, String> metadata();
}
