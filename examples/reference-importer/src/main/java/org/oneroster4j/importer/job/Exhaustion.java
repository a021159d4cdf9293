package org.oneroster4j.importer.job;

import org.jspecify.annotations.Nullable;

/** The memory, or the stack of a thread, does not suffice for a drop. All that a conversion held is free once it has ended. */
public final class Exhaustion {
    private static final long MEGABYTE = 1L << 20;

    private Exhaustion() {}

    /** Tells whether a failure is that, or was caused by it: a library may wrap what it meets. */
    public static boolean isCauseOf(Throwable failure) {
        return cause(failure) != null;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof OutOfMemoryError) && !(cause instanceof StackOverflowError)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Returns such a failure in sentences: what was exhausted, and what to do. */
    public static String sentence(Throwable failure) {
        return cause(failure) instanceof StackOverflowError
                ? "The stack was not enough for this drop. Give Java a larger one, such as -Xss4m, and report it."
                : "The memory of " + megabytes()
                        + " MB was not enough for this drop. Check the drop, or give Java more, such as -Xmx1g.";
    }

    /** Returns how much memory Java may use for objects, in megabytes. */
    public static long megabytes() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }
}
