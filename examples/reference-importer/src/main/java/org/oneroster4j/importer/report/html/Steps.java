package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.report.html.Report.Step;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Severity;

/** What to do first: what stopped the run and why, or else the worst of what was found. */
final class Steps {
    private static final int SHOWN = 5;

    /** More hints than this and nobody reads them. */
    private static final int HINTS = 5;

    private final RunResult run;
    private final Map<String, SchoolChanges.OfSchool> changed;

    private final Map<String, String> names;
    private final List<String> release;

    private Steps(
            RunResult run,
            Map<String, SchoolChanges.OfSchool> changed,
            Map<String, String> names,
            List<String> release) {
        this.run = run;
        this.changed = changed;
        this.names = names;
        this.release = release;
    }

    static List<Step> of(
            RunResult run,
            Map<String, SchoolChanges.OfSchool> changed,
            Map<String, String> names,
            List<String> release) {
        return new Steps(run, changed, names, release).steps();
    }

    /** What would go is looked at before what was found in the drop. */
    static List<Step> of(Compared compared, Map<String, SchoolChanges.OfSchool> changed) {
        Steps steps = new Steps(compared.run(), changed, compared.schoolNames(), List.of());
        List<Step> all = new ArrayList<>();
        if (changed.values().stream().anyMatch(SchoolChanges.OfSchool::isLosing)) {
            all.add(new Step(
                    "",
                    "",
                    Verdicts.going(compared.changes()),
                    "Look in the tables below whether that is meant. If not, look whether a permission in ClassLink was"
                            + " changed, or a part of the export is missing.",
                    steps.losses(),
                    0));
        }
        all.addAll(steps.steps());
        return List.copyOf(all);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        run.failure()
                .ifPresent(failure -> steps.add(new Step(
                        "",
                        "",
                        Texts.shown(failure),
                        "Put this right, and run the same command again.",
                        List.of(),
                        0)));
        List<FindingCode> codes = Findings.inOrder(run).stream()
                .filter(code ->
                        isStopped() ? Findings.stops(code) : run.findings().severity(code) == Severity.ERROR)
                .limit(SHOWN)
                .toList();
        codes.forEach(code -> add(steps, code));
        if (steps.isEmpty()) {
            Findings.inOrder(run).stream()
                    .filter(code -> run.findings().severity(code) == Severity.WARNING)
                    .limit(SHOWN)
                    .forEach(code -> add(steps, code));
        }
        if (!release.isEmpty()) {
            steps.add(approval());
        }
        return List.copyOf(steps);
    }

    /** Whether there is a cause that nothing else matters beside. */
    private boolean isStopped() {
        return run.state() != RunState.PUBLISHED
                && run.findings().codes().stream().anyMatch(Findings::stops);
    }

    /** What has the same fix as the step before has the same cause, and is told there. */
    private void add(List<Step> steps, FindingCode code) {
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last).fix().equals(code.definition().fix())) {
            steps.set(last, steps.get(last).and(Texts.shown(message(code))));
        } else {
            steps.add(step(code));
        }
    }

    private String message(FindingCode code) {
        return run.findings().kept(code).get(0).message();
    }

    private Step step(FindingCode code) {
        Finding finding = run.findings().kept(code).get(0);
        return new Step(
                code.code(),
                Texts.place(finding.location()),
                Texts.shown(message(code)),
                code.definition().fix(),
                code == ImperoCode.MISSING_HEADER
                        ? unknownColumns(finding.location().fileName())
                        : code.effect() == Effect.HOLDS_RUN ? losses() : List.of(),
                run.findings().count(code) - 1);
    }

    /** A column that is not known may be the missing one under another name, which may be anything: it is not shown. */
    private List<String> unknownColumns(String file) {
        List<Integer> numbers = run.unknownColumns().getOrDefault(file, List.of());
        if (numbers.isEmpty()) {
            return List.of();
        }
        String shown = numbers.stream().limit(HINTS).map(String::valueOf).collect(Collectors.joining(", "));
        return List.of(
                numbers.size() == 1
                        ? "Column " + shown + " of " + file + " has a name that OneRoster does not know."
                                + " Most likely that is the missing one, renamed."
                        : numbers.size() + " columns of " + file + " have names that OneRoster does not know (number "
                                + shown + (numbers.size() > HINTS ? ", …" : "")
                                + "). Perhaps the missing one is among them, renamed.");
    }

    /** Schools that lose groups, those first of which nothing is left. */
    private List<String> losses() {
        return changed.entrySet().stream()
                .filter(school -> school.getValue().removed() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, SchoolChanges.OfSchool> school) ->
                                !school.getValue().isGone())
                        .thenComparing(school -> -school.getValue().removed())
                        .thenComparing(Map.Entry::getKey))
                .limit(HINTS)
                .map(school -> loss(school.getKey(), school.getValue()))
                .toList();
    }

    private String loss(String id, SchoolChanges.OfSchool counts) {
        String name = Texts.shown(names.getOrDefault(id, ""));
        String school = id.isEmpty()
                ? "Classes without a school"
                : "School " + Texts.shown(id) + (name.isEmpty() ? "" : " (" + name + ")");
        return counts.isGone()
                ? school + ": nothing of it is left in the drop. It would lose " + counts.words()
                        + ". If only this school is gone, its permission in ClassLink was most likely taken away, or it was"
                        + " left out of the export."
                : school + " would lose " + counts.words() + ".";
    }

    /** Where the change is right, somebody says so. */
    private Step approval() {
        return new Step(
                "", "", "If the change is right, release it.", Texts.shown(String.join(" ", release)), List.of(), 0);
    }
}
