package org.oneroster4j.impero;

/** The rules of the mapping, by the numbers that the contract gives them. */
public enum Rule {
    /** Which rows exist for the other rules. */
    R1("rows"),
    /** Who is a student, who is staff, and who is never written. */
    R2("people"),
    /** Disabled people. */
    R3("disabled people"),
    /** The name that Impero matches people by. */
    R4("identity"),
    /** Records that share an identity. */
    R5("shared identity"),
    /** Which classes are taken. */
    R6("classes"),
    /** Which enrollments count. */
    R7("enrollments"),
    /** Who is a member of a group. */
    R8("members"),
    /** Who has access to a group. */
    R9("access"),
    /** Roles of an enrollment and a user that contradict each other. */
    R10("role conflict"),
    /** Which groups are written. */
    R11("groups"),
    /** Who may sign in to the Impero Console. */
    R12("console users"),
    /** What groups are called. */
    R13("names"),
    /** What an Impero server takes. */
    R14("caps"),
    /** Records that are there more than once. */
    R15("repeated ids"),
    /** The same input makes the same output. */
    R16("determinism");

    private final String title;

    Rule(String title) {
        this.title = title;
    }

    /** Returns what the rule is about, in a word or two. */
    public String title() {
        return title;
    }
}
