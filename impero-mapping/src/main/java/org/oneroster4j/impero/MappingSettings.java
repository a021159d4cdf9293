package org.oneroster4j.impero;

import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.immutables.value.Value;

/**
 * What a mapping is made by. Two mappings of the same roster with equal settings are equal.
 *
 * @param identity the name by which Impero matches people; no default, as the wrong one leaves everybody out
 * @param asOf the day the mapping is made for
 * @param schools the school filter: ids or identifiers of orgs, those below them included; empty: no filter
 * @param maxUsers the users that one Impero server takes, 5000 by default (Impero's guide)
 * @param maxClasses the classes that one Impero server takes, 1200 by default (Impero's guide)
 * @param emptyGroups what becomes of a class without members
 * @param consoleStaff which staff become console users
 * @param nameTemplate how groups are named, see {@link NameTemplate}
 */
@Value.Builder
public record MappingSettings(
        Identity identity,
        LocalDate asOf,
        List<String> schools,
        @Min(1) int maxUsers,
        @Min(1) int maxClasses,
        EmptyGroups emptyGroups,
        ConsoleStaff consoleStaff,
        NameTemplate nameTemplate)
        implements WithMappingSettings {
    /** The cap on users unless told otherwise. */
    public static final int DEFAULT_MAX_USERS = 5000;

    /** The cap on classes unless told otherwise. */
    public static final int DEFAULT_MAX_CLASSES = 1200;

    /** Copies what could be changed from outside, and refuses caps below 1. */
    public MappingSettings {
        schools = List.copyOf(schools);
        if (maxUsers < 1 || maxClasses < 1) {
            throw new IllegalArgumentException("A cap is below 1: " + maxUsers + " users, " + maxClasses + " classes");
        }
    }

    /** Returns the defaults for an identity and a day; change them with the {@code with} methods. */
    public static MappingSettings of(Identity identity, LocalDate asOf) {
        return new MappingSettings(
                identity,
                asOf,
                List.of(),
                DEFAULT_MAX_USERS,
                DEFAULT_MAX_CLASSES,
                EmptyGroups.LEAVE_OUT,
                ConsoleStaff.ALL,
                NameTemplate.DEFAULT);
    }
}
