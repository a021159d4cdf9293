package org.oneroster4j.impero;

import static org.oneroster4j.model.finding.Effect.DROPS_RECORD;
import static org.oneroster4j.model.finding.Effect.HOLDS_RUN;
import static org.oneroster4j.model.finding.Effect.KEEPS_VALUE;
import static org.oneroster4j.model.finding.Effect.STOPS_RUN;
import static org.oneroster4j.model.finding.Severity.ERROR;
import static org.oneroster4j.model.finding.Severity.NOTICE;
import static org.oneroster4j.model.finding.Severity.WARNING;

import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingDefinition;
import org.oneroster4j.model.finding.Severity;

/** What a mapping can find, in the order of its rules. {@code FINDINGS.md} of this module is generated from here. */
public enum ImperoCode implements FindingCode {
    /** Required file missing. */
    REQUIRED_FILE_MISSING(
            "required-file-missing",
            ERROR,
            STOPS_RUN,
            "{0} is not there. Impero needs users, classes and enrollments.",
            "Check whether the export includes the file, and whether the upload broke off. Check the name too: Windows hides the second ending of users.csv.csv."),

    /** Delta without baseline. */
    DELTA_WITHOUT_BASELINE(
            "delta-without-baseline",
            ERROR,
            STOPS_RUN,
            "The manifest says that {0} has changes only (delta), and the drop that they change is not there: no full drop is stored, or the delta before was not published.",
            "Upload a full (bulk) export once. If the delta before is held, approve it instead."),

    /** Missing header. */
    MISSING_HEADER(
            "missing-header",
            ERROR,
            STOPS_RUN,
            "{0}",
            "Compare the header with the OneRoster v1p1 template: it is the first line, and has no renamed or omitted columns. Export the file again, and upload it as exported."),

    /** Deciding column missing. */
    DECIDING_COLUMN_MISSING(
            "deciding-column-missing",
            WARNING,
            KEEPS_VALUE,
            "The column {0} is not in the header of {1}, so its cells count as blank. A blank cell of this column may add people or access rights.",
            "Add the column to the export. If the sender never writes it, list it in withoutColumns, for example users.enabledUser."),

    /** File gone. */
    FILE_GONE(
            "file-gone",
            ERROR,
            STOPS_RUN,
            "{0} had rows in the last full drop and has none now, so it is not known which classes are current.",
            "Upload all files again. If the sender no longer writes the file on purpose, move the state folder away and convert once."),

    /** Column emptied. */
    COLUMN_EMPTIED(
            "column-emptied",
            ERROR,
            STOPS_RUN,
            "The column {0} of {1} is blank in all rows. It had a value in {2} of {3} rows of the last full drop.",
            "Check in ClassLink whether a permission was changed or the field is masked. If the sender no longer fills the column, list it in withoutColumns, for example users.enabledUser."),

    /** Not live. */
    NOT_LIVE(
            "not-live",
            NOTICE,
            DROPS_RECORD,
            "The record is marked as deleted and counts as not there.",
            "Nothing to do."),

    /** Role not used. */
    ROLE_NOT_USED(
            "role-not-used",
            NOTICE,
            DROPS_RECORD,
            "Guardians, parents and relatives are never written.",
            "Nothing to do. They can be left out of the export."),

    /** Excluded. */
    EXCLUDED(
            "excluded",
            NOTICE,
            DROPS_RECORD,
            "The setting exclude takes the record out.",
            "Nothing to do. To bring it back, remove its sourcedId from exclude."),

    /** Exclude unknown. */
    EXCLUDE_UNKNOWN(
            "exclude-unknown",
            ERROR,
            KEEPS_VALUE,
            "The setting exclude names {0}, which is the sourcedId of no user and no class.",
            "Correct the entry or remove it. It takes out no user and no class."),

    /** Excluded identity. */
    EXCLUDED_IDENTITY(
            "excluded-identity",
            WARNING,
            KEEPS_VALUE,
            "The record has the same {0} as one that the setting exclude takes out.",
            "Add the sourcedId of this record to exclude if it is of the same person."),

    /** Disabled user. */
    DISABLED_USER(
            "disabled-user",
            NOTICE,
            DROPS_RECORD,
            "The person is disabled (enabledUser is false) and is left out of everything.",
            "Nothing to do, unless the person should be in class today: then enable the account in the student information system."),

