package org.oneroster4j.impero.layout;

import static org.oneroster4j.impero.layout.LayoutField.CLASS_CODE;
import static org.oneroster4j.impero.layout.LayoutField.COURSE_TITLE;
import static org.oneroster4j.impero.layout.LayoutField.EMAIL;
import static org.oneroster4j.impero.layout.LayoutField.FAMILY_NAME;
import static org.oneroster4j.impero.layout.LayoutField.GIVEN_NAME;
import static org.oneroster4j.impero.layout.LayoutField.GROUP_ID;
import static org.oneroster4j.impero.layout.LayoutField.GROUP_NAME;
import static org.oneroster4j.impero.layout.LayoutField.IDENTITY;
import static org.oneroster4j.impero.layout.LayoutField.KIND;
import static org.oneroster4j.impero.layout.LayoutField.PRIMARY;
import static org.oneroster4j.impero.layout.LayoutField.ROLE;
import static org.oneroster4j.impero.layout.LayoutField.SCHOOL_ID;
import static org.oneroster4j.impero.layout.LayoutField.SCHOOL_NAME;
import static org.oneroster4j.impero.layout.LayoutField.USERNAME;
import static org.oneroster4j.impero.layout.LayoutField.USER_ID;

import java.util.List;
import java.util.Optional;

/**
 * The files that are written, as data: Impero does not publish the columns that its import reads, so they are no matter
 * of code. A profile can be made of anything; whoever makes one asks {@link #problems} whether it can be written.
 *
 * @param name the name of the profile
 * @param files the files, whose names differ
 */
public record LayoutProfile(String name, List<LayoutFile> files) {

    /** The built-in profile {@code reference}: four files in UTF-8 with headers, commas and CRLF (contract, section 2). */
    public static final LayoutProfile REFERENCE = new LayoutProfile(
            "reference",
            List.of(
                    LayoutFile.of(
                            "groups.csv",
                            RowKind.GROUPS,
                            GROUP_ID,
                            GROUP_NAME,
                            CLASS_CODE,
                            COURSE_TITLE,
                            SCHOOL_ID,
                            SCHOOL_NAME),
                    LayoutFile.of("users.csv", RowKind.USERS, USER_ID, USERNAME, EMAIL, GIVEN_NAME, FAMILY_NAME, KIND),
                    LayoutFile.of("members.csv", RowKind.MEMBERS, GROUP_ID, GROUP_NAME, USER_ID, USERNAME, EMAIL),
                    LayoutFile.of(
                            "access.csv",
                            RowKind.ACCESS,
                            GROUP_ID,
                            GROUP_NAME,
                            USER_ID,
                            USERNAME,
                            EMAIL,
                            ROLE,
                            PRIMARY)));

    /**
     * The built-in profile {@code lanschool}: the two files without headers that another classroom console documents, as
     * the proof that a profile is enough.
     */
    public static final LayoutProfile LANSCHOOL = new LayoutProfile(
            "lanschool",
            List.of(
                    LayoutFile.of("ClassesByTeacherLoginName.csv", RowKind.ACCESS, IDENTITY, GROUP_ID, GROUP_NAME)
                            .withFormat(LayoutFormat.DEFAULT.withHeader(false)),
                    LayoutFile.of("StudentsForClassByLoginName.csv", RowKind.MEMBERS, GROUP_ID, IDENTITY)
                            .withFormat(LayoutFormat.DEFAULT.withHeader(false))));

    /** The profiles that are built in. */
    public static final List<LayoutProfile> BUILT_IN = List.of(REFERENCE, LANSCHOOL);

    /** Copies what could be changed from outside. */
    public LayoutProfile {
        files = List.copyOf(files);
    }

    /** Returns the built-in profile of a name; absent when there is none. */
    public static Optional<LayoutProfile> builtIn(String name) {
        return BUILT_IN.stream().filter(profile -> profile.name.equals(name)).findFirst();
    }

    /** Returns all that keeps the profile from being written, by place; none when it is right. */
    public List<LayoutProblem> problems() {
        return new LayoutChecks().of(this);
    }
}
