package org.oneroster4j.importer.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import org.oneroster4j.importer.disk.Disk;

/**
 * Tries whether folders can be read and written, as permissions alone do not tell: by a file, or a folder where one is to be
 * made, with a name that nobody else uses, which is removed at once.
 */
final class FolderProbe {
    private interface Step {
        void run() throws IOException;
    }

    private final Disk disk;
    private final Problems problems;

    FolderProbe(Disk disk, Problems problems) {
        this.disk = disk;
        this.problems = problems;
    }

    /** Tells what is wrong with a path. */
    void look(UsedPath used) {
        switch (used.use()) {
            case DROP -> drop(used);
            case OUT -> out(used);
            case OWN -> writable(used, used.path());
            case FILE -> file(used);
            case CONFIG -> {
                // It was read.
            }
        }
    }

    private void drop(UsedPath used) {
        Path drop = used.path();
        if (!Files.exists(drop)) {
            tell(used, "is not there: " + drop);
        } else if (!Files.isDirectory(drop)) {
            tell(used, "is not a folder: " + drop);
        } else if (isDone(used, "cannot be read: " + drop, () -> hasNames(drop)) && !used.stays()) {
            String problem =
                    "cannot be written, so that drops could not be moved out of it; let the service write there,"
                            + " or set claim: copy: " + drop;
            isDone(used, problem, () -> leaveNothing(drop));
        }
    }

    /** Only opening a folder tells whether it may be. */
    private static boolean hasNames(Path folder) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            return names.iterator().hasNext();
        }
    }

    /** Files are made ready beside the output folder, so that Impero never sees half of one. */
    private void out(UsedPath used) {
        if (!writable(used, used.path()) || !Files.isDirectory(used.path())) {
            return;
        }
        Path parent = Folders.real(used.path()).getParent();
        if (parent == null) {
            tell(used, "has no folder above it, where files could be made ready: " + used.path());
            return;
        }
        String problem = "lies in a folder that cannot be written, where files are made ready: " + parent;
        isDone(used, problem, () -> leaveNothing(parent));
    }

    private void file(UsedPath used) {
        Path parent = used.path().toAbsolutePath().getParent();
        if (parent == null || Files.isDirectory(used.path())) {
            tell(used, "is a folder: " + used.path());
        } else {
            writable(used, parent);
        }
    }

    /** Tells whether a folder can be written, or made where it is not there. */
    private boolean writable(UsedPath used, Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path there = Folders.existing(absolute);
        if (!Files.isDirectory(there)) {
            tell(used, "cannot be made or written, because this is not a folder: " + there);
            return false;
        }
        if (there.equals(absolute)) {
            return isDone(used, "cannot be written: " + absolute, () -> leaveNothing(absolute));
        }
        Path next = there.resolve(there.relativize(absolute).getName(0));
        if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
            tell(used, "cannot be made, because this is a link that leads nowhere: " + next);
            return false;
        }
        return isDone(used, "cannot be made: " + absolute, () -> {
            Path probe = probe(there);
            try {
                disk.makeFolder(probe);
            } finally {
                disk.delete(probe);
            }
        });
    }

    private void leaveNothing(Path folder) throws IOException {
        Path probe = probe(folder);
        try {
            disk.write(probe).close();
        } finally {
            disk.delete(probe);
        }
    }

    /** A hidden name, which counts in no drop. */
    private static Path probe(Path folder) {
        return folder.resolve(".probe-" + UUID.randomUUID());
    }

    private boolean isDone(UsedPath used, String problem, Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            tell(used, problem + " (" + e.getClass().getSimpleName() + ")");
            return false;
        }
    }

    private void tell(UsedPath used, String problem) {
        problems.tell(used.pointer(), used.name() + " " + problem + ".");
    }
}
