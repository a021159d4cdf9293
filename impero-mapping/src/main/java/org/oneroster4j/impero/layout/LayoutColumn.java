package org.oneroster4j.impero.layout;

/**
 * A column.
 *
 * @param header what stands above it, where the file has a header
 * @param content what it holds
 */
public record LayoutColumn(String header, LayoutContent content) {

    /** Returns a column with the name of its field above it. */
    public static LayoutColumn of(LayoutField field) {
        return of(field.word(), field);
    }

    /** Returns a column of a field. */
    public static LayoutColumn of(String header, LayoutField field) {
        return new LayoutColumn(header, new LayoutContent.OfField(field));
    }

    /**
     * Returns a column of text with fields in it.
     *
     * @throws IllegalArgumentException when the template is broken, see {@link LayoutTemplate#of}
     */
    public static LayoutColumn ofTemplate(String header, String template) {
        return new LayoutColumn(header, new LayoutContent.OfTemplate(LayoutTemplate.of(template)));
    }

    /** Returns a column that holds the same text in every row. */
    public static LayoutColumn ofConstant(String header, String text) {
        return new LayoutColumn(header, new LayoutContent.Constant(text));
    }
}
