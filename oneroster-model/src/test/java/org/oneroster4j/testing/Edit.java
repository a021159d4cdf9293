package org.oneroster4j.testing;

/**
 * A change of a file: the bytes from a position to before another are replaced.
 *
 * @param replacement the new bytes, as ISO 8859-1
 * @param words the line and the change, for a failure report
 */
record Edit(int from, int to, String replacement, String words, DamageTrace trace) {
    static Edit at(CsvShape shape, int from, int to, String replacement, String words, DamageTrace trace) {
        return new Edit(from, to, replacement, "line " + shape.line(from) + ": " + words, trace);
    }

    static Edit inCell(CsvShape shape, int from, int to, String replacement, String words, DamageTrace trace) {
        return at(shape, from, to, replacement, words + " in cell " + (shape.cellOf(from) + 1), trace);
    }

    static Edit ofFile(CsvShape shape, String replacement, String words, DamageTrace trace) {
        return new Edit(0, shape.text().length(), replacement, words, trace);
    }

    boolean changes(String text) {
        return !text.substring(from, to).equals(replacement);
    }
}
