package org.oneroster4j.importer.service;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Says a thing that lasts once, and again when it was something else in between: a log is read by people. For one thread. */
final class Said {
    private final Logger log;
    private final String job;
    private @Nullable String last;

    Said(Logger log, String job) {
        this.log = log;
        this.job = job;
    }

    /** Says that all is as it should be. */
    void info(String sentence) {
        if (!sentence.equals(last)) {
            last = sentence;
            log.info("{}: {}", job, sentence);
        }
    }

    /** Says that somebody should look. */
    void warn(String sentence) {
        if (!sentence.equals(last)) {
            last = sentence;
            log.warn("{}: {}", job, sentence);
        }
    }
}
