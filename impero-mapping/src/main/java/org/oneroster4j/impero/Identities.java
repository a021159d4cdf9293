package org.oneroster4j.impero;

import org.oneroster4j.model.CellText;
import org.oneroster4j.model.User;

/** R4: how a person is named to Impero. */
final class Identities {
    private Identities() {}

    /** Returns the chosen name of a user, trimmed, in form C, in the case it is given: Impero tells case apart. */
    static String of(User user, Identity identity) {
        return CellText.composed(CellText.trimmed(
                identity == Identity.USERNAME ? user.username() : user.email().orElse("")));
    }

    /**
     * Tells whether Impero would take a name for something else: {@code *} and a leading {@code !} have a meaning in its
     * lists (documentation of a sister console), control characters and line separators none at all.
     */
    static boolean isUnsafe(String name) {
        return name.indexOf('*') >= 0 || name.startsWith("!") || CellText.holdsControl(name);
    }

    /** Returns a name as it is written: blank when unsafe. */
    static String written(String name) {
        return isUnsafe(name) ? "" : name;
    }
}
