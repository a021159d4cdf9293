package org.oneroster4j.csv;

import static org.oneroster4j.model.finding.Effect.DROPS_RECORD;
import static org.oneroster4j.model.finding.Effect.DROPS_VALUE;
import static org.oneroster4j.model.finding.Effect.KEEPS_VALUE;
import static org.oneroster4j.model.finding.Effect.STOPS_RUN;
import static org.oneroster4j.model.finding.Severity.ERROR;
import static org.oneroster4j.model.finding.Severity.NOTICE;
import static org.oneroster4j.model.finding.Severity.WARNING;

import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingDefinition;
import org.oneroster4j.model.finding.Severity;

/**
 * What reading a drop, or applying a delta to one, can find: stops first, then rows, headers, the manifest, and values.
 * The first severity is that of the lenient profile, the second that of the strict one. {@code FINDINGS.md} of this module
 * is generated from here.
 */
public enum CsvFindingCode implements FindingCode {
    /** {@code not-a-file}: … is there and is not a file. */
    NOT_A_FILE(
            "not-a-file",
            ERROR,
            ERROR,
            STOPS_RUN,
            "{0} is there and is not a file: it is a folder, a pipe, a device or a link to nothing.",
            "Delete it, and upload the file again.",
            ""),

    /** {@code manifest-file-lacking}: the manifest says that … is there, and it is not. */
    MANIFEST_FILE_LACKING(
            "manifest-file-lacking",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The manifest says that {0} is there, and it is not: the upload is not complete, or the export leaves the file out.",
            "Upload all files again. If the export leaves the file out on purpose, the manifest must say absent.",
            "file.academicSessions,bulk"),

    /** {@code duplicate-file}: … is there more than once, under names that differ only by upper and lower case. */
    DUPLICATE_FILE(
            "duplicate-file",
            ERROR,
            ERROR,
            STOPS_RUN,
            "{0} is there more than once, under names that differ only by upper and lower case.",
            "Delete the file that is not from today, and see that only one program writes to the folder.",
            "users.csv, Users.csv"),

    /** {@code not-csv}: … is not CSV. */
    NOT_CSV(
            "not-csv",
            ERROR,
            ERROR,
            STOPS_RUN,
            "{0} is not CSV: it begins like {1}.",
            "Export the file as CSV and upload it again. A renamed Excel workbook is no CSV file. A web page is most likely a sign-in page that was saved in place of the file.",
            "<!DOCTYPE html>"),

    /** {@code other-delimiter}: the cells of … are separated by another sign than commas. */
    OTHER_DELIMITER(
            "other-delimiter",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The cells of {0} are separated by {1}, not by commas. A spreadsheet program in another language, or with other regional settings, saves CSV like this.",
            "Upload the file as the student information system exports it. Do not save it in a spreadsheet program.",
            "sourcedId;status;…"),

    /** {@code unsupported-version}: The drop is not OneRoster 1.1. */
    UNSUPPORTED_VERSION(
            "unsupported-version",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The drop is not OneRoster 1.1: it is {0}.",
            "Choose the OneRoster v1p1 template in the export of the student information system or of ClassLink. Upload manifest.csv as exported: a spreadsheet program changes 1.1 to a date.",
            "oneroster.version,1.2"),

    /** {@code manifest-unreadable}: the manifest gives no readable value for …. */
    MANIFEST_UNREADABLE(
            "manifest-unreadable",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The manifest does not say whether {0} is absent, bulk or delta: {1}.",
            "Correct the row of the file in manifest.csv: one value, absent, bulk or delta.",
            "file.users,full"),

    /** {@code zip-too-many-entries}: There are more than … files and folders in the zip. */
    ZIP_TOO_MANY_ENTRIES(
            "zip-too-many-entries",
            ERROR,
            ERROR,
            STOPS_RUN,
            "There are more than {0} files and folders in the zip. Nothing in it is read.",
            "Zip the CSV files of one drop and nothing else, or turn Zipped off in ClassLink's export.",
            ""),

    /** {@code zip-too-large}: A file in the zip, or all of them together, unpack to more than …. */
    ZIP_TOO_LARGE(
            "zip-too-large",
            ERROR,
            ERROR,
            STOPS_RUN,
            "A file in the zip, or all of them together, unpack to more than {0}.",
            "Look whether the zip is the drop. If it is, turn Zipped off in ClassLink's export, or zip the files again.",
            ""),

