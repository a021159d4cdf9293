package org.oneroster4j.importer.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.importer.state.Edition;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.HeldRun;
import org.oneroster4j.importer.state.LastRun;
import org.oneroster4j.importer.state.StateFolder;

/**
 * What a state folder says of the runs.
 *
 * @param state how the last run ended; null before the first, and so are the next four
 * @param time when it ended
 * @param asOf the day it was for
 * @param counts rows and people, as far as known
 * @param reasons the codes that stopped or hold it
 * @param failure in a sentence, what could not be read or written; null when nothing failed
 * @param published what was published last; null before the first time
 * @param held the run that is held; null when none is
 * @param approved whether it is approved, and will be published when it is run again
 */
public record StateReport(
        @JsonProperty @Nullable String state,
        @JsonProperty @Nullable String time,
        @JsonProperty @Nullable String asOf,
        @JsonProperty @Nullable Counts counts,
        @JsonProperty List<String> reasons,
        @JsonProperty @Nullable String failure,
        @JsonProperty @Nullable LastPublished published,
        @JsonProperty @Nullable HeldRun held,
        @JsonProperty boolean approved) {

    /**
     * What was published last.
     *
     * @param time when
     * @param asOf the day it was for
     * @param fingerprint which run it was
     */
    record LastPublished(
            @JsonProperty String time,
            @JsonProperty String asOf,
            @JsonProperty String fingerprint) {
        static LastPublished of(Edition edition) {
            return new LastPublished(edition.time(), edition.asOf(), edition.fingerprint());
        }
    }

    /**
     * Reads a state folder.
     *
     * @throws org.oneroster4j.importer.state.StateException when it is damaged
     */
    public static StateReport of(StateFolder folder) throws IOException {
        Optional<LastRun> last = folder.lastRun();
        Optional<HeldRun> held = folder.held();
        boolean approved = folder.approved()
                .filter(approval -> held.map(HeldRun::fingerprint)
                        .filter(approval.fingerprint()::equals)
                        .isPresent())
                .isPresent();
        return new StateReport(
                last.map(LastRun::state).orElse(null),
                last.map(LastRun::time).orElse(null),
                last.map(LastRun::asOf).orElse(null),
                last.map(LastRun::counts).orElse(null),
                last.map(LastRun::reasons).orElse(List.of()),
                last.map(LastRun::failure).orElse(null),
                folder.current().map(Generation::edition).map(LastPublished::of).orElse(null),
                held.orElse(null),
                approved);
    }

    /** Returns it in lines for people. */
    public List<String> lines() {
        return lines("convert the same drop again");
    }

    /**
     * Returns it in lines for people.
     *
     * @param next what has to be done to publish a run that is approved
     */
    public List<String> lines(String next) {
        List<String> lines = new ArrayList<>();
        lines.add(state == null ? "No run yet." : "Last run: " + state + " at " + time + " (as of " + asOf + ").");
        if (failure != null) {
            lines.add(failure);
        }
        if (counts != null && !counts.equals(Counts.NONE)) {
            lines.add("Groups: " + counts.groups() + ", users: " + counts.users() + " (students: " + counts.students()
                    + ", staff: " + counts.staff() + "), members: " + counts.members() + ", accesses: "
                    + counts.access() + ".");
        }
        if (!reasons.isEmpty()) {
            lines.add("Reasons: " + String.join(", ", reasons));
        }
        if (published != null) {
            lines.add("Last published: at " + published.time() + " (as of " + published.asOf() + "), run "
                    + ChangeLines.shown(published.fingerprint()) + ".");
        }
        if (held != null) {
            lines.add("Held since " + held.time() + ": run " + ChangeLines.shown(held.fingerprint()) + " (as of "
                    + held.asOf() + ")" + (approved ? ", approved: " + next + "." : "."));
            held.reasons().forEach(reason -> lines.add("  " + reason.code() + ": " + reason.message()));
        }
        return lines;
    }

    /** Returns it as JSON, with a line end behind it. */
    public String json() {
        return Json.text(this);
    }
}
