package org.oneroster4j.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.CedsGrade;
import org.oneroster4j.model.constraint.EmailAddress;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code users.csv}: a person in one role. A person in two roles has two rows.
 *
 * @param sourcedId the id, unique among users
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param enabledUser false: the record is live, the person may not sign in
 * @param orgSourcedIds the orgs the person belongs to
 * @param role the role of this row
 * @param username the login name, in most districts that of the directory
 * @param userIds names of the person in other systems
 * @param givenName the given name
 * @param familyName the family name
 * @param middleName several are separated by spaces
 * @param identifier an id for people to read, such as the student number
 * @param email the email address
 * @param sms the number for text messages
 * @param phone the phone number
 * @param agentSourcedIds the parents and guardians of a student, or the children of one
 * @param grades CEDS grade codes, for students
 * @param password encrypted or not, as sender and receiver agreed
 * @param metadata the sender's own columns
 */
@Value.Builder
public record User(
        @IfUnreadable(value = Loss.ROW, blankToo = true) @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        @Decides @IfUnreadable(Loss.TAKES_OUT) Optional<@NotNull Boolean> enabledUser,

        @Aliases("orgs") @IfUnreadable(Loss.ROW) @References(OneRosterFile.ORGS) @NotEmpty
        List<@Guid String> orgSourcedIds,

        @IfUnreadable(value = Loss.ROW, blankToo = true) RoleType role,
        @NotBlank String username,
        @Aliases("userId") List<@Valid UserId> userIds,
        @NotBlank String givenName,
        @NotBlank String familyName,
        Optional<String> middleName,
        Optional<String> identifier,
        Optional<@EmailAddress String> email,
        Optional<String> sms,
        Optional<String> phone,

        @Aliases({"agents", "agentSourceIds"}) @References(OneRosterFile.USERS)
        List<@Guid String> agentSourcedIds,

        @Aliases("grade") List<@CedsGrade String> grades,
        Optional<String> password,
        Map<String, String> metadata)
        implements RosterRecord, WithUser {

    /** Copies what could be changed from outside. */
    public User {
        orgSourcedIds = List.copyOf(orgSourcedIds);
        userIds = List.copyOf(userIds);
        agentSourcedIds = List.copyOf(agentSourcedIds);
        grades = List.copyOf(grades);
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId}, {@code role}, {@code username}, {@code givenName} and {@code familyName} are required. */
    public static UserBuilder builder() {
        return new UserBuilder();
    }

    @Override
    public String toString() {
        return "User[" + sourcedId + ", role=" + role + ", enabled=" + enabledUser + ", orgs=" + orgSourcedIds + "]";
    }
}
