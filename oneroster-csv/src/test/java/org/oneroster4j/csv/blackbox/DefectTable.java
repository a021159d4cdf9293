package org.oneroster4j.csv.blackbox;

import static org.oneroster4j.csv.blackbox.CellDefect.blank;
import static org.oneroster4j.csv.blackbox.CellDefect.kept;
import static org.oneroster4j.csv.blackbox.CellDefect.lost;
import static org.oneroster4j.csv.blackbox.CellDefect.ragged;
import static org.oneroster4j.csv.blackbox.CellDefect.rowLost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.oneroster4j.csv.ColumnKind;

/**
 * Which defects a column admits by its kind, and what each must give: by hand, from sections 2, 5 and 9 of the
 * specification, rule R1 of the contract and the repairs that a lenient reader makes. Values that are used as they are
 * stand here too: they must give nothing.
 */
final class DefectTable {
    private static final String AROUND = "white-space-around";
    private static final String SPACING = "list-spacing";
    private static final String BLANK_ITEM = "list-blank-item";
    private static final String INVALID = "invalid-value";
    private static final String SPELLING = "token-spelling";
    private static final String DATE_FORM = "date-form";
    private static final String WITH_TIME = "date-with-time";
    private static final String TIMESTAMP_FORM = "timestamp-form";
    private static final String BOOLEAN_FORM = "boolean-form";

    private DefectTable() {}

    /**
     * The defects of a column.
     *
     * @param sound a sound value for the cell, not blank
     */
    static List<CellDefect> of(SpecColumn column, String sound) {
        List<CellDefect> defects = new ArrayList<>(ofAnyKind(column, sound));
        defects.addAll(quotes(column, sound));
        defects.addAll(
                switch (column.kind()) {
                    case ID, REFERENCE -> ids("", "");
                    case REFERENCES -> references(sound);
                    case TEXT -> texts(column);
                    case TEXTS -> items(sound, column);
                    case DATE -> dates(column);
                    case TIMESTAMP -> timestamps();
                    case YEAR -> years();
                    case BOOLEAN -> booleans();
                    case NUMBER -> numbers();
                    case TOKEN -> tokens(column, sound);
                    case TOKENS -> listOfTokens(sound);
                    case USER_IDS -> userIds(sound);
                });
        return defects;
    }

    private static List<CellDefect> ofAnyKind(SpecColumn column, String sound) {
        List<CellDefect> defects = new ArrayList<>(List.of(
                blank("blank", ""),
                blank("blank in quotes", "\"\""),
                blank("a space alone", " ", "white-space-as-blank"),
                blank("spaces alone, in quotes", "\"  \"", "white-space-as-blank"),
                blank("a no-break space alone", "\u00A0", "white-space-as-blank"),
                blank("an invisible character alone", "\u200B", "white-space-as-blank"),
                kept("quotes that are not needed", sound).writtenAs('"' + sound + '"')));
        // Text is free: white space around it is part of it. Items of lists are trimmed.
        String[] told = column.isList()
                ? new String[] {SPACING}
                : column.kind() == ColumnKind.TEXT ? new String[0] : new String[] {AROUND};
        defects.add(kept("a space before", " " + sound, told));
        defects.add(kept("a space behind", sound + " ", told));
        defects.add(kept("a tab before", "\t" + sound, told));
        defects.add(kept("no-break spaces around", "\u00A0" + sound + "\u00A0", told));
        defects.add(kept("invisible characters around", "\u200B" + sound + "\u2060", told));
        CellDefect word = (column.isFree() && column.kind() != ColumnKind.USER_IDS) || column.isId()
                ? kept("the word NULL", "NULL", ofText(column))
                : lost("the word NULL", "NULL");
        defects.add(word);
        return defects;
    }

    /** What is told of text that is neither a grade nor an address. */
    private static String[] ofText(SpecColumn column) {
        return isGrades(column) || column.isEmail() ? new String[] {INVALID} : new String[0];
    }

    private static boolean isGrades(SpecColumn column) {
        return column.name().equals("grades");
    }

