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

    /**
     * Tells whether the header of a file has a name that is not known: neither a column of the specification nor one of the
     * sender's own ({@code metadata.…}). It may be a misspelt one.
     */
    default boolean hasUnknownColumns(OneRosterFile file) {
        return header(file).stream().anyMatch(name -> !file.isKnownColumn(name));
    }

    /**
     * Returns why a header may not be one, in a sentence for the person who has to correct the file; absent when nothing is
     * known, as here.
     */
    default Optional<String> headerHint(OneRosterFile file) {
        return Optional.empty();
    }

    /**
     * Returns this roster for reading again: what is found in its rows is reported to no one. A roster that reports nothing
     * returns itself.
     */
    default Roster quietly() {
        return this;
    }

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
