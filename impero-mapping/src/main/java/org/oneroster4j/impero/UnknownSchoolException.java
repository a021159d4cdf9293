package org.oneroster4j.impero;

/** The school filter names an org that the roster does not have: a mistake of whoever set the filter. */
public final class UnknownSchoolException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String school;

    UnknownSchoolException(String school) {
        super("The school filter names " + school
                + ", which is neither the sourcedId nor the identifier of an org here");
        this.school = school;
    }

    /** Returns the id as the filter has it. */
    public String school() {
        return school;
    }
}
