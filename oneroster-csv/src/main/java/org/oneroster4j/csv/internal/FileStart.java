package org.oneroster4j.csv.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.model.CellText;

/** The first bytes of a file, which show that it is no CSV, or is separated by another sign than commas. Immutable. */
public final class FileStart {
    /** More than the longest header. */
    private static final int LENGTH = 1 << 16;

    /** A title and a few empty lines come before a header, and no more. */
    private static final int FIRST_LINES = 10;

    private static final Map<String, String> FORMATS = formats();
    private static final Map<Character, String> DELIMITERS = delimiters();

    private final byte[] bytes;
    private final Charset charset;

    private FileStart(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    private static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put("PK\u0003\u0004", "a zip or Excel workbook");
        formats.put("PK\u0005\u0006", "a zip or Excel workbook");
        formats.put("\u00D0\u00CF\u0011\u00E0", "an Excel workbook of an old version");
        formats.put("\u001F\u008B", "a gzip file");
        formats.put("%PDF", "a PDF");
        return formats;
    }

    private static Map<Character, String> delimiters() {
        Map<Character, String> delimiters = new LinkedHashMap<>();
        delimiters.put(';', "semicolons (;)");
        delimiters.put('\t', "tabs");
        delimiters.put('|', "bars (|)");
        return delimiters;
    }

    /** Reads the first bytes of a file and closes it. */
    public static FileStart of(InputStream file, Charset charset) throws IOException {
        try (file) {
            return new FileStart(file.readNBytes(LENGTH), charset);
        }
    }

    /** Returns what the file is in place of CSV, with its article, for example {@code a PDF}; absent when nothing shows that. */
    public Optional<String> otherFormat() {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> format : FORMATS.entrySet()) {
            if (start.startsWith(format.getKey())) {
                return Optional.of(format.getValue());
            }
        }
        String text = CellText.trimmed(text());
        if (!text.startsWith("<")) {
            return Optional.empty();
        }
        String lower = text.substring(0, Math.min(text.length(), 512)).toLowerCase(Locale.ROOT);
        return Optional.of(
                lower.contains("<html") || lower.contains("<!doctype html")
                        ? "a web page (HTML)"
                        : "an HTML or XML page");
    }

    /** The text as far as it matters here: what cannot be decoded becomes a sign that no header has. */
    private String text() {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        return new String(bytes, charset);
    }

    /**
     * Returns the sign that separates the cells of the header in place of commas, in words; absent when the header has more
     * than one cell at commas, or no other sign makes {@code sourcedId} one of its names.
     */
    public Optional<String> otherDelimiter() {
        String header = firstLine();
        if (split(header, ',').size() != 1) {
            return Optional.empty();
        }
        return DELIMITERS.entrySet().stream()
                .filter(sign -> {
                    List<String> names = split(header, sign.getKey());
                    return names.size() > 1 && haveId(names);
                })
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns why the first line may be no header, in a sentence; absent when nothing shows that. */
    public Optional<String> headerHint() {
        if (bytes.length == 0) {
            return Optional.of("The file is empty: the upload is incomplete, or the export has failed.");
        }
        if (bytes.length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
            return Optional.of("The file looks like UTF-16 without a byte order mark: export it as UTF-8.");
        }
        List<String> lines = text().lines().limit(FIRST_LINES).toList();
        if (!lines.isEmpty()
                && CellText.trimmed(lines.get(0)).toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return Optional.of("Line 1 is a sep= line for a spreadsheet program: remove it.");
        }
        boolean isFirst = true;
        for (int i = 0; i < lines.size(); i++) {
            if (isBlank(lines.get(i))) {
                continue;
            }
            List<String> names = split(lines.get(i), ',');
            if (isFirst
                    && names.size() == 1
                    && names.get(0).toLowerCase(Locale.ROOT).contains("sourcedid,")) {
                return Optional.of(
                        "Each row is one cell in quotes: a spreadsheet program with other regional settings has"
                                + " saved the file.");
            }
            if (!isFirst && names.size() > 1 && haveId(names)) {
                return Optional.of("Line " + (i + 1) + " looks like the header: remove the lines before it.");
            }
            isFirst = false;
        }
        return Optional.empty();
    }

    private static boolean haveId(List<String> names) {
        return names.stream().anyMatch(name -> CellText.trimmed(name).equalsIgnoreCase("sourcedId"));
    }

    /** Returns the first line that has a value, as the reader of rows takes it for the header. */
    private String firstLine() {
        return text().lines().filter(line -> !isBlank(line)).findFirst().orElse("");
    }

    private static boolean isBlank(String line) {
        return split(line, ',').stream().allMatch(CellText::isBlank);
    }

    private static List<String> split(String line, char sign) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == sign && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
