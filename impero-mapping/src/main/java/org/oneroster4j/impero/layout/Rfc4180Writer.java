package org.oneroster4j.impero.layout;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Writes rows as RFC 4180 has them, with quotes only where they are needed. A character that the charset lacks is an
 * {@link java.nio.charset.CharacterCodingException}, never a question mark. For one thread.
 */
public final class Rfc4180Writer implements Closeable {
    private final Writer out;
    private final char delimiter;
    private final String lineEnd;

    /** Starts to write; {@link #close} closes the stream. */
    public Rfc4180Writer(OutputStream out, Charset charset, char delimiter, String lineEnd) {
        this.out = new BufferedWriter(new OutputStreamWriter(
                out,
                charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
    }

    /** Writes a row. */
    public void row(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            cell(cells.get(i));
        }
        out.write(lineEnd);
    }

    private void cell(String text) throws IOException {
        boolean quoted = text.indexOf(delimiter) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
        out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
