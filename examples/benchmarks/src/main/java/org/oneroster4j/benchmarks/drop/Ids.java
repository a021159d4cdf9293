package org.oneroster4j.benchmarks.drop;

import java.util.Locale;
import java.util.UUID;

/** What the ids of a drop look like: joins may be quicker and smaller where all are UUIDs, and must not need it. */
public enum Ids {
    /** All are UUIDs, as ClassLink and most student information systems have them. */
    UUID {
        @Override
        String id(long random, long number) {
            return uuid(random);
        }
    },
    /** Numbers, prefixed, with a domain behind them, UUIDs in upper case: whatever else the specification lets be an id. */
    ANY {
        @Override
        String id(long random, long number) {
            return switch ((int) Math.floorMod(random, 5L)) {
                case 0 -> String.valueOf(1_000_000 + number);
                case 1 -> "S-" + Long.toString(number, 36) + "." + Long.toString(random >>> 40, 36);
                case 2 -> number + "@district-" + (random >>> 58) + ".example.org";
                case 3 -> "sis_" + number + "/" + Long.toHexString(random);
                default -> uuid(random).toUpperCase(Locale.ROOT);
            };
        }
    };

    /**
     * Returns an id.
     *
     * @param random what is the same for the same thing of the same drop, and another for every other
     * @param number a number that no other thing of the drop has
     */
    abstract String id(long random, long number);

    private static String uuid(long random) {
        return new UUID(random, Mix.of(random)).toString();
    }
}
