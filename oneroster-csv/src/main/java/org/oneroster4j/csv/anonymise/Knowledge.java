package org.oneroster4j.csv.anonymise;

import org.oneroster4j.model.CellText;

/**
 * What is known of a drop before it is written again, as hashes: which texts are ids, which are those of people, which
 * words stand in other texts. It grows with the number of different ones, whatever the number of rows.
 */
final class Knowledge {
    private final Hashes ids = new Hashes();
    /** What stands below {@code sourcedId} in rows whose columns may have shifted. */
    private final Hashes doubtfulIds = new Hashes();

    private final Hashes references = new Hashes();
    private final Hashes values = new Hashes();
    /** The first tokens of those values that are looked for in other texts. */
    private final Hashes starts = new Hashes();
    /** What stands in the drop and is no value of a person: a replacement equal to it would make two things one. */
    private final Hashes words = new Hashes();

    /** The number of tokens of the longest value that is looked for. */
    private int longest;

    /** Returns what texts of people are compared by: {@link CellText#key} of the cleaned text, as the mapping does. */
    static String key(String text) {
        return CellText.key(CellText.cleaned(text));
    }

    /** Takes the id of a row. */
    void id(String id, boolean doubtful) {
        if (!id.isEmpty()) {
            (doubtful ? doubtfulIds : ids).add(Hash.of(id));
            words.add(Hash.of(key(id)));
        }
    }

    /** Takes what a row that is read refers to. */
    void reference(String id) {
        references.add(Hash.of(id));
    }

    /** Makes ids of those texts that only a doubtful row describes and another row refers to. */
    void settleIds() {
        doubtfulIds.forEach(hash -> {
            if (references.contains(hash)) {
                ids.add(hash);
            }
        });
    }

    /** Tells whether a text, trimmed, is the id of a row. */
    boolean isId(String id) {
        return ids.contains(Hash.of(id));
    }

    /** Takes a text of a person. */
    void value(String text) {
        String key = key(text);
        if (!key.isEmpty() && values.add(Hash.of(key)) && !General.saysNothing(key)) {
            Tokens tokens = new Tokens(key);
            starts.add(tokens.with(Hash.START, 0, true));
            longest = Math.max(longest, tokens.size());
        }
    }

    /** Takes the words of a text that is not of a person. */
    void words(String text) {
        Tokens tokens = new Tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i)) {
                words.add(Hash.of(tokens.key(i)));
            }
        }
    }

    /** Takes a text that is not of a person and too general to be looked for. */
    void word(String text) {
        words.add(Hash.of(key(text)));
    }

    /** Tells whether a text, given by its key, is one of a person. */
    boolean isValue(String key) {
        return values.contains(Hash.of(key));
    }

    /** Tells whether a text, given by its key, is one of a person and says something of them. */
    boolean isTelling(String key) {
        return isValue(key) && !General.saysNothing(key);
    }

    /** Tells whether a text, given by its key, stands in the drop, or could be taken for a word of OneRoster. */
    boolean isThere(String key) {
        long hash = Hash.of(key);
        return values.contains(hash) || words.contains(hash) || General.isWord(key) || General.isHeader(key);
    }

    /**
     * Looks for a text of a person that begins at a token, the longest one.
     *
     * @return the token with which it ends, -1 when there is none
     */
    int find(String text, Tokens tokens, int first) {
        long hash = tokens.with(Hash.START, first, true);
        if (!starts.contains(hash)) {
            return -1;
        }
        int found = -1;
        for (int last = first; last < Math.min(tokens.size(), first + longest); last++) {
            if (last > first) {
                hash = tokens.with(hash, last, false);
            }
            if (values.contains(hash)
                    && !General.saysNothing(key(text.substring(tokens.start(first), tokens.end(last))))) {
                found = last;
            }
        }
        return found;
    }
}
