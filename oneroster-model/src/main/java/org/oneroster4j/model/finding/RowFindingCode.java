package org.oneroster4j.model.finding;

/** The reasons why a row does not become a record, common to all readers of rows. */
public enum RowFindingCode implements FindingCode {
    /** A cell that a rule needs cannot be read, or is blank where an id is required. */
    UNREADABLE_VALUE(
            "unreadable-value",
            Effect.DROPS_RECORD,
            "{0}. {1}.",
            "Correct the cell in the student information system or its export: a blank cell is empty, not NULL. Remove a row"
                    + " that repeats the header or describes the columns."),

    /** A row of a wrong shape: its columns may have shifted, it was cut off, or other rows are merged into it. */
    RAGGED_ROW(
            "ragged-row",
            Effect.DROPS_RECORD,
            "{0} Such a row is left out.{1}",
            "Export and upload the file again. If the row is reported again, put its values in quotes at their source.");

    private final FindingDefinition definition;

    RowFindingCode(String code, Effect effect, String message, String fix) {
        definition = new FindingDefinition(code, Severity.ERROR, effect, message, fix);
    }

    @Override
    public FindingDefinition definition() {
        return definition;
    }
}