    /** Quotes and line breaks go with a value of the kind in which they may stand, where there is one. */
    private static List<CellDefect> quotes(SpecColumn column, String sound) {
        return List.of(
                rowLost("text behind a closing quote", '"' + sound + "\"x"),
                rowLost("a space behind a closing quote", '"' + sound + "\" "),
                // Its commas split it, and the row has more cells than the header.
                sound.contains(",")
                        ? ragged("a space before an opening quote", " \"" + sound + '"')
                        : rowLost("a space before an opening quote", " \"" + sound + '"'),
                odd(column, "a quote in a bare value", "\"").withRow("quote-in-bare-value"),
                odd(column, "a line break in a value", "\n").withRow("line-break-in-value"),
                odd(column, "CR and LF in a value", "\r\n").withRow("line-break-in-value"),
                ragged("a line break and a comma in a value", "\"a\nb,c\""),
                ragged("CR and, two lines on, a comma", "\"a\rb\rc,\""),
                odd(column, "a control character in a value", "\u0001"));
    }

    private static CellDefect odd(SpecColumn column, String name, String odd) {
        boolean quote = odd.equals("\"");
        String value = switch (column.kind()) {
            case USER_IDS -> "{LDAP:a" + odd + "b}";
            default -> "a" + odd + "b";
        };
        CellDefect defect;
        if (column.isFree()) {
            defect = kept(name, value, ofText(column));
        } else if (column.isId() && quote) {
            defect = kept(name, value, INVALID);
        } else {
            defect = lost(name, value);
        }
        return quote ? defect.writtenAs(value) : defect;
    }

    /** Characters outside the set are used and told of; R1 refuses controls and line and paragraph separators. */
    private static List<CellDefect> ids(String before, String behind) {
        List<CellDefect> defects = new ArrayList<>();
        for (String odd : List.of("|", " ", "#", "\u00E4", "\u200B", "\uFEFF", "\uD83D\uDE00")) {
            String name = "an id with U+" + Integer.toHexString(odd.codePointAt(0)) + " within";
            defects.add(kept(name, before + "a" + odd + "b" + behind, INVALID));
        }
        for (String control : List.of("\0", "\t", "\u007F", "\u0085", "\u2028", "\u2029")) {
            String name = "an id with the control U+" + Integer.toHexString(control.codePointAt(0)) + " within";
            defects.add(lost(name, before + "a" + control + "b" + behind));
        }
        defects.add(kept("an id of 255 characters", before + "x".repeat(255) + behind));
        defects.add(kept("an id of 256 characters", before + "x".repeat(256) + behind, INVALID));
        defects.add(kept("an id of all characters that it may have", before + "a.Z-0_9/b@c" + behind));
        return defects;
    }

    private static List<CellDefect> references(String sound) {
        List<CellDefect> defects = new ArrayList<>(ids(first(sound) + ",", ""));
        defects.addAll(lists(sound));
        return defects;
    }

    private static String first(String list) {
        return list.substring(0, list.indexOf(','));
    }

    private static List<CellDefect> lists(String sound) {
        String spaced = sound.replace(",", ", ");
        return List.of(
                kept("a list of one", first(sound)),
                kept("a space behind a comma", spaced, SPACING),
                kept("a space before a comma", sound.replace(",", " ,"), SPACING),
                kept("a no-break space behind a comma", sound.replace(",", ",\u00A0"), SPACING),
                kept("a blank item", sound.replace(",", ",,"), BLANK_ITEM),
                kept("an item of white space", sound.replace(",", ", ,"), BLANK_ITEM),
                kept("a comma before the list", "," + sound, BLANK_ITEM),
                kept("a comma behind the list", sound + ",", BLANK_ITEM),
                blank("a comma alone", "\",\"", BLANK_ITEM));
    }

    private static List<CellDefect> items(String sound, SpecColumn column) {
        List<CellDefect> defects = new ArrayList<>(lists(sound));
        if (isGrades(column)) {
            defects.add(kept("a grade without its zero", "9", INVALID));
            defects.add(kept("a grade in the wrong case", "other", INVALID));
            defects.add(kept("the grade UG", "UG"));
        }
        return defects;
    }