    /** {@code zip-unsafe-name}: The name of a file in the zip leads out of it, or has a backslash, a drive letter or a control character. */
    ZIP_UNSAFE_NAME(
            "zip-unsafe-name",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The name of a file in the zip leads out of it, or has a backslash, a drive letter or a control character. Nothing in it is read.",
            "Look where the zip comes from. If it is the drop, zip the CSV files with another program, or turn Zipped off in ClassLink's export.",
            "../users.csv"),

    /** {@code zip-duplicate-name}: Two files in the zip have the same name, or names that differ only by upper and lower case. */
    ZIP_DUPLICATE_NAME(
            "zip-duplicate-name",
            ERROR,
            ERROR,
            STOPS_RUN,
            "Two files in the zip have the same name, or names that differ only by upper and lower case.",
            "Make the zip anew from the files of one day, in place of adding to an old one.",
            ""),

    /** {@code zip-unreadable}: The zip cannot be read: …. */
    ZIP_UNREADABLE(
            "zip-unreadable",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The zip cannot be read: {0}.",
            "Send it again: it may have been cut off on its way. Zip the CSV files themselves, without a password, or turn Zipped off in ClassLink's export.",
            ""),

    /** {@code duplicate-header}: The column occurs twice in the header. */
    DUPLICATE_HEADER(
            "duplicate-header",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The column occurs twice in the header, so it is not known which one counts.",
            "Remove one of the two columns from the export.",
            "sourcedId,role,Role"),

    /** {@code padded-file}: the file ends in NUL bytes. */
    PADDED_FILE(
            "padded-file",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The file ends in NUL bytes: it was not written to its end. Causes are a crash, a full disk, or an upload that was resumed wrongly.",
            "Upload the file again.",
            ""),

    /** {@code undecodable-text}: The bytes at offset … are not …. */
    UNDECODABLE_TEXT(
            "undecodable-text",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The bytes at offset {0} are not {1}. Nothing after them is read.",
            "Export the file as UTF-8. A file that was opened and saved with a spreadsheet program often is not.",
            ""),

    /** {@code unterminated-quote}: A quote that opens a value in this row is not closed. */
    UNTERMINATED_QUOTE(
            "unterminated-quote",
            ERROR,
            ERROR,
            STOPS_RUN,
            "A quote that opens a value in this row is not closed: the rows up to line {0} cannot be separated.",
            "Close the quote, and double every quote inside a quoted value. If the quotes are right, the file was cut off: upload it again.",
            "u1,\"Ana,student"),

    /** {@code cell-too-long}: A value that starts in this row is longer than … characters. */
    CELL_TOO_LONG(
            "cell-too-long",
            ERROR,
            ERROR,
            STOPS_RUN,
            "A value that starts in this row is longer than {0} characters.",
            "Look for a quote that is never closed, or for a file that is not CSV.",
            ""),

    /** {@code row-too-long}: The row, with what is between it and the row before, is longer than … characters. */
    ROW_TOO_LONG(
            "row-too-long",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The row, with what is between it and the row before, is longer than {0} characters.",
            "Look for a quote that is never closed, for a file that is not CSV, or for an upload that was cut off.",
            ""),

    /** {@code too-many-columns}: The row has more than … cells. */
    TOO_MANY_COLUMNS(
            "too-many-columns",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The row has more than {0} cells.",
            "Look for a file that is not CSV, or for line ends that were lost on its way.",
            ""),

    /** {@code baseline-missing}: There is no full … to which its changes could be applied. */
    BASELINE_MISSING(
            "baseline-missing",
            ERROR,
            ERROR,
            STOPS_RUN,
            "There is no full {0} to which its changes could be applied.",
            "Ask the sender for a full drop once, and keep it: a drop with changes only says nothing without the drop before.",
            "file.users,delta"),

    /** {@code delta-too-old}: The newest change in the delta is of …, and what it would be applied to is of …. */
    DELTA_TOO_OLD(
            "delta-too-old",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The newest change in the delta is of {0}, and what it would be applied to is of {1}: nothing in it is newer.",
            "See whether the same delta was sent twice, or deltas arrive in another order than they were made in.",
            ""),

