package org.oneroster4j.testing;

/**
 * What can be wrong with a messy drop, or odd about it. A drop has a set of these; each of them then strikes a
 * record that it applies to with its own chance. The set shrinks, so a failure report names few.
 */
enum Defect {
    /** Two records of people whose username or email is equal, or equal but for case or normal form. */
    SHARED_IDENTITY(0.15),
    /** Blank identities, and ones that Impero would give a meaning. */
    UNSAFE_IDENTITY(0.08),
    /** Names with odd spaces, case, commas and controls, or blank. */
    ODD_NAMES(0.15),
    /** enabledUser in all the forms of true and false. */
    DISABLED(0.2),
    /** enabledUser that is blank next to others that say true. */
    ENABLED_BLANK(0.2),
    /** enabledUser that is neither. */
    ENABLED_UNREADABLE(0.06),
    /** Guardians, parents and relatives. */
    RELATIVES(0.15),
    /** Roles that are unknown or blank, in users and in enrollments. */
    ROLES_UNREADABLE(0.06),
    /** Roles, statuses and booleans in another case or with spaces around them. */
    SPELLING(0.2),
    /** Rows that are active, not live, or of an unknown status. */
    STATUS(0.15),
    /** Enrollments that are over or lie ahead. */
    ENROLLMENT_DATES(0.2),
    /** Dates in all the forms that are readable. */
    DATE_FORMS(0.5),
    /** Dates that are none. */
    DATES_UNREADABLE(0.08),
    /** Several rows for one person and class. */
    SEVERAL_ROWS(0.3),
    /** The flag primary in all its forms, and unreadable. */
    PRIMARY_FORMS(0.4),
    /** Enrollment roles that only users have by the specification. */
    ENROLLMENT_ROLES(0.15),
    /** Students as staff and staff as students. */
    ROLE_CONFLICT(0.1),
    /** Enrollments of classes and users that nothing describes. */
    DANGLING(0.06),
    /** Enrollments whose reference is blank or holds a control character. */
    REFERENCES_UNREADABLE(0.05),
    /** The same sourcedId in several rows of a file. */
    REPEATED_IDS(0.08),
    /** Ids that differ only by case. */
    CASE_IDS(0.15),
    /** Ids and references with spaces or invisible characters around them. */
    PADDED_IDS(0.15),
    /** Ids that hold control characters. */
    CONTROL_IDS(0.06),
    /** Titles that are equal, or equal but for case, normal form or spaces. */
    EQUAL_TITLES(0.4),
    /** Titles that are names of groups which Impero has anyway. */
    BUILT_IN_TITLES(0.12),
    /** Titles that look like one with a suffix. */
    SUFFIX_TITLES(0.2),
    /** Titles of more than 100 code points. */
    LONG_TITLES(0.2),
    /** Blank titles. */
    BLANK_TITLES(0.12),
    /** Texts with commas, quotes, line breaks, tabs and formulas. */
    ODD_TEXTS(0.2),
    /** Classes whose terms are missing, unknown, several or over. */
    CLASS_TERMS(0.3),
    /** Terms that are not live, in conflict, or have a blank or unreadable date. */
    TERM_ROWS(0.25),
    /** Classes in which nobody is enrolled. */
    EMPTY_CLASSES(0.2),
    /** Classes without staff. */
    NO_STAFF_CLASSES(0.2),
    /** Orgs that are not live, have no parent or an unknown one, lie deeper, or form a ring. */
    ORG_TREE(0.3),
    /** Schools and courses that nothing describes. */
    UNKNOWN_ORGS_AND_COURSES(0.15),
    /** Rows longer or shorter than the header, or with a value that has taken in other rows. */
    RAGGED(0.1),
    /** All rows of a file with blank cells beyond the header, or almost all. */
    TRAILING_BLANKS(0.15),
    /** Rows without any value. */
    BLANK_ROWS(0.1),
    /** Columns that are left out or misspelt. */
    COLUMNS_MISSING(0.08),
    /** A manifest whose values for files cannot be read. */
    MANIFEST_UNREADABLE(0.05),
    /** No orgs, courses, academicSessions or manifest file. */
    MISSING_FILES(0.3),
    /** Columns that the specification does not name. */
    EXTRA_COLUMNS(0.5),
    /** Headers in another case or with spaces around them. */
    HEADER_FORMS(0.3);

    private final double chance;

    Defect(double chance) {
        this.chance = chance;
    }

    /** The chance to strike a record of a drop that has this defect. */
    double chance() {
        return chance;
    }
}
