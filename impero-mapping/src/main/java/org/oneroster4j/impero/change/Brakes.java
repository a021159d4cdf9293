package org.oneroster4j.impero.change;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;

/**
 * Holds back a run that would take away, or show, more than a normal day does: half a drop that passes every other check, a
 * permission that was changed, a field that is masked. All or nothing: of a run that is held, nothing is published.
 *
 * <p>What the calendar explains counts neither as removed nor as there before: a class whose terms are over and an enrollment
 * past its end, both still in the drop, which ended on the day of the last publication or later. So a change of term stops
 * nobody, and a loss among what goes on is not drowned by what is over. In the accesses of one person the calendar makes room
 * for as many new ones.
 */
public final class Brakes {
    /** A message is for people: these are the schools to call first. */
    private static final int SCHOOLS_SHOWN = 5;

    private final Changes changes;
    private final Calendar calendar;
    private final BrakeSettings settings;
    private final Map<String, String> schools = new HashMap<>();
    private final List<Finding> reasons = new ArrayList<>();

    private Brakes(Changes changes, ImperoRoster mapped, BrakeSettings settings) {
        this.changes = changes;
        this.calendar = new Calendar(changes, mapped);
        this.settings = settings;
        changes.before().groups().forEach(group -> schools.put(group.groupId(), group.schoolId()));
        changes.after().groups().forEach(group -> schools.put(group.groupId(), group.schoolId()));
    }

    /**
     * Judges a run that would change what is published. The first run of all has nothing to be compared with, and no brake.
     *
     * @param changes what the run would change
     * @param mapped the new mapping, which knows what is over
     * @return the reasons to hold the run, in words for people, without personal data; none when it may go on
     */
    public static List<Finding> judge(Changes changes, ImperoRoster mapped, BrakeSettings settings) {
        Brakes brakes = new Brakes(changes, mapped, settings);
        brakes.judgeRemovals();
        brakes.judgeGrowth();
        brakes.judgePeople();
        return List.copyOf(brakes.reasons);
    }

    /**
     * Tells whether a run may be published: nothing holds it, or somebody has approved exactly this one.
     *
     * @param reasons what {@link #judge} returned
     * @param run the fingerprint of the run
     * @param approval the approval that is there, if any; whoever publishes by it makes it void
     */
    public static boolean mayPublish(List<Finding> reasons, Fingerprint run, Optional<Approval> approval) {
        return reasons.isEmpty()
                || approval.filter(given -> given.releases(run)).isPresent();
    }

    private void judgeRemovals() {
        Published before = changes.before();
        List<String> groups =
                changes.groupsRemoved().stream().map(PublishedGroup::groupId).toList();
        List<String> members = lostGroups(changes.membersLost());
        List<String> access = lostGroups(changes.accessLost());
        judgeRemoved(
                ImperoCode.TOO_MANY_GROUPS_REMOVED,
                settings.groups(),
                calendar.groups(),
                before.groups().size(),
                groups.size(),
                index -> Set.of(school(groups.get(index))));
        judgeRemoved(
                ImperoCode.TOO_MANY_MEMBERS_REMOVED,
                settings.members(),
                calendar.members(),
                before.members().size(),
                members.size(),
                index -> Set.of(school(members.get(index))));
        Map<PublishedUser, Set<String>> schoolsOfStaff = schoolsOfStaff();
        List<PublishedUser> users = changes.consoleUsersLost();
        judgeRemoved(
                ImperoCode.TOO_MANY_CONSOLE_USERS_REMOVED,
                settings.consoleUsers(),
                calendar.consoleUsers(),
                before.consoleUsers().size(),
                users.size(),
                index -> schoolsOfStaff.getOrDefault(users.get(index), Set.of("")));
        judgeRemoved(
                ImperoCode.TOO_MANY_ACCESSES_REMOVED,
                settings.access(),
                calendar.access(),
                before.access().size(),
                access.size(),
                index -> Set.of(school(access.get(index))));
    }

