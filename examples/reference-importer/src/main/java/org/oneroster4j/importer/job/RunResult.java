package org.oneroster4j.importer.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.importer.publish.Placed;
import org.oneroster4j.importer.state.LastRun;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Severity;

/**
 * What a run came to.
 *
 * @param state how it ended
 * @param settings what it was to do
 * @param counts rows and people, as far as known
 * @param roster what was mapped, also where it was not published; absent when it did not get so far
 * @param leftOut rows left out, by code
 * @param rowsMerged rows that say what others say too, or for whose person another record speaks
 * @param missingUnderOtherIdentity who would be missing if Impero were set to the other identity; absent without mapping
 * @param sanity the counters of the drop; absent without a check of the drop as a whole
 * @param schoolNames names of orgs by sourcedId, for runs that tell of schools without a group; else none
 * @param unknownColumns by file that lacks a column, the numbers of those that OneRoster does not know; else none
 * @param findings all that was found
 * @param findingsByFile how many of each severity, by the name of the file; blank for the drop as a whole
 * @param reasons the codes that stopped it, in the order of the contract, or hold it
 * @param comparison the run beside the one before; absent without a state folder, or when it did not get so far
 * @param output what the output folder has now
 * @param placed how the files were put in place; absent when they were not
 * @param failure in a sentence, what could not be read or written; absent when nothing failed
 */
public record RunResult(
        RunState state,
        JobSettings settings,
        Counts counts,
        Optional<ImperoRoster> roster,
        Map<String, Integer> leftOut,
        int rowsMerged,
        Optional<Integer> missingUnderOtherIdentity,
        Optional<Sanity> sanity,
        Map<String, String> schoolNames,
        Map<String, List<Integer>> unknownColumns,
        FindingSummary findings,
        Map<String, Map<Severity, Long>> findingsByFile,
        List<FindingCode> reasons,
        Optional<Comparison> comparison,
        OutputFolder output,
        Optional<Placed> placed,
        Optional<String> failure) {

    /** Returns the exit code of the contract. */
    public int exitCode() {
        boolean foundErrors = state == RunState.CHECKED && findings.count(Severity.ERROR) > 0;
        return foundErrors ? RunState.REJECTED.exitCode() : state.exitCode();
    }

    /**
     * Returns the codes that a check did not look for: what stops a mapping is known only of one that was made, for a given
     * identity and day. None of other runs.
     */
    public List<FindingCode> notChecked() {
        boolean judged = settings.dayGiven() && roster.isPresent();
        return state == RunState.CHECKED && !judged ? List.copyOf(StopChecks.CODES) : List.of();
    }

    /** Returns what the state folder remembers of this. */
    public LastRun remembered(Instant now) {
        return new LastRun(
                state.word(),
                now.toString(),
                settings.asOf().toString(),
                counts,
                reasons.stream().map(FindingCode::code).toList(),
                failure.orElse(null));
    }
}
