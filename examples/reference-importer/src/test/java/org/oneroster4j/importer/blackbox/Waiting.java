package org.oneroster4j.importer.blackbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what another process does. How long that takes is not judged: only what never comes is a failure. */
final class Waiting {
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Waiting() {}

    /** Returns once something is so. */
    static void until(String what, Callable<Boolean> isSo, Supplier<String> log) throws Exception {
        long begun = System.nanoTime();
        while (!isSo.call()) {
            if (System.nanoTime() - begun > NEVER.toNanos()) {
                throw new AssertionError("It never came to this: " + what + "\n" + log.get());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
