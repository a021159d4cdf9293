package org.oneroster4j.impero.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.oneroster4j.impero.layout.LayoutFile.Column;

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
                    new LayoutFile(
                            "groups.csv",
                            RowKind.GROUPS,
                            List.of(
                                    new Column("groupId", LayoutField.GROUP_ID),
                                    new Column("groupName", LayoutField.GROUP_NAME),
                                    new Column("classCode", LayoutField.CLASS_CODE),
                                    new Column("courseTitle", LayoutField.COURSE_TITLE),
                                    new Column("schoolId", LayoutField.SCHOOL_ID),
                                    new Column("schoolName", LayoutField.SCHOOL_NAME))),
                    new LayoutFile(
                            "users.csv",
                            RowKind.USERS,
                            List.of(
                                    new Column("userId", LayoutField.USER_ID),
                                    new Column("username", LayoutField.USERNAME),
                                    new Column("email", LayoutField.EMAIL),
                                    new Column("givenName", LayoutField.GIVEN_NAME),
                                    new Column("familyName", LayoutField.FAMILY_NAME),
                                    new Column("kind", LayoutField.KIND))),
                    new LayoutFile(
                            "members.csv",
                            RowKind.MEMBERS,
                            List.of(
                                    new Column("groupId", LayoutField.GROUP_ID),
                                    new Column("groupName", LayoutField.GROUP_NAME),
                                    new Column("userId", LayoutField.USER_ID),
                                    new Column("username", LayoutField.USERNAME),
                                    new Column("email", LayoutField.EMAIL))),
                    new LayoutFile(
                            "access.csv",
                            RowKind.ACCESS,
                            List.of(
                                    new Column("groupId", LayoutField.GROUP_ID),
                                    new Column("groupName", LayoutField.GROUP_NAME),
                                    new Column("userId", LayoutField.USER_ID),
                                    new Column("username", LayoutField.USERNAME),
                                    new Column("email", LayoutField.EMAIL),
                                    new Column("role", LayoutField.ROLE),
                                    new Column("primary", LayoutField.PRIMARY)))),
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
