package org.oneroster4j.impero;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oneroster4j.impero.internal.Template;
import org.oneroster4j.model.CellText;

/**
 * How a group is named: text with fields in braces. {@code {a|b}} is the first of the fields that is not blank, and
 * {@code [...]} is left away when a field in it is blank. The default is {@code {title}[ ({classCode})]}. Immutable.
 */
public final class NameTemplate {
    /** The longest name before a suffix, in code points (contract, R13). */
    static final int MAX_LENGTH = 100;

    /** What a name can be made of. */
    public enum Field {
        /** The title of the class. */
        TITLE("title"),
        /** Its code. */
        CLASS_CODE("classCode"),
        /** Its id. */
        SOURCED_ID("sourcedId"),
        /** The title of its course. */
        COURSE_TITLE("courseTitle"),
        /** The code of its course. */
        COURSE_CODE("courseCode"),
        /** The name of its school. */
        SCHOOL_NAME("schoolName"),
        /** The id of its school. */
        SCHOOL_ID("schoolId"),
        /** Its periods, as written. */
        PERIODS("periods"),
        /** The family names of those who have access to it as teachers. */
        TEACHERS("teachers");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        static Field of(String word) {
            for (Field field : values()) {
                if (field.word.equals(word)) {
                    return field;
                }
            }
            throw new IllegalArgumentException("has an unknown field {" + word + "}; known are "
                    + Arrays.stream(values()).map(field -> field.word).collect(Collectors.joining(", ")));
        }
    }

    /** {@code {title}[ ({classCode})]}. */
    public static final NameTemplate DEFAULT = of("{title}[ ({classCode})]");

    private final String text;
    private final Template<Field> template;

    private NameTemplate(String text, Template<Field> template) {
        this.text = text;
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when a field is unknown, or a brace or bracket is open, nested or too many
     */
    public static NameTemplate of(String template) {
        return new NameTemplate(template, Template.of(template, Field::of));
    }

    /**
     * Returns the name of a class.
     *
     * @param fields its fields, each cleaned, blank where it has none
     * @return at most 100 code points: of a longer name the title is cut first, then the end; blank when all is blank
     */
    String name(Function<Field, String> fields) {
        String title = fields.apply(Field.TITLE);
        String name = rendered(fields, title);
        if (length(name) <= MAX_LENGTH) {
            return name;
        }
        String without = rendered(fields, "");
        if (length(without) > MAX_LENGTH) {
            return CellText.cleaned(start(without, MAX_LENGTH));
        }
        int kept = Math.min(length(title), MAX_LENGTH + 1);
        do {
            name = rendered(fields, start(title, kept));
            kept--;
        } while (length(name) > MAX_LENGTH);
        return name;
    }

    /** Which field is taken is decided on the whole title, what is shown of it may be less. */
    private String rendered(Function<Field, String> fields, String title) {
        return CellText.cleaned(template.filled(fields, (field, value) -> field == Field.TITLE ? title : value));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String start(String text, int points) {
        return length(text) <= points ? text : text.substring(0, text.offsetByCodePoints(0, points));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameTemplate that && that.text.equals(text);
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
