package org.oneroster4j.impero.change;

import org.oneroster4j.model.compact.TextPool;

/** Texts in a pool, a userId and an identity in one. */
final class StoredTexts implements PublishedTexts {
    /** Sorts below every character that an id or an identity can hold. */
    private static final char SEPARATOR = '\n';

    private final TextPool pool;
    private final int[] groupIds;
    private final int[] groupNames;
    private final int[] schoolIds;
    private final int[] people;

    /** Takes the places in the pool, those of groups and people in order. */
    StoredTexts(TextPool pool, int[] groupIds, int[] groupNames, int[] schoolIds, int[] people) {
        this.pool = pool;
        this.groupIds = groupIds;
        this.groupNames = groupNames;
        this.schoolIds = schoolIds;
        this.people = people;
    }

    /** Returns the text to keep of a person. */
    static String person(String userId, String identity) {
        return userId + SEPARATOR + identity;
    }

    @Override
    public int groups() {
        return groupIds.length;
    }

    @Override
    public PublishedGroup group(int group) {
        return new PublishedGroup(groupId(group), groupName(group), pool.get(schoolIds[group]));
    }

    @Override
    public String groupId(int group) {
        return pool.get(groupIds[group]);
    }

    @Override
    public String groupName(int group) {
        return pool.get(groupNames[group]);
    }

    @Override
    public int people() {
        return people.length;
    }

    @Override
    public PublishedUser person(int person) {
        String kept = pool.get(people[person]);
        int separator = kept.indexOf(SEPARATOR);
        return new PublishedUser(kept.substring(0, separator), kept.substring(separator + 1));
    }
}
