package org.oneroster4j.benchmarks.drop;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file that is being written: quotes where they are needed, CRLF. */
final class CsvFile implements Closeable {
    private final Writer out;
    private final StringBuilder row = new StringBuilder(512);

    CsvFile(Path folder, String name, String... header) throws IOException {
        out = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
        row(header);
    }

    void row(String... cells) throws IOException {
        row.setLength(0);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                row.append(',');
            }
            cell(cells[i]);
        }
        out.append(row.append("\r\n"));
    }

    private void cell(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            row.append(text);
        } else {
            row.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
