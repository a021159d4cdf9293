package org.oneroster4j.csv.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Location;

/**
 * Stands between the characters of a file and the tokenizer, so that the tokenizer only ever sees well-formed CSV with
 * one kind of line end, and so that line numbers do not depend on it.
 *
 * <ul>
 *   <li>CRLF and a lone CR become LF; lines without any character are left away, and counted.
 *   <li>Each record's first and last physical line and the state of its quotes go to {@link #records()}.
 *   <li>Text behind a closing quote is taken away and its record marked: the tokenizer need not have an opinion on it. A
 *       record so marked ends at the end of its line, whatever is open, so that one bad row does not hide the next.
 *   <li>NUL, which Univocity keeps or loses depending on its buffer, and U+FEFF, which it loses at the beginning, become
 *       lone surrogates, which no decoder lets through; {@link #restored} turns them back.
 *   <li>A quote that is open at the end, a cell or a row above its limit: the end of reading, with the line. All that is
 *       between two records counts in the length of the second: text behind a closing quote, line breaks.
 *   <li>What is handed out in one piece and ends where a record ends has an empty line behind it, a filler. Univocity asks
 *       for the next piece with the last character of this one, not behind it; so that character is none of a record, and
 *       the record is out before what follows is looked at, which may be unreadable, or need no parser.
 * </ul>
 */
final class RecordScanner extends Reader {
    /** Stand for others behind the scanner. No strict decoder makes a low surrogate without a high one before it. */
    private static final char NUL_STAND_IN = '\uDC00';

    private static final char MARK_STAND_IN = '\uDC01';

    private static final int BUFFER = 1 << 14;

    /** What one character of the file is to the record in which it stands. */
    enum Part {
        /** A character of a cell. */
        CONTENT,
        /** Text outside the quotes of a quoted value, which nobody reads. */
        OUTSIDE,
        /** The comma between two cells. */
        SEPARATOR,
        /** A quote around a value, the first of two inside it, the second character of a line end, an empty line. */
        SYNTAX,
        /** The end of a record. */
        RECORD_END
    }

    private enum State {
        RECORD_START,
        CELL_START,
        BARE,
        BARE_BLANK,
        QUOTED,
        QUOTE_IN_QUOTED,
        BEHIND_QUOTES
    }

    private final Reader in;
    private final String file;
    private final String charset;
    private final int maxCellLength;
    private final int maxColumns;
    private final int maxRowLength;
    private final Records records = new Records();

    private final char[] buffer = new char[BUFFER];
    /** Where {@link #partOf} has its character written, which nobody reads. */
    private final char[] unread = new char[1];

    private int position;
    private int limit;
    private boolean ended;
    private boolean skipLineFeed;
    private boolean stoodIn;
    private boolean pendingLineFeed;

    private State state = State.RECORD_START;
    private long line = 1;
    private long recordLine = 1;
    private int quotes = Records.SOUND;
    private int cells = 1;
    private int cellLength;
    /** How many characters were read since the record before: whatever they are, each line break being one. */
    private int rowLength;

    private @Nullable RuntimeException failure;
    /** Whether the record that was scanned last is itself what cannot be read. */
    private boolean lost;

    RecordScanner(Reader in, String file, CsvRecords.Dialect dialect) {
        this.in = in;
        this.file = file;
        this.charset = dialect.charset().name();
        this.maxCellLength = dialect.maxCellLength();
        this.maxColumns = dialect.maxColumns();
        this.maxRowLength = dialect.maxRowLength();
    }

    /** Returns what is known of the records that were scanned and not yet taken. */
    Records records() {
        return records;
    }

