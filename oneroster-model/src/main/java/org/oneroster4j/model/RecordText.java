package org.oneroster4j.model;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cells that a record would be written as. The components of the records have the names of their columns. */
final class RecordText {
    private RecordText() {}

    /** The columns of ids and references end in these words. Only an enrollment may lack an id of its own. */
    static boolean hasUsableIds(RosterRecord record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = component.getName();
            if (name.equals("sourcedId") || name.endsWith("SourcedId") || name.endsWith("SourcedIds")) {
                boolean needed = record instanceof Enrollment
                        ? name.equals("classSourcedId") || name.equals("userSourcedId")
                        : name.equals("sourcedId");
                String ids = text(value(record, component));
                if (CellText.holdsControl(ids) || (needed && CellText.isBlank(ids))) {
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
