package org.oneroster4j.importer.disk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files that a stored file gives: what was written is always a name in one folder, and never a path out of it. */
public final class PlainName {
    private PlainName() {}

    /** Returns whether a name is that of a file in a folder, on every platform: no separator, drive, parent or control character. */
    public static boolean isPlain(String name) {
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            return false;
        }
        if (name.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c))) {
            return false;
        }
        try {
            return !Path.of(name).isAbsolute() && Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
