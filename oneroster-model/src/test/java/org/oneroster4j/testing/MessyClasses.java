package org.oneroster4j.testing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The classes of a generated drop, and their courses. */
final class MessyClasses {

    private static final List<String> SUBJECTS =
            List.of("Algebra", "Biology", "Caf\u00E9 French", "History", "Physics");
    private static final List<String> EQUAL = List.of(
            "Math",
            "Math",
            "math",
            "MATH",
            " Math ",
            "Ma\u200Bth",
            "Caf\u00E9",
            "Cafe\u0301",
            "CAF\u00C9",
            "\u00A0Math");
    private static final List<String> BUILT_IN = List.of(
            "Entire Network",
            "Internet Banned",
            "Screens Locked",
            "Printing Disabled",
            "Removable Media Disabled",
            "Sound Muted");
    private static final List<String> SUFFIXED = List.of(
            "Math P1",
            "Math P1,3",
            "math p1",
            "Math [c1]",
            "Math [c2]",
            "MATH [C3]",
            "Math [u1]",
            "Math - Smith",
            "Math - Nu\u00F1ez",
            "Screens Locked [c2]",
            "Screens Locked P1",
            "Math (A)",
            "Math ()",
            "Math [c2] [c2]");
    private static final List<String> PERIODS = List.of("", "1", "1", "2", "1,3", "1, 3", "B", "01");

    private final DropPlan plan;
    private final Draft draft;
    private final List<MessyOrgs.Term> terms;
    private final List<String> ids = new ArrayList<>();

    private MessyClasses(DropPlan plan, Draft draft, List<MessyOrgs.Term> terms) {
        this.plan = plan;
        this.draft = draft;
        this.terms = terms;
    }

    /** Adds the classes and returns their ids. */
    static List<String> add(DropPlan plan, Draft draft, List<MessyOrgs.Term> terms) {
        MessyClasses all = new MessyClasses(plan, draft, terms);
        for (int i = 0; i < plan.classes(); i++) {
            all.add(i);
        }
        return all.ids;
    }

    private void add(int i) {
        Dice dice = plan.dice("class", i, 1);
        String id = id(i, dice);
        String school = MessyOrgs.schoolId(i == 0 ? 0 : dice.below(plan.schools()));
        if (dice.hit(Defect.UNKNOWN_ORGS_AND_COURSES)) {
            school = dice.pick(List.of("org-nowhere", MessyOrgs.DISTRICT));
        }
        // Names collide only where the codes do not tell them apart, so most classes have none.
        String code = dice.chance(0.35)
                ? MessyText.text(dice.pick(List.of("A", "B", "CC-" + id)), dice)
                : (dice.hit(Defect.ODD_TEXTS) ? " " : "");
        Draft.Row row = draft.add(
                SpecHeaders.CLASSES,
                plan.spares(i, 1),
                Cells.of(
                        "sourcedId",
                        id,
                        "status",
                        MessyText.status(dice),
                        "title",
                        title(i, dice),
                        "classCode",
                        code,
                        "courseSourcedId",
                        course(id, school, dice),
                        "schoolSourcedId",
                        school,
                        "termSourcedIds",
                        terms(i, dice)));
        row.set("classType", MessyText.token("scheduled", dice));
        row.set("grades", dice.pick(List.of("", "05", "09,10")));
        row.set("location", dice.pick(List.of("", "Room " + i)));
        row.set("periods", dice.pick(PERIODS));
        ids.add(id);
    }

    private String id(int i, Dice dice) {
        String id = "c" + (i + 1);
        if (i > 1 && dice.hit(Defect.CASE_IDS)) {
            String twin = ids.get(i - 1).toUpperCase(Locale.ROOT);
            id = twin.equals(ids.get(i - 1)) ? id : twin;
        }
        return dice.hit(Defect.CONTROL_IDS) ? MessyText.controlled(id, dice) : id;
    }

    private static String title(int i, Dice dice) {
        if (dice.hit(Defect.BLANK_TITLES)) {
            return dice.pick(List.of("", " ", "\u00A0", "\u200B", "\t"));
        }
        if (dice.hit(Defect.LONG_TITLES)) {
            return longTitle(i, dice);
        }
        if (dice.hit(Defect.BUILT_IN_TITLES)) {
            return MessyText.sameKey(dice.pick(BUILT_IN), dice);
        }
        if (dice.hit(Defect.SUFFIX_TITLES)) {
            return dice.pick(SUFFIXED);
        }
        if (dice.hit(Defect.EQUAL_TITLES)) {
            return dice.pick(EQUAL);
        }
        return MessyText.text(dice.pick(SUBJECTS) + " " + (i + 1), dice);
    }

    // The difference, if any, lies behind the 100th code point, so that the cut makes the names equal.
    private static String longTitle(int i, Dice dice) {
        String unit = dice.pick(List.of(
                "Long title ", "\uD83D\uDE80", "e\u0301", "q\u0301", "x", "\uD83D\uDC69\u200D\uD83D\uDD2C", "\u00E9 "));
        StringBuilder title = new StringBuilder(dice.chance(0.3) ? "A" : "");
        while (composedLength(title) < 105) {
            title.append(unit);
        }
        String text = dice.chance(0.5) ? title.toString() : title.append(i).toString();
        return dice.chance(0.2) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    }

    private static int composedLength(CharSequence title) {
        String composed = Normalizer.normalize(title, Normalizer.Form.NFC);
        return composed.codePointCount(0, composed.length());
    }

    private String course(String id, String school, Dice dice) {
        if (dice.hit(Defect.UNKNOWN_ORGS_AND_COURSES)) {
            return "course-nowhere";
        }
        String course = "course-" + id;
        Draft.Row row = draft.add(
                SpecHeaders.COURSES,
                false,
                Cells.of(
                        "sourcedId",
                        course,
                        "status",
                        MessyText.status(dice),
                        "title",
                        MessyText.text("Course " + id, dice)));
        row.set("courseCode", dice.chance(0.7) ? MessyText.text("CO-" + id, dice) : "");
        row.set("orgSourcedId", school);
        return course;
    }

    private String terms(int i, Dice dice) {
        List<String> current = new ArrayList<>();
        terms.stream().filter(MessyOrgs.Term::current).forEach(term -> current.add(term.id()));
        if (current.isEmpty()) {
            current.add(terms.get(0).id());
        }
        if (!dice.hit(Defect.CLASS_TERMS)) {
            return i == 0 ? current.get(0) : dice.pick(current);
        }
        String any = dice.pick(terms).id();
        return switch (dice.below(6)) {
            case 0 -> dice.pick(List.of("", " "));
            case 1 -> "T-nowhere";
            case 2 -> any + dice.pick(List.of(",", ", ")) + dice.pick(terms).id();
            case 3 -> any + ",T-nowhere";
            default -> any;
        };
    }
}
