package org.oneroster4j.csv.check;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;

/** A column with ids of other records, as the record describes it. All of them are {@link #ALL}. */
final class ReferringColumn {
    /** Those of all files, what a file refers to first. Their place in this list is their index. */
    static final List<ReferringColumn> ALL = all();

    private static final Set<OneRosterFile> TARGETS =
            ALL.stream().map(ReferringColumn::target).collect(Collectors.toUnmodifiableSet());

    private final int index;
    private final OneRosterFile file;
    private final Column column;
    private final OneRosterFile target;
    private final int kind;
    private final MethodHandle accessor;

    private ReferringColumn(int index, RosterFile<?> description, Column column, OneRosterFile target) {
        this.index = index;
        this.file = description.file();
        this.column = column;
        this.target = target;
        this.kind = column.targetType().map(type -> FileIds.kind(target, type)).orElse(0);
        try {
            this.accessor = MethodHandles.publicLookup()
                    .unreflect(description.recordType().getMethod(column.name()))
                    .asType(MethodType.methodType(Object.class, RosterRecord.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record has a public accessor for each component", e);
        }
    }

    private static List<ReferringColumn> all() {
        List<ReferringColumn> all = new ArrayList<>();
        for (RosterFile<?> description : RosterFile.all()) {
            for (Column column : description.columns()) {
                column.target()
                        .ifPresent(target -> all.add(new ReferringColumn(all.size(), description, column, target)));
            }
        }
        return List.copyOf(all);
    }

    /** Tells whether records of other files name those of this one. */
    static boolean isTarget(OneRosterFile file) {
        return TARGETS.contains(file);
    }

    int index() {
        return index;
    }

    OneRosterFile file() {
        return file;
    }

    String name() {
        return column.name();
    }

    OneRosterFile target() {
        return target;
    }

    /** Returns the type or role that the target must have, as a flag of {@link FileIds}; 0 when any will do. */
    int kind() {
        return kind;
    }

    Optional<String> kindWord() {
        return column.targetType();
    }

    /** Hands out the ids that a record names here. */
    void ids(RosterRecord record, Consumer<String> taking) {
        Object value = value(record);
        if (value instanceof String id) {
            take(id, taking);
        } else if (value instanceof Optional<?> id) {
            id.ifPresent(named -> take((String) named, taking));
        } else {
            ((Collection<?>) value).forEach(named -> take((String) named, taking));
        }
    }

    private static void take(String id, Consumer<String> taking) {
        if (!id.isEmpty()) {
            taking.accept(id);
        }
    }

    private Object value(RosterRecord record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The accessor of a record throws nothing checked", e);
        }
    }
}
