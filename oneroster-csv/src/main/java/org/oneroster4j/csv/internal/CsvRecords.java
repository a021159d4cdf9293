package org.oneroster4j.csv.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.Column;
import org.oneroster4j.csv.ReadOptions;

/** The records of one file, one after the other, with the lines they stand on. For one thread. */
public final class CsvRecords implements Closeable {
    /** The limits and the charset of a file. */
    public record Dialect(Charset charset, int maxCellLength, int maxColumns, int maxRowLength) {
        /** Returns those that a drop is read with. */
        public static Dialect of(ReadOptions options) {
            return new Dialect(
                    options.charset(), options.maxCellLength(), options.maxColumns(), options.maxRowLength());
        }
    }

    /** Univocity's buffer. Any length gives the same records; this one is fast enough and small. */
    private static final int BUFFER = 1 << 15;

    private final RecordScanner scanner;
    private final Dialect dialect;
    private final int bufferLength;
    private final @Nullable StrictReader bytes;
    private final @Nullable LineSplitter lines;
    /** Null until the first record that needs it: most files have none, and to make it is a part of a short run. */
    private @Nullable Tokenizer tokenizer;

    private long firstLine;
    private long lastLine;
    /** What is wrong with the quotes of the record, in the words of {@link Records}. */
    private int quotes;

    /** Whether a line break ends the record, in the words of {@link Records}. */
    private int ending;

    private boolean ascii;
    private @Nullable RuntimeException failure;

    /** Starts to read bytes; {@link #close} closes them. */
    public CsvRecords(InputStream bytes, String file, Dialect dialect) {
        this(new StrictReader(bytes, dialect.charset()), file, dialect, BUFFER);
    }

    /** Reads bytes of which NUL at their end is no reason to stop: a mapping reads the rows of other files than this. */
    public static CsvRecords ofManifest(InputStream bytes, String file, Dialect dialect) {
        StrictReader reader = new StrictReader(bytes, dialect.charset());
        reader.ignorePadding();
        return new CsvRecords(reader, file, dialect, BUFFER);
    }

    /** Reads a text; only that of a {@link StrictReader} has lines that need no parser. */
    CsvRecords(Reader text, String file, Dialect dialect, int bufferLength) {
        bytes = text instanceof StrictReader strict ? strict : null;
        lines = bytes != null && LineSplitter.knows(dialect.charset()) ? new LineSplitter(bytes, dialect) : null;
        scanner = new RecordScanner(text, file, dialect);
        this.dialect = dialect;
        this.bufferLength = bufferLength;
    }

    /** Reads the first record as the header; a file without one has no columns. Closes the bytes when that fails. */
    public Header header(List<Column> columns) {
        try {
            String @Nullable [] names = next();
            while (names != null && RowShape.isBlank(names)) {
                names = next();
            }
            return new Header(names == null ? new String[0] : names, columns);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Returns the cells of the next record, null at the end.
     *
     * @throws org.oneroster4j.csv.DropUnreadableException when the rest of the file cannot be read
     * @throws UncheckedIOException when the medium fails
     */
    public String @Nullable [] next() {
        if (failure != null) {
            throw failure;
        }
        if (lines != null && (tokenizer == null || scanner.isAtRest())) {
            String @Nullable [] cells = lines.next();
            if (cells != null) {
                firstLine = scanner.passLine();
                lastLine = firstLine;
                quotes = Records.SOUND;
                ending = Records.ENDED;
                ascii = lines.isAscii();
                return cells;
            }
            if (tokenizer == null && bytes != null && bytes.isAtEnd()) {
                return null;
            }
        }
        try {
            return parsed();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private String @Nullable [] parsed() {
        Tokenizer tokenizer = tokenizer();
        Records records = scanner.records();
        String @Nullable [] cells;
        do {
            cells = tokenizer.next();
            if (cells == null) {
                if (!records.isEmpty() && !records.isFillerAlone()) {
                    throw new IllegalStateException("The CSV parser gave fewer records than the file has");
                }
                return null;
            }
            if (records.isEmpty()) {
                throw new IllegalStateException("The CSV parser gave more records than the file has");
            }
            firstLine = records.firstLine();
            lastLine = records.lastLine();
            quotes = records.state();
            ending = records.ending();
            records.remove();
        } while (quotes == Records.FILLER);
        ascii = false;
        return cells;
    }

    private Tokenizer tokenizer() {
        if (tokenizer == null) {
            tokenizer = new UnivocityTokenizer(scanner, dialect.maxCellLength(), dialect.maxColumns(), bufferLength);
        }
        return tokenizer;
    }

    /** Returns the physical line on which the record starts that {@link #next} returned last. */
    public long firstLine() {
        return firstLine;
    }

    /** Returns the physical line on which it ends. */
    public long lastLine() {
        return lastLine;
    }

    /** Tells whether the bytes turned out to be UTF-16, once a record was read. */
    public boolean isUtf16() {
        return bytes != null && bytes.isUtf16();
    }

    /** Tells whether the record is known to have no other characters than those of ASCII that can be printed. */
    public boolean isAscii() {
        return ascii;
    }

    /** Tells whether its quotes leave open where its cells end. */
    public boolean hasStrayQuote() {
        return quotes == Records.STRAY_QUOTE;
    }

    /** Tells whether a cell without quotes has a quote in it. */
    public boolean hasBareQuote() {
        return quotes == Records.BARE_QUOTE;
    }

    /** Returns the record as the verdict on its shape takes it. */
    public RowShape.Row shape() {
        return RowShape.Row.of(quotes == Records.STRAY_QUOTE, lastLine > firstLine, ending);
    }

    @Override
    public void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
        try {
            scanner.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
