package org.oneroster4j.importer.diff;

import java.util.List;
import org.oneroster4j.impero.change.PublishedGroup;

/** The schools of groups that are asked for in the order of their ids. */
final class Schools {
    private final List<PublishedGroup> groups;
    private int place;

    Schools(List<PublishedGroup> groups) {
        this.groups = groups;
    }

    /** Returns the school of a group that does not come before the one asked for last; empty when it is not there. */
    String of(String groupId) {
        while (place < groups.size() && groups.get(place).groupId().compareTo(groupId) < 0) {
            place++;
        }
        boolean isThere = place < groups.size() && groups.get(place).groupId().equals(groupId);
        return isThere ? groups.get(place).schoolId() : "";
    }
}
