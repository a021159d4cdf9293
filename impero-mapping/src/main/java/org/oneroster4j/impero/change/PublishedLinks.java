package org.oneroster4j.impero.change;

import org.oneroster4j.impero.LinkPlaces;

/** Memberships or accesses by the places of their groups and people, in order, each once. Immutable. */
interface PublishedLinks {
    int size();

    /** Returns a link as {@link Pairs} packs it. */
    long get(int link);

    /** Returns those of a mapping, whose groups and people have the same places. */
    static PublishedLinks of(LinkPlaces places) {
        return new PublishedLinks() {
            @Override
            public int size() {
                return places.size();
            }

            @Override
            public long get(int link) {
                return Pairs.of(places.group(link), places.user(link));
            }
        };
    }
}
