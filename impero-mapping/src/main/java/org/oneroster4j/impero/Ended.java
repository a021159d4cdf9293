package org.oneroster4j.impero;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.compact.LongColumn;

/**
 * Which enrollments are over, and for how long: what the calendar took from a group, so that nobody mistakes it for a broken
 * export. Eight bytes a row, for rows that make neither a membership nor an access.
 */
final class Ended {
    /**
     * How long ago an enrollment may have ended to be kept, in days: the summer between two school years, with a good margin.
     * The number of days bounds the number of lists.
     */
    static final int MAX_DAYS = 400;

    private final EnrollmentRules rules;
    private final Map<Integer, LongColumn> byDays = new TreeMap<>();
    /** Pairs with a row that is of the day and was left out all the same: then it is not the calendar that took it. */
    private final LongColumn lost = new LongColumn();

    private final Map<Integer, long[]> sortedByDays = new TreeMap<>();
    private long[] sortedLost = {};

    Ended(EnrollmentRules rules) {
        this.rules = rules;
    }

    /** Notes a row that makes neither a membership nor an access. */
    void note(Fate fate, Enrollment enrollment, int person, int schoolClass) {
        if (person < 0 || schoolClass < 0) {
            return;
        }
        int speaker = rules.people().speaker(person);
        switch (fate) {
            case OUTSIDE_DATES ->
                noteOver(enrollment, person, Links.access(schoolClass, speaker, 0, isMember(enrollment)));
            case UNREADABLE_VALUE,
                    CLASS_NOT_TAKEN,
                    USER_LEFT_OUT,
                    ROLE_CONFLICT,
                    STAFF_AS_STUDENT,
                    ROLE_WITHOUT_ACCESS -> noteLost(schoolClass, speaker);
            default -> {
                // Of nobody who could have been in a group.
            }
        }
    }

    /** Notes a pair with an enrollment of the day that has no effect all the same. */
    void noteLost(int schoolClass, int speaker) {
        lost.add(Links.member(schoolClass, speaker));
    }

    private void noteOver(Enrollment enrollment, int person, long link) {
        long days = enrollment
                .endDate()
                .map(end -> ChronoUnit.DAYS.between(end, rules.settings().asOf())
                        - rules.settings().lagDays())
                .orElse(0L);
        boolean everHeld = enrollment.beginDate().isEmpty()
                || enrollment.endDate().isEmpty()
                || !enrollment.beginDate().get().isAfter(enrollment.endDate().get());
        if (days >= 1 && days <= MAX_DAYS && everHeld && !rules.contradicts(enrollment.role(), person)) {
            byDays.computeIfAbsent((int) days, any -> new LongColumn()).add(link);
        }
    }

    private static boolean isMember(Enrollment enrollment) {
        return enrollment.role() == RoleType.STUDENT;
    }

    /** Makes what was noted ready to be asked for; nothing can be noted afterwards. */
    Ended sealed() {
        byDays.forEach((days, links) -> sortedByDays.put(days, links.drainSorted()));
        byDays.clear();
        sortedLost = lost.drainSorted();
        return this;
    }

    /** Returns for how many days all rows of a person and class are over, at least 1; 0 when they are not. */
    int days(int schoolClass, int person, boolean asMember) {
        int speaker = rules.people().speaker(person);
        if (holds(sortedLost, Links.member(schoolClass, speaker))) {
            return 0;
        }
        long link = Links.access(schoolClass, speaker, 0, asMember);
        for (Map.Entry<Integer, long[]> ended : sortedByDays.entrySet()) {
            if (holds(ended.getValue(), link)) {
                return ended.getKey();
            }
        }
        return 0;
    }

    private static boolean holds(long[] sorted, long link) {
        return Arrays.binarySearch(sorted, link) >= 0;
    }
}
