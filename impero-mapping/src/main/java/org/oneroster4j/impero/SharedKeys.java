package org.oneroster4j.impero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextHash;

/**
 * Which of many have a key in common. Of each key a number is kept first, and the key itself only where two of the numbers are
 * equal: millions of names that are all different cost little.
 */
final class SharedKeys {
    private SharedKeys() {}

    /**
     * Returns the sets of those whose keys are equal.
     *
     * @param size how many there are, numbered from 0
     * @param some which of them are looked at
     * @param taken keys, all different, of somebody else: whoever has one shares it, also alone
     */
    static Collection<List<Integer>> of(int size, IntPredicate some, IntFunction<String> keyOf, Set<String> taken) {
        LongColumn hashes = new LongColumn();
        taken.forEach(key -> hashes.add(TextHash.of(key, 0)));
        for (int i = 0; i < size; i++) {
            if (some.test(i)) {
                hashes.add(TextHash.of(keyOf.apply(i), 0));
            }
        }
        long[] suspects = hashes.drainRepeated();
        Map<String, List<Integer>> sets = new LinkedHashMap<>();
        for (int i = 0; suspects.length > 0 && i < size; i++) {
            if (some.test(i)) {
                String key = keyOf.apply(i);
                if (Arrays.binarySearch(suspects, TextHash.of(key, 0)) >= 0) {
                    sets.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
                }
            }
        }
        sets.entrySet().removeIf(set -> set.getValue().size() == 1 && !taken.contains(set.getKey()));
        return sets.values();
    }
}
