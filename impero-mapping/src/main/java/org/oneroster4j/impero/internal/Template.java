package org.oneroster4j.impero.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Text with fields in braces, as R13 has it: {@code {a|b}} is the first of the fields that is not blank, and {@code [...]}
 * is left away when a field in it is blank. Immutable. Public for the packages of this module alone.
 *
 * @param <F> what stands for a field
 */
public final class Template<F> {
    /** A piece of a template: text as it is, or a choice of fields. */
    private record Piece<F>(String text, List<F> choice) {}

    /** Pieces that stand or fall together. */
    private record Section<F>(boolean optional, List<Piece<F>> pieces) {}

    private final List<Section<F>> sections;

    private Template(List<Section<F>> sections) {
        this.sections = sections;
    }

    /**
     * Reads a template.
     *
     * @param field finds a field by its word, and throws an {@link IllegalArgumentException} when there is none
     * @throws IllegalArgumentException when a field is unknown, or a brace or bracket is open, nested or too many; the
     *     message goes on behind the name of what has the template
     */
    public static <F> Template<F> of(String template, Function<String, F> field) {
        List<Section<F>> sections = new ArrayList<>();
        List<Piece<F>> pieces = new ArrayList<>();
        boolean optional = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '[' || c == ']') {
                if (optional == (c == '[')) {
                    throw new IllegalArgumentException(
                            "has a " + c + " out of place at character " + (i + 1) + ": brackets are not nested");
                }
                sections.add(new Section<>(optional, List.copyOf(pieces)));
                pieces.clear();
                optional = c == '[';
            } else if (c == '{') {
                int end = template.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("has a { without its }");
                }
                pieces.add(new Piece<>("", choice(template.substring(i + 1, end), field)));
                i = end;
            } else if (c == '}') {
                throw new IllegalArgumentException("has a } without its {");
            } else {
                pieces.add(new Piece<>(String.valueOf(c), List.of()));
            }
        }
        if (optional) {
            throw new IllegalArgumentException("has a [ without its ]");
        }
        sections.add(new Section<>(false, List.copyOf(pieces)));
        return new Template<>(List.copyOf(sections));
    }

    private static <F> List<F> choice(String words, Function<String, F> field) {
        return Arrays.stream(words.split("\\|", -1))
                .map(String::trim)
                .map(field)
                .toList();
    }

    /** Returns the fields it names, once each, in their order. */
    public Set<F> fields() {
        Set<F> fields = new LinkedHashSet<>();
        sections.forEach(section -> section.pieces.forEach(piece -> fields.addAll(piece.choice)));
        return fields;
    }

    /**
     * Fills a template in.
     *
     * @param values the values of its fields, blank where there is none: they decide what is shown
     * @param shown what is shown of a field and its value
     */
    public String filled(Function<F, String> values, BiFunction<F, String, String> shown) {
        StringBuilder text = new StringBuilder();
        for (Section<F> section : sections) {
            if (!section.optional || section.pieces.stream().noneMatch(piece -> isBlank(piece, values))) {
                section.pieces.forEach(piece -> text.append(text(piece, values, shown)));
            }
        }
        return text.toString();
    }

    private static <F> boolean isBlank(Piece<F> piece, Function<F, String> values) {
        return !piece.choice.isEmpty()
                && piece.choice.stream().allMatch(field -> values.apply(field).isEmpty());
    }

    private static <F> String text(Piece<F> piece, Function<F, String> values, BiFunction<F, String, String> shown) {
        for (F field : piece.choice) {
            String value = values.apply(field);
            if (!value.isEmpty()) {
                return shown.apply(field, value);
            }
        }
        return piece.text;
    }
}
