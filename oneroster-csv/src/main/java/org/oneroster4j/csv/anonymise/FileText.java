package org.oneroster4j.csv.anonymise;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.internal.RawRecords;

/** The words of what stands behind the last record that can be read, in pieces of a bounded length. */
final class FileText {
    /** A word that is longer is taken for several, so that a file without any other character fits into memory. */
    private static final int LONGEST = 4096;

    /** What becomes of it. */
    interface Words {
        /** Returns what takes the place of a word. */
        String word(String word);
    }

    private final Words words;
    private final Consumer<String> to;
    private final StringBuilder word = new StringBuilder();

    FileText(Words words, Consumer<String> to) {
        this.words = words;
        this.to = to;
    }

    /** Takes all that is left of a file. */
    void take(RawRecords records) {
        for (@Nullable String piece = records.rest(); piece != null; piece = records.rest()) {
            StringBuilder between = new StringBuilder();
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                if (isOfWord(c) && word.length() < LONGEST) {
                    between = ended(between);
                    word.append(c);
                } else {
                    end();
                    if (isOfWord(c)) {
                        word.append(c);
                    } else {
                        between.append(c);
                    }
                }
            }
            ended(between);
        }
        end();
    }

    private StringBuilder ended(StringBuilder between) {
        if (between.length() > 0) {
            to.accept(between.toString());
            return new StringBuilder();
        }
        return between;
    }

    private void end() {
        if (word.length() > 0) {
            to.accept(words.word(word.toString()));
            word.setLength(0);
        }
    }

    /** Letters, digits and marks; and halves of pairs, so that no pair is torn. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
