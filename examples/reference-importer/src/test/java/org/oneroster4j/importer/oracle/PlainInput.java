package org.oneroster4j.importer.oracle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The oracle's input side: the contract's words about text, a plain CSV splitter, and the stops that concern files. */
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

    /** Cf. */
    static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT;
    }

    /** "direction controls (U+202A to U+202E, U+2066 to U+2069)". */
    static boolean isDirectionControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /**
     * "Trimmed: without white space (Unicode White_Space, the no-break space too) and invisible format characters
     * (category Cf) at both ends."
     */
    static String trim(String text) {
        int[] c = text.codePoints().toArray();
        int from = 0;
        int to = c.length;
        while (from < to && (isWhiteSpace(c[from]) || isFormat(c[from]))) {
            from++;
        }
        while (to > from && (isWhiteSpace(c[to - 1]) || isFormat(c[to - 1]))) {
            to--;
        }
        return new String(c, from, to - from);
    }

    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * "Cleaned: control characters and line and paragraph separators (Cc, Zl, Zp) become spaces, direction controls
     * (U+202A to U+202E, U+2066 to U+2069) are removed, runs of white space become one space, then trimmed, NFC."
     */
    static String clean(String text) {
        StringBuilder out = new StringBuilder();
        boolean inRun = false;
        for (int c : text.codePoints().toArray()) {
            if (isDirectionControl(c)) {
                continue;
            }
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

    /** "Look: the key of the text without Cf, in NFKC." Our reading: without Cf, then NFKC, then the key. */
    static String look(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().filter(c -> !isFormat(c)).forEach(visible::appendCodePoint);
        return key(Normalizer.normalize(visible, Normalizer.Form.NFKC));
    }

    /** "headers and enumerations are compared trimmed and without case". */
    static String token(String text) {
        return trim(text).toLowerCase(Locale.ROOT);
    }

    static boolean containsControlOrSeparator(String text) {
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

    /** "yes/no/1/0 are booleans", in addition to true/false. Null when it is not readable. */
    static Boolean bool(String cell) {
        return switch (token(cell)) {
            case "true", "yes", "1" -> Boolean.TRUE;
            case "false", "no", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    // ---------------------------------------------------------------- dates

    /** How dates of the form A/B/YYYY are read. */
    static final String MONTH_FIRST = "month-first";

    static final String DAY_FIRST = "day-first";
    /** "the drop is written day first: no date of the form A/B/YYYY in any of its files can be read". */
    static final String NEITHER = "neither";

    // "a T or a space and a time (one or two digits, a colon, two digits, then anything), which is ignored"
    private static final String TIME = "([T ][0-9]{1,2}:[0-9]{2}.*)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})-|/([0-9]{1,2})/)([0-9]{1,2})" + TIME, Pattern.DOTALL);
    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})" + TIME, Pattern.DOTALL);

    /**
     * "Dates are YYYY-MM-DD, YYYY/MM/DD and MM/DD/YYYY, months and days with one or two digits, each may be followed by a
     * T or a space and a time". Null when it is not readable.
     */
    static LocalDate date(String cell, String order) {
        String text = trim(cell);
        try {
            Matcher m = YEAR_FIRST.matcher(text);
            if (m.matches()) {
                String month = m.group(2) != null ? m.group(2) : m.group(3);
                return LocalDate.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(month), Integer.parseInt(m.group(4)));
            }
            m = YEAR_LAST.matcher(text);
            if (m.matches() && !order.equals(NEITHER)) {
                int a = Integer.parseInt(m.group(1));
                int b = Integer.parseInt(m.group(2));
                boolean dayFirst = order.equals(DAY_FIRST);
                return LocalDate.of(Integer.parseInt(m.group(3)), dayFirst ? b : a, dayFirst ? a : b);
            }
        } catch (DateTimeException notADay) {
            return null;
        }
        return null;
    }

    /** "a date A/B/YYYY with A over 12 and B at most 12". */
    static boolean provesDayFirst(String cell) {
        Matcher m = YEAR_LAST.matcher(trim(cell));
        return m.matches() && Integer.parseInt(m.group(1)) > 12 && Integer.parseInt(m.group(2)) <= 12;
    }

    /** "a date that ends in a number of one digit"; a time follows the end of the date, so such a date is complete. */
    private static boolean dateEndsInOneDigit(String cell) {
        String text = trim(cell);
        Matcher m = YEAR_FIRST.matcher(text);
        return m.matches() && date(text, NEITHER) != null && m.group(4).length() == 1 && m.group(5) == null;
    }

    // ---------------------------------------------------------------- CSV

    /** One cell as it is in the file. */
    record Cell(String text, boolean quoted) {}

    /** One record of a file: whether a line break ended it, and whether text followed a closing quote. */
    record Line(List<Cell> cells, boolean ended, boolean strayQuote) {
        boolean isBlank() {
            return cells.stream().allMatch(cell -> trim(cell.text).isEmpty());
        }
    }

    /** The records of a file; {@code unterminated}: a quote is open at its end. */
    record Lines(List<Line> lines, boolean unterminated) {}

    /**
     * A plain RFC 4180 splitter. CRLF, LF and a lone CR end a record; an empty line is no record. A quote opens a quoted
     * cell only as its first character; anywhere else it is text.
     * Any text after a closing quote, white space too, and a quote after white space are stray.
     */
    static Lines split(String text, char delimiter) {
        List<Line> lines = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false; // the cell began with a quote
        boolean inQuotes = false;
        boolean strayQuote = false;
        boolean cellStarted = false; // a character (or an opening quote) of this cell was read
        boolean lineStarted = false; // a character of this line was read
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
                quoted = true;
                inQuotes = true;
                cellStarted = true;
                lineStarted = true;
            } else if (c == delimiter) {
                cells.add(new Cell(cell.toString(), quoted));
                cell.setLength(0);
                quoted = false;
                cellStarted = false;
                lineStarted = true;
            } else if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                if (lineStarted) {
                    cells.add(new Cell(cell.toString(), quoted));
                    lines.add(new Line(cells, true, strayQuote));
                }
                cells = new ArrayList<>();
                cell.setLength(0);
                quoted = false;
                strayQuote = false;
                cellStarted = false;
                lineStarted = false;
            } else {
                // A space before a quote: quoted for its writer, bare for RFC 4180, and its commas split it.
                strayQuote |= quoted || (c == '"' && cell.toString().chars().allMatch(b -> b == ' ' || b == '\t'));
                cell.append(c);
                cellStarted = true;
                lineStarted = true;
            }
            i++;
        }
        if (lineStarted) {
            cells.add(new Cell(cell.toString(), quoted));
            lines.add(new Line(cells, false, strayQuote));
        }
        return new Lines(lines, inQuotes);
    }

    /** The cells of the records of a text. */
    public static List<List<String>> cells(String text) {
        return split(text, ',').lines.stream()
                .map(line -> line.cells.stream().map(Cell::text).toList())
                .toList();
    }

    /** The charset is UTF-8, or UTF-16 where the file begins with its byte order mark. */
    private static String decode(byte[] bytes, CodingErrorAction onError) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        return charset.newDecoder()
                .onMalformedInput(onError)
                .onUnmappableCharacter(onError)
                .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                .toString();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    // ---------------------------------------------------------------- rows and files

    /** One data row: its cells trimmed, by lower-case header, and its disposition. */
    static final class Row {
        private final Map<String, String> cells = new HashMap<>();
        final Line line;
        boolean live;
        boolean rejected;
        /** Rejected for its shape (ragged-row, stray-quote): the cells may not be those of their columns. */
        boolean misshapen;
        /** The code under which the row is left out; null: nothing has left it out (yet). */
        String disposition;

        Row(List<String> header, Line line) {
            this.line = line;
            for (int i = 0; i < header.size() && i < line.cells.size(); i++) {
                cells.putIfAbsent(header.get(i), trim(line.cells.get(i).text));
            }
        }

        /** The trimmed cell; blank where the column or the cell is missing. */
        String get(String column) {
            return cells.getOrDefault(column.toLowerCase(Locale.ROOT), "");
        }

        String id() {
            return get("sourcedId");
        }
    }

    /** The columns of the files that the mapping reads, in the specification's dictionary. */
    private static final Map<String, List<String>> DICTIONARY = Map.of(
            "academicSessions",
            tokens("sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear"),
            "classes",
            tokens("sourcedId status dateLastModified title grades courseSourcedId classCode classType location"
                    + " schoolSourcedId termSourcedIds subjects subjectCodes periods"),
            "courses",
            tokens("sourcedId status dateLastModified schoolYearSourcedId title courseCode grades orgSourcedId subjects"
                    + " subjectCodes"),
            "enrollments",
            tokens("sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary"
                    + " beginDate endDate"),
            "orgs",
            tokens("sourcedId status dateLastModified name type identifier parentSourcedId"),
            "users",
            tokens("sourcedId status dateLastModified enabledUser orgSourcedIds role username userIds givenName"
                    + " familyName middleName identifier email sms phone agentSourcedIds grades password"),
            "manifest",
            tokens("propertyName value"));

    /**
     * "The columns that decide: status; users: enabledUser; classes: schoolSourcedId, termSourcedIds; enrollments:
     * beginDate, endDate; academicSessions: startDate, endDate."
     */
    static List<String> decidingColumns(String file) {
        List<String> columns = new ArrayList<>(List.of("status"));
        columns.addAll(
                switch (file) {
                    case "users" -> tokens("enabledUser");
                    case "classes" -> tokens("schoolSourcedId termSourcedIds");
                    case "enrollments" -> tokens("beginDate endDate");
                    case "academicSessions" -> tokens("startDate endDate");
                    default -> List.of();
                });
        return columns;
    }

    private static List<String> tokens(String names) {
        return List.of(names.toLowerCase(Locale.ROOT).split(" "));
    }

    /** One file of the drop. */
    static final class Table {
        final String file;
        final byte[] bytes;
        final List<String> names = new ArrayList<>(); // the header as written
        final List<String> header = new ArrayList<>(); // its tokens
        final List<Row> rows = new ArrayList<>();
        final boolean decodable;
        final boolean unterminated;
        private final String text;

        Table(String file, byte[] bytes) {
            this.file = file;
            this.bytes = bytes;
            String strict = null;
            try {
                strict = decode(bytes, CodingErrorAction.REPORT);
            } catch (CharacterCodingException e) {
                strict = null;
            }
            decodable = strict != null;
            text = decodable ? strict : readable(bytes);
            Lines split = split(text, ',');
            unterminated = split.unterminated;
            List<Line> lines = new ArrayList<>(split.lines);
            lines.removeIf(Line::isBlank); // "A row all of whose cells are blank (trimmed) is no row"
            if (!lines.isEmpty()) {
                for (Cell name : lines.get(0).cells) {
                    names.add(name.text);
                    header.add(token(name.text));
                }
                for (Line line : lines.subList(1, lines.size())) {
                    rows.add(new Row(header, line));
                }
            }
        }

        /** The text with replacement characters, only so that the header can still be judged. */
        private static String readable(byte[] bytes) {
            try {
                return decode(bytes, CodingErrorAction.REPLACE);
            } catch (CharacterCodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        boolean has(String column) {
            return header.contains(column.toLowerCase(Locale.ROOT));
        }

        private boolean inDictionary(String column) {
            return DICTIONARY.get(file).contains(column);
        }

        /**
         * "no name that is not known (in the dictionary for this file, or metadata.…; blank ones after the last named one
         * are, where no row has a value)".
         */
        boolean everyNameKnown() {
            int lastNamed = header.size() - 1;
            while (lastNamed >= 0 && header.get(lastNamed).isEmpty()) {
                lastNamed--;
            }
            for (int i = 0; i < header.size(); i++) {
                String name = header.get(i);
                boolean blankAtTheEnd = i > lastNamed && columnIsBlank(i);
                if (!inDictionary(name) && !name.startsWith("metadata.") && !blankAtTheEnd) {
                    return false;
                }
            }
            return true;
        }

        private boolean columnIsBlank(int index) {
            return rows.stream()
                    .map(row -> row.line.cells)
                    .allMatch(cells ->
                            index >= cells.size() || trim(cells.get(index).text).isEmpty());
        }

        /**
         * "Where all rows of a file have the same number of cells, more than the header, those beyond the header are blank
         * in every one, and the header has every column of the dictionary and no name that is not known ... they are
         * ignored". Rows that the reader rejects have no cells to count.
         */
        boolean ignoresCellsBeyondHeader() {
            Set<Integer> sizes = new TreeSet<>();
            for (Row row : rows) {
                if (!row.line.strayQuote) {
                    sizes.add(row.line.cells.size());
                    for (int i = header.size(); i < row.line.cells.size(); i++) {
                        if (!trim(row.line.cells.get(i).text).isEmpty()) {
                            return false;
                        }
                    }
                }
            }
            return sizes.size() == 1
                    && sizes.iterator().next() > header.size()
                    && header.containsAll(DICTIONARY.get(file))
                    && everyNameKnown();
        }

        /**
         * "so is one with a cell, in a column of the dictionary, that holds a line break and, anywhere after it, a comma (it
         * has taken in other rows)".
         */
        boolean hasTakenInOtherRows(Row row) {
            for (int i = 0; i < header.size() && i < row.line.cells.size(); i++) {
                String cell = row.line.cells.get(i).text;
                int lineBreak = 0;
                while (lineBreak < cell.length() && cell.charAt(lineBreak) != '\r' && cell.charAt(lineBreak) != '\n') {
                    lineBreak++;
                }
                if (inDictionary(header.get(i)) && cell.indexOf(',', lineBreak) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /**
         * "A last row that no line break ends may be cut even where it has all its cells: it is rejected likewise when its
         * cell of the header's last column is not in quotes and could have been longer: of an id, a reference
         * (…SourcedId, …SourcedIds) or the chosen identity any; of another column that decides one that is blank where
         * another row has a value, or a date that ends in a number of one digit."
         */
        boolean mayBeCut(Row row, String identity) {
            int last = header.size() - 1;
            if (row.line.ended || row.line.cells.size() != header.size() || row.line.cells.get(last).quoted) {
                return false; // a comma or a closing quote after the cell shows that it is complete
            }
            String column = header.get(last);
            String cell = trim(row.line.cells.get(last).text);
            boolean idOrReference =
                    inDictionary(column) && (column.endsWith("sourcedid") || column.endsWith("sourcedids"));
            if (idOrReference || (file.equals("users") && column.equals(identity))) {
                return true;
            }
            if (!decidingColumns(file).contains(column)) {
                return false;
            }
            boolean anotherHasValue = rows.stream()
                    .anyMatch(other -> other != row
                            && !other.line.strayQuote
                            && other.line.cells.size() >= header.size()
                            && !other.get(column).isEmpty());
            return cell.isEmpty() ? anotherHasValue : dateEndsInOneDigit(cell);
        }

        /** "begins as something else does: a zip or Excel workbook, gzip, PDF, an HTML or XML page". */
        boolean isNotCsv() {
            boolean zip = startsWith(bytes, 'P', 'K', 3, 4)
                    || startsWith(bytes, 'P', 'K', 5, 6)
                    || startsWith(bytes, 'P', 'K', 7, 8);
            boolean oldExcel = startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0);
            boolean gzip = startsWith(bytes, 0x1F, 0x8B);
            String start = trim(text);
            return zip || oldExcel || gzip || start.startsWith("%PDF") || start.startsWith("<");
        }

        /**
         * "the header ... is one cell when split at commas, and has sourcedId among its names when split at semicolons, tabs
         * or bars".
         */
        boolean hasOtherDelimiter() {
            if (header.size() != 1) {
                return false;
            }
            for (char delimiter : new char[] {';', '\t', '|'}) {
                List<Line> lines = new ArrayList<>(split(text, delimiter).lines);
                lines.removeIf(Line::isBlank);
                List<Cell> cells = lines.isEmpty() ? List.of() : lines.get(0).cells;
                // a header that is sourcedId alone is not split by any sign
                if (cells.size() > 1
                        && cells.stream().anyMatch(cell -> token(cell.text).equals("sourcedid"))) {
                    return true;
                }
            }
            return false;
        }

        /**
         * "ends in NUL bytes: it was not written to its end". A file that has NULs in its header too is UTF-16 without a
         * byte order mark, not padded.
         */
        boolean isPadded() {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == '\0') {
                end--;
            }
            List<Line> lines = split(text.substring(0, end), ',').lines;
            boolean nulInHeader =
                    !lines.isEmpty() && lines.get(0).cells.stream().anyMatch(cell -> cell.text.indexOf('\0') >= 0);
            return end < text.length() && !nulInHeader;
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
    static final List<String> MAPPED =
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
                    tables.put(name, new Table(name, files.get(found.contains(wanted) ? wanted : found.get(0))));
                }
            }
        }

        boolean has(String file) {
            return tables.containsKey(file);
        }

        List<Row> rows(String file) {
            return has(file) ? tables.get(file).rows : List.of();
        }

        boolean hasColumn(String file, String column) {
            return has(file) && tables.get(file).has(column);
        }

        /** The live rows that R1 does not reject. */
        List<Row> readable(String file) {
            List<Row> rows = new ArrayList<>();
            for (Row row : rows(file)) {
                if (row.live && !row.rejected) {
                    rows.add(row);
                }
            }
            return rows;
        }

        /** The values (tokens, each once) that the manifest gives for a property; a blank one is none. */
        Set<String> manifestValues(String property) {
            Set<String> values = new TreeSet<>();
            for (Row row : rows("manifest")) {
                if (!row.line.strayQuote
                        && token(row.get("propertyName")).equals(token(property))
                        && !row.get("value").isEmpty()) {
                    values.add(token(row.get("value")));
                }
            }
            return values;
        }

        /**
         * The codes down to undecodable-text and the reader's own, in the order of the contract's table.
         *
         * @param stored the stored full drop; null: none
         * @param delta whether this drop is a delta upload, which may lack files
         */
        List<String> fileLevelStops(PlainConversion.Settings settings, Drop stored, boolean delta) {
            List<String> codes = new ArrayList<>();
            if (!delta && !tables.keySet().containsAll(REQUIRED)) {
                codes.add("required-file-missing");
            }
            if (manifestFileLacking()) {
                codes.add("manifest-file-lacking");
            }
            if (duplicateFile) {
                codes.add("duplicate-file");
            }
            // "under not-csv, other-delimiter and unsupported-version none of those below it is reported"
            if (notCsv()) {
                codes.add("not-csv");
                return codes;
            }
            if (otherDelimiter()) {
                codes.add("other-delimiter");
                return codes;
            }
            if (unsupportedVersion()) {
                codes.add("unsupported-version");
                return codes;
            }
            if (manifestUnreadable()) {
                codes.add("manifest-unreadable");
            }
            if (stored == null && deltaWithoutBaseline()) {
                codes.add("delta-without-baseline");
            }
            if (missingHeader(settings, stored)) {
                codes.add("missing-header");
            }
            if (stored != null && !delta && fileGone(stored)) {
                codes.add("file-gone");
            }
            if (stored != null && !delta && columnEmptied(settings, stored)) {
                codes.add("column-emptied");
            }
            if (duplicateHeader()) {
                codes.add("duplicate-header");
            }
            if (paddedFile()) {
                codes.add("padded-file");
            }
            if (undecodableText()) {
                codes.add("undecodable-text");
            }
            if (unterminatedQuote()) {
                codes.add("unterminated-quote"); // "the reader's own ... come after undecodable-text"
            }
            return codes;
        }

        /** "the manifest says bulk or delta for academicSessions, orgs or courses, and nothing of that name is there". */
        private boolean manifestFileLacking() {
            return List.of("academicSessions", "orgs", "courses").stream()
                    .anyMatch(file -> !has(file)
                            && manifestValues("file." + file).stream()
                                    .anyMatch(value -> value.equals("bulk") || value.equals("delta")));
        }

        private boolean isThreeOrManifest(Table table) {
            return REQUIRED.contains(table.file) || table.file.equals("manifest");
        }

        /** "one of the three files, or the manifest, begins as something else does". */
        private boolean notCsv() {
            return tables.values().stream().anyMatch(table -> isThreeOrManifest(table) && table.isNotCsv());
        }

        /** "the header of one of the three files". */
        private boolean otherDelimiter() {
            return tables.values().stream()
                    .anyMatch(table -> REQUIRED.contains(table.file) && table.hasOtherDelimiter());
        }

        /**
         * "the manifest names another OneRoster version than 1.1 (1.1.1 is 1.1); or names none, or there is none, and either
         * users has userMasterIdentifier and no role (1.2), or none of users, classes, enrollments has status (School Data
         * Sync)".
         */
        private boolean unsupportedVersion() {
            Set<String> versions = manifestValues("oneroster.version");
            if (!versions.isEmpty()) {
                return !List.of("1.1", "1.1.1").containsAll(versions);
            }
            boolean oneTwo = hasColumn("users", "userMasterIdentifier") && !hasColumn("users", "role");
            // our reading: a drop without any of the three is not School Data Sync's
            boolean anyThere = REQUIRED.stream().anyMatch(this::has);
            boolean noStatus = REQUIRED.stream().noneMatch(file -> hasColumn(file, "status"));
            return oneTwo || (anyThere && noStatus);
        }

        /**
         * "the manifest is there and gives no readable value for file.users, or one of the six files that the mapping reads
         * has another value than absent, bulk or delta, or two values".
         */
        private boolean manifestUnreadable() {
            if (!has("manifest")) {
                return false;
            }
            for (String file : MAPPED) {
                Set<String> values = manifestValues("file." + file);
                if (!List.of("absent", "bulk", "delta").containsAll(values)
                        || values.size() > 1
                        || (values.isEmpty() && file.equals("users"))) {
                    return true;
                }
            }
            return false;
        }

        /**
         * "the manifest says delta for a file that is there and that the mapping reads, and no full drop is stored".
         */
        private boolean deltaWithoutBaseline() {
            return MAPPED.stream().anyMatch(this::isDelta);
        }

        /** Whether the file is there and the manifest says that it is a delta. */
        boolean isDelta(String file) {
            return has(file) && manifestValues("file." + file).contains("delta");
        }

        /** The three clauses of missing-header. */
        private boolean missingHeader(PlainConversion.Settings settings, Drop stored) {
            for (String file : MAPPED) {
                if (!has(file)) {
                    continue;
                }
                for (String column : neededColumns(file, settings)) {
                    if (!hasColumn(file, column)) {
                        return true;
                    }
                }
                for (String column : decidingColumns(file)) {
                    // "also a column that decides (R1 shape) and is not there, where the header has a name that is not
                    // known, and where the file of the stored full drop has it"
                    boolean reported =
                            !tables.get(file).everyNameKnown() || (stored != null && stored.hasColumn(file, column));
                    if (!hasColumn(file, column) && reported && !isLeftOutBySender(settings, file, column)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** "one that the mapping cannot do without"; "A delta of enrollments needs ids (missing-header)". */
        private List<String> neededColumns(String file, PlainConversion.Settings settings) {
            return switch (file) {
                case "users" -> List.of("sourcedId", "role", "givenName", "familyName", settings.identity());
                case "classes" -> List.of("sourcedId", "title");
                case "enrollments" ->
                    isDelta(file)
                            ? List.of("classSourcedId", "userSourcedId", "role", "sourcedId")
                            : List.of("classSourcedId", "userSourcedId", "role");
                case "academicSessions" -> List.of("sourcedId", "startDate", "endDate");
                default -> List.of();
            };
        }

        /** "the setting withoutColumns lists columns (users.enabledUser) that a sender leaves out". */
        private static boolean isLeftOutBySender(PlainConversion.Settings settings, String file, String column) {
            return settings.withoutColumns().stream()
                    .anyMatch(name -> token(name).equals(token(file + "." + column)));
        }

        /** "it had academicSessions with rows and this one has none". */
        private boolean fileGone(Drop stored) {
            return !stored.rows("academicSessions").isEmpty()
                    && rows("academicSessions").isEmpty();
        }

        /**
         * "a column that decides (status aside) is blank in every live row, where a tenth of the rows of the stored one or
         * more had a value. The setting withoutColumns lifts the second for the columns it names". A file without live rows
         * and a column that is not there are judged by other codes.
         */
        private boolean columnEmptied(PlainConversion.Settings settings, Drop stored) {
            for (String file : MAPPED) {
                List<Row> rows = readable(file);
                List<Row> storedRows = stored.readable(file);
                for (String column : decidingColumns(file)) {
                    if (column.equals("status")
                            || rows.isEmpty()
                            || !hasColumn(file, column)
                            || isLeftOutBySender(settings, file, column)) {
                        continue;
                    }
                    long values = withValue(rows, column);
                    long storedValues = withValue(storedRows, column);
                    if (values == 0 && storedValues > 0 && storedValues * 10 >= storedRows.size()) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static long withValue(List<Row> rows, String column) {
            return rows.stream().filter(row -> !row.get(column).isEmpty()).count();
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

        /** "one of the files that the mapping reads ends in NUL bytes". */
        private boolean paddedFile() {
            return MAPPED.stream()
                    .anyMatch(file -> has(file) && tables.get(file).isPadded());
        }

        /** "bytes that are not the charset's in such a file or the manifest". */
        private boolean undecodableText() {
            return tables.values().stream().anyMatch(table -> !table.decodable);
        }

        /** A quote that is open at the end of a file, the manifest too. */
        private boolean unterminatedQuote() {
            return tables.values().stream().anyMatch(table -> table.unterminated);
        }

        /** The ids that are the sourcedId of some row of the file, "live or not, rejected or not". */
        Set<String> describedIds(String file) {
            Set<String> ids = new LinkedHashSet<>();
            for (Row row : rows(file)) {
                ids.add(row.id());
            }
            ids.remove("");
            return ids;
        }
    }

    // ---------------------------------------------------------------- output

    /**
     * A CSV file as section 2 wants it: "UTF-8 without BOM, comma, CRLF after every row, header row, RFC 4180 quotes only
     * where needed (a comma, a quote; nothing else can occur)".
     */
    static byte[] csv(String header, List<List<String>> rows) {
        return csv(Arrays.asList(header.split(", ")), rows);
    }

    static byte[] csv(List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        for (List<String> row : all) {
            out.append(quotedRow(row)).append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One row, without its line end. A line break occurs in no output of section 2, but in the full drop that a delta makes. */
    static String quotedRow(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row) {
            boolean quote = cell.contains(",") || cell.contains("\"") || cell.contains("\r") || cell.contains("\n");
            cells.add(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return String.join(",", cells);
    }
}
