package org.oneroster4j.impero.layout;

import java.util.Set;
import java.util.function.Function;
import org.oneroster4j.impero.internal.Template;
import org.oneroster4j.model.CellText;

/**
 * Text with {@linkplain LayoutField fields} in braces, by the rules of the template of group names (contract, R13):
 * {@code {a|b}} is the first of the fields that is not blank, and {@code [...]} is left away when a field in it is blank.
 * White space at both ends is taken off; nothing else is altered or cut, because the text may be what Impero recognises a
 * person by. Immutable.
 */
public final class LayoutTemplate {
    private final String text;
    private final Template<LayoutField> template;

    private LayoutTemplate(String text, Template<LayoutField> template) {
        this.text = text;
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when a field is unknown, or a brace or bracket is open, nested or too many
     */
    public static LayoutTemplate of(String template) {
        return new LayoutTemplate(template, Template.of(template, LayoutField::of));
    }

    Set<LayoutField> fields() {
        return template.fields();
    }

    String filled(Function<LayoutField, String> values) {
        return CellText.trimmed(template.filled(values, (field, value) -> value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayoutTemplate that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the template as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
