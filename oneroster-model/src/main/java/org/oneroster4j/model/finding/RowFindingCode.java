package org.oneroster4j.model.finding;

/** Why a row did not become a record: what every reader of rows has to be able to say. */
public enum RowFindingCode implements FindingCode {
    /** A cell that decisions hang on is filled with something nobody can read, or blank where an id must stand. */
    UNREADABLE_VALUE(
            "unreadable-value",
            Effect.DROPS_RECORD,
            "{0}. {1}.",
            "Correct the cell in the student information system or its export. Nothing is let in on the strength of a cell"
                    + " that cannot be read."),

    /** A row of a wrong shape: its columns may have shifted, it was cut off, or it has taken in other rows. */
    RAGGED_ROW(
            "ragged-row",
            Effect.DROPS_RECORD,
            "{0} The row is left out.",
            "Put the value in quotes at its source, or export the file again.");

    private final FindingDefinition definition;

    RowFindingCode(String code, Effect effect, String message, String fix) {
        definition = new FindingDefinition(code, Severity.ERROR, effect, message, fix);
    }

    @Override
    public FindingDefinition definition() {
        return definition;
    }
}
