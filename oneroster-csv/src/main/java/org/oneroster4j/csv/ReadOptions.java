package org.oneroster4j.csv;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.immutables.value.Value;

/**
 * How a drop is read.
 *
 * @param charset the charset of all files; UTF-8 by default, as the specification has it
 * @param profile how much a deviation from the specification matters; lenient by default
 * @param showValues whether findings have the content of the cells they are about, which is personal data; false by
 *     default
 * @param validate whether each record is checked against the constraints that stand on it; false by default
 * @param maxCellLength the number of characters that a cell may have, 65,536 by default; the specification asks for 255
 * @param maxColumns the number of cells that a row may have, 1,024 by default
 * @param maxRowLength the number of characters that a row may have, its quotes, commas and the line breaks before it among them;
 *     1,048,576 by default. No cell may be longer either
 * @param readAhead whether a second thread reads a file ahead of the one that takes its rows; automatic by default
 * @param rows what becomes of rows and cells that are in doubt; left out by default
 */
@Value.Builder
public record ReadOptions(
        Charset charset,
        Profile profile,
        boolean showValues,
        boolean validate,
        @Min(255) @Max(16_777_216) int maxCellLength,
        @Min(18) @Max(65_536) int maxColumns,
        @Min(1_024) @Max(67_108_864) int maxRowLength,
        ReadAhead readAhead,
        RowPolicy rows)
        implements WithReadOptions {
    private static final int MAX_ROW_LENGTH = 1 << 20;

    private static final ReadOptions DEFAULTS =
            new ReadOptions(StandardCharsets.UTF_8, Profile.LENIENT, false, false, 65_536, 1_024);

    /** Refuses limits that no file could be read with. */
    public ReadOptions {
        if (maxCellLength < 255 || maxCellLength > 16_777_216) {
            throw new IllegalArgumentException("maxCellLength is not between 255 and 16,777,216: " + maxCellLength);
        }
        if (maxColumns < 18 || maxColumns > 65_536) {
            throw new IllegalArgumentException("maxColumns is not between 18 and 65,536: " + maxColumns);
        }
        if (maxRowLength < 1_024 || maxRowLength > 67_108_864) {
            throw new IllegalArgumentException("maxRowLength is not between 1,024 and 67,108,864: " + maxRowLength);
        }
    }

    /** Makes options whose reading ahead is automatic, that leave out what is in doubt, with the default limit of a row. */
    public ReadOptions(
            Charset charset, Profile profile, boolean showValues, boolean validate, int maxCellLength, int maxColumns) {
        this(
                charset,
                profile,
                showValues,
                validate,
                maxCellLength,
                maxColumns,
                MAX_ROW_LENGTH,
                ReadAhead.AUTOMATIC,
                RowPolicy.DEFAULTS);
    }

    /** Returns the defaults; change them with the {@code with} methods. */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }
}