    /** {@code delta-undated}: No row of the delta says when it was changed. */
    DELTA_UNDATED(
            "delta-undated",
            ERROR,
            ERROR,
            STOPS_RUN,
            "No row of the delta says when it was changed, so nobody can tell whether it is newer than what it would be applied to.",
            "Fill dateLastModified in every row of a delta file.",
            ""),

    /** {@code delta-mode-unreadable}: The manifest does not say in a word of OneRoster 1.1 whether … is the whole of it or changes only. */
    DELTA_MODE_UNREADABLE(
            "delta-mode-unreadable",
            ERROR,
            ERROR,
            STOPS_RUN,
            "The manifest does not say in a word of OneRoster 1.1 whether {0} is the whole of it or changes only, so it cannot be applied.",
            "Write bulk or delta for the file in manifest.csv.",
            "file.users,full"),

    /** {@code stray-quote}: There is text outside the quotes of a quoted value, so the columns may have shifted. */
    STRAY_QUOTE(
            "stray-quote",
            ERROR,
            ERROR,
            DROPS_RECORD,
            "There is text outside the quotes of a quoted value, so the columns may have shifted. The row is left out.",
            "Double every quote inside a quoted value, and leave no space before the first one.",
            "u1,\"Ana\"x,student"),

    /** {@code delta-row-unreadable}: a row of a delta takes the record of its id out. */
    DELTA_ROW_UNREADABLE(
            "delta-row-unreadable",
            ERROR,
            ERROR,
            DROPS_RECORD,
            "{0}, so the record is taken out until a full drop or a readable row brings it back.",
            "Correct the row at its source and send it again with the next delta, or send a full drop.",
            ""),

    /** {@code quote-in-bare-value}: The row has a quote inside a value that is not quoted. */
    QUOTE_IN_BARE_VALUE(
            "quote-in-bare-value",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The row has a quote inside a value that is not quoted. The value is taken as it is written.",
            "Put the value in quotes and double the quote inside it.",
            "c1,Band 1\" horn"),

    /** {@code line-break-in-value}: A value of the row goes over several lines, up to line …, which OneRoster does not allow. */
    LINE_BREAK_IN_VALUE(
            "line-break-in-value",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "A value of the row goes over several lines, up to line {0}, which OneRoster does not allow. It is taken as it is written.",
            "Remove the line breaks from the value at its source. Look whether a quote is missing or too many here.",
            ""),

    /** {@code zip-folder}: The files are in a folder inside the zip. */
    ZIP_FOLDER(
            "zip-folder",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The files are in a folder inside the zip. They are read from there.",
            "Zip the CSV files themselves and not the folder that they are in: other readers will not find them.",
            "drop/users.csv"),

    /** {@code utf-16}: The file is UTF-16, as its first two bytes say, and is read as that. */
    UTF_16(
            "utf-16",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The file is UTF-16, as its first two bytes say, and is read as that.",
            "Export the file as UTF-8.",
            ""),

    /** {@code blank-rows}: rows without any value. */
    BLANK_ROWS(
            "blank-rows",
            NOTICE,
            WARNING,
            KEEPS_VALUE,
            "Rows without any value are ignored: {0}.",
            "Nothing to do. A spreadsheet program leaves such rows when rows are cleared.",
            ",,,"),

    /** {@code short-row}: rows with fewer cells than the header, which the settings accept. */
    SHORT_ROW(
            "short-row",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "Rows with fewer cells than the header: {0}. The missing cells count as blank, as the setting shortRows: blank says.",
            "Nothing to do. Better write every cell of a row, blank or not.",
            ""),

    /** {@code blank-extra-cells}: all rows of the file have blank cells beyond the header. */
    BLANK_EXTRA_CELLS(
            "blank-extra-cells",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "Every row of the file has {1} cells and the header {2}: {0}. The cells beyond the header are blank in every row and are ignored.",
            "Nothing to do. Better remove the commas at the end of the rows.",
            "u1,…,,"),

    /** {@code file-name-case}: The file should be named …. */
    FILE_NAME_CASE(
            "file-name-case",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The file should be named {0}.",
            "Correct the name in the export: other readers will not find the file.",
            "Users.csv"),

