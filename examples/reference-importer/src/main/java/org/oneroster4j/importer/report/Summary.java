package org.oneroster4j.importer.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.importer.job.Comparison;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.publish.Placed;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Severity;

/**
 * A run for programs (contract, section 3).
 *
 * @param state how the run ended
 * @param asOf the day, {@code YYYY-MM-DD}
 * @param identity {@code username} or {@code email}; null for a check without one
 * @param counts rows of the files and people in {@code users.csv}
 * @param findings how many of each severity
 * @param reasons the codes that stopped it
 * @param leftOut rows left out by code
 * @param rowsMerged rows that say what others say too, or for whose person another record speaks
 * @param missingUnderOtherIdentity who would be missing if Impero were set to the other identity; null without mapping
 * @param codes how many findings of each code
 * @param sanity the counters of a check, of the drop as a whole and of each school; null without
 * @param notChecked the codes that a check did not look for; null for other runs
 * @param run the fingerprint of the run; null without a state folder, or when it did not get so far
 * @param changes what it changes in what was published last; null when nothing was compared
 * @param placed how the files were put in place; null when they were not
 * @param failure in a sentence, what could not be read or written; null when nothing failed
 */
public record Summary(
        @JsonProperty String state,
        @JsonProperty String asOf,
        @JsonProperty @Nullable String identity,
        @JsonProperty CountsJson counts,
        @JsonProperty Map<String, Long> findings,
        @JsonProperty List<String> reasons,
        @JsonProperty Map<String, Integer> leftOut,
        @JsonProperty int rowsMerged,
        @JsonProperty @Nullable Integer missingUnderOtherIdentity,
        @JsonProperty Map<String, Long> codes,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Sanity sanity,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<String> notChecked,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String run,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        ChangeCounts changes,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        PlacedJson placed,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String failure) {

    /** The counts, in the order of the contract. */
    record CountsJson(
            @JsonProperty int groups,
            @JsonProperty int users,
            @JsonProperty int students,
            @JsonProperty int staff,
            @JsonProperty int members,
            @JsonProperty int access) {
        static CountsJson of(Counts counts) {
            return new CountsJson(
                    counts.groups(),
                    counts.users(),
                    counts.students(),
                    counts.staff(),
                    counts.members(),
                    counts.access());
        }
    }

    /**
     * How the files were put in place.
     *
     * @param files how many
     * @param unchanged how many had these bytes already, and were not touched
     * @param windowMicros for how many microseconds the folder had files of both runs
     */
    record PlacedJson(
            @JsonProperty int files,
            @JsonProperty int unchanged,
            @JsonProperty long windowMicros) {
        static PlacedJson of(Placed placed) {
            return new PlacedJson(
                    placed.files(), placed.unchanged(), placed.window().toNanos() / 1_000);
        }
    }

    /** Returns the summary of a run. */
    public static Summary of(RunResult run) {
        FindingSummary findings = run.findings();
        Map<String, Long> severities = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            severities.put(severity.word(), findings.count(severity));
        }
        Map<String, Long> codes = new LinkedHashMap<>();
        findings.codes().stream()
                .sorted(Comparator.comparing(FindingCode::code))
                .forEach(code -> codes.put(code.code(), findings.count(code)));
        return new Summary(
                run.state().word(),
                run.settings().asOf().toString(),
                run.settings()
                        .mapping()
                        .map(mapping -> mapping.identity().column())
                        .orElse(null),
                CountsJson.of(run.counts()),
                severities,
                run.reasons().stream().map(FindingCode::code).toList(),
                run.leftOut(),
                run.rowsMerged(),
                run.missingUnderOtherIdentity().orElse(null),
                codes,
                run.sanity().orElse(null),
                run.state() == RunState.CHECKED
                        ? run.notChecked().stream().map(FindingCode::code).toList()
                        : null,
                run.comparison().map(comparison -> comparison.run().sha256()).orElse(null),
                run.comparison()
                        .filter(comparison -> comparison.since().isPresent())
                        .map(Comparison::changes)
                        .orElse(null),
                run.placed().map(PlacedJson::of).orElse(null),
                run.failure().orElse(null));
    }

    /** Returns the summary as JSON, with a line end behind it. */
    public String json() {
        return Json.text(this);
    }
}