    /** Returns what ended the reading before the end of the file; null when nothing did. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Returns a cell as it was in the file. */
    String restored(String cell) {
        if (!stoodIn || (cell.indexOf(NUL_STAND_IN) < 0 && cell.indexOf(MARK_STAND_IN) < 0)) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell);
        for (int i = 0; i < text.length(); i++) {
            boolean lone = i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
            if (lone && text.charAt(i) == NUL_STAND_IN) {
                text.setCharAt(i, '\0');
            } else if (lone && text.charAt(i) == MARK_STAND_IN) {
                text.setCharAt(i, '\uFEFF');
            }
        }
        return text.toString();
    }

    /** Tells whether cells have to be {@link #restored}. */
    boolean hasStoodIn() {
        return stoodIn;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (length < 2) {
            throw new IllegalArgumentException("A filler needs a place behind a character");
        }
        int end = offset + length - 1;
        int next = offset;
        while (next < end && failure == null) {
            if (pendingLineFeed) {
                pendingLineFeed = false;
                target[next++] = '\n';
            } else if (position < limit || (next == offset && fill())) {
                next = scan(target, next, buffer[position++]);
                if (!skipLineFeed && (state == State.BARE || state == State.QUOTED)) {
                    next = run(target, next, end);
                }
            } else {
                break;
            }
        }
        if (next == offset && failure != null) {
            throw failure;
        }
        if (next > offset && state == State.RECORD_START && !pendingLineFeed && !lost) {
            target[next++] = '\n';
            records.add(line, line, Records.FILLER, Records.ENDED);
        }
        return next == offset ? -1 : next - offset;
    }

    /**
     * Tells whether all that was read is handed out and taken, and the bytes not yet read begin a record, with nothing between
     * it and the one before.
     */
    boolean isAtRest() {
        return position == limit
                && state == State.RECORD_START
                && rowLength == 0
                && records.isFillerAlone()
                && !skipLineFeed
                && !ended
                && failure == null;
    }

    /**
     * Passes over a line that another has read, when this is {@linkplain #isAtRest at rest}.
     *
     * @return its number
     */
    long passLine() {
        recordLine = line + 1;
        return line++;
    }

    /**
     * Hands on what is content in a cell that has begun, whatever stands before it, as far as it goes: in the order of
     * Unicode all that has a meaning here stands up to the comma, or is the mark.
     */
    private int run(char[] target, int offset, int end) {
        int length = Math.min(Math.min(end - offset, limit - position), maxCellLength - cellLength);
        length = Math.min(length, maxRowLength - rowLength);
        int count = 0;
        while (count < length && buffer[position + count] > ',' && buffer[position + count] < '\uFEFF') {
            target[offset + count] = buffer[position + count];
            count++;
        }
        position += count;
        cellLength += count;
        rowLength += count;
        return offset + count;
    }

    /** Fills the buffer; at the end of the file closes the last record. What fails is kept for later. */
    private boolean fill() {
        if (ended) {
            return false;
        }
        try {
            position = 0;
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            ended = limit == 0;
        } catch (StrictReader.UndecodableException e) {
            failure = failed(CsvFindingCode.UNDECODABLE_TEXT, line, e.offset(), charset);
            limit = 0;
            return false;
        } catch (StrictReader.PaddedException e) {
            failure = new DropUnreadableException(Finding.of(CsvFindingCode.PADDED_FILE, new Location.File(file), ""));
            limit = 0;
            return false;
        } catch (DropUnreadableException e) {
            // The bytes come out of a zip that is damaged or above a limit.
            failure = e;
            limit = 0;
            return false;
        } catch (IOException e) {
            failure = new UncheckedIOException(file + " cannot be read", e);
            limit = 0;
            return false;
        }
        if (ended) {
            endText();
        }
        return !ended;
    }

    /** Closes the last record, at the end of the file. */
    void endText() {
        if (state == State.QUOTED && quotes != Records.STRAY_QUOTE) {
            failure = failed(CsvFindingCode.UNTERMINATED_QUOTE, recordLine, line);
        } else if (state != State.RECORD_START) {
            endRecord(state == State.QUOTE_IN_QUOTED ? Records.UNENDED_QUOTED : Records.UNENDED);
        }
    }

    /**
     * Scans the next character and says what it is: for those who write a file again, who call this for each character in
     * place of reading from here.
     */
    Part partOf(char raw) {
        State before = state;
        int length = cellLength;
        int count = cells;
        scan(unread, 0, raw);
        pendingLineFeed = false;
        if (cellLength == length + 1) {
            return Part.CONTENT;
        }
        if (cells == count + 1) {
            return Part.SEPARATOR;
        }
        if (before != State.RECORD_START && state == State.RECORD_START) {
            return Part.RECORD_END;
        }
        return state == State.BEHIND_QUOTES ? Part.OUTSIDE : Part.SYNTAX;
    }

    private int scan(char[] target, int next, char raw) {
        char c = raw;
        if (skipLineFeed) {
            skipLineFeed = false;
            if (c == '\n') {
                return next;
            }
        }
        if (c == '\r') {
            skipLineFeed = true;
            c = '\n';
        } else if (c == '\0' || c == '\uFEFF') {
            stoodIn = true;
            c = c == '\0' ? NUL_STAND_IN : MARK_STAND_IN;
        }
        if (c == '\n') {
            return lineEnd(target, next);
        }
        count();
        return c == '"' ? quote(target, next) : other(target, next, c);
    }

    /** Counts a character that is part of a record, or between two. */
    private void count() {
        if (++rowLength > maxRowLength) {
            failure = failed(CsvFindingCode.ROW_TOO_LONG, recordLine, maxRowLength);
        }
    }

    private int lineEnd(char[] target, int next) {
        if (state == State.QUOTED && quotes != Records.STRAY_QUOTE) {
            count();
            line++;
            return emit(target, next, '\n');
        }
        boolean blank = state == State.RECORD_START;
        boolean open = state == State.QUOTED;
        if (blank) {
            count();
        } else {
            endRecord(Records.ENDED);
        }
        line++;
        recordLine = line;
        if (blank) {
            return next;
        }
        // A record that is lost anyway ends here: close what is open and let the next line be a record again.
        target[next] = open ? '"' : '\n';
        pendingLineFeed = open;
        return next + 1;
    }

    private int quote(char[] target, int next) {
        switch (state) {
            case RECORD_START, CELL_START -> state = State.QUOTED;
            case QUOTED -> state = State.QUOTE_IN_QUOTED;
            case QUOTE_IN_QUOTED -> {
                state = State.QUOTED;
                return emit(target, next, '"');
            }
            case BARE -> {
                quotes = Math.max(quotes, Records.BARE_QUOTE);
                return emit(target, next, '"');
            }
            case BARE_BLANK -> {
                // A space, then a quote: quoted for its writer, bare for the standard, and its commas split it.
                quotes = Records.STRAY_QUOTE;
                state = State.BARE;
                return emit(target, next, '"');
            }
            case BEHIND_QUOTES -> {
                return next;
            }
        }
        // Quotes around a value are no part of it.
        target[next] = '"';
        return next + 1;
    }

    private int other(char[] target, int next, char c) {
        boolean separator = c == ',';
        switch (state) {
            case QUOTED -> {
                return emit(target, next, c);
            }
            case QUOTE_IN_QUOTED, BEHIND_QUOTES -> {
                if (!separator) {
                    quotes = Records.STRAY_QUOTE;
                    state = State.BEHIND_QUOTES;
                    return next;
                }
            }
            case RECORD_START, CELL_START, BARE_BLANK -> state = c == ' ' || c == '\t' ? State.BARE_BLANK : State.BARE;
            case BARE -> {}
        }
        if (separator) {
            state = State.CELL_START;
            cellLength = 0;
            if (++cells > maxColumns) {
                failure = failed(CsvFindingCode.TOO_MANY_COLUMNS, recordLine, maxColumns);
            }
            target[next] = c;
            return next + 1;
        }
        return emit(target, next, c);
    }

    private int emit(char[] target, int next, char c) {
        if (++cellLength > maxCellLength) {
            failure = failed(CsvFindingCode.CELL_TOO_LONG, recordLine, maxCellLength);
        }
        target[next] = c;
        return next + 1;
    }

    private void endRecord(int ending) {
        if (quotes == Records.STRAY_QUOTE && line > recordLine) {
            // More than one line went into a record whose quotes do not add up: rows are lost in it.
            failure = failed(CsvFindingCode.UNTERMINATED_QUOTE, recordLine, line);
            lost = true;
        }
        records.add(recordLine, line, quotes, ending);
        state = State.RECORD_START;
        quotes = Records.SOUND;
        cells = 1;
        cellLength = 0;
        rowLength = 0;
    }

    private DropUnreadableException failed(FindingCode code, long atLine, Object... details) {
        return new DropUnreadableException(Finding.of(code, new Location.Row(file, atLine), "", details));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
