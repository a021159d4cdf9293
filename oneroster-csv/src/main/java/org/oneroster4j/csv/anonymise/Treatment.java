package org.oneroster4j.csv.anonymise;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.oneroster4j.csv.ColumnKind;
import org.oneroster4j.csv.internal.ColumnDecoder;
import org.oneroster4j.csv.internal.RawRecord;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;

/**
 * Decides of each cell of a file what it is: a text of a person, one that may have such texts in it, or something that
 * stays. In a row of a wrong shape any text may be in any column, so that every cell is replaced: a name may be below an id, and
 * a birth date below another date. Three kinds of cells stay: blank ones; words of vocabularies, which are the same for many
 * people; and below {@code sourcedId} an id that a row of a right shape has or refers to, which is in the result anyway, and
 * without which the reference would be a defect of its own. In another row that the reader rejects, what findings need stays:
 * ids, words of vocabularies, and values that can be read in their own columns.
 */
final class Treatment {
    /** Narrower than what a reader takes for a date: nothing that may be the text of a person stays. */
    private static final Pattern SLASHES = Pattern.compile("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}([T ][0-9:.Z+-]*)?");

    private static final String METADATA = "metadata.";

    private final Layout layout;
    private final Knowledge knowledge;
    private final Sink sink;

    Treatment(Layout layout, Knowledge knowledge, Sink sink) {
        this.layout = layout;
        this.knowledge = knowledge;
        this.sink = sink;
    }

    /**
     * Returns the cells of the first record as they are written.
     *
     * @param isLongerThanRows whether the row after it has fewer cells, or there is none: the line break between the names and
     *     the first row may be lost
     */
    String[] header(RawRecord record, boolean isLongerThanRows) {
        if (layout.file() == OneRosterFile.MANIFEST) {
            return row(record);
        }
        String[] cells = record.cells();
        // A quote too many takes the first rows, and the people in them, into the header.
        boolean swallows = record.hasStrayQuote()
                || record.lastLine() > record.firstLine()
                || isLongerThanRows
                || holdsValues(cells);
        for (int i = 0; i < cells.length; i++) {
            if (!layout.place(i).isNamed()) {
                cells[i] = heading(cells[i], text -> unnamed(text, swallows));
            }
        }
        return cells;
    }