    private static List<String> lostGroups(List<PublishedLink> lost) {
        return lost.stream().map(PublishedLink::groupId).toList();
    }

    private interface Schools {
        /** Returns the schools of something removed. */
        Set<String> of(int index);
    }

    private void judgeRemoved(
            ImperoCode code, RemovalLimit limit, BitSet over, int before, int removed, Schools schoolsOf) {
        int counted = removed - over.cardinality();
        int of = before - over.cardinality();
        if (!limit.isExceeded(counted, of)) {
            return;
        }
        Map<String, Integer> bySchool = new TreeMap<>();
        for (int i = over.nextClearBit(0); i < removed; i = over.nextClearBit(i + 1)) {
            schoolsOf.of(i).forEach(school -> bySchool.merge(school, 1, Integer::sum));
        }
        hold(code, "", counted, of, limit.percent(), limit.number(), over.cardinality(), worst(bySchool));
    }

    /** The schools of those who are not console users any more: where they had groups. */
    private Map<PublishedUser, Set<String>> schoolsOfStaff() {
        Map<PublishedUser, Set<String>> schoolsOfStaff = new HashMap<>();
        changes.accessLost()
                .forEach(link -> schoolsOfStaff
                        .computeIfAbsent(new PublishedUser(link.userId(), link.identity()), any -> new HashSet<>())
                        .add(school(link.groupId())));
        return schoolsOfStaff;
    }

    private void judgeGrowth() {
        int from = changes.before().access().size();
        int to = changes.after().access().size();
        GrowthLimit limit = settings.accessGrowth();
        if (limit.isExceeded(from, to)) {
            String worst = worst(bySchool(changes.accessGained()));
            hold(ImperoCode.TOO_MANY_ACCESSES_ADDED, "", from, to, limit.percent(), limit.number(), worst);
        }
    }

    /** Additions show screens, so nobody gets many at once; as many as the calendar took are a new term. */
    private void judgePeople() {
        Map<String, Integer> over = new HashMap<>();
        List<PublishedLink> lost = changes.accessLost();
        calendar.access().stream().forEach(index -> over.merge(lost.get(index).userId(), 1, Integer::sum));
        Map<String, Integer> gained = new TreeMap<>();
        changes.accessGained().forEach(link -> gained.merge(link.userId(), 1, Integer::sum));
        Map<String, Integer> tooMany = new TreeMap<>();
        gained.forEach((userId, groups) -> {
            int more = groups - over.getOrDefault(userId, 0);
            if (more > settings.groupsForOnePerson()) {
                tooMany.put(userId, more);
            }
        });
        tooMany.forEach((userId, more) -> {
            List<PublishedLink> ofPerson = changes.accessGained().stream()
                    .filter(link -> link.userId().equals(userId))
                    .toList();
            hold(
                    ImperoCode.TOO_MANY_GROUPS_FOR_ONE_PERSON,
                    userId,
                    more,
                    settings.groupsForOnePerson(),
                    worst(bySchool(ofPerson)));
        });
    }

    private Map<String, Integer> bySchool(List<PublishedLink> links) {
        Map<String, Integer> bySchool = new TreeMap<>();
        links.forEach(link -> bySchool.merge(school(link.groupId()), 1, Integer::sum));
        return bySchool;
    }

    private String school(String groupId) {
        return schools.getOrDefault(groupId, "");
    }

    /** Returns in words where most of it happens; of equals, the lower id first. */
    private static String worst(Map<String, Integer> bySchool) {
        String shown = bySchool.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SCHOOLS_SHOWN)
                .map(school -> (school.getKey().isEmpty() ? "(no school)" : school.getKey()) + ": " + school.getValue())
                .collect(Collectors.joining("; "));
        int more = bySchool.size() - SCHOOLS_SHOWN;
        return more > 0 ? shown + "; and " + more + " more schools" : shown;
    }

    private void hold(ImperoCode code, String sourcedId, Object... details) {
        reasons.add(Finding.of(code, new Location.Drop(), sourcedId, details));
    }
}
