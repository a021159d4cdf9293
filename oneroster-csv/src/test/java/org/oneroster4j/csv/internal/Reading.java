package org.oneroster4j.csv.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.model.finding.Finding;

/** What comes out of {@link CsvRecords} for a text, up to its end or to where it cannot be read. */
record Reading(List<Seen> records, @Nullable Finding failure) {
    static final CsvRecords.Dialect WIDE = new CsvRecords.Dialect(StandardCharsets.UTF_8, 65_536, 1_024, 1 << 20);

    /** A record and what is said of it. */
    record Seen(long firstLine, long lastLine, boolean stray, boolean bare, List<String> cells) {}

    static Reading of(String text, int buffer) {
        return of(new StringReader(text), WIDE, buffer);
    }

    static Reading of(Reader text, CsvRecords.Dialect dialect, int buffer) {
        List<Seen> seen = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(text, "users.csv", dialect, buffer)) {
            for (String @Nullable [] cells = records.next(); cells != null; cells = records.next()) {
                seen.add(new Seen(
                        records.firstLine(),
                        records.lastLine(),
                        records.hasStrayQuote(),
                        records.hasBareQuote(),
                        List.of(cells)));
            }
            return new Reading(seen, null);
        } catch (DropUnreadableException e) {
            return new Reading(seen, e.finding());
        }
    }

    List<List<String>> cells() {
        return records.stream().map(Seen::cells).toList();
    }

    List<Long> firstLines() {
        return records.stream().map(Seen::firstLine).toList();
    }

    /** A reader that gives two characters, then three, and so on, as a slow medium might. */
    static final class Trickle extends Reader {
        private final String text;
        private int at;
        private boolean three;

        Trickle(String text) {
            this.text = text;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            if (at == text.length()) {
                return -1;
            }
            int count = Math.min(Math.min(three ? 3 : 2, length), text.length() - at);
            text.getChars(at, at + count, target, offset);
            at += count;
            three = !three;
            return count;
        }

        @Override
        public void close() {}
    }

    /** A reader whose medium fails behind the text. */
    static final class Breaking extends Reader {
        private final Reader text;

        Breaking(String text) {
            this.text = new StringReader(text);
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = text.read(target, offset, length);
            if (count < 0) {
                throw new IOException("The medium is gone");
            }
            return count;
        }

        @Override
        public void close() {
            // A StringReader has nothing to release.
        }
    }
}