    /** Returns whether a cell of the header is none of a header: an id, a word of a vocabulary, or a text with a quote in it. */
    private boolean holdsValues(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            boolean isName = layout.place(i).isNamed() || CellText.isBlank(cells[i]);
            boolean isOther = isId(cells[i]) || General.isWord(Knowledge.key(cells[i]));
            if (!isName && (cells[i].indexOf('"') >= 0 || (isOther && !General.isHeader(Knowledge.key(cells[i]))))) {
                return true;
            }
        }
        return false;
    }

    /** By its beginning a reader tells a column of the sender's own from a mistake. */
    private static String heading(String cell, UnaryOperator<String> unnamed) {
        String core = CellText.trimmed(cell);
        int behind = core.toLowerCase(Locale.ROOT).startsWith(METADATA) ? cell.indexOf(core) + METADATA.length() : 0;
        return cell.substring(0, behind) + unnamed.apply(cell.substring(behind));
    }

    /** A text of the first record, which may be the name of a column, several rows, or a cell of the first of them. */
    private String unnamed(String text, boolean swallows) {
        if (!layout.isHeader()) {
            return loose(text);
        }
        return swallows ? pieces(text) : sink.inside(text);
    }

    /** A text in which names of columns and cells of rows may stand one behind the other. */
    private String pieces(String heading) {
        StringBuilder other = new StringBuilder(heading.length());
        for (int start = 0, end; start <= heading.length(); start = end + 1) {
            end = start;
            while (end < heading.length() && heading.charAt(end) != ',' && heading.charAt(end) != '\n') {
                end++;
            }
            String piece = heading.substring(start, end);
            other.append(General.isHeader(Knowledge.key(piece)) ? piece : loose(piece));
            if (end < heading.length()) {
                other.append(heading.charAt(end));
            }
        }
        return other.toString();
    }

    /** Returns the cells of another record as they are written. */
    String[] row(RawRecord record) {
        Layout.Verdict verdict = layout.verdict(record);
        int id = layout.position("sourcedId");
        String[] cells = record.cells();
        for (int i = 0; i < cells.length; i++) {
            Layout.Place place = layout.place(i);
            if (CellText.isBlank(cells[i]) || (i == id && place.kind() == CellKind.ID && verdict.showsId())) {
                continue;
            }
            if (verdict.misshapen()) {
                cells[i] = i == id && isId(cells[i]) ? cells[i] : items(place, cells[i], this::misplaced);
            } else {
                cells[i] = verdict.broken() ? broken(place, cells[i]) : sound(place, cells[i], verdict.doubtful());
            }
        }
        return cells;
    }

    private String sound(Layout.Place place, String cell, boolean doubtful) {
        UnaryOperator<String> other = doubtful ? sink::doubtful : sink::inside;
        return switch (place.kind()) {
            case ID -> cell;
            case REFERENCE -> items(place, cell, item -> isId(item) ? item : other.apply(item));
            case PERSONAL, UNKNOWN -> sink.whole(cell);
            case NAME -> sink.name(cell);
            case ORIGIN_CODE -> sink.code(cell);
            case USER_IDS -> items(place, cell, this::userId);
            case TYPED ->
                items(place, cell, item -> isRead(place, item) || isOfTheDropsOrder(item) ? item : other.apply(item));
            // Of several grades each may be too general to be looked for, and stays one; all of them are not.
            case TEXT -> doubtful ? items(place, cell, other) : other.apply(cell);
        };
    }

    private String broken(Layout.Place place, String cell) {
        return switch (place.kind()) {
            case REFERENCE, USER_IDS -> items(place, cell, this::loose);
            case TYPED ->
                items(
                        place,
                        cell,
                        item -> (isRead(place, item) && !mayBeBirthDate(place)) || isOfTheDropsOrder(item)
                                ? item
                                : loose(item));
            case TEXT -> layout.file() == OneRosterFile.MANIFEST ? sink.inside(cell) : loose(cell);
            case NAME -> isFixed(cell) ? cell : sink.name(cell);
            case ID, PERSONAL, ORIGIN_CODE, UNKNOWN -> loose(cell);
        };
    }

    /** A text of a row of a wrong shape. */
    private String misplaced(String text) {
        if (CellText.isBlank(text) || General.isWord(Knowledge.key(text))) {
            return text;
        }
        return isId(text) ? sink.id(text) : whole(text);
    }

    /** A text of which nobody knows in which column it belongs. */
    private String loose(String text) {
        if (CellText.isBlank(text) || isFixed(text)) {
            return text;
        }
        return whole(text);
    }

    private String whole(String text) {
        String core = CellText.trimmed(text);
        return core.startsWith("{") && core.endsWith("}") ? split(text, this::userId) : sink.whole(text);
    }

    private boolean isFixed(String text) {
        String key = Knowledge.key(text);
        return isId(text) || General.isWord(key) || isOfManifest(key);
    }

    /** A version decides how all else is read, wherever a spoiled manifest has it, and says nothing of anybody. */
    private boolean isOfManifest(String key) {
        return layout.file() == OneRosterFile.MANIFEST && General.saysNothing(key);
    }

    private boolean isId(String text) {
        return knowledge.isId(CellText.trimmed(text));
    }

    private static boolean isRead(Layout.Place place, String item) {
        String core = CellText.trimmed(item);
        ColumnDecoder decoder = place.decoder();
        return core.isEmpty() || (decoder != null && decoder.reads(core));
    }

    /**
     * Tells whether a date with slashes, be it a day of the calendar or not, says in which order the sender writes day and month:
     * all dates of the drop are read by that. The two files have no date of a person.
     */
    private boolean isOfTheDropsOrder(String item) {
        String core = CellText.trimmed(item);
        return (layout.file() == OneRosterFile.ENROLLMENTS || layout.file() == OneRosterFile.ACADEMIC_SESSIONS)
                && SLASHES.matcher(core).matches();
    }

    /** In a row of demographics whose columns have shifted, a birth date may stand below another date. */
    private boolean mayBeBirthDate(Layout.Place place) {
        ColumnDecoder decoder = place.decoder();
        return layout.file() == OneRosterFile.DEMOGRAPHICS
                && decoder != null
                && (decoder.column().kind() == ColumnKind.DATE
                        || decoder.column().kind() == ColumnKind.TIMESTAMP);
    }

    /** The name in an item {@code {type:id}}; of any other text all of it. */
    private String userId(String item) {
        int open = item.indexOf('{');
        int colon = item.indexOf(':', open + 1);
        int close = item.lastIndexOf('}');
        boolean named = open >= 0
                && colon > 0
                && close > colon
                && CellText.isBlank(item.substring(0, open))
                && CellText.isBlank(item.substring(close + 1));
        if (!named) {
            return sink.whole(item);
        }
        return item.substring(0, open + 1)
                + sink.inside(item.substring(open + 1, colon))
                + ":"
                + sink.whole(item.substring(colon + 1, close))
                + item.substring(close);
    }

    private static String items(Layout.Place place, String cell, UnaryOperator<String> each) {
        ColumnDecoder decoder = place.decoder();
        return decoder != null && decoder.isList() ? split(cell, each) : each.apply(cell);
    }

    private static String split(String cell, UnaryOperator<String> each) {
        StringBuilder other = new StringBuilder(cell.length());
        for (int start = 0; start <= cell.length(); ) {
            int comma = cell.indexOf(',', start);
            int end = comma < 0 ? cell.length() : comma;
            other.append(each.apply(cell.substring(start, end)));
            if (comma >= 0) {
                other.append(',');
            }
            start = end + 1;
        }
        return other.toString();
    }
}
