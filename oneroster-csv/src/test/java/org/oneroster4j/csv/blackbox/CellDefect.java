package org.oneroster4j.csv.blackbox;

import java.util.List;

/**
 * Something that can be wrong, or odd, about one cell.
 *
 * @param name what
 * @param written the cell as it stands in the file, quotes and all
 * @param ofRow what is told of the row
 * @param ofCell what is told of the cell
 * @param fate what becomes of its value
 */
record CellDefect(String name, String written, List<String> ofRow, List<String> ofCell, Fate fate) {
    enum Fate {
        /** Used as it is, or as it was repaired. */
        KEPT,
        /** Counts as blank, because it is. */
        BLANK,
        /** Filled, and nobody knows with what. */
        LOST,
        /** The row is lost before anybody looks at the cell. */
        ROW_LOST
    }

    /** A value that is read, with what is told of it. */
    static CellDefect kept(String name, String value, String... ofCell) {
        return new CellDefect(name, SoundDrop.csv(value), List.of(), List.of(ofCell), Fate.KEPT);
    }

    static CellDefect blank(String name, String written, String... ofCell) {
        return new CellDefect(name, written, List.of(), List.of(ofCell), Fate.BLANK);
    }

    static CellDefect lost(String name, String value) {
        return new CellDefect(name, SoundDrop.csv(value), List.of(), List.of(), Fate.LOST);
    }

    static CellDefect rowLost(String name, String written) {
        return new CellDefect(name, written, List.of("stray-quote"), List.of(), Fate.ROW_LOST);
    }

    /** A row whose columns may have shifted, or that has taken in other rows. */
    static CellDefect ragged(String name, String written) {
        return new CellDefect(name, written, List.of("ragged-row"), List.of(), Fate.ROW_LOST);
    }

    /** The same, with something told of the cell. */
    CellDefect withCell(String code) {
        return new CellDefect(name, written, ofRow, List.of(code), fate);
    }

    /** The same, with something told of the row. */
    CellDefect withRow(String code) {
        return new CellDefect(name, written, List.of(code), ofCell, fate);
    }

    /** The same, written otherwise than canonical CSV would. */
    CellDefect writtenAs(String text) {
        return new CellDefect(name, text, ofRow, ofCell, fate);
    }
}
