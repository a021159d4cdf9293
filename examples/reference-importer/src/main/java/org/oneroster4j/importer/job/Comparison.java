package org.oneroster4j.importer.job;

import java.time.LocalDate;
import java.util.Optional;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Fingerprint;

/**
 * A run beside what was published last.
 *
 * @param run which run it is
 * @param since the day for which something was published last; absent when nothing was
 * @param changes what the run changes; nothing when there is nothing to compare with
 * @param detail the same group by group; absent when there is nothing to compare with
 * @param released whether somebody's approval releases it
 */
public record Comparison(
        Fingerprint run, Optional<LocalDate> since, ChangeCounts changes, Optional<Changes> detail, boolean released) {}
