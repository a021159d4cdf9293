package org.oneroster4j.impero;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.oneroster4j.impero.MappingFacts.Share;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.RowFindingCode;

/**
 * Says whether a mapping may be published: an export that broke, an empty one, and one above the caps of an Impero server
 * must not take the classes of a school away. Whoever publishes a mapping asks here first.
 */
public final class StopChecks {
    /** The codes by which a mapping is stopped here, in the order of the contract. */
    public static final List<ImperoCode> CODES = List.of(
            ImperoCode.TOO_MANY_REJECTED_ROWS,
            ImperoCode.TOO_MANY_MISSING_IDENTITIES,
            ImperoCode.TOO_MANY_DANGLING_ENROLLMENTS,
            ImperoCode.TOO_MANY_CONFLICTING_RECORDS,
            ImperoCode.TOO_MANY_ROLE_CONFLICTS,
            ImperoCode.NO_CURRENT_CLASSES,
            ImperoCode.NO_MEMBERS,
            ImperoCode.NO_STAFF,
            ImperoCode.NO_ACCESS,
            ImperoCode.TOO_MANY_USERS,
            ImperoCode.TOO_MANY_CLASSES);

    /** From this share of a cap on there is a warning, in percent (contract, R14). */
    private static final int NEAR_PERCENT = 90;

    /** A message is for people: the largest schools are those that can be moved to another server. */
    private static final int SCHOOLS_SHOWN = 20;

    private final ImperoRoster roster;
    private final MappingSettings settings;
    private final FindingListener listener;
    private boolean stopped;

    private StopChecks(ImperoRoster roster, MappingSettings settings, FindingListener listener) {
        this.roster = roster;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Checks a mapping.
     *
     * @param settings those the mapping was made by
     * @param listener is told every reason against publishing, and when a cap comes near
     * @return whether it may be published
     */
    public static boolean mayPublish(ImperoRoster roster, MappingSettings settings, FindingListener listener) {
        StopChecks checks = new StopChecks(roster, settings, listener);
        checks.soundness();
        checks.caps();
        return !checks.stopped;
    }

    /**
     * Checks a mapping that is to be shared out over several servers: the same, but for the caps, which are those of one.
     *
     * @param settings those the mapping was made by
     * @param listener is told every reason against it
     * @return whether a plan of it would mean anything
     */
    public static boolean mayBePlanned(ImperoRoster roster, MappingSettings settings, FindingListener listener) {
        StopChecks checks = new StopChecks(roster, settings, listener);
        checks.soundness();
        return !checks.stopped;
    }

    private void soundness() {
        MappingFacts facts = roster.facts();
        roster.totals().forEach(this::rejectedRows);
        missingIdentities(facts.studentsWithoutIdentity(), "students");
        missingIdentities(facts.staffWithoutIdentity(), "staff");
        Share dangling = facts.danglingEnrollments();
        if (dangling.exceedsOrIsMost(5, 20)) {
            stop(ImperoCode.TOO_MANY_DANGLING_ENROLLMENTS, dangling.some(), dangling.all());
        }
        conflicts(facts.conflictingUsers(), "users.csv");
        conflicts(facts.conflictingClasses(), "classes.csv");
        Share roleConflicts = facts.roleConflicts();
        if (roleConflicts.exceeds(5, 10)) {
            stop(ImperoCode.TOO_MANY_ROLE_CONFLICTS, roleConflicts.some(), roleConflicts.all());
        }
        Counts counts = roster.counts();
        if (facts.classesInScope() > 0 && facts.classesTaken() == 0) {
            stop(ImperoCode.NO_CURRENT_CLASSES, facts.classesInScope(), settings.asOf(), facts.whyNoneTaken());
        } else {
            nothing(counts.members(), ImperoCode.NO_MEMBERS);
            nothing(counts.staff(), ImperoCode.NO_STAFF);
            nothing(counts.access(), ImperoCode.NO_ACCESS);
        }
    }

    private void caps() {
        Counts counts = roster.counts();
        cap(counts.users(), settings.maxUsers(), ImperoCode.TOO_MANY_USERS, ImperoCode.NEAR_USER_CAP);
        cap(counts.groups(), settings.maxClasses(), ImperoCode.TOO_MANY_CLASSES, ImperoCode.NEAR_CLASS_CAP);
    }

    private void missingIdentities(Share share, String people) {
        if (share.exceedsOrIsMost(10, 10)) {
            stop(
                    ImperoCode.TOO_MANY_MISSING_IDENTITIES,
                    share.some(),
                    share.all(),
                    people,
                    settings.identity().column());
        }
    }

    private void rejectedRows(OneRosterFile file, RowTotals totals) {
        int rejected = count(totals, RowFindingCode.RAGGED_ROW) + count(totals, RowFindingCode.UNREADABLE_VALUE);
        if (new Share(rejected, totals.read()).exceedsOrIsMost(5, 20)) {
            stop(ImperoCode.TOO_MANY_REJECTED_ROWS, rejected, totals.read(), file.fileName());
        }
    }

    private static int count(RowTotals totals, FindingCode code) {
        return totals.leftOut().getOrDefault(code.code(), 0);
    }

    private void conflicts(Share share, String file) {
        if (share.exceeds(1, 10)) {
            stop(ImperoCode.TOO_MANY_CONFLICTING_RECORDS, share.some(), share.all(), file);
        }
    }

    private void nothing(int count, ImperoCode code) {
        if (count == 0) {
            stop(code);
        }
    }

    private void cap(int count, int cap, ImperoCode above, ImperoCode near) {
        if (count > cap) {
            stop(above, count, cap, schools());
        } else if (count * 100L >= (long) cap * NEAR_PERCENT) {
            listener.found(Finding.of(near, new Location.Drop(), "", count, cap));
        }
    }

    private String schools() {
        List<SchoolCounts> schools = roster.schools();
        String shown = schools.stream()
                .sorted(Comparator.comparingInt(SchoolCounts::users).reversed())
                .limit(SCHOOLS_SHOWN)
                .map(StopChecks::words)
                .collect(Collectors.joining("; "));
        int more = schools.size() - SCHOOLS_SHOWN;
        return more > 0 ? shown + "; and " + more + " more schools" : shown;
    }

    private static String words(SchoolCounts school) {
        String id = school.schoolId().isEmpty() ? "(no school)" : school.schoolId();
        return id + ": " + school.users() + " users, " + school.groups() + " classes";
    }

    private void stop(ImperoCode code, Object... details) {
        stopped = true;
        listener.found(Finding.of(code, new Location.Drop(), "", details));
    }
}
