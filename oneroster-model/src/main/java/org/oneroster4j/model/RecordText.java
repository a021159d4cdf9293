package org.oneroster4j.model;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cells that a record would be written as. The components of the records have the names of their columns. */
final class RecordText {
    private RecordText() {}

    /** The ids and references that decisions hang on, by the kind of record. */
    private static final Map<Class<? extends RosterRecord>, List<String>> DECISIVE = Map.of(
            Org.class, List.of("sourcedId", "parentSourcedId"),
            AcademicSession.class, List.of("sourcedId"),
            Course.class, List.of("sourcedId"),
            SchoolClass.class, List.of("sourcedId", "courseSourcedId", "schoolSourcedId", "termSourcedIds"),
            User.class, List.of("sourcedId", "orgSourcedIds"),
            Enrollment.class, List.of("classSourcedId", "userSourcedId"));

    /** Tells whether a reader could have read the ids of a record: none that must stand is blank, none holds a control. */
    static boolean hasUsableIds(RosterRecord record) {
        for (String column : DECISIVE.getOrDefault(record.getClass(), List.of())) {
            boolean needed = column.equals("sourcedId") || record instanceof Enrollment;
            String ids = of(record, column);
            if (CellText.holdsControl(ids) || (needed && CellText.isBlank(ids))) {
                return false;
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
