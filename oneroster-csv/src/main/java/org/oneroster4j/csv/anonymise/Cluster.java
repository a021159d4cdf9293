package org.oneroster4j.csv.anonymise;

import java.text.Normalizer;
import org.oneroster4j.model.CellText;

/** A letter or digit with its marks, in whatever normal form it is written. */
final class Cluster {
    private final String text;
    private final String composed;
    private final int letter;
    private final int[] alike;

    private Cluster(String text, String composed, int letter, int[] alike) {
        this.text = text;
        this.composed = composed;
        this.letter = letter;
        this.alike = alike;
    }

    static Cluster of(String text, Letters letters) {
        String composed = CellText.composed(text);
        int letter = composed.codePointAt(0);
        int lower = Character.toLowerCase(letter);
        boolean paired = letter == lower || Character.toUpperCase(lower) == letter;
        return new Cluster(text, composed, letter, letters.like(paired ? lower : letter));
    }

    /** Tells whether it stays as it is. */
    boolean isFixed() {
        return alike.length == 0;
    }

    /** Returns the lower case letters of which one may take the place of this one. */
    int[] alike() {
        return alike;
    }

    private String marks() {
        return composed.substring(Character.charCount(letter));
    }

    /** Tells whether a lower case letter in place of this one would not melt with the marks behind it. */
    boolean takes(int lower) {
        String marks = marks();
        return marks.isEmpty()
                || (isComposed(Character.toString(lower) + marks)
                        && isComposed(Character.toString(Character.toUpperCase(lower)) + marks));
    }

    private static boolean isComposed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** Returns this cluster with another letter, in the case of this one and as far composed. */
    String with(int lower) {
        int other = Character.toLowerCase(letter) == letter ? lower : Character.toUpperCase(lower);
        String whole = Character.toString(other) + marks();
        String spelled = text.equals(composed) ? whole : Normalizer.normalize(whole, Normalizer.Form.NFD);
        return spelled.length() == text.length() ? spelled : text;
    }
}
