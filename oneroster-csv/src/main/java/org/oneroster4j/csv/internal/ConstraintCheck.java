package org.oneroster4j.csv.internal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.constraint.Constraints;
import org.oneroster4j.csv.constraint.RowConstraints;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** Checks records against the constraints that stand on them. Safe for several threads. */
public final class ConstraintCheck {
    private ConstraintCheck() {}

    /**
     * Reports what is wrong with a record, column by column.
     *
     * @param unreadable columns of which something was told already
     */
    public static void check(
            RosterRecord record, Location.Row location, Set<String> unreadable, FindingListener listener) {
        tell(Constraints.violations(record), record, location, unreadable, listener);
    }

    /**
     * As the other, of records that come one after the other.
     *
     * @param components those of the record
     * @param areAscii whether its texts are known to be of ASCII characters alone
     */
    public static <T extends RosterRecord> void check(
            RowConstraints<T> constraints,
            T record,
            Object[] components,
            boolean areAscii,
            Location.Row location,
            Set<String> unreadable,
            FindingListener listener) {
        tell(constraints.violations(record, components, areAscii), record, location, unreadable, listener);
    }

    private static <T extends RosterRecord> void tell(
            Set<ConstraintViolation<T>> violations,
            T record,
            Location.Row location,
            Set<String> unreadable,
            FindingListener listener) {
        if (violations.isEmpty()) {
            return;
        }
        List<ConstraintViolation<T>> inOrder = violations.stream()
                .filter(violation -> !unreadable.contains(column(violation)))
                .sorted(Comparator.<ConstraintViolation<T>, String>comparing(ConstraintCheck::column)
                        .thenComparing(ConstraintViolation::getMessage))
                .toList();
        for (ConstraintViolation<T> violation : inOrder) {
            listener.found(Finding.of(
                    CsvFindingCode.INVALID_VALUE,
                    location.cell(column(violation)),
                    record.sourcedId(),
                    violation.getMessage()));
        }
    }

    /** The component, which has the name of the column; behind it the path may go on into a list. */
    private static String column(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            return String.valueOf(node.getName());
        }
        return "";
    }
}
