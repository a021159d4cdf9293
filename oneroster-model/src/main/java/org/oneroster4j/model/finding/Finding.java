package org.oneroster4j.model.finding;

import java.util.List;

/**
 * Something found in a drop. A value: the text is made when it is shown.
 *
 * @param code what was found
 * @param severity how much it matters here
 * @param location where
 * @param sourcedId the id of the record it is about, the first 255 characters of it and an ellipsis where it is longer; empty
 *     where there is none
 * @param details what the message has in place of {@code {0}}, {@code {1}} and so on, 2,000 characters of each at most; never
 *     personal data
 * @param found the content of the cell, 2,000 characters of it at most, if the reader was asked to show it; else empty. Personal
 *     data
 */
public record Finding(
        FindingCode code, Severity severity, Location location, String sourcedId, List<String> details, String found) {

    /** The specification allows an id no more. */
    private static final int MAX_ID_LENGTH = 255;

    /** More than the longest list of columns. */
    private static final int MAX_TEXT_LENGTH = 2_000;

    /** Copies the details, and shortens all texts: findings are kept, and a cell may have 65,536 characters. */
    public Finding {
        sourcedId = shortened(sourcedId, MAX_ID_LENGTH);
        details = List.copyOf(details);
        for (String detail : details) {
            if (detail.length() > MAX_TEXT_LENGTH) {
                details = details.stream()
                        .map(text -> shortened(text, MAX_TEXT_LENGTH))
                        .toList();
                break;
            }
        }
        found = shortened(found, MAX_TEXT_LENGTH);
    }

    private static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\u2026";
    }

    /** Returns a finding of the severity of its code. */
    public static Finding of(FindingCode code, Location location, String sourcedId, Object... details) {
        String[] texts = new String[details.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = details[i].toString();
        }
        return new Finding(code, code.severity(), location, sourcedId, List.of(texts), "");
    }

    /** Returns this finding with another severity. */
    public Finding as(Severity other) {
        return new Finding(code, other, location, sourcedId, details, found);
    }

    /** Returns this finding with the content of the cell, which is personal data. */
    public Finding showing(String cell) {
        return new Finding(code, severity, location, sourcedId, details, cell);
    }

    /** Returns the message, one sentence or two; with the content of the cell, if that was asked for. */
    public String message() {
        String text = code.definition().message();
        for (int i = 0; i < details.size(); i++) {
            text = text.replace("{" + i + "}", details.get(i));
        }
        return found.isEmpty() ? text : text + " Found: " + found;
    }
}