    /** {@code file-without-rows}: The file has a header and no rows. */
    FILE_WITHOUT_ROWS(
            "file-without-rows",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The file has a header and no rows: it may have been cut off.",
            "If the file should have rows, export it and upload it again. Otherwise leave it out, and set it to absent in the manifest.",
            ""),

    /** {@code header-spelling}: The header should be written …. */
    HEADER_SPELLING(
            "header-spelling",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The header should be written {0}.",
            "Correct upper and lower case and white space of the header in the export.",
            "sourcedID"),

    /** {@code header-alias}: The header should be …. */
    HEADER_ALIAS(
            "header-alias",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The header should be {0}. It is another name of the same column, and is taken for it.",
            "Choose the OneRoster v1p1 template: the name is that of another version or of the REST binding.",
            "grade"),

    /** {@code header-blank}: The column has no name and is not looked at. */
    HEADER_BLANK(
            "header-blank",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The column has no name and is not looked at.",
            "Remove the commas at the end of the header; spreadsheet programs add them.",
            "sourcedId,role,,"),

    /** {@code header-unknown}: OneRoster 1.1 does not know the column, which is not looked at. */
    HEADER_UNKNOWN(
            "header-unknown",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "OneRoster 1.1 does not know the column, which is not looked at.",
            "Nothing to do. Columns of your own should begin with metadata. and stand at the end.",
            "tenant_code"),

    /** {@code header-lacking}: The column is not in the header; its cells count as blank. */
    HEADER_LACKING(
            "header-lacking",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The column is not in the header; its cells count as blank.",
            "OneRoster asks for every column, blank or not.",
            ""),

    /** {@code required-header-lacking}: the header lacks a column that OneRoster requires. */
    REQUIRED_HEADER_LACKING(
            "required-header-lacking",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "OneRoster requires the column {0}, which is not in the header; its cells count as blank.",
            "Add the column to the export. Other readers will refuse the file.",
            ""),

    /** {@code header-order}: The columns are not in the order of OneRoster 1.1, of which this one is the first out of place. */
    HEADER_ORDER(
            "header-order",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The columns are not in the order of OneRoster 1.1, of which this one is the first out of place.",
            "Nothing to do here; other readers may go by the order.",
            ""),

    /** {@code other-format-headers}: The headers are those of …. */
    OTHER_FORMAT_HEADERS(
            "other-format-headers",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The headers are those of {0}. What can be understood is.",
            "Choose the OneRoster v1p1 template in the export of the student information system or of ClassLink.",
            "grade, userId, agents"),

    /** {@code manifest-missing}: There is no manifest.csv. */
    MANIFEST_MISSING(
            "manifest-missing",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "There is no manifest.csv. The files that are there are taken for a full drop.",
            "OneRoster 1.1 asks for a manifest; without it a drop with changes only cannot be told from a full one.",
            ""),

    /** {@code manifest-value}: The value of … is not absent, bulk or delta. */
    MANIFEST_VALUE(
            "manifest-value",
            WARNING,
            ERROR,
            DROPS_VALUE,
            "The value of {0} is not absent, bulk or delta.",
            "Correct manifest.csv in the export.",
            "file.users,full"),

    /** {@code manifest-version}: manifest.version is not 1.0. */
    MANIFEST_VERSION(
            "manifest-version",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "manifest.version is not 1.0.",
            "Write 1.0. Spreadsheet programs make 1 of it.",
            "manifest.version,1"),

    /** {@code manifest-file-absent}: The manifest does not name … as a file that is there, but it is. */
    MANIFEST_FILE_ABSENT(
            "manifest-file-absent",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The manifest does not name {0} as a file that is there, but it is. It is read.",
            "See whether the file is from an earlier export; else correct the manifest.",
            "file.users,absent"),

    /** {@code manifest-names-missing-file}: the manifest says that … is there, and it is not. */
    MANIFEST_NAMES_MISSING_FILE(
            "manifest-names-missing-file",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The manifest says that {0} is there, and it is not. The mapping does not read the file.",
            "Check whether the upload is complete, and whether the export leaves the file out.",
            "file.results,bulk"),

    /** {@code manifest-row-length}: the row of the manifest has another number of cells than its header. */
    MANIFEST_ROW_LENGTH(
            "manifest-row-length",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The row of the manifest has {0} cells and its header {1}. The first cells of it are used.",
            "Correct the row in manifest.csv: a property and its value.",
            "file.users,bulk,"),

