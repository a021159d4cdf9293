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

    /** Opens the file whose rows are records of that kind. */
    <T extends RosterRecord> RosterRows<T> rows(Class<T> recordType);

    /** Opens {@code orgs.csv}. */
    default RosterRows<Org> orgs() {
        return rows(Org.class);
    }

    /** Opens {@code academicSessions.csv}. */
    default RosterRows<AcademicSession> academicSessions() {
        return rows(AcademicSession.class);
    }

    /** Opens {@code courses.csv}. */
    default RosterRows<Course> courses() {
        return rows(Course.class);
    }

    /** Opens {@code classes.csv}. */
    default RosterRows<SchoolClass> classes() {
        return rows(SchoolClass.class);
    }

    /** Opens {@code users.csv}. */
    default RosterRows<User> users() {
        return rows(User.class);
    }

    /** Opens {@code enrollments.csv}. */
    default RosterRows<Enrollment> enrollments() {
        return rows(Enrollment.class);
    }

    /** Opens {@code demographics.csv}. */
    default RosterRows<Demographics> demographics() {
        return rows(Demographics.class);
    }

    /** Opens {@code categories.csv}. */
    default RosterRows<Category> categories() {
        return rows(Category.class);
    }

    /** Opens {@code lineItems.csv}. */
    default RosterRows<LineItem> lineItems() {
        return rows(LineItem.class);
    }

    /** Opens {@code results.csv}. */
    default RosterRows<Result> results() {
        return rows(Result.class);
    }

    /** Opens {@code resources.csv}. */
    default RosterRows<Resource> resources() {
        return rows(Resource.class);
    }

    /** Opens {@code classResources.csv}. */
    default RosterRows<ClassResource> classResources() {
        return rows(ClassResource.class);
    }

    /** Opens {@code courseResources.csv}. */
    default RosterRows<CourseResource> courseResources() {
        return rows(CourseResource.class);
    }
}
