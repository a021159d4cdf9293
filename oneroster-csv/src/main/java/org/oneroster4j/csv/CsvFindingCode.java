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

/** What reading a drop can find. {@code FINDINGS.md} of this module is generated from here. */
public enum CsvFindingCode implements FindingCode {
    /** A file name twice. */
    DUPLICATE_FILE(
            "duplicate-file",
            ERROR,
            STOPS_RUN,
            "{0} is there more than once, under names that differ only by upper and lower case.",
            "Delete the file that is not from today, and see that only one program writes to the folder."),

    /** Not version 1.1. */
    UNSUPPORTED_VERSION(
            "unsupported-version",
            ERROR,
            STOPS_RUN,
            "This is {0}, not OneRoster 1.1.",
            "Choose the OneRoster v1p1 template in the export of the student information system or of ClassLink."),

    /** A header twice. */
    DUPLICATE_HEADER(
            "duplicate-header",
            ERROR,
            STOPS_RUN,
            "The column stands twice in the header, so its cells cannot be told apart.",
            "Remove one of the two columns from the export."),

    /** Bytes that are not text of the charset. */
    UNDECODABLE_TEXT(
            "undecodable-text",
            ERROR,
            STOPS_RUN,
            "The bytes at offset {0} are not {1}. Nothing behind them is read.",
            "Export the file as UTF-8. A file that was opened and saved with a spreadsheet program often is not."),

    /** A quote that swallows rows. */
    UNTERMINATED_QUOTE(
            "unterminated-quote",
            ERROR,
            STOPS_RUN,
            "A quoted value that starts in this row does not end in its line: the rows up to line {0} cannot be told apart.",
            "Close the quote, and double every quote inside a quoted value. The file may also have been cut off on its way."),

    /** A cell above the limit. */
    CELL_TOO_LONG(
            "cell-too-long",
            ERROR,
            STOPS_RUN,
            "A value that starts in this row is longer than {0} characters.",
            "Look for a quote that is never closed, or for a file that is not CSV."),

    /** A row above the limit. */
    TOO_MANY_COLUMNS(
            "too-many-columns",
            ERROR,
            STOPS_RUN,
            "The row has more than {0} cells.",
            "Look for a file that is not CSV, or for line ends that were lost on its way."),

    /** Text behind a closing quote. */
    STRAY_QUOTE(
            "stray-quote",
            ERROR,
            DROPS_RECORD,
            "There is text outside the quotes of a quoted value, so the columns may have shifted. The row is left out.",
            "Double every quote inside a quoted value, and leave no space before the first one."),

    /** A quote inside a value without quotes. */
    QUOTE_IN_BARE_VALUE(
            "quote-in-bare-value",
            WARNING,
            KEEPS_VALUE,
            "The row has a quote inside a value that is not quoted. The value is taken as it is written.",
            "Put the value in quotes and double the quote inside it."),

    /** A value over several lines. */
    LINE_BREAK_IN_VALUE(
            "line-break-in-value",
            WARNING,
            KEEPS_VALUE,
            "A value of the row goes over several lines, up to line {0}, which OneRoster does not allow. It is taken as it"
                    + " is written.",
            "Remove the line breaks from the value at its source. Look whether a quote is missing or too many here."),

    /** A file name in other case. */
    FILE_NAME_CASE(
            "file-name-case",
            WARNING,
            KEEPS_VALUE,
            "The file should be named {0}.",
            "Correct the name in the export: other readers will not find the file."),

    /** No manifest. */
    MANIFEST_MISSING(
            "manifest-missing",
            NOTICE,
            KEEPS_VALUE,
            "There is no manifest.csv. The files that are there are taken for a full drop.",
            "OneRoster 1.1 asks for a manifest; without it a drop with changes only cannot be told from a full one."),

    /** A manifest row that says nothing. */
    MANIFEST_VALUE(
            "manifest-value",
            WARNING,
            DROPS_VALUE,
            "The value of {0} is not absent, bulk or delta.",
            "Correct manifest.csv in the export."),

    /** A cell that nothing hangs on. */
    VALUE_NOT_UNDERSTOOD(
            "value-not-understood",
            WARNING,
            DROPS_VALUE,
            "{0}. The value is not used.",
            "Correct the value at its source, or map it to a word of OneRoster 1.1 in the export."),

    /** A constraint that a record breaks. */
    INVALID_VALUE(
            "invalid-value",
            WARNING,
            KEEPS_VALUE,
            "The value {0}.",
            "Correct the value at its source. This reader can use the row all the same; others may refuse it.");

    private final FindingDefinition definition;

    CsvFindingCode(String code, Severity severity, Effect effect, String message, String fix) {
        definition = new FindingDefinition(code, severity, effect, message, fix);
    }

    @Override
    public FindingDefinition definition() {
        return definition;
    }
}
