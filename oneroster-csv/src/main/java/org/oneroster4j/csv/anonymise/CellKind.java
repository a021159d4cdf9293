package org.oneroster4j.csv.anonymise;

import java.util.Map;
import java.util.Set;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.model.OneRosterFile;

/** What stands in a column, as far as people are concerned. */
enum CellKind {
    /** The id of the row. */
    ID,
    /** Ids of other rows. */
    REFERENCE,
    /** A text of a person. */
    PERSONAL,
    /** A name of a person. */
    NAME,
    /** A code of where a person comes from. */
    ORIGIN_CODE,
    /** Names of a person in other systems. */
    USER_IDS,
    /** What is read as a date, a number, a boolean or a word of a vocabulary. */
    TYPED,
    /** Another text. */
    TEXT,
    /** Nobody knows what. */
    UNKNOWN;

    private static final Map<OneRosterFile, Set<String>> PERSONAL_COLUMNS = Map.of(
            OneRosterFile.USERS, Set.of("username", "identifier", "email", "sms", "phone", "password"),
            OneRosterFile.DEMOGRAPHICS, Set.of("birthDate", "cityOfBirth"),
            OneRosterFile.RESULTS, Set.of("comment"));

    private static final Set<String> NAMES = Set.of("givenName", "familyName", "middleName");
    private static final Set<String> ORIGIN_CODES = Set.of("countryOfBirthCode", "stateOfBirthAbbreviation");

    static CellKind of(OneRosterFile file, Column column) {
        if (PERSONAL_COLUMNS.getOrDefault(file, Set.of()).contains(column.name())) {
            return PERSONAL;
        }
        if (file == OneRosterFile.USERS && NAMES.contains(column.name())) {
            return NAME;
        }
        if (file == OneRosterFile.DEMOGRAPHICS && ORIGIN_CODES.contains(column.name())) {
            return ORIGIN_CODE;
        }
        return of(column.kind());
    }

    private static CellKind of(ColumnKind kind) {
        return switch (kind) {
            case ID -> ID;
            case REFERENCE, REFERENCES -> REFERENCE;
            case USER_IDS -> USER_IDS;
            case TEXT, TEXTS -> TEXT;
            case DATE, TIMESTAMP, YEAR, BOOLEAN, NUMBER, TOKEN, TOKENS -> TYPED;
        };
    }
}
