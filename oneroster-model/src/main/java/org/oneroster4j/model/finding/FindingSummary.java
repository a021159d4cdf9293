package org.oneroster4j.model.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts all findings and keeps the first of each code, so that a drop with a million defects needs no more memory than
 * one with a thousand. Not safe for use by several threads at once.
 */
public final class FindingSummary implements FindingListener {
    /** How many findings of one code are kept unless told otherwise. */
    public static final int DEFAULT_SAMPLES = 1000;

    private final int samples;
    private final Map<FindingCode, Map<Severity, List<Finding>>> kept = new LinkedHashMap<>();
    private final Map<FindingCode, Map<Severity, Long>> countByCodeAndSeverity = new HashMap<>();
    private final Map<FindingCode, Long> countByCode = new LinkedHashMap<>();
    private final Map<Severity, Long> countBySeverity = new EnumMap<>(Severity.class);

    /** Keeps the first {@value #DEFAULT_SAMPLES} findings of each code and severity. */
    public FindingSummary() {
        this(DEFAULT_SAMPLES);
    }

    /**
     * Keeps the first findings of each code and severity.
     *
     * @param samples how many, at least 0
     */
    public FindingSummary(int samples) {
        if (samples < 0) {
            throw new IllegalArgumentException("samples is negative: " + samples);
        }
        this.samples = samples;
    }

    @Override
    public void found(Finding finding) {
        countBySeverity.merge(finding.severity(), 1L, Long::sum);
        countByCode.merge(finding.code(), 1L, Long::sum);
        countByCodeAndSeverity
                .computeIfAbsent(finding.code(), code -> new EnumMap<>(Severity.class))
                .merge(finding.severity(), 1L, Long::sum);
        List<Finding> alike = kept.computeIfAbsent(finding.code(), code -> new EnumMap<>(Severity.class))
                .computeIfAbsent(finding.severity(), severity -> new ArrayList<>());
        if (alike.size() < samples) {
            alike.add(finding);
        }
    }

    /** Returns how many findings of a severity there were, kept or not. */
    public long count(Severity severity) {
        return countBySeverity.getOrDefault(severity, 0L);
    }

    /** Returns how many findings of a code there were, kept or not. */
    public long count(FindingCode code) {
        return countByCode.getOrDefault(code, 0L);
    }

    /** Returns the codes found, in the order in which they were first found. */
    public List<FindingCode> codes() {
        return List.copyOf(countByCode.keySet());
    }

    /** Returns how many findings of a code have a severity, kept or not. */
    public long count(FindingCode code, Severity severity) {
        return countByCodeAndSeverity.getOrDefault(code, Map.of()).getOrDefault(severity, 0L);
    }

    /**
     * Returns the worst severity of the findings of a code, which may differ from that of its definition.
     *
     * @throws java.util.NoSuchElementException when there is no finding of the code
     */
    public Severity severity(FindingCode code) {
        return countByCodeAndSeverity.getOrDefault(code, Map.of()).keySet().stream()
                .findFirst()
                .orElseThrow();
    }

    /** Returns the findings kept of a code: the worst first, and of one severity in the order in which they were made. */
    public List<Finding> kept(FindingCode code) {
        return kept.getOrDefault(code, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the findings kept of a code and a severity, in the order in which they were made. */
    public List<Finding> kept(FindingCode code, Severity severity) {
        return List.copyOf(kept.getOrDefault(code, Map.of()).getOrDefault(severity, List.of()));
    }
}
