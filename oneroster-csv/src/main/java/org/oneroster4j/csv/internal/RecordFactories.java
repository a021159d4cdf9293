package org.oneroster4j.csv.internal;

import java.util.Map;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.ClassType;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.OrgType;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.SessionType;
import org.oneroster4j.model.User;

/**
 * How the cells of a row become a record: one line per column, in the order of the record's components. Which line it is
 * says what an unreadable cell costs: nothing, the value, or the row.
 */
public final class RecordFactories {
    private RecordFactories() {}

    /** Reads a row of {@code orgs.csv}. */
    public static Org org(CellCursor cells, Map<String, String> metadata) {
        return new Org(
                cells.id(),
                cells.statusCell(),
                cells.instant(),
                cells.text(),
                cells.token(OrgType.class),
                cells.optionalText(),
                cells.optionalReference(),
                metadata);
    }

    /** Reads a row of {@code academicSessions.csv}. */
    public static AcademicSession academicSession(CellCursor cells, Map<String, String> metadata) {
        return new AcademicSession(
                cells.id(),
                cells.statusCell(),
                cells.instant(),
                cells.text(),
                cells.token(SessionType.class),
                cells.decisiveDate(),
                cells.decisiveDate(),
                cells.optionalLooseReference(),
                cells.year(),
                metadata);
    }

    /** Reads a row of {@code courses.csv}. */
    public static Course course(CellCursor cells, Map<String, String> metadata) {
        return new Course(
                cells.id(),
                cells.statusCell(),
                cells.instant(),
                cells.optionalLooseReference(),
                cells.text(),
                cells.optionalText(),
                cells.list(),
                cells.looseReference(),
                cells.list(),
                cells.list(),
                metadata);
    }

    /** Reads a row of {@code classes.csv}. */
    public static SchoolClass schoolClass(CellCursor cells, Map<String, String> metadata) {
        return new SchoolClass(
                cells.id(),
                cells.statusCell(),
                cells.instant(),
                cells.text(),
                cells.list(),
                cells.reference(),
                cells.optionalText(),
                cells.token(ClassType.class),
                cells.optionalText(),
                cells.reference(),
                cells.references(),
                cells.list(),
                cells.list(),
                cells.list(),
                metadata);
    }

    /** Reads a row of {@code users.csv}. */
    public static User user(CellCursor cells, Map<String, String> metadata) {
        return new User(
                cells.id(),
                cells.statusCell(),
                cells.instant(),
                cells.decisiveBoolean(),
                cells.references(),
                cells.role(),
                cells.text(),
                cells.userIds(),
                cells.text(),
                cells.text(),
                cells.optionalText(),
                cells.optionalText(),
                cells.optionalText(),
                cells.optionalText(),
                cells.optionalText(),
                cells.list(),
                cells.list(),
                cells.optionalText(),
                metadata);
    }

    /** Reads a row of {@code enrollments.csv}. Nothing refers to it, so its own id may be missing. */
    public static Enrollment enrollment(CellCursor cells, Map<String, String> metadata) {
        return new Enrollment(
                cells.looseReference(),
                cells.statusCell(),
                cells.instant(),
                cells.requiredReference(),
                cells.looseReference(),
                cells.requiredReference(),
                cells.role(),
                cells.flag(),
                cells.decisiveDate(),
                cells.decisiveDate(),
                metadata);
    }
}
