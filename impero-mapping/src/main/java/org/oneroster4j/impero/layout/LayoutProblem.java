package org.oneroster4j.impero.layout;

import java.util.Comparator;

/**
 * What is wrong with a profile, and where.
 *
 * @param place the component, from the profile on, for example {@code files[1].columns[2]}; blank: the profile as a whole
 * @param message what is wrong, a sentence without its full stop
 */
public record LayoutProblem(String place, String message) implements Comparable<LayoutProblem> {
    private static final Comparator<LayoutProblem> ORDER =
            Comparator.comparing(LayoutProblem::place).thenComparing(LayoutProblem::message);

    @Override
    public int compareTo(LayoutProblem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place.isEmpty() ? message : place + ": " + message;
    }
}
