package org.oneroster4j.importer.config;

import java.time.LocalTime;

/**
 * The time of day in which drops are taken. It may cross midnight: from 22:00 to 04:00.
 *
 * @param from when it opens
 * @param to when it has closed; not the same time
 */
public record DailyWindow(LocalTime from, LocalTime to) {
    /** Refuses a window of which nobody could tell whether it is always open or never. */
    public DailyWindow {
        if (from.equals(to)) {
            throw new IllegalArgumentException("A window that opens and closes at one time is no window");
        }
    }

    /** Tells whether it is open at a time of day. */
    public boolean isOpen(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
