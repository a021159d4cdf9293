package org.oneroster4j.model;

import jakarta.validation.constraints.NotBlank;

/**
 * The name of a person in another system: an item {@code {type:id}} of {@code users.userIds}.
 *
 * @param type the kind of name, for example {@code LDAP}
 * @param id the name itself
 */
public record UserId(@NotBlank String type, @NotBlank String id) {

    /** Shows the type alone: the id names a person. */
    @Override
    public String toString() {
        return "UserId[type=" + type + "]";
    }
}
