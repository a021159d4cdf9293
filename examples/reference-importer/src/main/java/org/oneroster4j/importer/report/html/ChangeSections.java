package org.oneroster4j.importer.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.GroupChange;
import org.oneroster4j.impero.change.PublishedGroup;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.importer.job.Comparison;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.report.html.Report.Change;
import org.oneroster4j.importer.report.html.Report.ChangeList;
import org.oneroster4j.importer.report.html.Report.ChangeRow;
import org.oneroster4j.importer.report.html.Report.ChangesShown;
import org.oneroster4j.importer.report.html.Report.Fact;

/** What changes, in numbers and the first of it one by one. */
final class ChangeSections {
    private static final String SINCE = "What changes since the last publication";

    /** So many groups of each kind are named in a line; there may be a hundred thousand. */
    private static final int NAMED = 20;

    /** So many stand in a table. */
    private static final int LISTED = 50;

    private static final Comparator<GroupChange> WORST_FIRST = Comparator.comparingLong(
                    (GroupChange group) -> (long) group.membersLost() + group.accessLost())
            .reversed()
            .thenComparing(GroupChange::groupId);

    private final Changes changes;
    private final boolean showValues;

    private ChangeSections(Changes changes, boolean showValues) {
        this.changes = changes;
        this.showValues = showValues;
    }

    /** Shows what a run changes in what was published last. */
    static ChangesShown of(RunResult run) {
        if (run.comparison().isEmpty()) {
            return ChangesShown.none(
                    SINCE,
                    run.settings().state().isEmpty()
                            ? "Nothing was compared: the run has no state folder."
                            : "Nothing was compared: the run did not get so far.");
        }
        Comparison comparison = run.comparison().get();
        if (comparison.since().isEmpty()) {
            return ChangesShown.none(SINCE, "Nothing was published before.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Compared with what was published for " + comparison.since().get() + ".");
        if (comparison.released()) {
            sentences.add("A brake would have held this run; somebody approved it.");
        }
        Optional<ChangeSections> detail =
                comparison.detail().map(changes -> new ChangeSections(changes, showsValues(run)));
        return new ChangesShown(
                SINCE,
                sentences,
                rows(comparison.changes()),
                List.of(),
                detail.map(ChangeSections::groups).orElse(List.of()),
                detail.map(ChangeSections::tables).orElse(List.of()));
    }

    /** Shows what a drop would change. */
    static ChangesShown of(Compared compared) {
        Changes changes = compared.changes();
        ChangeSections sections = new ChangeSections(changes, showsValues(compared.run()));
        MappingSettings mapping = compared.run().settings().mapping().orElseThrow();
        List<Change> rows = new ArrayList<>(rows(changes.counts()));
        rows.add(new Change(
                "People in Impero",
                changes.usersGained().size(),
                changes.usersLost().size()));
        return new ChangesShown(
                "What would change in Impero",
                List.of(
                        "From " + Texts.shown(compared.from()) + " to " + Texts.shown(compared.to()) + ".",
                        compared.table()
                                .map(file -> "Every single change is in " + Texts.shown(file) + ".")
                                .orElse("diff --csv FILE lists every single change.")),
                rows,
                Moves.of(changes, mapping.identity().column()),
                sections.groups(),
                sections.tables());
    }

    private static boolean showsValues(RunResult run) {
        return run.settings().showValues();
    }

    private static List<Change> rows(ChangeCounts counts) {
        return List.of(
                new Change("Groups", counts.groupsAdded(), counts.groupsRemoved()),
                new Change("Groups with another name", counts.groupsRenamed(), counts.groupsRenamed()),
                new Change("Students in groups", counts.membersGained(), counts.membersLost()),
                new Change("Staff with access to groups", counts.accessGained(), counts.accessLost()),
                new Change("Staff in the access rights list", counts.consoleUsersGained(), counts.consoleUsersLost()));
    }

    private List<Fact> groups() {
        List<Fact> groups = new ArrayList<>();
        named("Added", changes.groupsAdded(), groups);
        named("With another name", changes.groupsRenamed(), groups);
        return List.copyOf(groups);
    }

    private void named(String what, List<PublishedGroup> some, List<Fact> named) {
        if (!some.isEmpty()) {
            List<String> shown = some.stream().limit(NAMED).map(this::shown).toList();
            int more = some.size() - shown.size();
            named.add(new Fact(
                    what, String.join(", ", shown) + (more > 0 ? ", and " + Texts.number(more) + " more" : "")));
        }
    }

    /** The name of a group may have that of a teacher in it. */
    private String shown(PublishedGroup group) {
        return Texts.shown(showValues ? group.groupId() + " (" + group.groupName() + ")" : group.groupId());
    }

    private List<ChangeList> tables() {
        List<ChangeList> tables = new ArrayList<>();
        Map<String, PublishedGroup> before = new HashMap<>();
        changes.groupsRemoved().forEach(group -> before.put(group.groupId(), group));
        List<GroupChange> removed =
                changes.groups().stream().filter(GroupChange::isRemoved).toList();
        List<ChangeRow> groups = removed.stream()
                .sorted(WORST_FIRST)
                .limit(LISTED)
                .map(change -> removed(change, Objects.requireNonNull(before.get(change.groupId()))))
                .toList();
        add(
                new ChangeList(
                        "groups-that-go",
                        "Groups that go",
                        List.of("Group", "School"),
                        List.of("Members", "Accesses"),
                        groups,
                        removed.size() - groups.size()),
                tables);
        add(access("access-that-goes", "Access that goes", changes.accessLost()), tables);
        add(access("access-that-is-new", "Access that is new", changes.accessGained()), tables);
        return List.copyOf(tables);
    }

    private static void add(ChangeList table, List<ChangeList> tables) {
        if (!table.rows().isEmpty()) {
            tables.add(table);
        }
    }

    private ChangeRow removed(GroupChange change, PublishedGroup group) {
        return new ChangeRow(
                List.of(shown(group), Texts.shown(group.schoolId())),
                List.of(change.membersLost(), change.accessLost()));
    }

    private ChangeList access(String id, String title, List<PublishedLink> links) {
        List<ChangeRow> rows = links.stream()
                .limit(LISTED)
                .map(link -> new ChangeRow(
                        List.of(
                                Texts.shown(showValues ? link.userId() + " (" + link.identity() + ")" : link.userId()),
                                Texts.shown(link.groupId())),
                        List.of()))
                .toList();
        return new ChangeList(id, title, List.of("Staff", "Group"), List.of(), rows, links.size() - rows.size());
    }
}
