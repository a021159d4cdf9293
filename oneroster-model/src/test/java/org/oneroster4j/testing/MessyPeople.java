package org.oneroster4j.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The users of a generated drop. */
final class MessyPeople {

    /** How many of the first people are spared in an anchored drop: a teacher and a student. */
    static final int ANCHORS = 2;

    private static final List<String> GIVEN =
            List.of("Ana", "Zo\u00EB", "Jo\u00E3o", "Li", "O'Neil", "Mary Ann", "\u00D6mer", "Ida");
    private static final List<String> FAMILY = List.of(
            "Smith", "M\u00FCller", "de la Cruz", "Nu\u00F1ez", "\u0141ukasz", "Smith-Jones", "Ng", "Sm\u00EDth");
    private static final List<String> ODD_NAMES = List.of(
            "",
            " ",
            "Smith, Jr.",
            "\"Bo\" Lee",
            " Ana  Maria ",
            "ANA",
            "Zoe\u0308",
            "Line\nbreak",
            "Tab\tbed",
            "Bell\u0007",
            "=1+1",
            "\u200BSmith",
            "\uD83D\uDE00",
            "X\u2028Y");
    private static final List<String> UNSAFE = List.of(
            "*",
            "a?b",
            "a,b",
            "a;b",
            "a\"b",
            "a\u200Bb",
            "a\uFFFDb",
            "a*b",
            "!ann",
            " !ann",
            "!",
            "a\u0007b",
            "a\u2028b",
            "a\tb",
            "a\nb",
            "a\u0085b",
            "\u0000",
            "a\u2029");
    private static final List<String> BLANK = List.of("", "", " ", "\u00A0", "\u200B", "\t");
    private static final List<String> LOOKS_UNSAFE =
            List.of("a!b", "ann!", "a b", "a\u00A0b", "#ann", "a@b@c", "@ann", "ann@");
    private static final List<String> FALSE = List.of("false", "0", "no", "FALSE", "No", " false ");
    private static final List<String> TRUE = List.of("true", "1", "yes", "TRUE", "Yes ");
    private static final List<String> NEITHER = List.of("maybe", "2", "tru", "enabled", "-1", "n/a");

    /** A person as intended, before any defect of the row itself. */
    record Person(String id, String role) {

        boolean student() {
            return role.equals("student");
        }

        boolean staff() {
            return MessyText.STAFF_ROLES.contains(role);
        }
    }

    private final DropPlan plan;
    private final Draft draft;
    private final List<Person> people = new ArrayList<>();
    private final List<Draft.Row> rows = new ArrayList<>();

    private MessyPeople(DropPlan plan, Draft draft) {
        this.plan = plan;
        this.draft = draft;
    }

    static List<Person> add(DropPlan plan, Draft draft) {
        MessyPeople all = new MessyPeople(plan, draft);
        for (int i = 0; i < plan.people(); i++) {
            all.add(i);
        }
        return all.people;
    }

    private void add(int i) {
        Dice dice = plan.dice("person", i, ANCHORS);
        String id = id(i, dice);
        String role = role(i, dice);
        Draft.Row row = draft.add(
                SpecHeaders.USERS,
                plan.spares(i, ANCHORS),
                Cells.of(
                        "sourcedId",
                        id,
                        "status",
                        MessyText.status(dice),
                        "orgSourcedIds",
                        orgs(dice),
                        "username",
                        username(i),
                        "email",
                        username(i) + "@example.org",
                        "givenName",
                        given(i, dice),
                        "familyName",
                        family(i, dice)));
        row.set("enabledUser", enabled(plan.dice("enabledUser", 0).chance(0.3), dice));
        row.set("phone", "555-01" + String.format(Locale.ROOT, "%02d", i));
        row.set("identifier", "100" + i);
        row.set("userIds", dice.chance(0.3) ? "{LDAP:x" + i + "},{LTI:y" + i + "}" : "");
        row.set("grades", role.equals("student") ? dice.pick(List.of("", "05", "09,10")) : "");
        row.set("password", dice.chance(0.1) ? "secret-" + i : "");
        if (dice.hit(Defect.UNSAFE_IDENTITY)) {
            spoilIdentity(row, i, dice);
        }
        if (i > ANCHORS && dice.hit(Defect.SHARED_IDENTITY)) {
            role = share(row, role, dice);
        }
        row.set(
                "role",
                dice.hit(Defect.ROLES_UNREADABLE)
                        ? dice.pick(MessyText.UNREADABLE_ROLES)
                        : MessyText.token(role, dice));
        people.add(new Person(id, role));
        rows.add(row);
    }

