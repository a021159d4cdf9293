package org.oneroster4j.importer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Fingerprint;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.job.Comparison;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.job.StateSettings;

/** A run beside the one before, in words. */
public final class ChangeLines {
    /** As many digits of a fingerprint as people compare. */
    private static final int SHOWN_DIGITS = 12;

    private static final int SHOWN_SCHOOLS = 5;

    private ChangeLines() {}

    /** Returns the beginning of a fingerprint. */
    public static String shown(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHOWN_DIGITS, fingerprint.length()));
    }

    /** Returns changes in one line. */
    public static String inWords(ChangeCounts changes) {
        return "groups +" + changes.groupsAdded() + " -" + changes.groupsRemoved() + ", renamed "
                + changes.groupsRenamed() + "; members +" + changes.membersGained() + " -" + changes.membersLost()
                + "; accesses +" + changes.accessGained() + " -" + changes.accessLost() + "; console users +"
                + changes.consoleUsersGained() + " -" + changes.consoleUsersLost();
    }

    /** Returns what a run changes, and when a brake holds it, how it is released. */
    static List<String> of(RunResult run, Comparison comparison) {
        List<String> lines = new ArrayList<>();
        comparison
                .since()
                .ifPresent(day -> lines.add("Changes since " + day + ": " + inWords(comparison.changes()) + "."));
        if (comparison.released()) {
            lines.add("A brake would have held it; it was approved as run " + shown(comparison.run()) + ".");
        }
        if (run.state() == RunState.HELD) {
            comparison
                    .detail()
                    .flatMap(changes -> gone(changes, run.schoolNames()))
                    .ifPresent(lines::add);
        }
        lines.addAll(release(run));
        return lines;
    }

    /** The reasons of a brake name schools by their ids; the one whose permission was taken away has a name, too. */
    private static Optional<String> gone(Changes changes, Map<String, String> names) {
        Set<String> gone = schools(changes.before());
        gone.removeAll(schools(changes.after()));
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        String some = gone.stream()
                .limit(SHOWN_SCHOOLS)
                .map(id -> names.getOrDefault(id, "").isEmpty() ? id : id + " (" + names.get(id) + ")")
                .collect(Collectors.joining(", "));
        int more = gone.size() - SHOWN_SCHOOLS;
        return Optional.of(
                "Nothing would be left of school " + some + (more > 0 ? ", and " + more + " more" : "") + ".");
    }

    private static Set<String> schools(Published published) {
        Set<String> schools = new TreeSet<>();
        published.groups().forEach(group -> schools.add(group.schoolId()));
        schools.remove("");
        return schools;
    }

    private static String shown(Fingerprint run) {
        return shown(run.sha256());
    }

    /** Returns how a held run is released; nothing for any other. */
    static List<String> release(RunResult run) {
        Optional<StateSettings> state = run.settings().state();
        return run.state() == RunState.HELD && run.comparison().isPresent() && state.isPresent()
                ? release(run, run.comparison().get(), state.get())
                : List.of();
    }

    private static List<String> release(RunResult run, Comparison comparison, StateSettings state) {
        if (run.settings().dryRun()) {
            return List.of(
                    "As this is a dry run, the held run is not remembered. Run it without --dry-run, then approve it.");
        }
        String day = state.dayGiven()
                ? ""
                : " It is then converted as of " + run.settings().asOf() + ", on whatever day that is.";
        return List.of(
                "Held as run " + shown(comparison.run()) + ". If the change is right: approve --state " + state.folder()
                        + ", then run the same command again.",
                "That releases this drop with these settings, once, and nothing else." + day);
    }
}
