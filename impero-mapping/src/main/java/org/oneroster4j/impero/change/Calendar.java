package org.oneroster4j.impero.change;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.impero.Explanation;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser.Kind;

/**
 * What of the things removed is gone because its time is over, by what the new drop itself says. A class whose terms are over
 * takes its group with all memberships and accesses along, an enrollment past its end its membership or access; a group left
 * without members so, and a console user left without a group so, are over too.
 *
 * <p>Only what has ended since the last publication explains why it is gone now. What had ended before was published all the
 * same, for another reason: that reason is what has gone, or somebody has changed a date.
 */
final class Calendar {
    private final ImperoRoster mapped;
    private final LocalDate lastTime;
    private final Set<String> groupsOver = new HashSet<>();
    private final BitSet groups = new BitSet();
    private final BitSet members = new BitSet();
    private final BitSet access = new BitSet();
    private final BitSet consoleUsers = new BitSet();

    Calendar(Changes changes, ImperoRoster mapped) {
        this.mapped = mapped;
        this.lastTime = changes.before().asOf();
        List<PublishedGroup> removed = changes.groupsRemoved();
        Set<String> emptied = new HashSet<>();
        for (PublishedGroup group : removed) {
            String groupId = group.groupId();
            if (isRecent(mapped.lastDayOfClass(groupId))) {
                groupsOver.add(groupId);
            } else if (isEmptyNow(groupId)) {
                emptied.add(groupId);
            }
        }
        lookAtMembers(changes.membersLost(), emptied);
        for (int i = 0; i < removed.size(); i++) {
            groups.set(i, groupsOver.contains(removed.get(i).groupId()));
        }
        List<PublishedLink> accessLost = changes.accessLost();
        for (int i = 0; i < accessLost.size(); i++) {
            access.set(i, isOver(accessLost.get(i), Kind.STAFF));
        }
        lookAtConsoleUsers(changes.consoleUsersLost(), accessLost);
    }

    private boolean isRecent(Optional<LocalDate> lastDay) {
        return lastDay.isPresent() && !lastDay.get().isBefore(lastTime);
    }

    /** Looks at memberships, and by them at groups that have no members any more: over when each of them is over. */
    private void lookAtMembers(List<PublishedLink> lost, Set<String> emptied) {
        Map<String, Boolean> allOver = new HashMap<>();
        for (int i = 0; i < lost.size(); i++) {
            PublishedLink link = lost.get(i);
            boolean over = isOver(link, Kind.STUDENT);
            members.set(i, over);
            if (emptied.contains(link.groupId())) {
                allOver.merge(link.groupId(), over, Boolean::logicalAnd);
            }
        }
        allOver.forEach((groupId, over) -> {
            if (over) {
                groupsOver.add(groupId);
            }
        });
    }

    private boolean isOver(PublishedLink link, Kind kind) {
        return groupsOver.contains(link.groupId())
                || isRecent(mapped.lastDayOfEnrollment(link.groupId(), link.userId(), kind));
    }

    private boolean isEmptyNow(String groupId) {
        return mapped.explainClass(groupId).flatMap(Explanation::code).equals(Optional.of(ImperoCode.EMPTY_GROUP));
    }

    /** A console user who is not assigned any more has lost every access. */
    private void lookAtConsoleUsers(List<PublishedUser> lost, List<PublishedLink> accessLost) {
        Map<PublishedUser, Boolean> allOver = new HashMap<>();
        for (int i = 0; i < accessLost.size(); i++) {
            PublishedLink link = accessLost.get(i);
            allOver.merge(new PublishedUser(link.userId(), link.identity()), access.get(i), Boolean::logicalAnd);
        }
        for (int i = 0; i < lost.size(); i++) {
            PublishedUser user = lost.get(i);
            consoleUsers.set(i, allOver.getOrDefault(user, false) && isUnassignedNow(user.userId()));
        }
    }

    private boolean isUnassignedNow(String userId) {
        return mapped.explainUser(userId).flatMap(Explanation::code).equals(Optional.of(ImperoCode.NOT_ASSIGNED));
    }

    /** Returns which of the groups removed are over. */
    BitSet groups() {
        return groups;
    }

    /** Returns which of the memberships lost are over. */
    BitSet members() {
        return members;
    }

    /** Returns which of the accesses lost are over. */
    BitSet access() {
        return access;
    }

    /** Returns which of the console users lost are over. */
    BitSet consoleUsers() {
        return consoleUsers;
    }
}
