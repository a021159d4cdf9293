package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** A piece of a template: text as it is, or a choice of fields. */
    private record Piece(String text, List<Field> choice) {}

    /** Pieces that stand or fall together. */
    private record Section(boolean optional, List<Piece> pieces) {}

    private final String template;
    private final List<Section> sections;

    private NameTemplate(String template, List<Section> sections) {
        this.template = template;
        this.sections = sections;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when a field is unknown, or a brace or bracket is open, nested or too many
     */
    public static NameTemplate of(String template) {
        List<Section> sections = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        boolean optional = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '[' || c == ']') {
                if (optional == (c == '[')) {
                    throw new IllegalArgumentException(
                            "has a " + c + " out of place at character " + (i + 1) + ": brackets are not nested");
                }
                sections.add(new Section(optional, List.copyOf(pieces)));
                pieces.clear();
                optional = c == '[';
            } else if (c == '{') {
                int end = template.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("has a { without its }");
                }
                pieces.add(new Piece(
                        "",
                        Arrays.stream(template.substring(i + 1, end).split("\\|", -1))
                                .map(String::trim)
                                .map(Field::of)
                                .toList()));
                i = end;
            } else if (c == '}') {
                throw new IllegalArgumentException("has a } without its {");
            } else {
                pieces.add(new Piece(String.valueOf(c), List.of()));
            }
        }
        if (optional) {
            throw new IllegalArgumentException("has a [ without its ]");
        }
        sections.add(new Section(false, List.copyOf(pieces)));
        return new NameTemplate(template, List.copyOf(sections));
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

    private String rendered(Function<Field, String> fields, String title) {
        StringBuilder name = new StringBuilder();
        for (Section section : sections) {
            boolean shown = !section.optional || section.pieces.stream().noneMatch(piece -> isBlank(piece, fields));
            if (shown) {
                section.pieces.forEach(piece -> name.append(text(piece, fields, title)));
            }
        }
        return CellText.cleaned(name.toString());
    }

    private static boolean isBlank(Piece piece, Function<Field, String> fields) {
        return !piece.choice.isEmpty()
                && piece.choice.stream().allMatch(field -> fields.apply(field).isEmpty());
    }

    private static String text(Piece piece, Function<Field, String> fields, String title) {
        for (Field field : piece.choice) {
            String value = fields.apply(field);
            if (!value.isEmpty()) {
                // Which field is taken is decided on the whole title, what is shown of it may be less.
                return field == Field.TITLE ? title : value;
            }
        }
        return piece.text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String start(String text, int points) {
        return length(text) <= points ? text : text.substring(0, text.offsetByCodePoints(0, points));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameTemplate that && that.template.equals(template);
    }

    @Override
    public int hashCode() {
        return template.hashCode();
    }

    /** Returns the template as it was given. */
    @Override
    public String toString() {
        return template;
    }
}
