package org.oneroster4j.importer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where folders really are. A folder that is another, or lies in it, would be read, written or emptied as both. */
final class Folders {
    private Folders() {}

    /** Tells whether two folders, which need not be there, are the same, or one lies in the other. */
    static boolean overlap(Path a, Path b) {
        Path first = real(a);
        Path second = real(b);
        return first.startsWith(second) || second.startsWith(first);
    }

    /** Returns the real path as far as it exists, so that links do not hide that two folders are one. */
    static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path there = existing(absolute);
        try {
            return there.toRealPath().resolve(there.relativize(absolute)).normalize();
        } catch (IOException e) {
            // It vanished, or may not be looked at: whoever reads or writes there will say so.
            return absolute;
        }
    }

    /** Returns what exists of an absolute path: itself, or the nearest above it. */
    static Path existing(Path absolute) {
        Path there = absolute;
        Path parent = there.getParent();
        while (!Files.exists(there) && parent != null) {
            there = parent;
            parent = there.getParent();
        }
        return there;
    }
}
