package org.oneroster4j.impero.layout;

import static org.oneroster4j.impero.layout.LayoutField.CLASS_CODE;
import static org.oneroster4j.impero.layout.LayoutField.COURSE_TITLE;
import static org.oneroster4j.impero.layout.LayoutField.EMAIL;
import static org.oneroster4j.impero.layout.LayoutField.FAMILY_NAME;
import static org.oneroster4j.impero.layout.LayoutField.GIVEN_NAME;
import static org.oneroster4j.impero.layout.LayoutField.GROUP_ID;
import static org.oneroster4j.impero.layout.LayoutField.GROUP_NAME;
import static org.oneroster4j.impero.layout.LayoutField.KIND;
import static org.oneroster4j.impero.layout.LayoutField.PRIMARY;
import static org.oneroster4j.impero.layout.LayoutField.ROLE;
import static org.oneroster4j.impero.layout.LayoutField.SCHOOL_ID;
import static org.oneroster4j.impero.layout.LayoutField.SCHOOL_NAME;
import static org.oneroster4j.impero.layout.LayoutField.USERNAME;
import static org.oneroster4j.impero.layout.LayoutField.USER_ID;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files that are written, as data: Impero does not publish the columns that its import reads, so they are no matter
 * of code.
 *
 * @param name the name of the profile
 * @param files the files, whose names differ
 * @param charset the charset of all of them
 * @param delimiter what stands between cells
 * @param lineEnd what stands behind every row
 */
public record LayoutProfile(String name, List<LayoutFile> files, Charset charset, char delimiter, String lineEnd) {

    /** The built-in profile {@code reference}: four files in UTF-8 with headers, commas and CRLF. */
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
                            PRIMARY)),
            StandardCharsets.UTF_8,
            ',',
            "\r\n");

    /** Refuses two files of one name. */
    public LayoutProfile {
        files = List.copyOf(files);
        if (files.stream().map(LayoutFile::name).distinct().count() < files.size()) {
            throw new IllegalArgumentException("The profile " + name + " has two files of one name");
        }
    }
}
