package org.oneroster4j.impero.internal;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list whose elements are made when they are asked for.
 *
 * @param <E> what the elements are
 */
public final class View<E> extends AbstractList<E> implements RandomAccess {
    private final int size;
    private final IntFunction<E> elements;

    /** Makes a list of so many elements. */
    public View(int size, IntFunction<E> elements) {
        this.size = size;
        this.elements = elements;
    }

    @Override
    public E get(int index) {
        return elements.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
