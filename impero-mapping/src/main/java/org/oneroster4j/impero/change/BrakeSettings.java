package org.oneroster4j.impero.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.immutables.value.Value;

/**
 * The numbers of the brakes. All of them are on, and none can be switched off: who wants a large change published approves
 * that run.
 *
 * @param groups how many groups may go
 * @param members how many memberships may go
 * @param consoleUsers how many console users may go
 * @param access how many accesses may go
 * @param accessGrowth how much the accesses may grow
 * @param groupsForOnePerson how many groups more one person may get access to, 1 to 200
 */
@Value.Builder
public record BrakeSettings(
        @Valid RemovalLimit groups,
        @Valid RemovalLimit members,
        @Valid RemovalLimit consoleUsers,
        @Valid RemovalLimit access,
        @Valid GrowthLimit accessGrowth,
        @Min(1) @Max(MAX_GROUPS_FOR_ONE_PERSON) int groupsForOnePerson)
        implements WithBrakeSettings {
    /** The most groups for one person that can be set. */
    public static final int MAX_GROUPS_FOR_ONE_PERSON = 200;

    /** The groups for one person unless told otherwise. */
    public static final int DEFAULT_GROUPS_FOR_ONE_PERSON = 50;

    /** Unless told otherwise: 20 % and 10 of what goes, 50 % and 20 of accesses more, 50 groups more for one person. */
    public static final BrakeSettings DEFAULTS = new BrakeSettings(
            RemovalLimit.DEFAULT,
            RemovalLimit.DEFAULT,
            RemovalLimit.DEFAULT,
            RemovalLimit.DEFAULT,
            GrowthLimit.DEFAULT,
            DEFAULT_GROUPS_FOR_ONE_PERSON);

    /** Refuses numbers out of bounds. */
    public BrakeSettings {
        Bounds.check("number of groups for one person", groupsForOnePerson, 1, MAX_GROUPS_FOR_ONE_PERSON);
    }
}
