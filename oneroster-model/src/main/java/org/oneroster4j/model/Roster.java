package org.oneroster4j.model;

import java.util.List;
import java.util.Optional;

/**
 * The read-only view of a drop: which files there are, what their headers say, and the rows of each. Readers implement
 * it, mappings take it; it need not come from files at all.
 *
 * <p>Each call of a method that returns rows starts at the first row again. A file that is not there has no rows and no
 * header. What is wrong with a row goes to whoever opened the roster, as findings; what stops reading altogether is an
 * unchecked exception of the implementation.
 */
public interface Roster {
    /** Tells whether the file is there, be it without rows. */
    boolean has(OneRosterFile file);

    /** Returns the names of the columns, as the specification spells them where it knows them; empty without the file. */
    List<String> header(OneRosterFile file);

    /** Returns what the manifest says; absent without one. */
    Optional<Manifest> manifest();

    /** Opens {@code orgs.csv}. */
    RosterRows<Org> orgs();

    /** Opens {@code academicSessions.csv}. */
    RosterRows<AcademicSession> academicSessions();

    /** Opens {@code courses.csv}. */
    RosterRows<Course> courses();

    /** Opens {@code classes.csv}. */
    RosterRows<SchoolClass> classes();

    /** Opens {@code users.csv}. */
    RosterRows<User> users();

    /** Opens {@code enrollments.csv}. */
    RosterRows<Enrollment> enrollments();
}
