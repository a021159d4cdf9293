package org.oneroster4j.impero.internal;

import java.util.AbstractList;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements are made when they are asked for.
 *
 * @param <E> what the elements are
 */
public final class View<E> extends AbstractList<E> implements RandomAccess {
    private final int size;
    private final IntFunction<E> elements;
    private final @Nullable Stored stored;

    /** Makes a list of so many elements. */
    public View(int size, IntFunction<E> elements) {
        this(size, elements, null);
    }

    /**
     * Makes a list of so many elements.
     *
     * @param stored where the texts of the elements are; null when they are nowhere else
     */
    public View(int size, IntFunction<E> elements, @Nullable Stored stored) {
        this.size = size;
        this.elements = elements;
        this.stored = stored;
    }

    /** Returns where the texts of the elements are; absent when they are nowhere else. */
    public Optional<Stored> stored() {
        return Optional.ofNullable(stored);
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
