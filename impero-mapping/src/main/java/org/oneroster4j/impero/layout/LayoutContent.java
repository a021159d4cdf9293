package org.oneroster4j.impero.layout;

/** What a column holds. */
public sealed interface LayoutContent {
    /**
     * A field of the row.
     *
     * @param field which
     */
    record OfField(LayoutField field) implements LayoutContent {}

    /**
     * Text with fields in it.
     *
     * @param template the text
     */
    record OfTemplate(LayoutTemplate template) implements LayoutContent {}

    /**
     * The same text in every row.
     *
     * @param text the text, written as it is
     */
    record Constant(String text) implements LayoutContent {}
}
