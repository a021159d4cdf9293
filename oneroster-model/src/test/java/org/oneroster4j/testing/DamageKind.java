package org.oneroster4j.testing;

import java.util.Optional;

/** The kinds of damage. Each is drawn as often as any other. */
public enum DamageKind {
    /** A comma more, at any place. */
    COMMA_ADDED(SignDamage::addComma),
    /** A comma less, also of a value in quotes. */
    COMMA_REMOVED(SignDamage::removeComma),
    /** A quote more, at any place. */
    QUOTE_ADDED(SignDamage::addQuote),
    /** A quote less. */
    QUOTE_REMOVED(SignDamage::removeQuote),
    /** LF, CRLF or CR more, at any place. */
    LINE_BREAK_ADDED(SignDamage::addLineBreak),
    /** A CR or an LF less. */
    LINE_BREAK_REMOVED(SignDamage::removeLineBreak),
    /** A cell before the first of a row. */
    CELL_ADDED_FIRST(CellDamage::addFirst),
    /** A cell between two of a row. */
    CELL_ADDED_INSIDE(CellDamage::addInside),
    /** A cell after the last of a row. */
    CELL_ADDED_LAST(CellDamage::addLast),
    /** A row without its first cell. */
    CELL_REMOVED_FIRST(CellDamage::removeFirst),
    /** A row without one of its cells. */
    CELL_REMOVED_INSIDE(CellDamage::removeInside),
    /** A row without its last cell. */
    CELL_REMOVED_LAST(CellDamage::removeLast),
    /** A file cut at any byte. */
    CUT_ANYWHERE(CutDamage::anywhere),
    /** A file cut after a comma. */
    CUT_AFTER_COMMA(CutDamage::afterComma),
    /** A file cut after a quote. */
    CUT_AFTER_QUOTE(CutDamage::afterQuote),
    /** A file cut in the last cell of a row. */
    CUT_IN_LAST_CELL(CutDamage::inLastCell),
    /** A file cut before a line break. */
    CUT_BEFORE_LINE_BREAK(CutDamage::beforeLineBreak),
    /** A file cut after a line break. */
    CUT_AFTER_LINE_BREAK(CutDamage::afterLineBreak),
    /** Two lines with a comma, a space or nothing in place of the line break between them. */
    LINES_JOINED(LineDamage::join),
    /** A line twice. */
    LINE_DUPLICATED(LineDamage::duplicate),
    /** A line break in place of a comma. */
    LINE_SPLIT(LineDamage::split),
    /** A line less. */
    LINE_LOST(LineDamage::lose),
    /** The cells of a row moved around by one place or more. */
    CELLS_ROTATED(ValueDamage::rotate),
    /** Two cells of a row in the place of each other. */
    CELLS_EXCHANGED(ValueDamage::exchange),
    /** Two headers in the place of each other. */
    HEADERS_EXCHANGED(ValueDamage::exchangeHeaders),
    /** A value without one of its letters or digits. */
    CHARACTER_LOST(ValueDamage::loseCharacter),
    /** Semicolons in place of the commas of a whole file. */
    SEMICOLONS(SpreadsheetDamage::semicolons),
    /** All rows filled up with blank cells to one width. */
    FILLED_UP(SpreadsheetDamage::fillUp),
    /** All rows without the blank cells at their ends. */
    BLANKS_LEFT_AWAY(SpreadsheetDamage::leaveBlanksAway),
    /** Long numbers as {@code 4.41633E+11}. */
    NUMBERS_ROUNDED(SpreadsheetDamage::roundNumbers),
    /** ISO dates as D/M/YYYY. */
    DATES_DAY_FIRST(SpreadsheetDamage::dayFirst),
    /** ISO dates as M/D/YYYY. */
    DATES_MONTH_FIRST(SpreadsheetDamage::monthFirst),
    /** Rows of only commas at the end. */
    COMMA_ROWS(SpreadsheetDamage::addCommaRows),
    /** All values in quotes, or only those that need them. */
    REQUOTED(SpreadsheetDamage::requote),
    /** All quotes left away, also those around commas. */
    UNQUOTED(SpreadsheetDamage::unquote),
    /** UTF-16 with a byte order mark. */
    UTF_16(SpreadsheetDamage::utf16),
    /** NUL bytes at the end, after the last byte or in place of the last ones. */
    NUL_AT_END(CutDamage::nulAtEnd);

    /** Draws a change of a file. */
    interface Drawing {
        /** The change, absent where the file has no place for it. */
        Optional<Edit> draw(CsvShape file, Dice dice);
    }

    private final Drawing drawing;

    DamageKind(Drawing drawing) {
        this.drawing = drawing;
    }

    Optional<Edit> draw(CsvShape file, Dice dice) {
        return file.rows().isEmpty()
                ? Optional.empty()
                : drawing.draw(file, dice).filter(edit -> edit.changes(file.text()));
    }
}