    /** Missing identity. */
    MISSING_IDENTITY(
            "missing-identity",
            WARNING,
            DROPS_RECORD,
            "The {0} is blank, so Impero could not recognise the person, who is left out.",
            "Fill the username or email in the student information system, or choose the other identity if Impero is set to it."),

    /** Unsafe identity. */
    UNSAFE_IDENTITY(
            "unsafe-identity",
            WARNING,
            DROPS_RECORD,
            "The {0} cannot be an identity: it contains an invisible or damaged character or one of * ? \" , ; or begins with !, or an email has not exactly one @. The person is left out.",
            "Correct the username or email in the student information system."),

    /** Merged identity. */
    MERGED_IDENTITY(
            "merged-identity",
            NOTICE,
            DROPS_RECORD,
            "The record has the same {0} as another record, and counts as the same person.",
            "Nothing to do for a notice. For a warning, compare the records: if they are of different people, give each an identity of its own; else make the spellings equal."),

    /** Ambiguous identity. */
    AMBIGUOUS_IDENTITY(
            "ambiguous-identity",
            ERROR,
            DROPS_RECORD,
            "Different people have the same {0}, so none of them is exported.",
            "Give each person a username and email of their own in the student information system."),

    /** Outside school filter. */
    OUTSIDE_SCHOOL_FILTER(
            "outside-school-filter",
            NOTICE,
            DROPS_RECORD,
            "The class belongs to a school that the filter does not name.",
            "Nothing to do, unless the school should be included: then add it to the filter."),

    /** Class not current. */
    CLASS_NOT_CURRENT(
            "class-not-current",
            NOTICE,
            DROPS_RECORD,
            "None of the terms of the class covers the day.",
            "Nothing to do, unless the class meets today: then correct its terms or their dates."),

    /** Class terms unknown. */
    CLASS_TERMS_UNKNOWN(
            "class-terms-unknown",
            ERROR,
            DROPS_RECORD,
            "The class names only terms that no row of academicSessions.csv describes, so it is not taken.",
            "Add the terms to academicSessions.csv, or correct termSourcedIds of the class. If many classes are affected, academicSessions.csv is incomplete: upload it again."),

    /** Class terms not given. */
    CLASS_TERMS_NOT_GIVEN(
            "class-terms-not-given",
            ERROR,
            DROPS_RECORD,
            "{0}",
            "Export academicSessions.csv and the terms of each class. If the sender gives some classes no term on purpose, set termless: take."),

    /** Outside dates. */
    OUTSIDE_DATES("outside-dates", NOTICE, DROPS_RECORD, "The enrollment has not begun or is over.", "Nothing to do."),

    /** Class not taken. */
    CLASS_NOT_TAKEN(
            "class-not-taken",
            NOTICE,
            DROPS_RECORD,
            "The class of the enrollment is not taken.",
            "Nothing to do here: see why the class is not taken."),

    /** User left out. */
    USER_LEFT_OUT(
            "user-left-out",
            NOTICE,
            DROPS_RECORD,
            "The person of the enrollment is left out.",
            "Nothing to do here: see why the person is left out."),

    /** Role conflict. */
    ROLE_CONFLICT(
            "role-conflict",
            ERROR,
            DROPS_RECORD,
            "A student is enrolled as staff. The enrollment gives neither membership nor access.",
            "Correct the role of the enrollment, or the role of the user, in the student information system."),

    /** Staff as student. */
    STAFF_AS_STUDENT(
            "staff-as-student",
            WARNING,
            DROPS_RECORD,
            "A member of staff is enrolled as a student. The enrollment gives no membership.",
            "Correct the role of the enrollment, or the role of the user, in the student information system."),

    /** Role without access. */
    ROLE_WITHOUT_ACCESS(
            "role-without-access",
            NOTICE,
            DROPS_RECORD,
            "The settings give no access to the role of the enrollment.",
            "Nothing to do, unless people of this role should have access: then add it to accessRoles."),

    /** Empty group. */
    EMPTY_GROUP(
            "empty-group",
            NOTICE,
            DROPS_RECORD,
            "The class has no members and gets no group.",
            "Nothing to do, unless it should have students today: then look at their enrollments."),