    /** {@code bulk-with-status}: The manifest calls the file bulk, and its rows have a status or a date of change, from this one on. */
    BULK_WITH_STATUS(
            "bulk-with-status",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The manifest calls the file bulk, and its rows have a status or a date of change, from this one on. They are read as they are.",
            "Nothing to do. OneRoster asks to leave both columns blank in bulk files.",
            ""),

    /** {@code delta-without-status}: The manifest calls the file delta, and the row does not say whether it is active or tobedeleted. */
    DELTA_WITHOUT_STATUS(
            "delta-without-status",
            ERROR,
            ERROR,
            KEEPS_VALUE,
            "The manifest calls the file delta, and the row does not say whether it is active or tobedeleted.",
            "Fill status in every row of a delta file.",
            ""),

    /** {@code delta-without-date}: The manifest calls the file delta, and the row does not say when it was changed. */
    DELTA_WITHOUT_DATE(
            "delta-without-date",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The manifest calls the file delta, and the row does not say when it was changed.",
            "Fill dateLastModified in every row of a delta file.",
            ""),

    /** {@code repeated-id}: The id stands in an earlier row of the file too, and what they say is the same, or one of them is deleted. */
    REPEATED_ID(
            "repeated-id",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The id stands in an earlier row of the file too, and what they say is the same, or one of them is deleted.",
            "Give each record an id of its own, and write it once.",
            ""),

    /** {@code conflicting-id}: The id stands in an earlier row of the file too, and the two rows say different things. */
    CONFLICTING_ID(
            "conflicting-id",
            ERROR,
            ERROR,
            KEEPS_VALUE,
            "The id stands in an earlier row of the file too, and the two rows say different things.",
            "Give each record an id of its own. Two schools that number their records alike need a prefix each.",
            ""),

    /** {@code id-differs-by-case}: The id differs from that of an earlier row by upper and lower case alone. */
    ID_DIFFERS_BY_CASE(
            "id-differs-by-case",
            WARNING,
            WARNING,
            KEEPS_VALUE,
            "The id differs from that of an earlier row by upper and lower case alone. They are taken for two records.",
            "See whether they are one. Other readers may take them for one.",
            "u1, U1"),

    /** {@code files-do-not-match}: … of the … records that other files name are not in this file. */
    FILES_DO_NOT_MATCH(
            "files-do-not-match",
            ERROR,
            ERROR,
            KEEPS_VALUE,
            "{0} of the {1} records that other files name are not in this file. They are named by {2}: the files can hardly be of one upload.",
            "See whether this file came whole and whether all files are from the same day, and upload all of them again.",
            ""),

    /** {@code missing-record}: … has no row with the id in this cell. */
    MISSING_RECORD(
            "missing-record",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "{0} has no row with the id in this cell. It is named by {1}.",
            "Add the record to the export, or remove what names it. Where a school or a term is missing, its permission in ClassLink may be.",
            ""),

    /** {@code reference-to-deleted}: The row of … that this cell names is deleted. */
    REFERENCE_TO_DELETED(
            "reference-to-deleted",
            WARNING,
            WARNING,
            KEEPS_VALUE,
            "The row of {0} that this cell names is deleted. It is named by {1}.",
            "Remove what names it, or the status of the record if it is still there.",
            "tobedeleted"),

    /** {@code reference-to-absent-file}: … is not there, and records of it are named by …. */
    REFERENCE_TO_ABSENT_FILE(
            "reference-to-absent-file",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "{0} is not there, and records of it are named by {1}. This is the first.",
            "Add the file to the export. Without it names that depend on it stay blank.",
            ""),

    /** {@code delta-refers-back}: Records of … that this delta does not have are named by …. */
    DELTA_REFERS_BACK(
            "delta-refers-back",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "Records of {0} that this delta does not have are named by {1}. They must have been sent before.",
            "Nothing to do, when the last full drop has them.",
            ""),

    /** {@code reference-of-wrong-type}: The record of … that this cell names is not of the type …. */
    REFERENCE_OF_WRONG_TYPE(
            "reference-of-wrong-type",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The record of {0} that this cell names is not of the type {1}. It is named by {2}.",
            "Name the right record, or correct its type or role.",
            ""),

