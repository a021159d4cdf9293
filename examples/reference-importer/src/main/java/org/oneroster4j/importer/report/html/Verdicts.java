package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.List;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.html.Report.Mood;
import org.oneroster4j.importer.report.html.Report.Verdict;
import org.oneroster4j.model.finding.Severity;

/** How a run ended, for somebody who has never seen one. */
final class Verdicts {
    private static final String STAYS = "Nothing was published. What was published before stays as it is.";

    private Verdicts() {}

    static Verdict of(RunResult run) {
        return new Verdict(mood(run), title(run), List.of(sentence(run)), counts(run));
    }

    /** What a drop would change. */
    static Verdict of(Compared compared) {
        Changes changes = compared.changes();
        boolean nothing = changes.isEmpty();
        boolean goes = isGoing(changes.counts());
        String title = nothing
                ? "Compared: nothing would change in Impero"
                : goes ? "Compared: something would go from Impero" : "Compared: something would be new in Impero";
        List<String> sentences = new ArrayList<>();
        sentences.add("From " + Texts.shown(compared.from()) + " to " + Texts.shown(compared.to()) + ".");
        if (!nothing) {
            sentences.add(goes ? going(changes) : "Nothing would go.");
            sentences.add(coming(changes.counts()));
        }
        sentences.add("Nothing was written for Impero: this only looked.");
        return new Verdict(
                goes || hasErrors(compared.run()) ? Mood.LOOK : Mood.GOOD,
                title,
                List.copyOf(sentences),
                "Found in the drop: " + counts(compared.run()));
    }

    private static boolean isGoing(ChangeCounts counts) {
        return counts.groupsRemoved() + counts.membersLost() + counts.accessLost() + counts.consoleUsersLost() > 0;
    }

    /** Returns in a sentence what would go. */
    static String going(Changes changes) {
        ChangeCounts counts = changes.counts();
        Published before = changes.before();
        return "Would go: "
                + part(counts.groupsRemoved(), before.groups().size(), "groups") + ", "
                + part(counts.membersLost(), before.members().size(), "memberships") + ", "
                + part(counts.accessLost(), before.access().size(), "accesses") + ", "
                + part(counts.consoleUsersLost(), before.consoleUsers().size(), "console users") + ".";
    }

    private static String part(int some, int all, String what) {
        return Texts.number(some) + " of " + Texts.number(all) + " " + what;
    }

    private static String coming(ChangeCounts counts) {
        return "Would be new: "
                + Texts.number(counts.groupsAdded(), "group") + ", "
                + Texts.number(counts.membersGained(), "membership") + ", "
                + (counts.accessGained() == 1 ? "1 access" : Texts.number(counts.accessGained()) + " accesses") + ", "
                + Texts.number(counts.consoleUsersGained(), "console user") + ". Would have another name: "
                + Texts.number(counts.groupsRenamed(), "group") + ".";
    }

    private static Mood mood(RunResult run) {
        return switch (run.state()) {
            case PUBLISHED, DRY_RUN, PLANNED, LOOKED -> hasErrors(run) ? Mood.LOOK : Mood.GOOD;
            case CHECKED -> wouldStop(run) ? Mood.BAD : hasErrors(run) ? Mood.LOOK : Mood.GOOD;
            case REJECTED, HELD, FAILED -> Mood.BAD;
        };
    }

    private static boolean hasErrors(RunResult run) {
        return run.findings().count(Severity.ERROR) > 0;
    }

    private static boolean wouldStop(RunResult run) {
        return run.findings().codes().stream().anyMatch(Findings::stops);
    }

    private static String title(RunResult run) {
        return switch (run.state()) {
            case PUBLISHED -> "Published";
            case DRY_RUN -> "Dry run: this would be published";
            case REJECTED -> "Rejected: the drop is at fault";
            case HELD -> "Held: too much would change at once";
            case FAILED -> "Failed: something could not be read or written";
            case CHECKED ->
                wouldStop(run)
                        ? "Checked: this drop would be rejected"
                        : hasErrors(run) ? "Checked: there are errors" : "Checked: no errors";
            case PLANNED -> "Planned";
            case LOOKED -> "Looked at";
        };
    }

    private static String sentence(RunResult run) {
        return switch (run.state()) {
            case PUBLISHED ->
                hasErrors(run)
                        ? "The files for Impero are in place. Some rows were left out; look at them when there is time."
                        : "The files for Impero are in place.";
            case DRY_RUN -> "Nothing was written: this was a trial.";
            case REJECTED -> STAYS;
            case HELD ->
                STAYS + " A change of this size is unusual, so somebody has to look at it: mend it, or release it.";
            case FAILED -> failed(run);
            case CHECKED ->
                wouldStop(run)
                        ? "A drop like this is not published: put the first of these right, and check again."
                        : hasErrors(run)
                                ? "Rows or values of the drop are not used. Whether it would be published, convert --dry-run"
                                        + " tells."
                                : run.notChecked().isEmpty()
                                        ? "Nothing in the drop needs anybody."
                                        : "Nothing in the drop needs anybody. What depends on the day was not checked.";
            case PLANNED -> "The schools are shared out over servers. Nothing was written.";
            case LOOKED -> "Nothing was written.";
        };
    }

    private static String failed(RunResult run) {
        return switch (run.output()) {
            case REPLACED -> "The new files were in the output folder before it failed.";
            case MIXED -> "The output folder has files of two runs. The next run puts that right first.";
            case AS_BEFORE -> STAYS;
        };
    }

    private static String counts(RunResult run) {
        return Texts.number(run.findings().count(Severity.ERROR), "error") + ", "
                + Texts.number(run.findings().count(Severity.WARNING), "warning") + ", "
                + Texts.number(run.findings().count(Severity.NOTICE), "notice");
    }
}
