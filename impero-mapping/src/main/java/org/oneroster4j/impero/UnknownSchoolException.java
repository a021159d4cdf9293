package org.oneroster4j.impero;

/** The school filter does not name one org of the roster: a mistake in the settings. */
public final class UnknownSchoolException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String school;

    private UnknownSchoolException(String school, String why) {
        super("The school filter names " + school + ", which " + why);
        this.school = school;
    }

    static UnknownSchoolException none(String school) {
        return new UnknownSchoolException(school, "is neither the sourcedId nor the identifier of an org here");
    }

    static UnknownSchoolException several(String school) {
        return new UnknownSchoolException(
                school, "is the sourcedId or identifier of two orgs: name the sourcedId of one");
    }

    static UnknownSchoolException conflicting(String school) {
        return new UnknownSchoolException(school, "is an org whose rows say different things, so none of them counts");
    }

    /** Returns the id as the filter has it. */
    public String school() {
        return school;
    }
}
