package org.oneroster4j.importer.report.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.importer.job.RunResult;

/**
 * A drop beside another one, or beside what was published last, to be looked at.
 *
 * @param from what it is compared with, in words
 * @param to the drop, in words
 * @param run the run that looked at the drop
 * @param changes what it would change
 * @param schoolNames names of orgs by sourcedId, of both sides
 * @param table where every single change was written; absent when nobody asked for it
 */
public record Compared(
        String from,
        String to,
        RunResult run,
        Changes changes,
        Map<String, String> schoolNames,
        Optional<String> table) {

    /** Returns the names of two sides; what both know is called as in the second. */
    public static Map<String, String> names(Map<String, String> before, Map<String, String> after) {
        Map<String, String> names = new HashMap<>(before);
        names.putAll(after);
        return names;
    }
}
