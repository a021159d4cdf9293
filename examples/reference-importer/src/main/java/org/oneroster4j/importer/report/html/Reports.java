package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.csv.check.SchoolCounts;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.job.Comparison;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.report.html.Report.Counter;
import org.oneroster4j.importer.report.html.Report.Fact;
import org.oneroster4j.importer.report.html.Report.Outcome;

/** Makes of a run what the page shows. */
final class Reports {
    private static final String BESIDE_A_RUN =
            "Written by the reference importer of oneroster4j beside findings.csv, which has up to a thousand findings of"
                    + " each code, and summary.json for programs.";

    private static final String ALONE = "Written by the reference importer of oneroster4j. The findings are those of ";

    private Reports() {}

    static Report of(RunResult run, List<String> release) {
        Map<String, SchoolChanges.OfSchool> changed = run.comparison()
                .flatMap(Comparison::detail)
                .map(SchoolChanges::of)
                .orElse(Map.of());
        return new Report(
                Verdicts.of(run),
                Steps.of(run, changed, run.schoolNames(), release),
                run.roster().map(roster -> outcome(run, roster)).stream().toList(),
                ChangeSections.of(run),
                run.sanity().map(Sanity::total).map(Reports::counters).orElse(List.of()),
                Findings.groups(run),
                Schools.table(run, changed, run.schoolNames(), false),
                run.roster().map(Bars::groupSizes).orElse(List.of()),
                Bars.files(run.findingsByFile()),
                Facts.settings(run),
                Facts.versions(run),
                BESIDE_A_RUN);
    }

    /** What a drop would change, and what was found in it. What Impero would show is told by the run that publishes it. */
    static Report of(Compared compared) {
        RunResult run = compared.run();
        Map<String, SchoolChanges.OfSchool> changed = SchoolChanges.of(compared.changes());
        return new Report(
                Verdicts.of(compared),
                Steps.of(compared, changed),
                List.of(),
                ChangeSections.of(compared),
                List.of(),
                Findings.groups(run),
                Schools.table(run, changed, compared.schoolNames(), true),
                List.of(),
                Bars.files(run.findingsByFile()),
                Facts.settings(compared),
                Facts.versions(),
                ALONE + Texts.shown(compared.to()) + ".");
    }

    private static Outcome outcome(RunResult run, ImperoRoster roster) {
        Counts counts = roster.counts();
        MappingSettings mapping = run.settings().mapping().orElseThrow();
        List<Fact> leftOut = new ArrayList<>();
        run.leftOut().forEach((code, rows) -> leftOut.add(new Fact(code, Texts.number(rows))));
        return new Outcome(
                run.state() == RunState.PUBLISHED
                        ? "What Impero shows after its next import"
                        : "What Impero would show",
                Bars.caps(counts, mapping),
                List.of(
                        new Fact("Groups", Texts.number(counts.groups())),
                        new Fact("Users", Texts.number(counts.users())),
                        new Fact("Students", Texts.number(counts.students())),
                        new Fact("Staff in the access rights list", Texts.number(counts.staff())),
                        new Fact("Students in groups", Texts.number(counts.members(), "membership")),
                        new Fact(
                                "Staff with groups",
                                counts.access() == 1 ? "1 access" : Texts.number(counts.access()) + " accesses"),
                        new Fact("Rows merged with others", Texts.number(run.rowsMerged())),
                        new Fact(
                                "Left out if Impero matched by the other name",
                                Texts.number(run.missingUnderOtherIdentity().orElse(0)))),
                leftOut);
    }

    private static List<Counter> counters(SchoolCounts total) {
        return List.of(
                new Counter("Students without enrollments", total.studentsWithoutEnrollments(), total.students()),
                new Counter("Teachers without enrollments", total.teachersWithoutEnrollments(), total.teachers()),
                new Counter("Classes without students", total.classesWithoutStudents(), total.classes()),
                new Counter("Classes without teachers", total.classesWithoutTeachers(), total.classes()),
                new Counter("Classes without periods", total.classesWithoutPeriods(), total.classes()),
                new Counter("Courses without classes", total.coursesWithoutClasses(), total.courses()));
    }
}
