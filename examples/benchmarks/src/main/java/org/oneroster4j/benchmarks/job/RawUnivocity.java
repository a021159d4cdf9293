package org.oneroster4j.benchmarks.job;

import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What everything is measured by: Univocity splits files into cells and nobody looks at them. Its fastest settings on one
 * thread, from a stream of bytes, without a check of anything: nothing detected, nothing trimmed, the line end known.
 */
public final class RawUnivocity {
    /** Measured: larger buffers gain nothing. */
    private static final int BUFFER = 1 << 20;

    private RawUnivocity() {}

    /** Reads the files named by the arguments; a process that loads nothing else. */
    public static void main(String[] files) throws IOException {
        long rows = 0;
        for (String file : files) {
            rows += rows(Path.of(file), List.of());
        }
        System.out.println(rows);
    }

    /**
     * Splits a file.
     *
     * @param columns those that are made texts of; empty for all, as they stand
     * @return how many rows it has, without its header
     */
    public static long rows(Path file, List<String> columns) throws IOException {
        CsvParser parser = new CsvParser(settings(columns));
        long rows = 0;
        try (InputStream in = Files.newInputStream(file)) {
            parser.beginParsing(in, StandardCharsets.UTF_8);
            while (parser.parseNext() != null) {
                rows++;
            }
        } finally {
            parser.stopParsing();
        }
        return columns.isEmpty() ? rows - 1 : rows;
    }

    private static CsvParserSettings settings(List<String> columns) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setReadInputOnSeparateThread(false);
        settings.setInputBufferSize(BUFFER);
        settings.setCommentProcessingEnabled(false);
        settings.trimValues(false);
        settings.setSkipBitsAsWhitespace(false);
        settings.setLineSeparatorDetectionEnabled(false);
        settings.setMaxColumns(64);
        settings.setMaxCharsPerColumn(65_536);
        CsvFormat format = settings.getFormat();
        format.setLineSeparator("\r\n");
        if (!columns.isEmpty()) {
            settings.setHeaderExtractionEnabled(true);
            settings.selectFields(columns.toArray(new String[0]));
        }
        return settings;
    }
}
