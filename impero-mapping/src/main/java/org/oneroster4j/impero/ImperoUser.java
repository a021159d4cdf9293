package org.oneroster4j.impero;

import java.util.Locale;

/**
 * A person whom Impero is told of: a member of a group, or a console user.
 *
 * @param userId the user's sourcedId
 * @param username the district username, trimmed and in form C; blank when it is, or when it is unsafe for Impero
 * @param email the email address, likewise
 * @param givenName the given name, cleaned
 * @param familyName the family name, cleaned
 * @param kind student or staff
 */
public record ImperoUser(String userId, String username, String email, String givenName, String familyName, Kind kind) {

    /** What a person is to Impero. */
    public enum Kind {
        /** A member of groups. */
        STUDENT,
        /** A console user. */
        STAFF;

        /** Returns the word that is written, {@code student} or {@code staff}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the name by which Impero matches the person. */
    public String identity(Identity identity) {
        return identity == Identity.USERNAME ? username : email;
    }

    /** Shows nothing but the id and the kind. */
    @Override
    public String toString() {
        return "ImperoUser[" + userId + ", " + kind + "]";
    }
}
