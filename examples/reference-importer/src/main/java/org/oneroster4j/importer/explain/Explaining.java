package org.oneroster4j.importer.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.ExplainedEnrollment;
import org.oneroster4j.impero.Explanation;
import org.oneroster4j.impero.Explanations;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.LinkPlaces;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.FindingCode;

/** Answers a question about a drop that was mapped. */
public final class Explaining {
    private final OneRosterDrop drop;
    private final ImperoRoster roster;
    private final MappingSettings settings;
    private final Question question;
    private final String id;

    private Explaining(OneRosterDrop drop, ImperoRoster roster, MappingSettings settings, Question question) {
        // What is wrong with the rows was told when they were mapped.
        this.drop = drop.telling(again -> {});
        this.roster = roster;
        this.settings = settings;
        this.question = question;
        this.id = CellText.trimmed(question.sourcedId());
    }

    /**
     * Answers a question.
     *
     * @param drop the drop that was mapped
     * @param settings those it was mapped by
     */
    public static Answer of(OneRosterDrop drop, ImperoRoster roster, MappingSettings settings, Question question) {
        Explaining explaining = new Explaining(drop, roster, settings, question);
        return question.kind() == Question.Kind.CLASS ? explaining.schoolClass() : explaining.user();
    }

    private Answer schoolClass() {
        Explanations explanations = Explanations.of(roster, drop);
        List<Explanation> rows = explanations.schoolClass(id);
        List<ExplainedRow> enrollments = new ArrayList<>();
        explanations.enrollmentsOfClass(id, row -> enrollments.add(ExplainedRow.of(row, because(row))));
        List<Group> groups = roster.groups();
        int group = Collections.binarySearch(
                new Ids(groups.size(), place -> groups.get(place).groupId()), id);
        List<String> members = new ArrayList<>();
        linked(roster.memberPlaces(), group, true, (link, user) -> members.add(userId(user)));
        List<Answer.Right> access = new ArrayList<>();
        linked(roster.accessPlaces(), group, true, (link, user) -> access.add(right(link, userId(user))));
        return new Answer(
                "class",
                id,
                settings.asOf().toString(),
                settings.identity().column(),
                !rows.isEmpty(),
                group >= 0,
                null,
                roster.lastDayOfClass(id).map(LocalDate::toString).orElse(null),
                group >= 0 && question.showValues() ? groups.get(group).groupName() : null,
                null,
                rows.isEmpty() ? similar(drop.classes()) : null,
                rows.stream().map(ExplainedRow::of).toList(),
                members,
                access,
                enrollments);
    }

    private Answer user() {
        Explanations explanations = Explanations.of(roster, drop);
        List<Explanation> rows = explanations.user(id);
        List<ExplainedRow> enrollments = new ArrayList<>();
        explanations.enrollmentsOfUser(id, row -> enrollments.add(ExplainedRow.of(row, because(row))));
        Optional<String> speaker =
                rows.stream().flatMap(row -> row.speaker().stream()).findFirst();
        List<ImperoUser> users = roster.users();
        int user = Collections.binarySearch(
                new Ids(users.size(), place -> users.get(place).userId()), speaker.orElse(id));
        List<String> members = new ArrayList<>();
        linked(roster.memberPlaces(), user, false, (link, group) -> members.add(groupId(group)));
        List<Answer.Right> access = new ArrayList<>();
        linked(roster.accessPlaces(), user, false, (link, group) -> access.add(right(link, groupId(group))));
        boolean shown = user >= 0 && question.showValues();
        return new Answer(
                "user",
                id,
                settings.asOf().toString(),
                settings.identity().column(),
                !rows.isEmpty(),
                user >= 0,
                speaker.orElse(null),
                null,
                shown ? users.get(user).givenName() + " " + users.get(user).familyName() : null,
                shown ? users.get(user).identity(settings.identity()) : null,
                rows.isEmpty() ? similar(drop.users()) : null,
                rows.stream().map(ExplainedRow::of).toList(),
                members,
                access,
                enrollments);
    }

    private interface Linked {
        void link(int link, int other);
    }

    /** Goes through the links of a group, or of a person, with the other end of each. */
    private static void linked(LinkPlaces links, int place, boolean ofGroup, Linked linked) {
        for (int link = 0; link < links.size(); link++) {
            if (place >= 0 && (ofGroup ? links.group(link) : links.user(link)) == place) {
                linked.link(link, ofGroup ? links.user(link) : links.group(link));
            }
        }
    }

    private String userId(int user) {
        return roster.users().get(user).userId();
    }

    private String groupId(int group) {
        return roster.groups().get(group).groupId();
    }

    private Answer.Right right(int link, String other) {
        Access access = roster.access().get(link);
        return new Answer.Right(other, access.role().token(), access.primary());
    }

    /** Why the other thing that an enrollment names is not there, where that is why the enrollment is left out. */
    private Optional<String> because(ExplainedEnrollment row) {
        boolean ofClass = question.kind() == Question.Kind.CLASS;
        Optional<FindingCode> code = row.explanation().code();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        FindingCode left = code.get();
        if (!ofClass && (left == ImperoCode.CLASS_NOT_TAKEN || left == ImperoCode.GROUP_NOT_WRITTEN)) {
            return roster.explainClass(row.classSourcedId()).map(Explanation::sentence);
        }
        if (ofClass && left == ImperoCode.USER_LEFT_OUT) {
            return roster.explainUser(row.userSourcedId()).map(Explanation::sentence);
        }
        if (left == ImperoCode.DANGLING_ENROLLMENT) {
            return Optional.of(
                    roster.explainClass(row.classSourcedId()).isEmpty()
                            ? "No row describes the class " + row.classSourcedId() + "."
                            : "No row describes the person " + row.userSourcedId() + ".");
        }
        return Optional.empty();
    }

    private <T extends RosterRecord> @Nullable String similar(RosterRows<T> rows) {
        String key = id.toLowerCase(Locale.ROOT);
        try (rows) {
            for (Row<T> row : rows) {
                if (row.rejection().isEmpty()
                        && row.sourcedId().toLowerCase(Locale.ROOT).equals(key)) {
                    return row.sourcedId();
                }
            }
        }
        return null;
    }
}