    /** Teacher left out. */
    TEACHER_LEFT_OUT(
            "teacher-left-out",
            WARNING,
            KEEPS_VALUE,
            "The enrollment in a staff role gives no access to the class {0}, because the person is left out, is a student, or has no row.",
            "Check what else is reported about the person. The command explain --class shows all enrollments of the class."),

    /** Group without access. */
    GROUP_WITHOUT_ACCESS(
            "group-without-access",
            NOTICE,
            KEEPS_VALUE,
            "No one has access to the group of this class.",
            "Nothing to do, unless it should have a teacher: then check its enrollments."),

    /** Not assigned. */
    NOT_ASSIGNED(
            "not-assigned",
            NOTICE,
            DROPS_RECORD,
            "The member of staff has no class here, and the settings ask for staff with classes or of these schools only.",
            "Nothing to do."),

    /** Group name collision. */
    GROUP_NAME_COLLISION(
            "group-name-collision",
            ERROR,
            DROPS_RECORD,
            "The name of the group looks like that of another one, whatever is added to it, so it is left out.",
            "Give the classes different titles or codes."),

    /** Repeated record. */
    REPEATED_RECORD(
            "repeated-record",
            NOTICE,
            DROPS_RECORD,
            "The record is there more than once, with equal content. It counts once.",
            "Nothing to do. The export writes it twice."),

    /** Conflicting records. */
    CONFLICTING_RECORDS(
            "conflicting-records",
            ERROR,
            DROPS_RECORD,
            "Rows with the same id have different content, or one of them is deleted, so none of them is used.",
            "Give each record an id of its own, or check why the export writes it twice. A spreadsheet program that rounds long ids makes them equal."),

    /** Dangling enrollment. */
    DANGLING_ENROLLMENT(
            "dangling-enrollment",
            WARNING,
            DROPS_RECORD,
            "The enrollment is of a {0} that no row describes.",
            "Look whether all files are of the same day, and whether the export leaves out a school or a grade."),

    /** Group not written. */
    GROUP_NOT_WRITTEN(
            "group-not-written",
            NOTICE,
            DROPS_RECORD,
            "The class has no group, so {0} of its enrollments have no effect.",
            "Nothing to do here: see why the class has no group."),

    /** Not enrolled. */
    NOT_ENROLLED(
            "not-enrolled",
            NOTICE,
            DROPS_RECORD,
            "The student is in no written group.",
            "Nothing to do, unless the student should be in a class today."),

    /** Too many rejected rows. */
    TOO_MANY_REJECTED_ROWS(
            "too-many-rejected-rows",
            ERROR,
            STOPS_RUN,
            "{0} of {1} rows of {2} are rejected: they have a wrong number of cells, were cut off, or have a cell that cannot be read.",
            "Check the errors of the file: most of these rows have one cause. Correct it in the export, and upload the file again."),

    /** Too many missing identities. */
    TOO_MANY_MISSING_IDENTITIES(
            "too-many-missing-identities",
            ERROR,
            STOPS_RUN,
            "{0} of {1} {2} have a blank or unsafe {3}.",
            "Check that the right identity is chosen (username for Windows and Mac, email for ChromeOS), and that ClassLink does not mask the field."),

    /** Too many dangling enrollments. */
    TOO_MANY_DANGLING_ENROLLMENTS(
            "too-many-dangling-enrollments",
            ERROR,
            STOPS_RUN,
            "{0} of {1} enrollments point to a user or a class that no row describes.",
            "The files are probably not of the same export. Wait for the next upload, or export all files again. If ids look like 4.41E+11, a spreadsheet program has rounded them."),

    /** Too many conflicting records. */
    TOO_MANY_CONFLICTING_RECORDS(
            "too-many-conflicting-records",
            ERROR,
            STOPS_RUN,
            "{0} of {1} rows of {2} are in conflict with another of the same id: more than 1 %.",
            "Check why the export writes records twice. Two schools may use the same ids, or a spreadsheet program may have rounded long ids."),

    /** Too many role conflicts. */
    TOO_MANY_ROLE_CONFLICTS(
            "too-many-role-conflicts",
            ERROR,
            STOPS_RUN,
            "{0} of {1} enrollments in a staff role name students.",
            "Upload all files of one export again: files of two districts or of two days may be mixed. If they are not, correct the roles in the export."),

