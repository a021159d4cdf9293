package org.oneroster4j.csv.internal;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import org.jspecify.annotations.Nullable;

/**
 * Univocity, and the only class that knows it. Its settings close what its defaults do to data: a row that begins with
 * {@code #} is a comment, blanks and control characters at the ends of a cell are cut, empty lines vanish, the first line
 * end decides for the file, cells and columns have limits of their own. What settings cannot close, {@link
 * RecordScanner} does before the text comes here. Its exceptions quote the input, so none of them leaves this class.
 */
final class UnivocityTokenizer implements Tokenizer {
    private final CsvParser parser;
    private final RecordScanner scanner;

    UnivocityTokenizer(RecordScanner scanner, int maxCellLength, int maxColumns, int bufferLength) {
        this.scanner = scanner;
        CsvParserSettings settings = new CsvParserSettings();
        settings.setCommentProcessingEnabled(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setIgnoreLeadingWhitespacesInQuotes(false);
        settings.setIgnoreTrailingWhitespacesInQuotes(false);
        settings.setSkipBitsAsWhitespace(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setSkipEmptyLines(false);
        settings.setLineSeparatorDetectionEnabled(false);
        settings.setDelimiterDetectionEnabled(false);
        settings.setQuoteDetectionEnabled(false);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setNormalizedNewline('\n');
        settings.getFormat().setDelimiter(',');
        settings.getFormat().setQuote('"');
        settings.getFormat().setQuoteEscape('"');
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_CLOSING_QUOTE);
        settings.setHeaderExtractionEnabled(false);
        settings.setAutoClosingEnabled(false);
        // The scanner holds the limits; these only have to be out of its way.
        settings.setMaxCharsPerColumn(maxCellLength + 2);
        settings.setMaxColumns(maxColumns + 1);
        settings.setInputBufferSize(bufferLength);
        // A thread that reads ahead would have to be stopped on every path; the caller decides about threads.
        settings.setReadInputOnSeparateThread(false);
        parser = new CsvParser(settings);
        try {
            parser.beginParsing(scanner);
        } catch (TextParsingException | IllegalStateException e) {
            throw translated(e);
        }
    }

    @Override
    public String @Nullable [] next() {
        String[] cells;
        try {
            cells = parser.parseNext();
        } catch (TextParsingException | IllegalStateException e) {
            throw translated(e);
        }
        @Nullable RuntimeException failure = scanner.failure();
        if (cells == null && failure != null) {
            throw failure;
        }
        if (cells != null && scanner.hasStoodIn()) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = scanner.restored(cells[i]);
            }
        }
        return cells;
    }

    /**
     * Returns what the scanner met, or that the parser broke off; never the parser's own exception, which quotes the file. That
     * memory ran out, which the parser wraps, is thrown as what it is.
     */
    private RuntimeException translated(RuntimeException e) {
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError error) {
                throw error;
            }
        }
        RuntimeException failure = scanner.failure();
        return failure != null ? failure : new IllegalStateException("The CSV parser broke off");
    }

    @Override
    public void close() {
        parser.stopParsing();
    }
}
