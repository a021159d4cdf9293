package org.oneroster4j.csv.internal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows as the CSV binding has them: UTF-8 without a byte order mark, CRLF behind every row, quotes only around what
 * needs them. It has no opinion on what the cells say. A text that UTF-8 cannot say is a {@link
 * java.nio.charset.CharacterCodingException}, never a question mark. For one thread.
 */
public final class CsvRowWriter implements Closeable {
    private static final String LINE_END = "\r\n";

    private final Writer out;
    private boolean failed;
    private boolean closed;

    CsvRowWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(
                out,
                StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Writes a row of at least two cells: a single blank one would be an empty line, which readers skip. */
    public void row(List<String> cells) throws IOException {
        boolean written = false;
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                cell(cells.get(i));
            }
            out.write(LINE_END);
            written = true;
        } finally {
            failed |= !written;
        }
    }

    private void cell(String text) throws IOException {
        // A line break comes here only with what is copied from a feed that has them.
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    /** Tells whether all rows went out, and the file is closed. */
    boolean isWhole() {
        return closed && !failed;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean whole = false;
        try {
            out.close();
            whole = true;
        } finally {
            failed |= !whole;
        }
    }
}
