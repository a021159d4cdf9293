package org.oneroster4j.csv.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.model.finding.Finding;

/** What the check of a whole drop tells, and what it counts. */
record WholeDrop(List<Finding> findings, Optional<Sanity> sanity) {

    static WholeDrop of(Path folder, Profile profile) {
        return of(folder, ReadOptions.defaults().withProfile(profile));
    }

    static WholeDrop of(Path folder, ReadOptions options) {
        List<Finding> findings = new ArrayList<>();
        try {
            Optional<Sanity> sanity = RosterCheck.check(OneRosterDrop.open(folder, options, findings::add));
            return new WholeDrop(findings, sanity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the counters, which are told in the best of drops. */
    List<Finding> besidesCounters() {
        Predicate<Finding> counter = finding -> finding.code().code().contains("-without-");
        return findings.stream().filter(counter.negate()).toList();
    }

    /** {@code severity code file:line column id} of each finding besides the counters. */
    List<String> brief() {
        return besidesCounters().stream()
                .map(finding -> finding.severity().word() + " "
                        + Opened.brief(List.of(finding)).get(0))
                .toList();
    }
}
