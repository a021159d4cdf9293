package org.oneroster4j.impero;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * What a mapping is made by. Immutable. Two mappings of the same roster with equal settings are equal.
 *
 * <p>What a value must be is said by the Jakarta constraints on the components, and nowhere else. This library does not
 * bring an engine that checks them: whoever makes settings of what somebody typed validates them with a {@code Validator}
 * of their own, as the reference importer does, and gets all that is wrong at once. A mapping by settings that were not
 * validated does no harm: a cap below 1 publishes nothing, negative days make the times shorter, and no access role gives
 * no access. {@link #of} gives valid ones.
 *
 * @param identity the name by which Impero matches people; no default, as the wrong one leaves everybody out (contract, R4;
 *     Impero's guide)
 * @param asOf the day the mapping is made for; no default here, as a library has no clock (contract, R6, R7)
 * @param schools the school filter: ids or identifiers of orgs, those below them included; empty, the default: no filter
 * @param maxUsers the users that one Impero server takes, 5000 by default (contract, R14; Impero's guide)
 * @param maxClasses the classes that one Impero server takes, 1200 by default (contract, R14; Impero's guide)
 * @param emptyGroups what becomes of a class without members; left out by default (contract, R11)
 * @param consoleStaff which staff become console users; all by default (contract, R12; Impero's guide)
 * @param nameTemplate how groups are named, see {@link NameTemplate}; {@code {title}[ ({classCode})]} by default (contract,
 *     R13)
 * @param honourEnrollmentDates whether an enrollment counts only between its begin and its end; true by default (contract,
 *     R7). If false, one with a date that cannot be read is left out all the same (R1)
 * @param honourTerms whether a class is taken only while one of its terms lasts; true by default (contract, R6)
 * @param leadDays how many days before its begin a term or an enrollment counts already, so that a class is there when
 *     teachers prepare; 0 by default (ours). One that ends before it begins never counts
 * @param lagDays how many days after its end it still counts; 0 by default (ours)
 * @param accessRoles which roles of enrollments give access; all four by default (contract, R9). Fewer narrow R9; there is
 *     no way to widen it
 * @param termless what becomes of a class that names no term where others do; left out by default (contract, R6)
 * @param exclude users and classes that are taken out, by sourcedId; none by default (contract, "exclude")
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
        NameTemplate nameTemplate,
        boolean honourEnrollmentDates,
        boolean honourTerms,
        @Min(0) int leadDays,
        @Min(0) int lagDays,
        @NotEmpty Set<AccessRole> accessRoles,
        Termless termless,
        Set<String> exclude)
        implements WithMappingSettings {
    /** The cap on users unless told otherwise. */
    public static final int DEFAULT_MAX_USERS = 5000;

    /** The cap on classes unless told otherwise. */
    public static final int DEFAULT_MAX_CLASSES = 1200;

    /** Copies what could be changed from outside. */
    public MappingSettings {
        schools = List.copyOf(schools);
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        roles.addAll(accessRoles);
        accessRoles = Collections.unmodifiableSet(roles);
        exclude = Collections.unmodifiableSet(new TreeSet<>(exclude));
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
                NameTemplate.DEFAULT,
                true,
                true,
                0,
                0,
                EnumSet.allOf(AccessRole.class),
                Termless.LEAVE_OUT,
                Set.of());
    }
}
