package org.oneroster4j.impero.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.immutables.value.Value;

/**
 * How a file is written. What contradicts itself is told by {@link LayoutProfile#problems}.
 *
 * @param charset the charset; UTF-8 by default
 * @param byteOrderMark whether the file begins with a byte order mark, by which some programs tell Unicode; false by
 *     default
 * @param delimiter what stands between cells; a comma by default
 * @param quoting when a cell stands in quotes; as needed by default
 * @param lineEnd what stands behind every row; CRLF by default
 * @param header whether the first row names the columns; true by default
 * @param trueWord what is written for true, {@code true} by default
 * @param falseWord what is written for false, {@code false} by default
 */
@Value.Builder
public record LayoutFormat(
        Charset charset,
        boolean byteOrderMark,
        char delimiter,
        Quoting quoting,
        LineEnd lineEnd,
        boolean header,
        String trueWord,
        String falseWord)
        implements WithLayoutFormat {

    /** The defaults, which are the format of the built-in profile {@code reference}. */
    public static final LayoutFormat DEFAULT = new LayoutFormat(
            StandardCharsets.UTF_8, false, ',', Quoting.AS_NEEDED, LineEnd.CRLF, true, "true", "false");
}
