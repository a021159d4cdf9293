package org.oneroster4j.impero.layout;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.Membership;

/** What a column of a layout can hold, and the rows that have it. */
public enum LayoutField {
    /** The class's sourcedId. */
    GROUP_ID("groupId", ofGroup(Group::groupId)),
    /** The name of the group. */
    GROUP_NAME("groupName", ofGroup(Group::groupName)),
    /** The class's code. */
    CLASS_CODE("classCode", ofGroup(Group::classCode)),
    /** The title of the course. */
    COURSE_TITLE("courseTitle", ofGroup(Group::courseTitle)),
    /** The sourcedId of the school. */
    SCHOOL_ID("schoolId", ofGroup(Group::schoolId)),
    /** The name of the school. */
    SCHOOL_NAME("schoolName", ofGroup(Group::schoolName)),
    /** The user's sourcedId. */
    USER_ID("userId", ofUser(ImperoUser::userId)),
    /** The district username. */
    USERNAME("username", ofUser(ImperoUser::username)),
    /** The email address. */
    EMAIL("email", ofUser(ImperoUser::email)),
    /** The given name. */
    GIVEN_NAME("givenName", ofUser(ImperoUser::givenName)),
    /** The family name. */
    FAMILY_NAME("familyName", ofUser(ImperoUser::familyName)),
    /** {@code student} or {@code staff}. */
    KIND("kind", ofUser(user -> user.kind().word())),
    /** The role that gives the access. */
    ROLE(
            "role",
            new Reading(EnumSet.of(RowKind.ACCESS), row -> ((Access) row).role().token())),
    /** {@code true} or {@code false}. */
    PRIMARY("primary", new Reading(EnumSet.of(RowKind.ACCESS), row -> String.valueOf(((Access) row).primary())));

    /** Where a field is found, and how. */
    private record Reading(Set<RowKind> kinds, Function<Object, String> text) {}

    private final String word;
    private final Reading reading;

    LayoutField(String word, Reading reading) {
        this.word = word;
        this.reading = reading;
    }

    /** Returns the name of the field, for example {@code groupId}. */
    public String word() {
        return word;
    }

    private static Reading ofGroup(Function<Group, String> field) {
        return new Reading(EnumSet.of(RowKind.GROUPS, RowKind.MEMBERS, RowKind.ACCESS), row -> {
            if (row instanceof Membership membership) {
                return field.apply(membership.group());
            }
            return field.apply(row instanceof Access access ? access.group() : (Group) row);
        });
    }

    private static Reading ofUser(Function<ImperoUser, String> field) {
        return new Reading(EnumSet.of(RowKind.USERS, RowKind.MEMBERS, RowKind.ACCESS), row -> {
            if (row instanceof Membership membership) {
                return field.apply(membership.user());
            }
            return field.apply(row instanceof Access access ? access.user() : (ImperoUser) row);
        });
    }

    /** Tells whether rows of that kind have the field. */
    public boolean isOf(RowKind kind) {
        return reading.kinds.contains(kind);
    }

    String text(Object row) {
        return reading.text.apply(row);
    }
}
