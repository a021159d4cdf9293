package org.oneroster4j.csv;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.oneroster4j.csv.internal.CellCursor;
import org.oneroster4j.csv.internal.RecordFactories;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;

/**
 * The one description of a data file: its name, its columns in the order of the specification, and how a row becomes a
 * record. The columns are the components of the record, which have their names. Immutable.
 *
 * @param <T> the kind of record
 */
public final class RosterFile<T extends RosterRecord> {
    /** {@code orgs.csv}. */
    public static final RosterFile<Org> ORGS = new RosterFile<>(OneRosterFile.ORGS, Org.class, RecordFactories::org);

    /** {@code academicSessions.csv}. */
    public static final RosterFile<AcademicSession> ACADEMIC_SESSIONS =
            new RosterFile<>(OneRosterFile.ACADEMIC_SESSIONS, AcademicSession.class, RecordFactories::academicSession);

    /** {@code courses.csv}. */
    public static final RosterFile<Course> COURSES =
            new RosterFile<>(OneRosterFile.COURSES, Course.class, RecordFactories::course);

    /** {@code classes.csv}. */
    public static final RosterFile<SchoolClass> CLASSES =
            new RosterFile<>(OneRosterFile.CLASSES, SchoolClass.class, RecordFactories::schoolClass);

    /** {@code users.csv}. */
    public static final RosterFile<User> USERS =
            new RosterFile<>(OneRosterFile.USERS, User.class, RecordFactories::user);

    /** {@code enrollments.csv}. */
    public static final RosterFile<Enrollment> ENROLLMENTS =
            new RosterFile<>(OneRosterFile.ENROLLMENTS, Enrollment.class, RecordFactories::enrollment);

    private final OneRosterFile file;
    private final List<String> columns;
    private final BiFunction<CellCursor, Map<String, String>, T> factory;

    private RosterFile(OneRosterFile file, Class<T> type, BiFunction<CellCursor, Map<String, String>, T> factory) {
        this.file = file;
        this.columns = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("metadata"))
                .toList();
        this.factory = factory;
    }

    /** Returns the descriptions of all files that are read, what is referred to before what refers to it. */
    public static List<RosterFile<?>> all() {
        return List.of(ORGS, ACADEMIC_SESSIONS, COURSES, CLASSES, USERS, ENROLLMENTS);
    }

    /** Returns which file it is. */
    public OneRosterFile file() {
        return file;
    }

    /** Returns the names of the columns, in the order of the specification. */
    public List<String> columns() {
        return columns;
    }

    T record(CellCursor cells, Map<String, String> metadata) {
        return factory.apply(cells, metadata);
    }
}
