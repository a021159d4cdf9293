package org.oneroster4j.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a process allocated, by the log of its collector, which exists for every Java process and every collector that
 * logs "before-&gt;after(size)" or, as it ends, what is used.
 */
final class CollectionLog {
    private static final Pattern COLLECTION = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final Pattern AT_EXIT = Pattern.compile("\\[gc,heap,exit *\\].* total \\d+K, used (\\d+)K");

    private CollectionLog() {}

    /** Returns the option that makes a process write it. */
    static String option(Path log) {
        return "-Xlog:gc,gc+heap+exit:file=" + log + "::filecount=0";
    }

    /** Returns the megabytes that were allocated; a megabyte a collection may be missing or too much. */
    static double megabytes(Path log) throws IOException {
        double allocated = 0;
        double kept = 0;
        double atExit = 0;
        for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
            Matcher collection = COLLECTION.matcher(line);
            Matcher exit = AT_EXIT.matcher(line);
            if (collection.find()) {
                allocated += Math.max(0, Double.parseDouble(collection.group(1)) - kept);
                kept = Double.parseDouble(collection.group(2));
            } else if (exit.find()) {
                atExit += Double.parseDouble(exit.group(1)) / 1024;
            }
        }
        return allocated + Math.max(0, atExit - kept);
    }
}