    /** {@code parent-cycle}: The record is its own ancestor, over … parents. */
    PARENT_CYCLE(
            "parent-cycle",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The record is its own ancestor, over {0} parents.",
            "Correct the parents at their source.",
            ""),

    /** {@code session-outside-parent}: The session … outside of its parent. */
    SESSION_OUTSIDE_PARENT(
            "session-outside-parent",
            NOTICE,
            WARNING,
            KEEPS_VALUE,
            "The session {0} outside of its parent.",
            "Correct the days at their source.",
            ""),

    /** {@code school-year-mismatch}: schoolYear is not the year in which the session ends. */
    SCHOOL_YEAR_MISMATCH(
            "school-year-mismatch",
            NOTICE,
            WARNING,
            KEEPS_VALUE,
            "schoolYear is not the year in which the session ends.",
            "Write the year in which the school year ends.",
            "2018, ends 2019-06-14"),

    /** {@code enrollment-outside-terms}: The enrollment is not within the terms of its class, nor are others of this class: */
    ENROLLMENT_OUTSIDE_TERMS(
            "enrollment-outside-terms",
            NOTICE,
            WARNING,
            KEEPS_VALUE,
            "Enrollments are not within the terms of their class: {0} of this class, of which this is the first.",
            "See whether the class names all of its terms, and whether the days are right.",
            ""),

    /** {@code several-primary-teachers}: The class has another primary teacher at the same time. */
    SEVERAL_PRIMARY_TEACHERS(
            "several-primary-teachers",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The class has another primary teacher at the same time.",
            "Make one of them primary.",
            ""),

    /** {@code score-out-of-range}: The score is outside of what the line item allows. */
    SCORE_OUT_OF_RANGE(
            "score-out-of-range",
            NOTICE,
            WARNING,
            KEEPS_VALUE,
            "The score is outside of what the line item allows.",
            "Correct the score, or resultValueMin and resultValueMax of the line item.",
            ""),

    /** {@code students-without-enrollments}: … of … students have no enrollment. */
    STUDENTS_WITHOUT_ENROLLMENTS(
            "students-without-enrollments",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "{0} of {1} students have no enrollment.",
            "A few are usual. If it is most of them, enrollments.csv did not come whole or is from another day.",
            ""),

    /** {@code teachers-without-enrollments}: … of … teachers have no enrollment. */
    TEACHERS_WITHOUT_ENROLLMENTS(
            "teachers-without-enrollments",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "{0} of {1} teachers have no enrollment.",
            "A few are usual. If it is most of them, enrollments.csv did not come whole or is from another day.",
            ""),

    /** {@code classes-without-students}: … of … classes have no students. */
    CLASSES_WITHOUT_STUDENTS(
            "classes-without-students",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "{0} of {1} classes have no students.",
            "Some are usual. If it is most of them, enrollments.csv did not come whole or is from another day.",
            ""),

    /** {@code classes-without-teachers}: … of … classes have no teacher. */
    CLASSES_WITHOUT_TEACHERS(
            "classes-without-teachers",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "{0} of {1} classes have no teacher.",
            "Nobody sees the screens of such a class. Enroll its teacher, with the role teacher.",
            ""),

    /** {@code classes-without-periods}: … of … classes have no periods. */
    CLASSES_WITHOUT_PERIODS(
            "classes-without-periods",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "{0} of {1} classes have no periods.",
            "Nothing to do, unless classes of one title are to be told apart by their periods.",
            ""),

    /** {@code courses-without-classes}: … of … courses have no class. */
    COURSES_WITHOUT_CLASSES(
            "courses-without-classes",
            NOTICE,
            NOTICE,
            KEEPS_VALUE,
            "{0} of {1} courses have no class.",
            "Nothing to do, unless classes.csv did not come whole.",
            ""),

    /** {@code status-deprecated}: inactive is a word of OneRoster 1.0. */
    STATUS_DEPRECATED(
            "status-deprecated",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "inactive is a word of OneRoster 1.0. It is taken for tobedeleted.",
            "Write tobedeleted for records that are gone. A person who may not sign in has enabledUser false.",
            "inactive"),

    /** {@code token-spelling}: The word is written with other upper and lower case than …. */
    TOKEN_SPELLING(
            "token-spelling",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The word is written with other upper and lower case than {0}.",
            "Correct the word in the export: other readers will not know it.",
            "Scheduled"),

