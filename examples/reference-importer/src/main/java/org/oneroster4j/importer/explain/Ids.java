package org.oneroster4j.importer.explain;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** Sorted ids as a list, each made when it is asked for. */
final class Ids extends AbstractList<String> implements RandomAccess {
    private final int size;
    private final IntFunction<String> id;

    Ids(int size, IntFunction<String> id) {
        this.size = size;
        this.id = id;
    }

    @Override
    public String get(int index) {
        return id.apply(index);
    }

    @Override
    public int size() {
        return size;
    }
}