    private static List<CellDefect> texts(SpecColumn column) {
        String[] told = ofText(column);
        List<CellDefect> defects = new ArrayList<>(List.of(
                kept("300 characters", "x".repeat(300), told),
                kept("a comma within", "a, b", told),
                kept("a quote within, doubled", "a \"b\" c", told),
                kept("a formula", "=1+1", told),
                kept("a number sign first", "#1", told),
                kept("letters beyond the plane", "\uD83D\uDE00 \u00E4", told)));
        if (column.isEmail()) {
            defects.add(kept("two signs", "a@b@c", INVALID));
            defects.add(kept("nothing before the sign", "@b", INVALID));
            defects.add(kept("white space alone after the sign", "a@ ", INVALID));
            defects.add(kept("the shortest address", " a@b "));
        }
        return defects;
    }

    private static List<CellDefect> dates(SpecColumn column) {
        List<CellDefect> defects = new ArrayList<>(List.of(
                kept("MM/DD/YYYY", "08/27/2026", DATE_FORM),
                kept("YYYY/MM/DD", "2026/08/27", DATE_FORM),
                kept("YYYY-M-D", "2026-8-7", DATE_FORM),
                kept("a time behind T", "2026-08-27T00:00:00Z", WITH_TIME),
                kept("a time behind a space", "2026-08-27 0:00", WITH_TIME),
                kept("a time with an offset", "2026-08-27T01:30:00.0000000+00:00", WITH_TIME),
                kept("a US date with a time", "8/27/2026 0:00", DATE_FORM, WITH_TIME),
                kept("the 29th of a leap February", "2028-02-29"),
                lost("an impossible day", "2026-02-30"),
                lost("an impossible month", "2026-13-01"),
                lost("DD/MM/YYYY of no month", "27/13/2026"),
                lost("DD.MM.YYYY", "27.08.2026"),
                lost("a year of two digits", "8/27/26"),
                lost("mixed separators", "2026-08/27"),
                lost("a year alone", "2026"),
                lost("text", "soon"),
                lost("text behind the date", "2026-08-27 or so"),
                lost("a number of a spreadsheet", "46261")));
        if (column.showsDateOrder()) {
            defects.add(kept("M/D/YYYY", "8/7/2026", DATE_FORM, "date-order-assumed"));
            defects.add(kept("MM/DD/YYYY of one number", "08/08/2026", DATE_FORM, "date-order-assumed"));
        } else {
            defects.add(kept("M/D/YYYY", "8/7/2026", DATE_FORM));
        }
        for (String dayFirst : List.of("27/08/2026", "27/8/2026", "27/08/2026 0:00", "31/02/2026")) {
            CellDefect lost = lost("DD/MM/YYYY", dayFirst);
            defects.add(column.showsDateOrder() ? lost.withCell("day-first-dates") : lost);
        }
        for (String early : List.of("1979-12-31", "1899-12-30", "0001-01-01")) {
            String name = "the placeholder " + early;
            defects.add(column.mayBePlaceholder() ? lost(name, early) : kept(name, early, ofEarly(column)));
        }
        defects.add(kept("a day of 1980", "1980-01-01", ofEarly(column)));
        return defects;
    }

    private static String[] ofEarly(SpecColumn column) {
        return column.isEnd() ? new String[] {INVALID} : new String[0];
    }

    private static List<CellDefect> timestamps() {
        return List.of(
                kept("a date only", "2026-08-27", TIMESTAMP_FORM),
                kept("a space before the time", "2026-08-27 10:15:00", TIMESTAMP_FORM),
                kept("a space before the time, with Z", "2026-08-27 10:15:00.000Z", TIMESTAMP_FORM),
                kept("no Z", "2026-08-27T10:15:00.000", TIMESTAMP_FORM),
                kept("an offset", "2026-08-27T10:15:00.000+02:00", TIMESTAMP_FORM),
                kept("a US date", "8/27/2026", TIMESTAMP_FORM),
                kept("a US date with a time", "8/27/2026 10:15", TIMESTAMP_FORM),
                // Whether fractions of a second must be written nobody can say.
                kept("no fractions", "2026-08-27T10:15:00Z"),
                lost("text", "lately"),
                lost("an impossible day", "2026-02-30T10:15:00.000Z"),
                lost("an impossible hour", "2026-08-27T25:15:00.000Z"),
                lost("an impossible minute", "2026-08-27T10:75:00.000Z"),
                lost("seconds since 1970", "1788000000"));
    }