    private String id(int i, Dice dice) {
        String id = "u" + (i + 1);
        if (i > ANCHORS && dice.hit(Defect.CASE_IDS)) {
            String twin = people.get(i - 1).id().toUpperCase(Locale.ROOT);
            id = twin.equals(people.get(i - 1).id()) ? id : twin;
        }
        return dice.hit(Defect.CONTROL_IDS) ? MessyText.controlled(id, dice) : id;
    }

    private static String role(int i, Dice dice) {
        int roll = dice.below(100);
        boolean relative = dice.hit(Defect.RELATIVES);
        if (i < 3) {
            return i == 0 ? "teacher" : "student";
        }
        if (relative) {
            return dice.pick(MessyText.RELATIVE_ROLES);
        }
        return roll < 62 ? "student" : roll < 84 ? "teacher" : dice.pick(MessyText.STAFF_ROLES);
    }

    // Every third one has a letter with a mark, which has two normal forms; the number keeps their keys apart.
    private static String username(int i) {
        return (i % 3 == 2 ? "zo\u00EB." : "User.") + (i + 1);
    }

    private static String given(int i, Dice dice) {
        return dice.hit(Defect.ODD_NAMES) ? dice.pick(ODD_NAMES) : GIVEN.get((i + dice.below(2)) % GIVEN.size());
    }

    private static String family(int i, Dice dice) {
        return dice.hit(Defect.ODD_NAMES) ? dice.pick(ODD_NAMES) : FAMILY.get((i * 3 + dice.below(2)) % FAMILY.size());
    }

    private String orgs(Dice dice) {
        String org = MessyOrgs.schoolId(dice.below(plan.schools()));
        if (dice.hit(Defect.UNKNOWN_ORGS_AND_COURSES)) {
            return dice.pick(List.of("org-nowhere", org + ",org-nowhere", MessyOrgs.DISTRICT));
        }
        if (!dice.chance(0.15)) {
            return org;
        }
        String second = MessyOrgs.schoolId(dice.below(plan.schools()));
        return second.equals(org) ? org : org + (dice.hit(Defect.SPELLING) ? ", " : ",") + second;
    }

    /** A feed fills the column in all rows, or in none: a blank one next to others cannot be read. */
    private static String enabled(boolean blank, Dice dice) {
        if (dice.hit(Defect.ENABLED_UNREADABLE)) {
            return dice.pick(NEITHER);
        }
        if (dice.hit(Defect.DISABLED)) {
            return dice.chance(0.6) ? dice.pick(FALSE) : blank ? "" : dice.pick(TRUE);
        }
        if (dice.hit(Defect.ENABLED_BLANK)) {
            return blank ? "true" : dice.pick(List.of("", " "));
        }
        return blank ? "" : "true";
    }

    private static void spoilIdentity(Draft.Row row, int i, Dice dice) {
        String identity = switch (dice.below(5)) {
            case 0, 1 -> dice.pick(BLANK);
            case 2, 3 -> dice.pick(UNSAFE);
            default -> dice.pick(LOOKS_UNSAFE) + i;
        };
        int which = dice.below(3);
        if (which != 0) {
            row.set("username", identity);
        }
        if (which != 1) {
            row.set("email", identity);
        }
    }

    /** Gives the row the identity of an earlier one, and often its names and its role; returns the role. */
    private String share(Draft.Row row, String role, Dice dice) {
        int other = dice.between(ANCHORS, rows.size() - 1);
        int which = dice.below(4);
        if (which != 0) {
            row.set("username", MessyText.sameKey(rows.get(other).get("username"), dice));
        }
        if (which != 1) {
            row.set("email", MessyText.sameKey(rows.get(other).get("email"), dice));
        }
        if (dice.chance(0.6)) {
            row.set("givenName", MessyText.sameKey(rows.get(other).get("givenName"), dice));
            row.set("familyName", MessyText.sameKey(rows.get(other).get("familyName"), dice));
        }
        return dice.chance(0.6) ? people.get(other).role() : role;
    }
}
