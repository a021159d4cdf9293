package org.oneroster4j.csv.constraint;

import org.jspecify.annotations.Nullable;

/**
 * Accepts texts of so many characters out of a set. Immutable: to remember the last accepted text, which the next row often
 * has again, saved nothing that could be measured.
 */
final class RunCheck implements Check {
    private static final int BYTE = 256;

    private final byte[] refused;
    private final int min;
    private final int max;

    RunCheck(SimpleRegex.Run run) {
        this.refused = new byte[BYTE];
        for (int i = 0; i < refused.length; i++) {
            refused[i] = (byte) (run.characters().get(i) ? 0 : 1);
        }
        this.min = run.min();
        this.max = run.max();
    }

    @Override
    public boolean accepts(@Nullable Object value) {
        return value == null || accepts((String) value);
    }

    /** Without a branch for each character, which takes half the time. */
    private boolean accepts(String text) {
        int length = text.length();
        if (length < min || length > max) {
            return false;
        }
        int wrong = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            wrong |= refused[c % BYTE] | c / BYTE;
        }
        return wrong == 0;
    }
}
