package org.oneroster4j.importer.job;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Severity;

/** What a run finds: all is counted, by code and by file, and the first of each code are kept. */
final class Found implements FindingListener {
    private final FindingSummary summary = new FindingSummary();
    private final Map<String, Map<Severity, Long>> byFile = new TreeMap<>();

    @Override
    public void found(Finding finding) {
        summary.found(finding);
        byFile.computeIfAbsent(finding.location().fileName(), file -> new EnumMap<>(Severity.class))
                .merge(finding.severity(), 1L, Long::sum);
    }

    FindingSummary summary() {
        return summary;
    }

    Map<String, Map<Severity, Long>> byFile() {
        return Collections.unmodifiableMap(byFile);
    }
}
