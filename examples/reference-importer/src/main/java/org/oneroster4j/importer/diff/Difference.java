package org.oneroster4j.importer.diff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.GroupChange;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.importer.report.ChangeLines;
import org.oneroster4j.importer.report.Json;
import org.oneroster4j.importer.report.Paint;

/**
 * What would change in Impero, in numbers and the worst of it.
 *
 * @param from what it is now
 * @param to what it would be
 * @param changes how much changes
 * @param usersGained people Impero was not told of before
 * @param usersLost people Impero is not told of any more
 * @param groupsChanged in how many groups something changes
 * @param schools what changes in each school, what takes most away first
 * @param groups the groups in which most is taken away, no more than {@value #GROUPS}
 * @param accessLost who loses access to what, no more than {@value #GROUPS}, by the ids
 * @param accessGained who gains it, likewise
 */
public record Difference(
        @JsonProperty Side from,
        @JsonProperty Side to,
        @JsonProperty ChangeCounts changes,
        @JsonProperty int usersGained,
        @JsonProperty int usersLost,
        @JsonProperty int groupsChanged,
        @JsonProperty List<Tallied> schools,
        @JsonProperty List<Tallied> groups,
        @JsonProperty List<Right> accessLost,
        @JsonProperty List<Right> accessGained) {
    private static final int GROUPS = 100;
    private static final int SHOWN = 5;

    /**
     * Somebody's access to a group.
     *
     * @param userId who
     * @param groupId to what
     */
    record Right(@JsonProperty String userId, @JsonProperty String groupId) {
        static List<Right> of(List<PublishedLink> links) {
            return links.stream()
                    .limit(GROUPS)
                    .map(link -> new Right(link.userId(), link.groupId()))
                    .toList();
        }
    }

    /** Counts changes. */
    public static Difference of(Side from, Side to, Changes changes) {
        Schools before = new Schools(changes.before().groups());
        Schools after = new Schools(changes.after().groups());
        List<Tallied> groups = new ArrayList<>();
        Map<String, Tallied> schools = new TreeMap<>();
        for (GroupChange change : changes.groups()) {
            Tallied group = tallied(change, change.isRemoved() ? before : after);
            groups.add(group);
            schools.merge(group.schoolId(), group.ofSchool(), Tallied::plus);
        }
        return new Difference(
                from,
                to,
                changes.counts(),
                changes.usersGained().size(),
                changes.usersLost().size(),
                groups.size(),
                schools.values().stream().sorted(Tallied.WORST_FIRST).toList(),
                groups.stream().sorted(Tallied.WORST_FIRST).limit(GROUPS).toList(),
                Right.of(changes.accessLost()),
                Right.of(changes.accessGained()));
    }

    private static Tallied tallied(GroupChange change, Schools schools) {
        return new Tallied(
                schools.of(change.groupId()),
                change.groupId(),
                change.isAdded() ? 1 : 0,
                change.isRemoved() ? 1 : 0,
                change.isRenamed() ? 1 : 0,
                change.membersGained(),
                change.membersLost(),
                change.accessGained(),
                change.accessLost());
    }

    /**
     * Returns it for the person at the terminal, in ids, at most twenty lines.
     *
     * @param table where every single change was written; absent when nobody asked for it
     * @param page the report to be looked at; absent when nobody asked for it
     */
    public List<String> lines(Paint paint, Optional<String> table, Optional<String> page) {
        List<String> lines = new ArrayList<>();
        lines.add("From " + from + " to " + to + ":");
        if (changes.equals(ChangeCounts.NONE) && usersGained + usersLost == 0) {
            lines.add(paint.good("Nothing would change in Impero."));
            return lines;
        }
        lines.add(paint.strong("Changes:") + " " + ChangeLines.inWords(changes) + "; people +" + usersGained + " -"
                + usersLost + ".");
        rights("Access lost", accessLost, changes.accessLost(), lines);
        rights("Access gained", accessGained, changes.accessGained(), lines);
        worst("Schools", schools, schools.size(), lines);
        worst("Groups", groups, groupsChanged, lines);
        lines.add(paint.strong("Next:") + " "
                + page.map(file -> "look at " + file + "; ").orElse("")
                + table.map(file -> "every single change is in " + file + ".")
                        .orElse("--csv FILE lists every single change."));
        return lines;
    }

    private static void rights(String title, List<Right> rights, int all, List<String> lines) {
        if (all > 0) {
            lines.add(title + ": "
                    + rights.stream()
                            .limit(SHOWN)
                            .map(right -> right.userId() + " to " + right.groupId())
                            .collect(Collectors.joining(", "))
                    + more(all) + ".");
        }
    }

    private static String more(int all) {
        return all > SHOWN ? " (and " + (all - SHOWN) + " more)" : "";
    }

    private static void worst(String title, List<Tallied> some, int all, List<String> lines) {
        if (some.isEmpty()) {
            return;
        }
        lines.add(title + " that lose most first" + more(all) + ":");
        some.stream().limit(SHOWN).forEach(one -> lines.add("  " + nameOf(one) + ": " + one.inWords()));
    }

    private static String nameOf(Tallied one) {
        String school = one.schoolId().isEmpty() ? "no school" : "school " + one.schoolId();
        return one.groupId() == null ? school : one.groupId() + " of " + school;
    }

    /** Returns it as JSON, with a line end behind it. */
    public String json() {
        return Json.text(this);
    }
}
