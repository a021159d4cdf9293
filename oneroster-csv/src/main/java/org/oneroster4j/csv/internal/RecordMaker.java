package org.oneroster4j.csv.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.oneroster4j.model.RosterRecord;

/**
 * Makes records of one kind from the values of their components. The last component of every kind is {@code metadata}.
 *
 * @param <T> the kind of record
 */
public final class RecordMaker<T extends RosterRecord> {
    private static final String METADATA = "metadata";

    private final Class<T> type;
    private final List<ColumnDecoder> columns;
    private final MethodHandle constructor;

    /** Reads the components of a record class. */
    public RecordMaker(Class<T> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.columns = Arrays.stream(components)
                .filter(component -> !component.getName().equals(METADATA))
                .map(ColumnDecoder::of)
                .toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record has a public constructor of its components", e);
        }
    }

    /** Returns the columns, in the order of the components. */
    public List<ColumnDecoder> columns() {
        return columns;
    }

    /**
     * Makes a record.
     *
     * @param values those of the components; the last, which is the metadata, is set here
     */
    public T make(Object[] values, Map<String, String> metadata) {
        values[columns.size()] = metadata;
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A record's constructor throws nothing checked", e);
        }
    }
}
