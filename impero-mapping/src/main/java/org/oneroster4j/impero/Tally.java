package org.oneroster4j.impero;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.model.finding.FindingCode;

/** Counts what became of each row, so that every row is accounted for once. */
final class Tally {
    private final Map<Fate, Integer> byFate = new EnumMap<>(Fate.class);
    /** Rows that a reader rejected for a reason of its own. */
    private final Map<String, Integer> byOtherCode = new TreeMap<>();

    private int rows;

    void add(Fate fate) {
        add(fate, 1);
    }

    void add(Fate fate, int more) {
        if (more > 0) {
            rows += more;
            byFate.merge(fate, more, Integer::sum);
        }
    }

    /** Counts rows under another fate than before. */
    void move(Fate from, Fate to, int count) {
        if (count > 0) {
            byFate.merge(from, -count, Integer::sum);
            byFate.values().removeIf(left -> left == 0);
            byFate.merge(to, count, Integer::sum);
        }
    }

    /** Counts a row that did not become a record. */
    void addRejected(FindingCode rejection) {
        for (Fate fate : Fate.values()) {
            if (rejection.equals(fate.code())) {
                add(fate);
                return;
            }
        }
        rows++;
        byOtherCode.merge(rejection.code(), 1, Integer::sum);
    }

    /** Adds what another counted. */
    void addAll(Tally other) {
        other.byFate.forEach(this::add);
        other.byOtherCode.forEach((code, count) -> byOtherCode.merge(code, count, Integer::sum));
        rows += other.byOtherCode.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many rows were counted. */
    int rows() {
        return rows;
    }

    /** Returns how many rows were merged into others. */
    int merged() {
        return byFate.getOrDefault(Fate.MERGED, 0);
    }

    /** Returns what became of the rows, in numbers. */
    RowTotals totals() {
        return new RowTotals(rows, byFate.getOrDefault(Fate.WRITTEN, 0), merged(), leftOut());
    }

    /** Returns how many rows are left out under each code, in the order of the rules; codes without rows are not there. */
    Map<String, Integer> leftOut() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        byFate.forEach((fate, count) -> {
            @Nullable FindingCode code = fate.code();
            if (fate.compareTo(Fate.NOT_LIVE) >= 0) {
                byOtherCode.forEach(counts::putIfAbsent);
            }
            if (code != null) {
                counts.put(code.code(), count);
            }
        });
        byOtherCode.forEach(counts::putIfAbsent);
        return Collections.unmodifiableMap(counts);
    }
}
