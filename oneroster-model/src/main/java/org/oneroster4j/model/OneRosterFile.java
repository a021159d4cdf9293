package org.oneroster4j.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fourteen files of a OneRoster v1p1 CSV drop, in the order in which a reader wants them: what is referred to first. */
public enum OneRosterFile {
    /** {@code manifest.csv}. */
    MANIFEST("manifest", null),

    /** {@code orgs.csv}. */
    ORGS("orgs", Org.class),

    /** {@code academicSessions.csv}. */
    ACADEMIC_SESSIONS("academicSessions", AcademicSession.class),

    /** {@code courses.csv}. */
    COURSES("courses", Course.class),

    /** {@code classes.csv}. */
    CLASSES("classes", SchoolClass.class),

    /** {@code users.csv}. */
    USERS("users", User.class),

    /** {@code enrollments.csv}. */
    ENROLLMENTS("enrollments", Enrollment.class),

    /** {@code demographics.csv}. */
    DEMOGRAPHICS("demographics", Demographics.class),

    /** {@code categories.csv}. */
    CATEGORIES("categories", Category.class),

    /** {@code lineItems.csv}. */
    LINE_ITEMS("lineItems", LineItem.class),

    /** {@code results.csv}. */
    RESULTS("results", Result.class),

    /** {@code resources.csv}. */
    RESOURCES("resources", Resource.class),

    /** {@code classResources.csv}. */
    CLASS_RESOURCES("classResources", ClassResource.class),

    /** {@code courseResources.csv}. */
    COURSE_RESOURCES("courseResources", CourseResource.class);

    private static final List<OneRosterFile> OF_ROSTER =
            List.of(ORGS, ACADEMIC_SESSIONS, COURSES, CLASSES, USERS, ENROLLMENTS);
    private static final List<OneRosterFile> REQUIRED = List.of(USERS, CLASSES, ENROLLMENTS);

    /**
     * Returns the six files that say who is in which class: a mapping reads these and no others. In the order in which a
     * reader wants them.
     */
    public static List<OneRosterFile> ofRoster() {
        return OF_ROSTER;
    }

    /** Returns the three files without which there is no roster: users, classes and enrollments. */
    public static List<OneRosterFile> required() {
        return REQUIRED;
    }

    private final String baseName;
    private final String fileName;
    private final @Nullable Class<? extends RosterRecord> recordType;

    OneRosterFile(String baseName, @Nullable Class<? extends RosterRecord> recordType) {
        this.recordType = recordType;
        this.baseName = baseName;
        this.fileName = baseName + ".csv";
    }

    /** Returns the name of the file, for example {@code academicSessions.csv}. */
    public String fileName() {
        return fileName;
    }

    /** Returns the manifest's name for the mode of this file, for example {@code file.academicSessions}. */
    public String manifestProperty() {
        return "file." + baseName;
    }

    /** Returns the name of a column with its file, as settings name it, for example {@code users.enabledUser}. */
    public String qualified(String column) {
        return baseName + "." + column;
    }

    /** Returns the kind of record that its rows are; absent for the manifest. */
    public Optional<Class<? extends RosterRecord>> recordType() {
        return Optional.ofNullable(recordType);
    }

    /** Tells whether a name, in any case of letters, is a column of the specification or one of the sender's own. */
    public boolean isKnownColumn(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.startsWith("metadata.")
                || columns()
                        .anyMatch(column ->
                                column.getName().toLowerCase(Locale.ROOT).equals(folded));
    }

    /** Returns the columns that {@linkplain Decides decide}, in the order of the specification. */
    public List<String> decidingColumns() {
        return columns()
                .filter(column -> column.isAnnotationPresent(Decides.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private Stream<RecordComponent> columns() {
        return recordType == null
                ? Stream.empty()
                : Arrays.stream(recordType.getRecordComponents())
                        .filter(component -> !component.getName().equals("metadata"));
    }

    /** Returns the file whose rows are records of that kind. */
    public static OneRosterFile of(Class<? extends RosterRecord> recordType) {
        return Arrays.stream(values())
                .filter(file -> file.recordType == recordType)
                .findFirst()
                .orElseThrow();
    }

    /** Finds the file of that name; upper and lower case are the same here, as some senders change it. */
    public static Optional<OneRosterFile> ofFileName(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (OneRosterFile file : values()) {
            if (file.fileName.toLowerCase(Locale.ROOT).equals(folded)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
