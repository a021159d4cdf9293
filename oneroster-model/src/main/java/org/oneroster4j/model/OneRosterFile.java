package org.oneroster4j.model;

import java.util.Locale;
import java.util.Optional;

/** The fourteen files of a OneRoster v1p1 CSV drop, in the order in which a reader wants them: what is referred to first. */
public enum OneRosterFile {
    /** {@code manifest.csv}. */
    MANIFEST("manifest"),

    /** {@code orgs.csv}. */
    ORGS("orgs"),

    /** {@code academicSessions.csv}. */
    ACADEMIC_SESSIONS("academicSessions"),

    /** {@code courses.csv}. */
    COURSES("courses"),

    /** {@code classes.csv}. */
    CLASSES("classes"),

    /** {@code users.csv}. */
    USERS("users"),

    /** {@code enrollments.csv}. */
    ENROLLMENTS("enrollments"),

    /** {@code demographics.csv}. */
    DEMOGRAPHICS("demographics"),

    /** {@code categories.csv}. */
    CATEGORIES("categories"),

    /** {@code lineItems.csv}. */
    LINE_ITEMS("lineItems"),

    /** {@code results.csv}. */
    RESULTS("results"),

    /** {@code resources.csv}. */
    RESOURCES("resources"),

    /** {@code classResources.csv}. */
    CLASS_RESOURCES("classResources"),

    /** {@code courseResources.csv}. */
    COURSE_RESOURCES("courseResources");

    private final String baseName;
    private final String fileName;

    OneRosterFile(String baseName) {
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
