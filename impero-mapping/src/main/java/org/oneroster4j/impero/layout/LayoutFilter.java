package org.oneroster4j.impero.layout;

import java.util.List;

/**
 * Which rows a file has: those whose field is one of some words.
 *
 * @param field the field
 * @param words what it may be, exactly as it is before {@link LayoutFormat#trueWord} and {@link LayoutFormat#falseWord}
 *     are written for it
 */
public record LayoutFilter(LayoutField field, List<String> words) {
    /** Copies the words. */
    public LayoutFilter {
        words = List.copyOf(words);
    }

    /** Returns a filter for some words. */
    public static LayoutFilter of(LayoutField field, String... words) {
        return new LayoutFilter(field, List.of(words));
    }
}
