package org.oneroster4j.impero.layout;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.Membership;
import org.oneroster4j.impero.internal.Stored;

/** What a column of a layout can hold, and the rows that have it. */
public enum LayoutField {
    /** The class's sourcedId. */
    GROUP_ID("groupId", Reading.ofGroup(Group::groupId)),
    /** The name of the group. */
    GROUP_NAME("groupName", Reading.ofGroup(Group::groupName)),
    /** The class's code. */
    CLASS_CODE("classCode", Reading.ofGroup(Group::classCode)),
    /** The title of the course. */
    COURSE_TITLE("courseTitle", Reading.ofGroup(Group::courseTitle)),
    /** The sourcedId of the school. */
    SCHOOL_ID("schoolId", Reading.ofGroup(Group::schoolId)),
    /** The name of the school. */
    SCHOOL_NAME("schoolName", Reading.ofGroup(Group::schoolName)),
    /** The user's sourcedId. */
    USER_ID("userId", Reading.ofUser(ImperoUser::userId)),
    /** The name by which Impero matches the person: the username or the email, as the settings choose. */
    IDENTITY("identity", Reading.ofIdentity()),
    /** The district username. */
    USERNAME("username", Reading.ofUser(ImperoUser::username)),
    /** The email address. */
    EMAIL("email", Reading.ofUser(ImperoUser::email)),
    /** The given name. */
    GIVEN_NAME("givenName", Reading.ofUser(ImperoUser::givenName)),
    /** The family name. */
    FAMILY_NAME("familyName", Reading.ofUser(ImperoUser::familyName)),
    /** {@code student} or {@code staff}. */
    KIND(
            "kind",
            Reading.ofUser(user -> user.kind().word())
                    .in(Arrays.stream(ImperoUser.Kind.values()).map(ImperoUser.Kind::word))),
    /** The role that gives the access. */
    ROLE(
            "role",
            Reading.ofAccess(access -> access.role().token())
                    .in(Arrays.stream(AccessRole.values())
                            .map(role -> role.role().token()))),
    /** Whether an enrollment that gives the access is marked as primary: {@code true} or {@code false}. */
    PRIMARY(
            "primary",
            Reading.ofAccess(access -> String.valueOf(access.primary())).in(Stream.of("true", "false")));

    private interface Text {
        String of(Object row, Identity identity);
    }

    /** Where a field is found, how it is read, and which words it can be; empty where it can be anything. */
    private record Reading(Set<RowKind> kinds, Text text, List<String> words) {
        static Reading ofGroup(Function<Group, String> field) {
            return new Reading(
                    EnumSet.of(RowKind.GROUPS, RowKind.MEMBERS, RowKind.ACCESS),
                    (row, identity) -> field.apply(group(row)),
                    List.of());
        }

        static Reading ofUser(Function<ImperoUser, String> field) {
            return ofPerson((row, identity) -> field.apply(user(row)));
        }

        static Reading ofIdentity() {
            return ofPerson((row, identity) -> user(row).identity(identity));
        }

        private static Reading ofPerson(Text text) {
            return new Reading(EnumSet.of(RowKind.USERS, RowKind.MEMBERS, RowKind.ACCESS), text, List.of());
        }

        static Reading ofAccess(Function<Access, String> field) {
            return new Reading(EnumSet.of(RowKind.ACCESS), (row, identity) -> field.apply((Access) row), List.of());
        }

        Reading in(Stream<String> all) {
            return new Reading(kinds, text, all.toList());
        }

        private static Group group(Object row) {
            if (row instanceof Membership membership) {
                return membership.group();
            }
            return row instanceof Access access ? access.group() : (Group) row;
        }

        private static ImperoUser user(Object row) {
            if (row instanceof Membership membership) {
                return membership.user();
            }
            return row instanceof Access access ? access.user() : (ImperoUser) row;
        }
    }

    private final String word;
    private final Reading reading;

    LayoutField(String word, Reading reading) {
        this.word = word;
        this.reading = reading;
    }

    /**
     * Returns the field of a name.
     *
     * @throws IllegalArgumentException when there is none; the message goes on behind the name of what has the word, and
     *     names the fields there are
     */
    public static LayoutField of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "has an unknown field {" + word + "}; known are " + words(Arrays.stream(values()))));
    }

    static String words(Stream<LayoutField> fields) {
        return fields.map(LayoutField::word).collect(Collectors.joining(", "));
    }

    /** Returns the name of the field, for example {@code groupId}. */
    public String word() {
        return word;
    }

    /** Tells whether rows of that kind have the field. */
    public boolean isOf(RowKind kind) {
        return reading.kinds.contains(kind);
    }

    /** Returns the words that the field can be, none when it can be any text. */
    public List<String> possibleWords() {
        return reading.words;
    }

    /** Returns the column in which a roster keeps the field; absent when it does not keep it as it is written. */
    Optional<Stored.Column> stored(Identity identity) {
        return switch (this) {
            case USER_ID -> Optional.of(Stored.Column.USER_ID);
            case USERNAME -> Optional.of(Stored.Column.USERNAME);
            case EMAIL -> Optional.of(Stored.Column.EMAIL);
            case IDENTITY -> Optional.of(identity == Identity.USERNAME ? Stored.Column.USERNAME : Stored.Column.EMAIL);
            case GIVEN_NAME -> Optional.of(Stored.Column.GIVEN_NAME);
            case FAMILY_NAME -> Optional.of(Stored.Column.FAMILY_NAME);
            case KIND -> Optional.of(Stored.Column.KIND);
            case ROLE -> Optional.of(Stored.Column.ROLE);
            case PRIMARY -> Optional.of(Stored.Column.PRIMARY);
            default -> Optional.empty();
        };
    }

    /**
     * Returns the field of a row.
     *
     * @param identity the name by which Impero matches people
     */
    String text(Object row, Identity identity) {
        return reading.text.of(row, identity);
    }
}
