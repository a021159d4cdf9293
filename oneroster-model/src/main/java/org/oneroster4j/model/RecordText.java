package org.oneroster4j.model;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cells that a record would be written as. The components of the records have the names of their columns. */
final class RecordText {
    private RecordText() {}

    /** Tells whether a reader could have read the ids of a record: none that must stand is blank, none holds a control. */
    static boolean hasUsableIds(RosterRecord record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            IfUnreadable unreadable = component.getAnnotation(IfUnreadable.class);
            boolean id = component.getName().endsWith("ourcedId")
                    || component.getName().endsWith("SourcedIds");
            if (id && unreadable != null) {
                String ids = text(value(record, component));
                if (CellText.holdsControl(ids) || (unreadable.blankToo() && CellText.isBlank(ids))) {
                    return false;
                }
            }
        }
        return true;
    }

    static String of(RosterRecord record, String column) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(column)) {
                return text(value(record, component));
            }
        }
        return record.metadata().getOrDefault(column, "");
    }

    private static Object value(RosterRecord record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor of a public record failed", e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordText::text).orElse("");
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(RecordText::text).collect(Collectors.joining(","));
        }
        if (value instanceof Vocabulary token) {
            return token.token();
        }
        if (value instanceof UserId userId) {
            return "{" + userId.type() + ":" + userId.id() + "}";
        }
        return value instanceof Map ? "" : value.toString();
    }
}