    private static List<CellDefect> years() {
        return List.of(
                lost("two years", "2026-2027"),
                lost("two years with a slash", "2026/27"),
                lost("two digits", "27"),
                lost("a date", "2027-06-30"),
                lost("a decimal", "2027.0"),
                lost("wide digits", "\uFF12\uFF10\uFF12\uFF17"),
                lost("text", "next"));
    }

    private static List<CellDefect> booleans() {
        return List.of(
                kept("TRUE", "TRUE", SPELLING),
                kept("False", "False", SPELLING),
                kept("yes", "yes", BOOLEAN_FORM),
                kept("No", "No", BOOLEAN_FORM),
                kept("1", "1", BOOLEAN_FORM),
                kept("0", "0", BOOLEAN_FORM),
                lost("2", "2"),
                lost("Y", "Y"),
                lost("t", "t"),
                lost("-1", "-1"),
                lost("text", "perhaps"));
    }

    private static List<CellDefect> numbers() {
        return List.of(
                kept("a sign", "+5"),
                kept("a negative number", "-5.0"),
                lost("text", "ten"),
                lost("a decimal comma", "87,5"),
                lost("a thousands separator", "1,000.0"),
                lost("per cent", "87%"),
                lost("NaN", "NaN"),
                lost("a fraction", "9/10"),
                lost("a gigabyte of zeros", "1E999999999"));
    }

    private static List<CellDefect> tokens(SpecColumn column, String sound) {
        String capital = sound.substring(0, 1).toUpperCase(Locale.ROOT) + sound.substring(1);
        List<CellDefect> defects = new ArrayList<>(List.of(
                kept("a word in upper case", sound.toUpperCase(Locale.ROOT), SPELLING),
                kept("a word with a capital", capital, SPELLING),
                lost("an unknown word", "pupil"),
                lost("an extension of version 1.2", "ext:own"),
                lost("two words", sound + "," + sound),
                lost("a word with a letter too many", sound + "s")));
        if (column.isStatus()) {
            defects.add(kept("inactive", "inactive", "status-deprecated"));
            defects.add(kept("Inactive", "Inactive", "status-deprecated"));
            defects.add(kept("tobedeleted", "tobedeleted"));
            defects.add(kept("toBeDeleted", "toBeDeleted", SPELLING));
        }
        if (column.file().equals("enrollments") && column.name().equals("role")) {
            defects.add(kept("a role that only users have", "guardian", INVALID));
        }
        if (column.name().equals("sex")) {
            defects.add(lost("a word of version 1.2", "unspecified"));
        }
        return defects;
    }

    private static List<CellDefect> listOfTokens(String sound) {
        List<CellDefect> defects = new ArrayList<>(lists(sound));
        defects.add(kept("an item in upper case", sound.replace("student", "STUDENT"), SPELLING));
        defects.add(lost("an unknown item", sound + ",pupil"));
        return defects;
    }

    private static List<CellDefect> userIds(String sound) {
        List<CellDefect> defects = new ArrayList<>(lists(sound));
        defects.add(kept("a colon in the id", "{Fed:x:y}"));
        defects.add(kept("an item without a type", "{:x}", INVALID));
        defects.add(kept("an item without an id", "{LDAP:}", INVALID));
        defects.add(lost("an item without braces", sound + ",LDAP:x"));
        defects.add(lost("an item with one brace", sound + ",{LDAP:x"));
        defects.add(lost("an item without a colon", sound + ",{LDAP}"));
        defects.add(lost("text", "jdoe"));
        return defects;
    }
}
