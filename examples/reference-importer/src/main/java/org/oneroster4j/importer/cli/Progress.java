package org.oneroster4j.importer.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.oneroster4j.csv.ReadListener;

/**
 * Shows on standard error how far a drop is read: at a terminal a bar for the file that is being read, which is gone when the
 * file is; elsewhere, and only if asked for, a line for each file that is done. Safe for several threads.
 */
final class Progress implements ReadListener {
    /** A bar that comes and goes at once is flicker. */
    private static final long FIRST_NANOS = 300_000_000L;

    private static final long AGAIN_NANOS = 100_000_000L;
    private static final double SECOND = 1e9;
    private static final int BAR = 24;

    private final PrintWriter err;
    private final Terminal terminal;
    private final boolean verbose;
    private final Set<String> done = new HashSet<>();
    private String file = "";
    private long bytes;
    private long begun;
    private long drawn;
    private int width;

    Progress(PrintWriter err, Terminal terminal, boolean verbose) {
        this.err = err;
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public synchronized void read(String name, long count, OptionalLong size, boolean ended) {
        long now = terminal.nanos().getAsLong();
        if (!name.equals(file) || count < bytes) {
            file = name;
            begun = now;
            drawn = now + FIRST_NANOS - AGAIN_NANOS;
        }
        bytes = count;
        if (ended) {
            erase();
            if (verbose && done.add(name)) {
                err.println(doneLine(now - begun));
                err.flush();
            }
        } else if (terminal.isErr() && now - drawn >= AGAIN_NANOS) {
            drawn = now;
            draw(barLine(size, now - begun));
        }
    }

    /** Takes the bar away. */
    synchronized void end() {
        erase();
    }

    private void draw(String line) {
        String shown = line.length() < terminal.columns() ? line : line.substring(0, terminal.columns() - 1);
        err.print("\r" + shown + " ".repeat(Math.max(0, width - shown.length())));
        err.flush();
        width = shown.length();
    }

    private void erase() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }

    private String barLine(OptionalLong size, long nanos) {
        double rate = bytes / Math.max(nanos / SECOND, 1e-9);
        if (size.isEmpty() || size.getAsLong() < bytes || size.getAsLong() == 0) {
            return String.format(Locale.ROOT, "%-16s %s  %s/s", file, amount((double) bytes), amount(rate));
        }
        double share = bytes / (double) size.getAsLong();
        int filled = (int) (share * BAR);
        double left = (size.getAsLong() - bytes) / Math.max(rate, 1);
        return String.format(
                Locale.ROOT,
                "%-16s [%s%s] %3d %%  %s/s  %s left",
                file,
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                (int) (share * 100),
                amount(rate),
                duration(left));
    }

    private String doneLine(long nanos) {
        double seconds = nanos / SECOND;
        String rate = seconds < 0.001 ? "" : " (" + amount(bytes / seconds) + "/s)";
        return file + ": " + amount((double) bytes) + " in " + String.format(Locale.ROOT, "%.1f s", seconds) + rate;
    }

    /** Returns a number of bytes as people read it. */
    static String amount(double bytes) {
        if (bytes < 1_000) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1_000)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000);
    }

    /** Returns a time as people read it; a part of a second is one. */
    static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60 ? whole + " s" : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
}
