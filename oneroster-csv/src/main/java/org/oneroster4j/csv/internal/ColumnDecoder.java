package org.oneroster4j.csv.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.model.Aliases;
import org.oneroster4j.model.Decides;
import org.oneroster4j.model.IfUnreadable;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.References;
import org.oneroster4j.model.UserId;
import org.oneroster4j.model.Vocabulary;
import org.oneroster4j.model.constraint.Guid;

/**
 * How the cells of one column become values: made once from the component of the record that describes the column, used
 * for every row. Immutable.
 */
public final class ColumnDecoder {
    /** How an item, trimmed and not empty, becomes a value; null when nobody can say which. */
    private interface Reading {
        @Nullable
        Object read(String text, Repairs repairs);
    }

    private final Column column;
    private final String expected;
    private final Class<?> raw;
    private final Reading items;

    private ColumnDecoder(Column column, String expected, Class<?> raw, Reading items) {
        this.column = column;
        this.expected = expected;
        this.raw = raw;
        this.items = items;
    }

    /** Reads the description of a column off a component. */
    public static ColumnDecoder of(RecordComponent component) {
        Class<?> raw = component.getType();
        Class<?> item = item(component.getGenericType());
        Optional<References> references = Optional.ofNullable(component.getAnnotation(References.class));
        Optional<OneRosterFile> target = references.map(References::value);
        boolean list = raw == List.class;
        ColumnKind kind = kind(component, item, list, target.isPresent());
        @Nullable IfUnreadable unreadable = component.getAnnotation(IfUnreadable.class);
        Column column = new Column(
                component.getName(),
                aliases(component),
                kind,
                isRequired(component),
                target,
                references.map(References::type).filter(type -> !type.isEmpty()),
                tokens(item),
                unreadable == null ? Loss.VALUE : unreadable.value(),
                unreadable != null && unreadable.blankToo(),
                component.isAnnotationPresent(Decides.class),
                unreadable == null ? 0 : unreadable.placeholderBefore());
        return new ColumnDecoder(column, expectation(column), raw, reading(kind, item));
    }

    private static List<String> aliases(RecordComponent component) {
        @Nullable Aliases aliases = component.getAnnotation(Aliases.class);
        return aliases == null ? List.of() : List.of(aliases.value());
    }

    private static Class<?> item(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type);
    }

    private static ColumnKind kind(RecordComponent component, Class<?> item, boolean list, boolean reference) {
        if (component.getName().equals("sourcedId")) {
            return ColumnKind.ID;
        }
        if (reference) {
            return list ? ColumnKind.REFERENCES : ColumnKind.REFERENCE;
        }
        if (item.isEnum()) {
            return list ? ColumnKind.TOKENS : ColumnKind.TOKEN;
        }
        return Map.<Class<?>, ColumnKind>of(
                        LocalDate.class, ColumnKind.DATE,
                        Instant.class, ColumnKind.TIMESTAMP,
                        Year.class, ColumnKind.YEAR,
                        Boolean.class, ColumnKind.BOOLEAN,
                        BigDecimal.class, ColumnKind.NUMBER,
                        UserId.class, ColumnKind.USER_IDS)
                .getOrDefault(item, list ? ColumnKind.TEXTS : ColumnKind.TEXT);
    }

    /** A column must be filled when a blank one breaks a constraint, or has no place in the record. */
    private static boolean isRequired(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        boolean onItem = type instanceof AnnotatedParameterizedType generic
                && component.getType() == Optional.class
                && generic.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(NotNull.class);
        boolean onValue = component.getType() == String.class
                && (component.getAccessor().isAnnotationPresent(NotBlank.class)
                        || component.getAccessor().isAnnotationPresent(Guid.class)
                        || type.isAnnotationPresent(Guid.class));
        boolean onList = component.getAccessor().isAnnotationPresent(NotEmpty.class);
        return onItem || onValue || onList || component.getType().isEnum();
    }

    private static List<String> tokens(Class<?> item) {
        return item.isEnum()
                ? Arrays.stream(item.getEnumConstants())
                        .map(constant -> ((Vocabulary) constant).token())
                        .toList()
                : List.of();
    }

    private static Reading reading(ColumnKind kind, Class<?> item) {
        return switch (kind) {
            case ID, REFERENCE, REFERENCES, TEXT, TEXTS -> (text, repairs) -> text;
            case DATE -> Dates::date;
            case TIMESTAMP -> Dates::instant;
            case YEAR -> (text, repairs) -> Numbers.year(text);
            case BOOLEAN -> Words::bool;
            case NUMBER -> (text, repairs) -> Numbers.decimal(text);
            case TOKEN, TOKENS ->
                item == RecordStatus.class ? Words::status : (text, repairs) -> Vocabularies.read(item, text, repairs);
            case USER_IDS -> (text, repairs) -> Words.userId(text);
        };
    }

    private static String expectation(Column column) {
        return switch (column.kind()) {
            case ID, REFERENCE, REFERENCES -> "an id without control characters or line breaks";
            case TEXT, TEXTS -> "text";
            case DATE -> "a date of the form YYYY-MM-DD, YYYY/MM/DD or MM/DD/YYYY";
            case TIMESTAMP -> "a date and time of the form YYYY-MM-DDTHH:MM:SS.sssZ";
            case YEAR -> "a year of four digits";
            case BOOLEAN -> "one of true, false, yes, no, 1 and 0";
            case NUMBER -> "a decimal number";
            case TOKEN, TOKENS -> "one of " + String.join(", ", column.tokens());
            case USER_IDS -> "a list of items of the form {type:id}";
        };
    }

    /** Returns the description of the column. */
    public Column column() {
        return column;
    }

    /** Returns what a cell should hold, for a message. */
    String expected() {
        return expected;
    }

    /** Reads an item or a whole cell, trimmed and not empty; null when nobody can. */
    @Nullable
    Object read(String text, Repairs repairs) {
        return items.read(text, repairs);
    }

    /** Tells whether an item or a whole cell, trimmed and not empty, can be read. */
    public boolean reads(String text) {
        return read(text, (code, details) -> {}) != null;
    }

    /** Tells whether the component is a list. */
    public boolean isList() {
        return raw == List.class;
    }

    /** Returns what the component holds for a value, or for none. */
    Object held(@Nullable Object value) {
        if (raw == Optional.class) {
            return Optional.ofNullable(value);
        }
        // A component that is no Optional and has no value is a text; for others the row is rejected before.
        return value == null ? "" : value;
    }
}
