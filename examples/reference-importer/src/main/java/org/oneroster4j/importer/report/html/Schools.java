package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.SchoolCounts;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.html.Report.School;
import org.oneroster4j.importer.report.html.Report.SchoolTable;

/** Joins by school what the mapping, the comparison and the check of a run count; each of them may be missing. */
final class Schools {
    /** A state has a thousand schools. A broken file may have any number, and the page has to open. */
    private static final int SHOWN = 2_000;

    private static final List<String> MAPPED = List.of("Groups", "Students", "Staff with access");
    private static final List<String> CHANGED =
            List.of("Groups added", "Groups removed", "Members lost", "Accesses lost");
    private static final List<String> COMPARED = List.of(
            "Groups added",
            "Groups removed",
            "Groups with another name",
            "Members gained",
            "Members lost",
            "Accesses gained",
            "Accesses lost");
    private static final List<String> CHECKED = List.of(
            "Students without enrollments",
            "Teachers without enrollments",
            "Classes without students",
            "Classes without teachers");

    private final Map<String, SchoolCounts> mapped = new TreeMap<>();
    private final Map<String, org.oneroster4j.csv.check.SchoolCounts> checked = new TreeMap<>();
    private final Map<String, SchoolChanges.OfSchool> changed;
    private final boolean isMapped;
    private final boolean isChecked;
    private final Map<String, String> names;

    private final boolean isCompared;

    private Schools(
            RunResult run, Map<String, SchoolChanges.OfSchool> changed, Map<String, String> names, boolean isCompared) {
        this.changed = changed;
        this.names = names;
        this.isCompared = isCompared;
        this.isMapped = run.roster().isPresent();
        this.isChecked = run.sanity().isPresent();
        run.roster()
                .map(ImperoRoster::schools)
                .orElse(List.of())
                .forEach(school -> mapped.put(school.schoolId(), school));
        run.sanity().map(Sanity::schools).orElse(List.of()).forEach(school -> checked.put(school.sourcedId(), school));
    }

    /**
     * Makes the table.
     *
     * @param names names of orgs by sourcedId
     * @param isCompared whether what changes is what the page is about, and all of it is shown
     */
    static SchoolTable table(
            RunResult run, Map<String, SchoolChanges.OfSchool> changed, Map<String, String> names, boolean isCompared) {
        return new Schools(run, changed, names, isCompared).table();
    }

    private SchoolTable table() {
        List<String> columns = new ArrayList<>();
        columns.addAll(isMapped ? MAPPED : List.of());
        columns.addAll(changed.isEmpty() ? List.of() : isCompared ? COMPARED : CHANGED);
        columns.addAll(isChecked ? CHECKED : List.of());
        TreeMap<String, String> ids = new TreeMap<>();
        mapped.keySet().forEach(id -> ids.put(id, ""));
        changed.keySet().forEach(id -> ids.put(id, ""));
        checked.keySet().forEach(id -> ids.put(id, ""));
        List<School> rows = ids.keySet().stream()
                .sorted(Comparator.comparing((String id) -> note(id).isEmpty())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(this::school)
                .toList();
        return new SchoolTable(columns, rows, ids.size() - rows.size());
    }

    private School school(String id) {
        List<Integer> numbers = new ArrayList<>();
        if (isMapped) {
            @Nullable SchoolCounts counts = mapped.get(id);
            numbers.addAll(
                    counts == null ? List.of(0, 0, 0) : List.of(counts.groups(), counts.students(), counts.staff()));
        }
        if (!changed.isEmpty()) {
            SchoolChanges.OfSchool counts = changed.getOrDefault(id, new SchoolChanges.OfSchool());
            numbers.addAll(isCompared ? counts.all() : counts.losses());
        }
        if (isChecked) {
            org.oneroster4j.csv.check.@Nullable SchoolCounts counts = checked.get(id);
            numbers.addAll(
                    counts == null
                            ? List.of(0, 0, 0, 0)
                            : List.of(
                                    counts.studentsWithoutEnrollments(),
                                    counts.teachersWithoutEnrollments(),
                                    counts.classesWithoutStudents(),
                                    counts.classesWithoutTeachers()));
        }
        return new School(id.isEmpty() ? "(no school)" : Texts.shown(id), name(id), note(id), List.copyOf(numbers));
    }

    private String name(String id) {
        @Nullable SchoolCounts counts = mapped.get(id);
        return Texts.shown(counts == null ? names.getOrDefault(id, "") : counts.schoolName());
    }

    private String note(String id) {
        SchoolChanges.@Nullable OfSchool counts = changed.get(id);
        return counts != null && counts.isGone() ? "gone" : "";
    }
}
