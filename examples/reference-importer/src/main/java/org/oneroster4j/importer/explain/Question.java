package org.oneroster4j.importer.explain;

/**
 * What somebody wants to know.
 *
 * @param kind whether it is about a class or a person
 * @param sourcedId the id, as given
 * @param showValues whether names and identities may be shown, which are personal data
 */
public record Question(Kind kind, String sourcedId, boolean showValues) {
    /** What can be asked about. */
    public enum Kind {
        /** A class. */
        CLASS("classes.csv"),
        /** A person. */
        USER("users.csv");

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        /** Returns the name of the file that describes it. */
        String file() {
            return file;
        }
    }
}
