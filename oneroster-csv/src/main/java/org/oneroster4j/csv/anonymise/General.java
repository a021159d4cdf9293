package org.oneroster4j.csv.anonymise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.internal.ManifestReader;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;

/**
 * What says nothing of anybody, so that it is not looked for outside the columns of people: a single letter or digit, a
 * number of up to four digits, and the words of OneRoster's vocabularies, grades and manifest.
 */
final class General {
    private static final int LONGEST_NUMBER = 4;

    /** Words that cells of vocabularies and booleans may have besides the tokens. */
    private static final List<String> OTHER_WORDS = List.of("inactive", "true", "false", "yes", "no");

    /** The CEDS codes of grades that are no numbers. */
    private static final List<String> GRADES = List.of("it", "pr", "pk", "tk", "kg", "ps", "ug", "other");

    private static final Set<String> WORDS = words();

    private static final Set<String> HEADERS = headers();

    private General() {}

    private static Set<String> words() {
        Set<String> words = new HashSet<>(OTHER_WORDS);
        words.addAll(GRADES);
        RosterFile.all()
                .forEach(file -> file.columns()
                        .forEach(column -> column.tokens().forEach(token -> words.add(CellText.key(token)))));
        words.addAll(List.of("absent", "bulk", "delta", "metadata"));
        for (OneRosterFile file : OneRosterFile.values()) {
            words.add(CellText.key(file.manifestProperty()));
        }
        for (String property : ManifestReader.properties()) {
            String key = CellText.key(property);
            words.add(key);
            words.addAll(List.of(key.split("\\.", -1)));
        }
        return Set.copyOf(words);
    }

    private static Set<String> headers() {
        Set<String> headers = new HashSet<>();
        RosterFile.all()
                .forEach(file -> file.columns().forEach(column -> {
                    headers.add(CellText.key(column.name()));
                    column.aliases().forEach(alias -> headers.add(CellText.key(alias)));
                }));
        return Set.copyOf(headers);
    }

    /** Tells whether a text is the name of a column. */
    static boolean isHeader(String key) {
        return HEADERS.contains(key);
    }

    /** Tells whether a text is a word of OneRoster. */
    static boolean isWord(String key) {
        return WORDS.contains(key);
    }

    /** Tells whether a text, given by its key, says nothing of anybody. */
    static boolean saysNothing(String key) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < key.length(); ) {
            int point = key.codePointAt(i);
            digits += Character.isDigit(point) ? 1 : 0;
            letters += Character.isLetter(point) ? 1 : 0;
            i += Character.charCount(point);
        }
        return letters == 0 ? digits <= LONGEST_NUMBER : letters + digits < 2 || isWord(key);
    }
}