    /** No current classes. */
    NO_CURRENT_CLASSES(
            "no-current-classes",
            ERROR,
            STOPS_RUN,
            "None of the {0} classes is held on {1}: {2}.",
            "If the dates of the terms are readable and it is a holiday, nothing has to be done. Otherwise correct the terms, or choose another day."),

    /** No members. */
    NO_MEMBERS(
            "no-members",
            ERROR,
            STOPS_RUN,
            "No student would be in any group.",
            "An empty drop never empties a school. Look at the enrollments and at what is left out."),

    /** No staff. */
    NO_STAFF(
            "no-staff",
            ERROR,
            STOPS_RUN,
            "There would be no console user.",
            "Look whether teachers are in users.csv, with the role teacher."),

    /** No access. */
    NO_ACCESS(
            "no-access",
            ERROR,
            STOPS_RUN,
            "No one would have access to any group.",
            "Look whether teachers are enrolled in their classes, with the role teacher."),

    /** Too many users. */
    TOO_MANY_USERS(
            "too-many-users",
            ERROR,
            STOPS_RUN,
            "{0} users are more than the {1} that an Impero server takes. By school: {2}.",
            "Share the schools out over several servers, each with a school filter of its own."),

    /** Too many classes. */
    TOO_MANY_CLASSES(
            "too-many-classes",
            ERROR,
            STOPS_RUN,
            "{0} classes are more than the {1} that an Impero server takes. By school: {2}.",
            "Share the schools out over several servers, each with a school filter of its own."),

    /** Near user cap. */
    NEAR_USER_CAP(
            "near-user-cap",
            WARNING,
            KEEPS_VALUE,
            "{0} users are 90 % or more of the {1} that an Impero server takes.",
            "Plan for another server before the cap is reached: above it nothing is published."),

    /** Near class cap. */
    NEAR_CLASS_CAP(
            "near-class-cap",
            WARNING,
            KEEPS_VALUE,
            "{0} classes are 90 % or more of the {1} that an Impero server takes.",
            "Plan for another server before the cap is reached: above it nothing is published."),

    /** Too many groups removed. */
    TOO_MANY_GROUPS_REMOVED("too-many-groups-removed", "groups"),

    /** Too many members removed. */
    TOO_MANY_MEMBERS_REMOVED("too-many-members-removed", "members"),

    /** Too many console users removed. */
    TOO_MANY_CONSOLE_USERS_REMOVED("too-many-console-users-removed", "console users"),

    /** Too many accesses removed. */
    TOO_MANY_ACCESSES_REMOVED("too-many-accesses-removed", "accesses"),

    /** Too many accesses added. */
    TOO_MANY_ACCESSES_ADDED(
            "too-many-accesses-added",
            ERROR,
            HOLDS_RUN,
            "The accesses would grow from {0} to {1}: by more than {2} % and more than {3}. Most are added at {4}.",
            "Look whether enrollments have been given to the wrong people, or roles changed, in the student information system or"
                    + " in ClassLink's permissions. If the new accesses are right, approve the run."),

    /** Too many groups for one person. */
    TOO_MANY_GROUPS_FOR_ONE_PERSON(
            "too-many-groups-for-one-person",
            ERROR,
            HOLDS_RUN,
            "One person would get access to {0} groups more: more than {1}. They are at {2}.",
            "Look at the person's enrollments: each of them shows the screens of a class. If they are right, approve the run.");

    private final FindingDefinition definition;

    ImperoCode(String code, Severity severity, Effect effect, String message, String fix) {
        definition = new FindingDefinition(code, severity, effect, message, fix);
    }

    /** What a brake says of more things taken away than a normal day takes. */
    ImperoCode(String code, String things) {
        this(
                code,
                ERROR,
                HOLDS_RUN,
                "{0} of {1} " + things
                        + " would be removed: more than {2} % and more than {3}. Beside them {4} are over by the"
                        + " calendar, which counts neither way. Most are removed at {5}.",
                "Look whether a permission in ClassLink was changed, whether a summer blackout has begun, and whether fields are"
                        + " masked. If the schools have really changed so much, approve the run.");
    }

    @Override
    public FindingDefinition definition() {
        return definition;
    }
}
