package org.oneroster4j.csv.constraint;

import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.Set;

/**
 * What {@link Constraints} says of records of one kind that come one after the other. A component that is the very object
 * which the one before had is not looked at again: most of a row is what stands above it. For one thread, and for components
 * that nobody changes.
 *
 * @param <T> the kind of record
 */
public final class RowConstraints<T> {
    /** Stands where nothing was accepted yet; no component is this. */
    private static final Object NONE = new Object();

    private final DirectChecks checks;
    private final Object[] accepted;
    private final byte[] scratch = new byte[RunCheck.SCRATCH];

    /** Makes it for records of a type, which is a record class. */
    public RowConstraints(Class<T> type) {
        this.checks = DirectChecks.of(type);
        this.accepted = new Object[type.getRecordComponents().length];
        Arrays.fill(accepted, NONE);
    }

    /**
     * Returns what is wrong with a record, as {@link Constraints#violations} does.
     *
     * @param components those of the record, in their order, as its constructor takes them
     * @param areAscii whether all texts of the record are known to be of ASCII characters alone, which takes less time
     * @throws jakarta.validation.ValidationException when a constraint cannot be checked
     */
    public Set<ConstraintViolation<T>> violations(T record, Object[] components, boolean areAscii) {
        return checks.accept(record, components, accepted, areAscii ? scratch : null)
                ? Set.of()
                : Constraints.explained(record);
    }
}