    /** {@code boolean-form}: yes, no, 1 or 0 stands for true or false. */
    BOOLEAN_FORM(
            "boolean-form",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "yes, no, 1 or 0 stands for true or false.",
            "Write true or false.",
            "1"),

    /** {@code date-form}: The date is not of the form YYYY-MM-DD, and is read as year, month and day of another form. */
    DATE_FORM(
            "date-form",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The date is not of the form YYYY-MM-DD, and is read as year, month and day of another form.",
            "Write dates as YYYY-MM-DD. Spreadsheet programs change them when a file is saved.",
            "8/27/2026"),

    /** {@code date-with-time}: A time stands behind the date, and is not looked at. */
    DATE_WITH_TIME(
            "date-with-time",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "A time stands behind the date, and is not looked at.",
            "Write dates as YYYY-MM-DD.",
            "2026-08-27T00:00:00Z"),

    /** {@code day-first-dates}: a date proves that the dates of the drop are written day first. */
    DAY_FIRST_DATES(
            "day-first-dates",
            ERROR,
            ERROR,
            DROPS_VALUE,
            "The date in this cell is written day first. No date with slashes and the year last, such as 04/05/2026, is read in this drop.",
            "Write dates as YYYY-MM-DD. If all dates of the sender are written day first, set dateOrder: day-first.",
            "27/08/2026"),

    /** {@code date-order-assumed}: dates are read month first, and no date proves that. */
    DATE_ORDER_ASSUMED(
            "date-order-assumed",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "Dates such as the one in this cell are read month first, and no date of the drop proves that.",
            "Write dates as YYYY-MM-DD. Otherwise ask the sender, and set dateOrder: month-first or dateOrder: day-first.",
            "04/05/2026"),

    /** {@code timestamp-form}: The time is not of the form YYYY-MM-DDTHH:MM:SS.sssZ, and is read as UTC where it names no offset. */
    TIMESTAMP_FORM(
            "timestamp-form",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The time is not of the form YYYY-MM-DDTHH:MM:SS.sssZ, and is read as UTC where it names no offset.",
            "Write times as YYYY-MM-DDTHH:MM:SS.sssZ.",
            "2026-08-27"),

    /** {@code white-space-around}: White space or an invisible character stands around the value, and is not looked at. */
    WHITE_SPACE_AROUND(
            "white-space-around",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "White space or an invisible character stands around the value, and is not looked at.",
            "Remove it at its source.",
            " u1"),

    /** {@code white-space-as-blank}: The cell holds nothing but white space, and counts as blank. */
    WHITE_SPACE_AS_BLANK(
            "white-space-as-blank",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "The cell holds nothing but white space, and counts as blank.",
            "Leave the cell empty.",
            " "),

    /** {@code list-spacing}: White space stands around an item of the list, and is not looked at. */
    LIST_SPACING(
            "list-spacing",
            NOTICE,
            ERROR,
            KEEPS_VALUE,
            "White space stands around an item of the list, and is not looked at.",
            "Write the list without spaces around its commas.",
            "\"T1, T2\""),

    /** {@code list-blank-item}: The list has a blank item, which is not looked at. */
    LIST_BLANK_ITEM(
            "list-blank-item",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The list has a blank item, which is not looked at.",
            "Remove the comma that is too many.",
            "\"T1,,T2\""),

    /** {@code value-not-understood}: …. */
    VALUE_NOT_UNDERSTOOD(
            "value-not-understood",
            WARNING,
            ERROR,
            DROPS_VALUE,
            "{0}. The value is not used.",
            "Correct the value at its source, or map it to a word of OneRoster 1.1 in the export.",
            "2026-2027"),

    /** {@code invalid-value}: The value …. */
    INVALID_VALUE(
            "invalid-value",
            WARNING,
            ERROR,
            KEEPS_VALUE,
            "The value {0}.",
            "Correct the value at its source. This reader can use the row all the same; others may refuse it.",
            "u|1");

    private final FindingDefinition definition;

    CsvFindingCode(
            String code,
            Severity severity,
            Severity strict,
            Effect effect,
            String message,
            String fix,
            String example) {
        definition = new FindingDefinition(code, severity, strict, effect, message, fix, example);
    }

    @Override
    public FindingDefinition definition() {
        return definition;
    }
}
