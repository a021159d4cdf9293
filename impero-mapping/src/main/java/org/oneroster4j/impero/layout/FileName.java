package org.oneroster4j.impero.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.model.CellText;

/** Names that a file can have in the output folder, on Windows too: Impero's server, which reads it, runs there. */
final class FileName {
    private static final String NOT_ALLOWED = "<>:\"|?*";

    /** Windows takes these for devices, whatever stands behind a dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileName() {}

    /** Returns what is wrong with a name; absent when nothing is. */
    static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of("has no name");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.equals(".") || name.equals("..")) {
            return Optional.of("'" + name + "' is a path; files are written into the output folder itself");
        }
        if (name.chars().anyMatch(c -> NOT_ALLOWED.indexOf(c) >= 0) || CellText.holdsControl(name)) {
            return Optional.of(
                    "has a character that Windows does not allow in names: " + NOT_ALLOWED + " and control characters");
        }
        if (name.endsWith(".") || !name.strip().equals(name)) {
            return Optional.of(
                    "'" + name + "' begins or ends with a space or ends with a dot, which Windows takes off");
        }
        String stem = name.toLowerCase(Locale.ROOT).split("\\.", 2)[0].strip();
        if (DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]")) {
            return Optional.of("'" + name + "' is the name of a device on Windows");
        }
        return Optional.empty();
    }
}
