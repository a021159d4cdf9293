package org.oneroster4j.importer.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The oracle's input side: the words of the contract about text, a plain CSV splitter, and the stops that concern files. */
public final class PlainInput {

    private PlainInput() {}

    // ---------------------------------------------------------------- text

    /** The Unicode property White_Space, written out (PropList.txt). */
    static boolean isWhiteSpace(int c) {
        return (c >= 0x09 && c <= 0x0D)
                || c == 0x20
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Cc, Zl or Zp. */
    static boolean isControlOrSeparator(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isTrimmable(int c) {
        return isWhiteSpace(c) || Character.getType(c) == Character.FORMAT;
    }

    /** "Trimmed: without white space (Unicode White_Space, the no-break space too) and invisible format characters (category Cf) at both ends." */
    static String trim(String text) {
        int[] c = text.codePoints().toArray();
        int from = 0;
        int to = c.length;
        while (from < to && isTrimmable(c[from])) {
            from++;
        }
        while (to > from && isTrimmable(c[to - 1])) {
            to--;
        }
        return new String(c, from, to - from);
    }

    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** "Cleaned: control characters and line and paragraph separators (Cc, Zl, Zp) become spaces, runs of white space one space, then trimmed, NFC." */
    static String clean(String text) {
        StringBuilder out = new StringBuilder();
        boolean inRun = false;
        for (int c : text.codePoints().toArray()) {
            if (isControlOrSeparator(c) || isWhiteSpace(c)) {
                if (!inRun) {
                    out.append(' ');
                }
                inRun = true;
            } else {
                out.appendCodePoint(c);
                inRun = false;
            }
        }
        return nfc(trim(out.toString()));
    }

    /** "Key: NFC, then lower case in Locale.ROOT; used only to compare, never written." */
    static String key(String text) {
        return nfc(text).toLowerCase(Locale.ROOT);
    }

    /** "headers and enumerations are compared trimmed and without case". */
    static String token(String text) {
        return trim(text).toLowerCase(Locale.ROOT);
    }

    static boolean holdsControlOrSeparator(String text) {
        return text.codePoints().anyMatch(PlainInput::isControlOrSeparator);
    }

    /** A cell that holds a list: split at commas, trimmed, blank items dropped. */
    static List<String> list(String cell) {
        List<String> items = new ArrayList<>();
        for (String item : cell.split(",", -1)) {
            if (!trim(item).isEmpty()) {
                items.add(trim(item));
            }
        }
        return items;
    }

    /** "yes/no/1/0 are booleans", beside true/false. Null when it is not readable. */
    static Boolean bool(String cell) {
        return switch (token(cell)) {
            case "true", "yes", "1" -> Boolean.TRUE;
            case "false", "no", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static final String TIME_BEHIND = "(?:[T ][0-9]{1,2}:[0-9]{2}.*)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/)([0-9]{1,2})" + TIME_BEHIND);
    private static final Pattern US = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})" + TIME_BEHIND);

    /** "Dates are YYYY-MM-DD, YYYY/MM/DD and MM/DD/YYYY, months and days with one or two digits, each also with a T or a space and a time behind it, which is ignored." Null when it is not readable. */
    static LocalDate date(String cell) {
        String text = trim(cell);
        try {
            Matcher m = YEAR_FIRST.matcher(text);
            if (m.matches()) {
                String month = m.group(2) != null ? m.group(2) : m.group(3);
                return LocalDate.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(month), Integer.parseInt(m.group(4)));
            }
            m = US.matcher(text);
            if (m.matches()) {
                return LocalDate.of(
                        Integer.parseInt(m.group(3)), Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            }
        } catch (DateTimeException notADay) {
            return null;
        }
        return null;
    }

    // ---------------------------------------------------------------- CSV

    /** A plain RFC 4180 splitter. CRLF, LF and a lone CR end a row; a wholly empty line is no row. */
    public static List<List<String>> split(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inQuotes = false;
        boolean cellStarted = false; // a character (or an opening quote) of this cell was seen
        boolean lineStarted = false; // a character of this line was seen
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (inQuotes) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    inQuotes = false;
                }
            } else if (c == '"' && !cellStarted) {
                inQuotes = true;
                cellStarted = true;
                lineStarted = true;
            } else if (c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
                cellStarted = false;
                lineStarted = true;
            } else if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                if (lineStarted) {
                    row.add(cell.toString());
                    rows.add(row);
                }
                row = new ArrayList<>();
                cell.setLength(0);
                cellStarted = false;
                lineStarted = false;
            } else {
                cell.append(c);
                cellStarted = true;
                lineStarted = true;
            }
            i++;
        }
        if (lineStarted) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    /** Strict UTF-8 first; where that fails the text is read with replacement characters, only so that the header can still be judged. */
    private static String decode(byte[] bytes, CodingErrorAction onError) throws CharacterCodingException {
        boolean bom =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer in = bom ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(onError)
                .onUnmappableCharacter(onError)
                .decode(in)
                .toString();
    }

    /** One data row: its cells trimmed, by lower-case header; what became of it is noted in {@code fate}. */
    static final class Row {
        private final Map<String, String> cells = new HashMap<>();
        final boolean filledBeyondHeader;
        boolean live;
        boolean rejected;
        String fate; // null: nothing has left it out (yet)

        Row(List<String> header, List<String> values) {
            boolean beyond = false;
            for (int i = 0; i < values.size(); i++) {
                String value = trim(values.get(i));
                if (i < header.size()) {
                    cells.putIfAbsent(header.get(i), value);
                } else if (!value.isEmpty()) {
                    beyond = true;
                }
            }
            filledBeyondHeader = beyond;
        }

        /** The trimmed cell; blank where the column or the cell is missing. */
        String get(String column) {
            return cells.getOrDefault(column.toLowerCase(Locale.ROOT), "");
        }

        String id() {
            return get("sourcedId");
        }
    }

    /** One file of the drop. */
    static final class Table {
        final List<String> header = new ArrayList<>(); // tokens
        final List<Row> rows = new ArrayList<>();
        final boolean decodable;

        Table(byte[] bytes) {
            String text;
            boolean strict = true;
            try {
                text = decode(bytes, CodingErrorAction.REPORT);
            } catch (CharacterCodingException e) {
                strict = false;
                try {
                    text = decode(bytes, CodingErrorAction.REPLACE);
                } catch (CharacterCodingException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
            decodable = strict;
            List<List<String>> lines = split(text);
            if (!lines.isEmpty()) {
                for (String name : lines.get(0)) {
                    header.add(token(name));
                }
                for (List<String> line : lines.subList(1, lines.size())) {
                    rows.add(new Row(header, line));
                }
            }
        }

        boolean has(String column) {
            return header.contains(column.toLowerCase(Locale.ROOT));
        }
    }

    // ---------------------------------------------------------------- the drop and its file-level stops

    private static final List<String> FILES = List.of(
            "manifest",
            "academicSessions",
            "categories",
            "classes",
            "classResources",
            "courses",
            "courseResources",
            "demographics",
            "enrollments",
            "lineItems",
            "orgs",
            "resources",
            "results",
            "users");
    private static final List<String> REQUIRED = List.of("users", "classes", "enrollments");
    /** "a file that the mapping reads: the three, orgs, courses, academicSessions". */
    private static final List<String> MAPPED =
            List.of("users", "classes", "enrollments", "orgs", "courses", "academicSessions");

    /** The files of the drop that matter here, by the name of the specification without ".csv". */
    static final class Drop {
        final Map<String, Table> tables = new TreeMap<>();
        boolean duplicateFile;

        Drop(Map<String, byte[]> files) {
            for (String name : FILES) {
                String wanted = name + ".csv";
                List<String> found = new ArrayList<>();
                for (String fileName : files.keySet()) {
                    if (fileName.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                        found.add(fileName);
                    }
                }
                found.sort(null);
                duplicateFile |= found.size() > 1;
                if (!found.isEmpty() && (MAPPED.contains(name) || name.equals("manifest"))) {
                    tables.put(name, new Table(files.get(found.contains(wanted) ? wanted : found.get(0))));
                }
            }
        }

        boolean has(String file) {
            return tables.containsKey(file);
        }

        List<Row> rows(String file) {
            return has(file) ? tables.get(file).rows : List.of();
        }

        private boolean hasColumn(String file, String column) {
            return has(file) && tables.get(file).has(column);
        }

        /** All filled values that the manifest gives for a property. */
        private List<String> manifestValues(String property) {
            List<String> values = new ArrayList<>();
            for (Row row : rows("manifest")) {
                if (token(row.get("propertyName")).equals(property.toLowerCase(Locale.ROOT))
                        && !row.get("value").isEmpty()) {
                    values.add(row.get("value"));
                }
            }
            return values;
        }

        /** The codes "down to undecodable-text", in the order of the contract's table. */
        List<String> fileLevelStops(String identity) {
            if (unsupportedVersion()) {
                return List.of("unsupported-version"); // "under unsupported-version none of the others is told"
            }
            List<String> codes = new ArrayList<>();
            if (!tables.keySet().containsAll(REQUIRED)) {
                codes.add("required-file-missing");
            }
            if (duplicateFile) {
                codes.add("duplicate-file");
            }
            if (deltaWithoutBaseline()) {
                codes.add("delta-without-baseline");
            }
            if (missingHeader(identity)) {
                codes.add("missing-header");
            }
            if (duplicateHeader()) {
                codes.add("duplicate-header");
            }
            if (undecodableText()) {
                codes.add("undecodable-text");
            }
            return codes;
        }

        /** "the manifest names another OneRoster version than 1.1 (1.1.1 is 1.1); or names none, or there is none, and either users has userMasterIdentifier and no role (1.2), or none of users, classes, enrollments has status (School Data Sync)". */
        private boolean unsupportedVersion() {
            List<String> versions = manifestValues("oneroster.version");
            if (!versions.isEmpty()) {
                return !List.of("1.1", "1.1.1").containsAll(versions);
            }
            boolean oneTwo = hasColumn("users", "userMasterIdentifier") && !hasColumn("users", "role");
            boolean anyThere = REQUIRED.stream()
                    .anyMatch(this::has); // our reading: a drop without any of the three is not School Data Sync's
            boolean noStatus = REQUIRED.stream().noneMatch(file -> hasColumn(file, "status"));
            return oneTwo || (anyThere && noStatus);
        }

        /** "the manifest says delta for a file that is there and that the mapping reads, and no full drop is stored" (here none ever is). */
        private boolean deltaWithoutBaseline() {
            for (String file : MAPPED) {
                if (has(file)
                        && manifestValues("file." + file).stream()
                                .anyMatch(value -> token(value).equals("delta"))) {
                    return true;
                }
            }
            return false;
        }

        /** "one that the mapping cannot do without". */
        private boolean missingHeader(String identity) {
            Map<String, List<String>> needed = new TreeMap<>();
            needed.put("users", List.of("sourcedId", "role", "givenName", "familyName", identity));
            needed.put("classes", List.of("sourcedId", "title"));
            needed.put("enrollments", List.of("classSourcedId", "userSourcedId", "role"));
            needed.put("academicSessions", List.of("sourcedId", "startDate", "endDate"));
            for (Map.Entry<String, List<String>> entry : needed.entrySet()) {
                for (String column : entry.getValue()) {
                    if (has(entry.getKey()) && !hasColumn(entry.getKey(), column)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** "a header twice (blank ones aside) in a file that the mapping reads". */
        private boolean duplicateHeader() {
            for (String file : MAPPED) {
                Set<String> seen = new HashSet<>();
                for (String name : has(file) ? tables.get(file).header : List.<String>of()) {
                    if (!name.isEmpty() && !seen.add(name)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** "bytes that are not the charset's in such a file or the manifest". */
        private boolean undecodableText() {
            return tables.values().stream().anyMatch(table -> !table.decodable);
        }

        /** The ids that some row of the file, live or not, describes. */
        Set<String> describedIds(String file) {
            Set<String> ids = new LinkedHashSet<>();
            for (Row row : rows(file)) {
                ids.add(row.id());
            }
            ids.remove("");
            return ids;
        }
    }

    /** A CSV file as section 2 wants it: "UTF-8 without BOM, comma, CRLF after every row, header row, RFC 4180 quotes only where needed (a comma, a quote; nothing else can occur)". */
    static byte[] csv(String header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        List<List<String>> all = new ArrayList<>();
        all.add(Arrays.asList(header.split(", ")));
        all.addAll(rows);
        for (List<String> row : all) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                boolean quote = cell.contains(",") || cell.contains("\"");
                cells.add(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            }
            out.append(String.join(",", cells)).append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
