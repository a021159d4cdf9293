package org.oneroster4j.importer.report.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.PublishedGroup;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.impero.change.PublishedUser;
import org.oneroster4j.importer.report.html.Report.Fact;

/** What two publications both have, in another place. */
final class Moves {
    private Moves() {}

    /**
     * Counts them.
     *
     * @param identity what Impero matches people by, {@code username} or {@code email}
     */
    static List<Fact> of(Changes changes, String identity) {
        return List.of(
                fact("Groups that move to another school", groups(changes)),
                fact("People with another " + identity, renamed(changes)),
                fact("Students who move between groups", moved(changes.membersLost(), changes.membersGained())),
                fact("Staff who move between groups", moved(changes.accessLost(), changes.accessGained())));
    }

    private static Fact fact(String what, int count) {
        return new Fact(what, Texts.number(count));
    }

    /** Both lists are sorted by groupId. */
    private static int groups(Changes changes) {
        List<PublishedGroup> later = changes.after().groups();
        int moved = 0;
        int place = 0;
        for (PublishedGroup before : changes.before().groups()) {
            while (place < later.size() && later.get(place).groupId().compareTo(before.groupId()) < 0) {
                place++;
            }
            boolean isThere = place < later.size() && later.get(place).groupId().equals(before.groupId());
            moved += isThere && !later.get(place).schoolId().equals(before.schoolId()) ? 1 : 0;
        }
        return moved;
    }

    /** To Impero they are somebody else, and so among those lost and those gained. */
    private static int renamed(Changes changes) {
        Set<String> lost = new HashSet<>();
        changes.usersLost().forEach(user -> lost.add(user.userId()));
        Set<String> both = new HashSet<>();
        changes.usersGained().stream()
                .map(PublishedUser::userId)
                .filter(lost::contains)
                .forEach(both::add);
        return both.size();
    }

    /** Whoever has another identity is in the same group as before, and does not move. */
    private static int moved(List<PublishedLink> lost, List<PublishedLink> gained) {
        Set<PublishedUser> losing = new HashSet<>();
        lost.forEach(link -> losing.add(new PublishedUser(link.userId(), link.identity())));
        Set<PublishedUser> moving = new HashSet<>();
        gained.stream()
                .map(link -> new PublishedUser(link.userId(), link.identity()))
                .filter(losing::contains)
                .forEach(moving::add);
        return moving.size();
    }
}
