package org.oneroster4j.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The orgs and terms of a generated drop. */
final class MessyOrgs {

    static final String DISTRICT = "org-d";
    static final String DISTRICT_IDENTIFIER = "9000";
    private static final List<String> SCHOOL_NAMES =
            List.of("North Elementary", "South Middle School", "East High", "West Academy");

    /** A term and whether it covers the as-of date, as far as its row can be believed. */
    record Term(String id, boolean current) {}

    private MessyOrgs() {}

    static String schoolId(int school) {
        return "org-" + (school + 1);
    }

    static String schoolIdentifier(int school) {
        return String.valueOf(9001 + school);
    }

    static void addOrgs(DropPlan plan, Draft draft) {
        draft.add(SpecHeaders.ORGS, true, org(DISTRICT, "Lakeside District", "district", DISTRICT_IDENTIFIER, ""));
        for (int i = 0; i < plan.schools(); i++) {
            addSchool(plan, draft, i);
        }
    }

    private static void addSchool(DropPlan plan, Draft draft, int i) {
        Dice dice = plan.dice("school", i, 1);
        String parent = DISTRICT;
        if (dice.hit(Defect.ORG_TREE)) {
            String zone = "zone-" + (i + 1);
            String zoneParent = dice.pick(List.of(DISTRICT, DISTRICT, "", "org-nowhere", schoolId(i)));
            Draft.Row row = draft.add(SpecHeaders.ORGS, false, org(zone, "Zone " + (i + 1), "local", "", zoneParent));
            row.set("status", MessyText.status(dice));
            parent = dice.pick(List.of(zone, zone, zone, "", "org-nowhere", schoolId(0)));
        }
        String identifier = dice.hit(Defect.ORG_TREE)
                ? dice.pick(List.of("", schoolId(0), schoolIdentifier(0)))
                : schoolIdentifier(i);
        String name = MessyText.text(SCHOOL_NAMES.get(i), dice);
        Draft.Row row = draft.add(
                SpecHeaders.ORGS,
                plan.spares(i, 1),
                org(schoolId(i), name, MessyText.token("school", dice), identifier, parent));
        row.set("status", MessyText.status(dice));
        if (dice.hit(Defect.ORG_TREE)) {
            String wing = "wing-" + (i + 1);
            draft.add(SpecHeaders.ORGS, false, org(wing, "Wing " + (i + 1), "department", "W" + (i + 1), schoolId(i)));
        }
    }

    private static Map<String, String> org(String id, String name, String type, String identifier, String parent) {
        return Cells.of(
                "sourcedId", id, "name", name, "type", type, "identifier", identifier, "parentSourcedId", parent);
    }

    static List<Term> addTerms(DropPlan plan, Draft draft) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < plan.terms(); i++) {
            terms.add(addTerm(plan, draft, i));
        }
        return terms;
    }

    private static Term addTerm(DropPlan plan, Draft draft, int i) {
        Dice dice = plan.dice("term", i, 1);
        int kind = i == 0 ? dice.below(4) : dice.below(8);
        LocalDate day = Drops.AS_OF;
        LocalDate start = day.minusDays(dice.between(1, 120));
        LocalDate end = day.plusDays(dice.between(1, 120));
        switch (kind) {
            case 1 -> start = day;
            case 2 -> end = day;
            case 4, 5 -> end = start.plusDays(dice.between(0, (int) (day.toEpochDay() - start.toEpochDay()) - 1));
            case 6, 7 -> start = end.minusDays(dice.between(0, (int) (end.toEpochDay() - day.toEpochDay()) - 1));
            default -> {}
        }
        String id = "T" + (i + 1);
        Draft.Row row = draft.add(
                SpecHeaders.SESSIONS,
                plan.spares(i, 1),
                Cells.of(
                        "sourcedId",
                        id,
                        "title",
                        MessyText.text("Term " + (i + 1), dice),
                        "type",
                        MessyText.token("term", dice),
                        "startDate",
                        MessyText.date(start, dice),
                        "endDate",
                        MessyText.date(end, dice),
                        "schoolYear",
                        "2027"));
        row.set("status", MessyText.status(dice));
        boolean damaged = dice.hit(Defect.TERM_ROWS);
        if (damaged) {
            damage(draft, row, dice);
        }
        return new Term(id, kind < 4 && !damaged);
    }

    private static void damage(Draft draft, Draft.Row row, Dice dice) {
        String column = dice.pick(List.of("startDate", "endDate"));
        switch (dice.below(4)) {
            case 0 -> row.set("status", MessyText.notLive(dice));
            case 1 -> row.set(column, dice.pick(List.of("", " ")));
            case 2 -> row.set(column, MessyText.unreadableDate(dice));
            default -> {
                Draft.Row other = row.copy();
                other.set(column, Drops.AS_OF.minusDays(dice.between(-3, 3)).toString());
                draft.rows(SpecHeaders.SESSIONS).add(other);
            }
        }
    }
}
