package org.oneroster4j.csv.write;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.CellText;

/** What a text must be to stand in a cell. Each rule that is broken is told in words that follow "The value". */
final class TextRules {
    /** As long as readers take by default; the specification asks them for 255. */
    static final int MAX_LENGTH = ReadOptions.defaults().maxCellLength();

    /** As long as readers take a row by default. */
    private static final int MAX_ROW_LENGTH = ReadOptions.defaults().maxRowLength();

    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z.\\-_/@]{1,255}");

    private TextRules() {}

    /** Tells whether a text is an id or a reference. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Returns the rule that an id or a reference breaks. */
    static Optional<String> brokenById(String text) {
        return isId(text)
                ? Optional.empty()
                : Optional.of("is not an id of 1 to 255 of the characters 0-9 a-z A-Z . - _ / @");
    }

    /** Returns the rule that a text breaks; white space at its ends is a part of it. */
    static Optional<String> brokenBy(String text) {
        if (CellText.isBlank(text)) {
            return Optional.of("is blank and not absent");
        }
        if (CellText.holdsControl(text)) {
            return Optional.of("holds a line break or another control character");
        }
        if (holdsHalfAPair(text)) {
            return Optional.of("holds half a surrogate pair, which UTF-8 cannot say");
        }
        return brokenByLength(text);
    }

    /** Returns the rule that a text breaks where readers take away what stands around it. */
    static Optional<String> brokenByTrimmed(String text) {
        return brokenBy(text)
                .or(() -> CellText.trimmed(text).length() < text.length()
                        ? Optional.of("has white space or an invisible character around it")
                        : Optional.empty());
    }

    /** Returns the rule that an item of a list breaks. */
    static Optional<String> brokenByItem(String item) {
        return brokenByTrimmed(item)
                .or(() -> item.indexOf(',') >= 0
                        ? Optional.of("has an item with a comma, which would be two items")
                        : Optional.empty());
    }

    /** Returns the rule that a part of {@code {type:id}} breaks. */
    static Optional<String> brokenByUserId(String part) {
        return brokenByItem(part)
                .or(() -> part.indexOf('{') >= 0 || part.indexOf('}') >= 0
                        ? Optional.of("has an item with a brace inside its braces")
                        : Optional.empty());
    }

    /** Returns the rule that a whole cell breaks. */
    static Optional<String> brokenByLength(String cell) {
        return cell.length() > MAX_LENGTH
                ? Optional.of("is longer than " + MAX_LENGTH + " characters, which readers refuse")
                : Optional.empty();
    }

    /** Returns the rule that a row breaks; said of its longest cell. */
    static Optional<String> brokenByRow(List<String> cells) {
        long length = 0;
        for (String cell : cells) {
            // As long as it is with quotes around it, each one inside doubled, and a comma behind it.
            length += cell.length() + 3L + cell.chars().filter(c -> c == '"').count();
        }
        return length > MAX_ROW_LENGTH
                ? Optional.of("makes the row longer than " + MAX_ROW_LENGTH + " characters, which readers refuse")
                : Optional.empty();
    }

    private static boolean holdsHalfAPair(String text) {
        // Pairs count as one code point, so that only halves are left.
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
