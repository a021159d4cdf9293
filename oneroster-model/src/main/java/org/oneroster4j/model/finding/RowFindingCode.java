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

    /** More filled cells than the header has names for. */
    RAGGED_ROW(
            "ragged-row",
            Effect.DROPS_RECORD,
            "The row has {0} cells and the header {1}, and a cell beyond the header is filled: its columns may have"
                    + " shifted. The row is left out.",
            "Usually a comma inside a value that is not quoted. Export the file again with values quoted, or correct the"
                    + " value.");

    private final FindingDefinition definition;

    RowFindingCode(String code, Effect effect, String message, String fix) {
        definition = new FindingDefinition(code, Severity.ERROR, effect, message, fix);
    }

    @Override
    public FindingDefinition definition() {
        return definition;
    }
}
