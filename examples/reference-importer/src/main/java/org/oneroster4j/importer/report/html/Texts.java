package org.oneroster4j.importer.report.html;

import java.util.Locale;
import org.oneroster4j.importer.report.Printable;
import org.oneroster4j.model.finding.Location;

/** How numbers, places and texts from outside are written, whatever the drop holds. */
final class Texts {
    /** No text from the drop is longer: a page is for people, and a cell may have thousands of characters. */
    private static final int LONGEST = 300;

    private Texts() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String number(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A share as a number for people. */
    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0 : part * 100.0 / whole);
    }

    /** Returns a text from outside, cut when it is long, with a mark for what is invisible. */
    static String shown(String text) {
        int end = Math.min(LONGEST, text.length());
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String shown = Printable.text(text.substring(0, end));
        return end < text.length() ? shown + '…' : shown;
    }

    /** Returns the first letter as a capital. */
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String line(Location location) {
        return location.lineNumber().isPresent()
                ? String.valueOf(location.lineNumber().getAsLong())
                : "";
    }

    /** Returns a place in words; blank for the drop as a whole. */
    static String place(Location location) {
        if (location.fileName().isEmpty()) {
            return "";
        }
        String line = line(location);
        return shown(location.fileName())
                + (line.isEmpty() ? "" : ", line " + line)
                + (location.columnName().isEmpty() ? "" : ", column " + shown(location.columnName()));
    }
}
