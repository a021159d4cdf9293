package org.oneroster4j.impero;

import org.oneroster4j.model.CellText;
import org.oneroster4j.model.User;
import org.oneroster4j.model.constraint.EmailAddressValidator;

/** R4: how a person is named to Impero. */
final class Identities {
    private Identities() {}

    /** Returns the chosen name of a user, trimmed, in form C, in the case it is given: Impero tells case apart. */
    static String of(User user, Identity identity) {
        return CellText.composed(CellText.trimmed(
                identity == Identity.USERNAME ? user.username() : user.email().orElse("")));
    }

    /**
     * Tells whether a name is no identity (R4): {@code *} and a leading {@code !} have a meaning in lists of a sister console
     * (its documentation), Windows allows none of the other signs, and invisible characters and U+FFFD are signs of a broken
     * row. An email needs exactly one {@code @} with something before and after it. A blank name is not unsafe but missing.
     */
    static boolean isUnsafe(String name, Identity identity) {
        for (int i = 0; i < name.length(); i++) {
            switch (name.charAt(i)) {
                case '*', '?', '"', ',', ';', '\uFFFD' -> {
                    return true;
                }
                default -> {}
            }
        }
        return name.startsWith("!")
                || CellText.holdsInvisible(name)
                || (identity == Identity.EMAIL && !name.isEmpty() && !EmailAddressValidator.isAddress(name));
    }

    /** Returns a name as it is written: blank when unsafe. */
    static String written(String name, Identity identity) {
        return isUnsafe(name, identity) ? "" : name;
    }
}
