package org.oneroster4j.impero.change;

/** The groups of a publication, by groupId, and its people, by userId and identity. Immutable. */
interface PublishedTexts {
    int groups();

    PublishedGroup group(int group);

    String groupId(int group);

    String groupName(int group);

    int people();

    PublishedUser person(int person);
}
