package org.oneroster4j.csv.constraint;

import org.jspecify.annotations.Nullable;

/**
 * Accepts texts of so many characters out of a set. Safe for several threads: what it remembers is a text that was
 * accepted, whichever thread that was.
 */
final class RunCheck implements Check {
    private static final int BYTE = 256;

    private final byte[] refused;
    private final int min;
    private final int max;
    /** References of a row are mostly those of the row before; comparing is several times faster than checking. */
    private String last = "";

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
        if (value == null) {
            return true;
        }
        String text = (String) value;
        // The empty text is remembered at the start, and may be one that is refused.
        if (!text.isEmpty() && text.equals(last)) {
            return true;
        }
        if (text.length() < min || text.length() > max || !isOfTheSet(text)) {
            return false;
        }
        last = text;
        return true;
    }

    /** Without a branch for each character, which takes half the time. */
    private boolean isOfTheSet(String text) {
        int wrong = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wrong |= refused[c % BYTE] | c / BYTE;
        }
        return wrong == 0;
    }
}
