package org.oneroster4j.importer.report.html;

import java.util.List;
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
                                : "Nothing in the drop needs anybody.";
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
