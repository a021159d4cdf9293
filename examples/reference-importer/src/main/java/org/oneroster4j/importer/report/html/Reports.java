package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.csv.check.SchoolCounts;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.PublishedGroup;
import org.oneroster4j.importer.job.Comparison;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.report.html.Report.Change;
import org.oneroster4j.importer.report.html.Report.ChangesShown;
import org.oneroster4j.importer.report.html.Report.Counter;
import org.oneroster4j.importer.report.html.Report.Fact;
import org.oneroster4j.importer.report.html.Report.Outcome;

/** Makes of a run what the page shows. */
final class Reports {
    /** So many groups of each kind are named; there may be a hundred thousand. */
    private static final int GROUPS = 20;

    private Reports() {}

    static Report of(RunResult run, List<String> release) {
        Map<String, SchoolChanges.OfSchool> changed = run.comparison()
                .flatMap(Comparison::detail)
                .map(SchoolChanges::of)
                .orElse(Map.of());
        return new Report(
                Verdicts.of(run),
                Steps.of(run, changed, release),
                run.roster().map(roster -> outcome(run, roster)).stream().toList(),
                changes(run),
                run.sanity().map(Sanity::total).map(Reports::counters).orElse(List.of()),
                Findings.groups(run),
                Schools.table(run, changed),
                run.roster().map(Bars::groupSizes).orElse(List.of()),
                Bars.files(run.findingsByFile()),
                Facts.settings(run),
                Facts.versions(run));
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

    private static ChangesShown changes(RunResult run) {
        if (run.comparison().isEmpty()) {
            String why = run.settings().state().isEmpty()
                    ? "Nothing was compared: the run has no state folder."
                    : "Nothing was compared: the run did not get so far.";
            return new ChangesShown(List.of(why), List.of(), List.of());
        }
        Comparison comparison = run.comparison().get();
        if (comparison.since().isEmpty()) {
            return new ChangesShown(List.of("Nothing was published before."), List.of(), List.of());
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Compared with what was published for " + comparison.since().get() + ".");
        if (comparison.released()) {
            sentences.add("A brake would have held this run; somebody approved it.");
        }
        return new ChangesShown(
                sentences,
                rows(comparison.changes()),
                comparison.detail().map(detail -> named(detail, run)).orElse(List.of()));
    }

    private static List<Change> rows(ChangeCounts counts) {
        return List.of(
                new Change("Groups", counts.groupsAdded(), counts.groupsRemoved()),
                new Change("Groups with another name", counts.groupsRenamed(), counts.groupsRenamed()),
                new Change("Students in groups", counts.membersGained(), counts.membersLost()),
                new Change("Staff with access to groups", counts.accessGained(), counts.accessLost()),
                new Change("Staff in the access rights list", counts.consoleUsersGained(), counts.consoleUsersLost()));
    }

    private static List<Fact> named(Changes changes, RunResult run) {
        List<Fact> named = new ArrayList<>();
        named("Removed", changes.groupsRemoved(), run, named);
        named("Added", changes.groupsAdded(), run, named);
        return List.copyOf(named);
    }

    /** The name of a group may have that of a teacher in it. */
    private static void named(String what, List<PublishedGroup> groups, RunResult run, List<Fact> named) {
        List<String> some = groups.stream()
                .limit(GROUPS)
                .map(group -> Texts.shown(
                        run.settings().showValues()
                                ? group.groupId() + " (" + group.groupName() + ")"
                                : group.groupId()))
                .toList();
        if (!some.isEmpty()) {
            int more = groups.size() - some.size();
            named.add(new Fact(
                    what, String.join(", ", some) + (more > 0 ? ", and " + Texts.number(more) + " more" : "")));
        }
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
