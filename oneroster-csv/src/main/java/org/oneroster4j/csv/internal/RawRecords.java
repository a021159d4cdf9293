package org.oneroster4j.csv.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file character by character, for those who write the file again: what {@link CsvRecords} leaves
 * behind, and the same records, as both ask the same {@link RecordScanner}. In memory that grows with the longest record
 * alone. For one thread.
 */
public final class RawRecords implements Closeable {
    private static final int BUFFER = 1 << 14;

    private final StrictReader in;
    private final RecordScanner scanner;
    private final String file;
    private final char[] buffer = new char[BUFFER];
    private int position;
    private int limit;
    private boolean ended;
    private byte @Nullable [] undecodable;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int[] owners = new int[256];

    /** Starts to read bytes; {@link #close} closes them. */
    public RawRecords(InputStream bytes, String file, CsvRecords.Dialect dialect) {
        this.file = file;
        in = new StrictReader(bytes, dialect.charset());
        scanner = new RecordScanner(in, file, dialect);
    }

    /**
     * Returns the next record; null where a reader's reading ends too. Then {@link #rest} has what is left.
     *
     * @throws UncheckedIOException when the medium fails
     * @throws org.oneroster4j.csv.DropUnreadableException when the zip that the bytes are in is damaged
     */
    public @Nullable RawRecord next() {
        while (scanner.failure() == null && undecodable == null && !ended) {
            int c = read();
            if (c >= 0) {
                if (take((char) c) == RecordScanner.Part.RECORD_END) {
                    return record();
                }
            } else if (undecodable == null) {
                scanner.endText();
            }
        }
        return scanner.records().isEmpty() ? null : record();
    }

    private RecordScanner.Part take(char c) {
        RecordScanner.Part part = scanner.partOf(c);
        if (text.length() == owners.length) {
            owners = Arrays.copyOf(owners, owners.length * 2);
        }
        owners[text.length()] = RawRecord.NO_CELL;
        switch (part) {
            case CONTENT -> {
                owners[text.length()] = cells.size();
                cell.append(c == '\r' ? '\n' : c);
            }
            case OUTSIDE -> owners[text.length()] = RawRecord.OUTSIDE;
            case SEPARATOR -> {
                cells.add(cell.toString());
                cell.setLength(0);
            }
            case SYNTAX, RECORD_END -> {}
        }
        text.append(c);
        return part;
    }

    private RawRecord record() {
        cells.add(cell.toString());
        Records known = scanner.records();
        RawRecord record = new RawRecord(
                text.toString(),
                Arrays.copyOf(owners, text.length()),
                cells.toArray(new String[0]),
                known.state() == Records.STRAY_QUOTE,
                known.firstLine(),
                known.lastLine(),
                known.ending());
        known.remove();
        text.setLength(0);
        cell.setLength(0);
        cells.clear();
        return record;
    }

    /** Returns the next character, -1 at the end and before what cannot be decoded. */
    private int read() {
        if (position == limit) {
            try {
                position = 0;
                limit = Math.max(0, in.read(buffer, 0, buffer.length));
                ended = limit == 0;
            } catch (StrictReader.UndecodableException e) {
                undecodable = e.bad();
                limit = 0;
            } catch (StrictReader.PaddedException e) {
                // The bytes before are all out. That the file ends in them is seen by those who read it, copied or not.
                ended = true;
                limit = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position++];
    }

    /**
     * Returns a piece of what stands behind the last record, up to the end of the file or to bytes that cannot be decoded;
     * null when there is nothing more. No reader reads any of it, line ends behind the last record aside.
     *
     * @throws UncheckedIOException when the medium fails
     */
    public @Nullable String rest() {
        if (text.length() > 0) {
            String begun = text.toString();
            text.setLength(0);
            return begun;
        }
        int c = ended || undecodable != null ? -1 : read();
        if (c < 0) {
            return null;
        }
        String piece = new String(buffer, position - 1, limit - position + 1);
        position = limit;
        return piece;
    }

    /** Tells whether something other than the end of the file ended the reading. */
    public boolean isBrokenOff() {
        return scanner.failure() != null || undecodable != null;
    }

    /** Returns the bytes that cannot be decoded, once they were come upon: nothing behind them is read. */
    public Optional<byte[]> undecodable() {
        return Optional.ofNullable(undecodable);
    }

    /** Returns the charset that the bytes turned out to be of, once a record was asked for. */
    public Charset charset() {
        return in.charset();
    }

    /** Tells whether the bytes begin with a byte order mark, once a record was asked for. */
    public boolean hasMark() {
        return in.hasMark();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
