package org.oneroster4j.importer.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import org.oneroster4j.importer.report.Printable;

/**
 * Prints what commands say, with U+FFFD in the place of control characters and the like, which come from outside: names of files,
 * jobs and schools. Line ends stay, and colours where they are shown.
 */
final class SafePrinter extends PrintWriter {
    private final PrintWriter target;

    /**
     * Makes a printer.
     *
     * @param hasColours whether sequences that set a colour stay
     */
    SafePrinter(PrintWriter target, boolean hasColours) {
        super(new Safe(target, hasColours), true);
        this.target = target;
    }

    /** Returns the printer that takes every character, for what moves the cursor on purpose. */
    static PrintWriter unfiltered(PrintWriter printer) {
        return printer instanceof SafePrinter safe ? safe.target : printer;
    }

    private static final class Safe extends FilterWriter {
        private static final char ESCAPE = '\u001B';

        private final boolean hasColours;
        /** What may be the beginning of a line end, or of a sequence that sets a colour. */
        private final StringBuilder begun = new StringBuilder();

        Safe(PrintWriter target, boolean hasColours) {
            super(target);
            this.hasColours = hasColours;
        }

        @Override
        public void write(int c) throws IOException {
            take((char) c);
        }

        @Override
        public void write(char[] text, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                take(text[i]);
            }
        }

        @Override
        public void write(String text, int from, int count) throws IOException {
            write(text.substring(from, from + count).toCharArray(), 0, count);
        }

        private void take(char c) throws IOException {
            if (begun.length() > 0) {
                continueWith(c);
            } else if (c == '\r' || (c == ESCAPE && hasColours)) {
                begun.append(c);
            } else {
                put(c);
            }
        }

        private void continueWith(char c) throws IOException {
            if (begun.charAt(0) == '\r') {
                begun.setLength(0);
                if (c == '\n') {
                    out.write("\r\n");
                } else {
                    out.write('\uFFFD');
                    take(c);
                }
                return;
            }
            boolean isPart = begun.length() == 1 ? c == '[' : (c >= '0' && c <= '9') || c == ';';
            if (c == 'm' && begun.length() > 1) {
                out.write(begun.append(c).toString());
                begun.setLength(0);
            } else if (isPart) {
                begun.append(c);
            } else {
                out.write('\uFFFD');
                out.write(begun.substring(1));
                begun.setLength(0);
                take(c);
            }
        }

        private void put(char c) throws IOException {
            boolean isSafe = c == '\n' || Character.isSurrogate(c) || Printable.isPlain(c);
            out.write(isSafe ? c : '\uFFFD');
        }
    }
}
