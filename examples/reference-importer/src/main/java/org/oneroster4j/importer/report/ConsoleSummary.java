package org.oneroster4j.importer.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.csv.check.SchoolCounts;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.Severity;

/** A run for the person at the terminal: the verdict, the numbers, what is worst and what to do about it. */
public final class ConsoleSummary {
    private static final int SHOWN = 5;

    private final RunResult run;
    private final Paint paint;
    private final boolean verbose;
    private final List<String> lines = new ArrayList<>();

    private ConsoleSummary(RunResult run, Paint paint, boolean verbose) {
        this.run = run;
        this.paint = paint;
        this.verbose = verbose;
    }

    /** Returns the lines without colours, at most twenty. */
    public static List<String> lines(RunResult run) {
        return lines(run, Paint.NONE, Optional.empty(), false);
    }

    /**
     * Returns the lines, at most twenty unless more are asked for.
     *
     * @param report where all findings can be read; absent when nobody asked for it
     * @param verbose whether all errors and warnings are told, and not the first five codes
     */
    public static List<String> lines(RunResult run, Paint paint, Optional<Path> report, boolean verbose) {
        ConsoleSummary summary = new ConsoleSummary(run, paint, verbose);
        summary.tell(report);
        return List.copyOf(summary.lines);
    }

    private void tell(Optional<Path> report) {
        lines.add(verdict());
        run.failure().ifPresent(lines::add);
        top();
        run.comparison().ifPresent(comparison -> lines.addAll(ChangeLines.of(run, comparison)));
        NextStep.of(run, report).ifPresent(step -> lines.add(paint.strong("Next:") + " " + step));
        Counts counts = run.counts();
        if (!counts.equals(Counts.NONE)) {
            lines.add(number(counts.groups(), "group") + ", " + number(counts.users(), "user") + " ("
                    + number(counts.students(), "student") + ", " + counts.staff() + " staff), "
                    + number(counts.members(), "member") + ", "
                    + (counts.access() == 1 ? "1 access" : counts.access() + " accesses"));
        }
        if (!run.leftOut().isEmpty()) {
            lines.add("Rows left out: "
                    + run.leftOut().entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", ")));
        }
        run.sanity().map(Sanity::total).ifPresent(total -> lines.add(inWords(total)));
        notChecked();
        FindingSummary findings = run.findings();
        lines.add(number(findings.count(Severity.ERROR), "error") + ", "
                + number(findings.count(Severity.WARNING), "warning") + ", "
                + number(findings.count(Severity.NOTICE), "notice"));
    }

    private void notChecked() {
        if (!run.notChecked().isEmpty()) {
            lines.add(whyNotChecked()
                    + run.notChecked().stream().map(FindingCode::code).collect(Collectors.joining(", ")) + ".");
        }
    }

    private String whyNotChecked() {
        String identity = run.settings().mapping().isPresent() ? "" : "--identity";
        String day = run.settings().dayGiven() ? "" : "--as-of";
        String both =
                Stream.of(identity, day).filter(option -> !option.isEmpty()).collect(Collectors.joining(" and "));
        return both.isEmpty() ? "Not checked, because of the errors: " : "Not checked without " + both + ": ";
    }

    private static String inWords(SchoolCounts total) {
        return "Without enrollments: " + total.studentsWithoutEnrollments() + " of "
                + number(total.students(), "student")
                + ", " + total.teachersWithoutEnrollments() + " of " + number(total.teachers(), "teacher")
                + ". Without students: " + total.classesWithoutStudents() + ", without teachers: "
                + total.classesWithoutTeachers() + ", without periods: " + total.classesWithoutPeriods() + " of "
                + number(total.classes(), "class", "classes") + ". Without classes: " + total.coursesWithoutClasses()
                + " of " + number(total.courses(), "course") + ".";
    }

    private static String number(long count, String noun) {
        return number(count, noun, noun + "s");
    }

    private static String number(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private String verdict() {
        String said = verdict(run);
        return switch (run.state()) {
            case PUBLISHED, DRY_RUN, PLANNED, LOOKED -> paint.good(said);
            case HELD -> paint.caution(said);
            case REJECTED, FAILED -> paint.bad(said);
            case CHECKED -> run.exitCode() == 0 ? paint.good(said) : paint.bad(said);
        };
    }

    private static String verdict(RunResult run) {
        String day = " (as of " + run.settings().asOf() + ")";
        return switch (run.state()) {
            case PUBLISHED -> "Published" + day + ".";
            case DRY_RUN -> "Dry run" + day + ": would be published. Nothing was written.";
            case REJECTED -> "Rejected" + day + ": nothing was written.";
            case HELD -> "Held" + day + ": nothing was written.";
            case FAILED -> failed(run);
            case CHECKED ->
                run.findings().count(Severity.ERROR) > 0 ? "Checked: there are errors." : "Checked: no errors.";
            case PLANNED -> "Planned" + day + ".";
            case LOOKED -> "Looked at" + day + ". Nothing was written.";
        };
    }

    private static String failed(RunResult run) {
        return switch (run.output()) {
            case REPLACED -> "Failed, but not before the files were in the output folder.";
            case MIXED -> "Failed: the output folder has files of two runs. The next run puts that right first.";
            case AS_BEFORE ->
                run.settings().out().isPresent() ? "Failed: what was in the output folder is still there." : "Failed.";
        };
    }

    /** What stopped the run; else what is wrong with the drop. */
    private void top() {
        List<FindingCode> reasons = run.reasons();
        List<FindingCode> worst = ReportFolder.inOrder(run.findings()).stream()
                .filter(code -> run.findings().severity(code) == Severity.ERROR
                        || (verbose && run.findings().severity(code) == Severity.WARNING))
                .toList();
        boolean stopped = run.state() == RunState.REJECTED || run.state() == RunState.HELD;
        List<FindingCode> told = stopped ? reasons : worst;
        // Why so many rows are rejected is what their own errors say.
        boolean isOfRows = reasons.contains(ImperoCode.TOO_MANY_REJECTED_ROWS);
        if (stopped && (verbose || isOfRows)) {
            told = Stream.concat(reasons.stream(), worst.stream()).distinct().toList();
        }
        told.stream().limit(verbose ? told.size() : SHOWN).forEach(this::explain);
    }

    private void explain(FindingCode code) {
        List<Finding> kept = run.findings().kept(code);
        long more = run.findings().count(code) - 1;
        String name =
                run.findings().severity(code) == Severity.ERROR ? paint.bad(code.code()) : paint.caution(code.code());
        lines.add("  " + name + place(kept.get(0).location()) + ": "
                + kept.get(0).message() + (more > 0 ? " (and " + more + " more)" : ""));
        lines.add("    " + code.definition().fix());
    }

    private static String place(Location location) {
        String line = location.lineNumber().isPresent()
                ? ", line " + location.lineNumber().getAsLong()
                : "";
        String column = location.columnName().isEmpty() ? "" : ", " + location.columnName();
        return location.fileName().isEmpty() ? "" : " (" + location.fileName() + line + column + ")";
    }
}
