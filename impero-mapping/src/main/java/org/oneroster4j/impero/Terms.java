package org.oneroster4j.impero;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneroster4j.impero.internal.RecordTable;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Roster;
import org.oneroster4j.model.compact.LongColumn;
import org.oneroster4j.model.compact.TextPool;
import org.oneroster4j.model.finding.FindingListener;

/** R6: the academic sessions, and which classes are current by them. */
final class Terms {
    /** What its terms say of a class. */
    enum Verdict {
        /** A term covers the day, or terms are not asked. */
        CURRENT,
        /** Terms are described, and none covers the day. */
        NOT_CURRENT,
        /** It names terms, and no row describes any of them. */
        UNKNOWN,
        /** It names none. */
        NONE_NAMED
    }

    private static final List<String> READS = List.of("title", "startDate", "endDate");

    private final MappingSettings settings;
    private final long asOf;
    private final RecordTable table;
    private final LongColumn starts = new LongColumn();
    private final LongColumn ends = new LongColumn();
    private boolean hasFile;
    private boolean sawEnded;
    private boolean sawAhead;
    private boolean sawDescribed;

    Terms(MappingSettings settings, TextPool pool) {
        this.settings = settings;
        this.asOf = settings.asOf().toEpochDay();
        this.table = new RecordTable(pool, READS);
    }

    void read(Roster roster, FindingListener listener) {
        hasFile = roster.has(OneRosterFile.ACADEMIC_SESSIONS);
        LiveRows.look(roster, AcademicSession.class, table, listener, (session, term) -> {
            starts.set(term, day(session.startDate(), Long.MAX_VALUE));
            ends.set(term, day(session.endDate(), Long.MIN_VALUE));
        });
    }

    /** A blank or unreadable date makes an interval in which no day lies. */
    private static long day(Optional<LocalDate> date, long never) {
        return date.map(LocalDate::toEpochDay).orElse(never);
    }

    /** Tells whether there are terms that a class can be judged by, and the settings ask for that. */
    boolean areAsked() {
        return settings.honourTerms() && hasFile;
    }

    /** Tells whether there is no file of terms, and the settings ask for them. */
    boolean areMissed() {
        return settings.honourTerms() && !hasFile;
    }

    /** Tells whether a class that names no term where others do is taken. */
    boolean takesTermless() {
        return settings.termless() == Termless.TAKE;
    }

    /** Judges a class by the terms it names, as ids. */
    Verdict verdict(List<String> termSourcedIds) {
        if (!areAsked()) {
            return Verdict.CURRENT;
        }
        if (termSourcedIds.isEmpty()) {
            return Verdict.NONE_NAMED;
        }
        boolean known = false;
        for (String id : termSourcedIds) {
            int term = table.find(id);
            if (term < 0) {
                continue;
            }
            known = true;
            if (table.counts(term) && Roles.covers(starts.get(term), ends.get(term), settings)) {
                return Verdict.CURRENT;
            }
        }
        return known ? Verdict.NOT_CURRENT : Verdict.UNKNOWN;
    }

    /**
     * Returns for how many days the terms of a class are over: the last of them, with the days of lag, ended so long ago. 0 when one is not over, or
     * has dates that cannot be used; terms that nothing describes say nothing.
     */
    int daysOver(List<String> termSourcedIds) {
        long last = Long.MIN_VALUE;
        for (String id : termSourcedIds) {
            int term = table.find(id);
            if (term < 0) {
                continue;
            }
            long end = ends.get(term) + settings.lagDays();
            boolean over = table.counts(term) && starts.get(term) <= ends.get(term) && end < asOf;
            if (!over) {
                return 0;
            }
            last = Math.max(last, end);
        }
        return last == Long.MIN_VALUE ? 0 : Math.toIntExact(asOf - last);
    }

    /** Notes the terms of a class that is not current, for {@link #whyNone}. */
    void noteNotCurrent(List<String> termSourcedIds) {
        for (String id : termSourcedIds) {
            int term = table.find(id);
            sawDescribed |= term >= 0;
            if (table.counts(term) && starts.get(term) <= ends.get(term)) {
                sawEnded |= ends.get(term) < asOf;
                sawAhead |= starts.get(term) > asOf;
            }
        }
    }

    /** Returns, for the case that no class is current, in words why. */
    String whyNone() {
        if (sawEnded && sawAhead) {
            return "the day is between terms";
        }
        if (sawEnded) {
            return "all their terms are over (summer holidays, or ClassLink has not been given the new year yet)";
        }
        if (sawAhead) {
            return "all their terms lie ahead";
        }
        return sawDescribed
                ? "their terms have no dates that can be used"
                : "no row of academicSessions.csv describes the terms that they name";
    }
}
