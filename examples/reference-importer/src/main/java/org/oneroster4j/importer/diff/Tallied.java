package org.oneroster4j.importer.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a group, or in all groups of a school.
 *
 * @param schoolId the school; empty where the class has none
 * @param groupId the group; null for a school
 * @param groupsAdded groups that were not there before; of a group, 1 when it was not
 * @param groupsRemoved groups that are not there any more
 * @param groupsRenamed groups with another name
 * @param membersGained memberships that were not there before
 * @param membersLost memberships that are not there any more
 * @param accessGained accesses that were not there before
 * @param accessLost accesses that are not there any more
 */
record Tallied(
        @JsonProperty String schoolId,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String groupId,

        @JsonProperty int groupsAdded,
        @JsonProperty int groupsRemoved,
        @JsonProperty int groupsRenamed,
        @JsonProperty int membersGained,
        @JsonProperty int membersLost,
        @JsonProperty int accessGained,
        @JsonProperty int accessLost) {

    /** What takes most away comes first, then what changes most. */
    static final Comparator<Tallied> WORST_FIRST = Comparator.comparingLong(Tallied::lost)
            .thenComparingLong(Tallied::gained)
            .reversed()
            .thenComparing(Tallied::schoolId)
            .thenComparing(some -> some.groupId == null ? "" : some.groupId);

    private long lost() {
        return (long) groupsRemoved + membersLost + accessLost;
    }

    private long gained() {
        return (long) groupsAdded + groupsRenamed + membersGained + accessGained;
    }

    /** Returns the school's part of two. */
    Tallied plus(Tallied other) {
        return new Tallied(
                schoolId,
                null,
                groupsAdded + other.groupsAdded,
                groupsRemoved + other.groupsRemoved,
                groupsRenamed + other.groupsRenamed,
                membersGained + other.membersGained,
                membersLost + other.membersLost,
                accessGained + other.accessGained,
                accessLost + other.accessLost);
    }

    Tallied ofSchool() {
        return new Tallied(
                schoolId,
                null,
                groupsAdded,
                groupsRemoved,
                groupsRenamed,
                membersGained,
                membersLost,
                accessGained,
                accessLost);
    }

    /** Returns it in words, without what does not change. */
    String inWords() {
        StringBuilder words = new StringBuilder();
        if (groupId == null) {
            part(words, "groups", groupsAdded, groupsRemoved);
            words.append(groupsRenamed == 0 ? "" : (words.length() > 0 ? ", " : "") + groupsRenamed + " renamed");
        } else {
            words.append(
                    groupsAdded > 0 ? "added" : groupsRemoved > 0 ? "removed" : groupsRenamed > 0 ? "renamed" : "");
        }
        part(words, "members", membersGained, membersLost);
        part(words, "accesses", accessGained, accessLost);
        return words.toString();
    }

    private static void part(StringBuilder words, String what, int gained, int lost) {
        if (gained + lost > 0) {
            words.append(words.length() > 0 ? ", " : "")
                    .append(what)
                    .append(" +")
                    .append(gained)
                    .append(" -")
                    .append(lost);
        }
    }
}
