package org.oneroster4j.importer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder or file that the service reads or writes.
 *
 * @param path where it is
 * @param use what for
 * @param pointer the path to the key that says so
 * @param name what it is, for messages
 * @param stays whether it is a drop folder in which the drops stay
 */
record UsedPath(Path path, Use use, String pointer, String name, boolean stays) {
    /** What a path is for. */
    enum Use {
        DROP,
        OUT,
        /** A folder that is written, for people or for the service itself. */
        OWN,
        FILE,
        /** The file that the settings are read from. */
        CONFIG;

        boolean isFile() {
            return this == FILE || this == CONFIG;
        }
    }

    /** Returns all that a plan uses, in the order of its jobs. */
    static List<UsedPath> of(WatchPlan plan) {
        List<UsedPath> paths = new ArrayList<>();
        plan.places()
                .file()
                .ifPresent(file -> paths.add(new UsedPath(file, Use.CONFIG, "", "the configuration file", false)));
        plan.service().statusFile().ifPresent(file -> paths.add(file(file, "statusFile", "the status file")));
        plan.service().logFile().ifPresent(file -> paths.add(file(file, "logFile", "the log file")));
        int index = 0;
        for (JobPlan job : plan.jobs()) {
            RunOptions options = job.options();
            add(paths, options.drop(), Use.DROP, plan, index, "drop", "the drop folder");
            add(paths, options.out(), Use.OUT, plan, index, "out", "the output folder");
            add(paths, options.state(), Use.OWN, plan, index, "state", "the state folder");
            add(paths, options.report(), Use.OWN, plan, index, "report", "the report folder");
            index++;
        }
        return paths;
    }

    private static UsedPath file(Path path, String key, String name) {
        return new UsedPath(path, Use.FILE, "/" + key, name, false);
    }

    private static void add(
            List<UsedPath> paths, @Nullable Path path, Use use, WatchPlan plan, int index, String key, String name) {
        if (path != null) {
            JobPlan job = plan.jobs().get(index);
            String pointer = plan.places().pointer(index, key);
            boolean stays = use == Use.DROP && job.arrival().stays();
            paths.add(new UsedPath(path, use, pointer, name + " of " + job.name(), stays));
        }
    }

    /** Tells which of them cannot be used together; with the line of the later one. */
    static void apart(List<UsedPath> paths, Problems problems) {
        for (int later = 1; later < paths.size(); later++) {
            for (UsedPath earlier : paths.subList(0, later)) {
                paths.get(later).apart(earlier, problems);
            }
        }
    }

    private void apart(UsedPath earlier, Problems problems) {
        String names = earlier.name + " and " + name;
        String both = ": " + earlier.path + ", " + path + ".";
        if (earlier.use.isFile()) {
            if (use == Use.FILE && Folders.real(path).equals(Folders.real(earlier.path))) {
                problems.tell(pointer, names + " are the same file" + both);
            } else if ((use == Use.DROP || use == Use.OUT)
                    && Folders.real(earlier.path).startsWith(Folders.real(path))) {
                problems.tell(earlier.pointer, earlier.name + " lies in " + name + both);
            }
        } else if (Folders.overlap(earlier.path, path) && !isShared(earlier)) {
            String remedy = use == Use.DROP && earlier.use == Use.DROP
                    ? " Only jobs with claim: copy may take their drops from one folder."
                    : "";
            problems.tell(pointer, names + " are the same folder, or one lies in the other" + both + remedy);
        }
    }

    private boolean isShared(UsedPath other) {
        return stays && other.stays && Folders.real(path).equals(Folders.real(other.path));
    }
}
