package org.oneroster4j.importer.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.csv.constraint.Constraints;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.model.OneRosterFile;

/**
 * The options that are settings of the mapping: what they come to, and what the constraints that stand on the settings say
 * of them. There is no other place for such a rule.
 */
final class MappingOptions {
    /** Keys that are not called like the component of the settings. */
    private static final Map<String, String> OTHER_KEYS = Map.of("schools", "school");

    private static final List<String> DECIDING = OneRosterFile.ofRoster().stream()
            .flatMap(file -> file.decidingColumns().stream().map(file::qualified))
            .toList();

    private MappingOptions() {}

    /** Returns the settings that options come to, with the defaults where nothing is given. */
    static MappingSettings settings(RunOptions options, Set<String> exclude, Identity identity, LocalDate asOf) {
        MappingSettings defaults = MappingSettings.of(identity, asOf);
        return new MappingSettings(
                identity,
                asOf,
                or(options.school(), defaults.schools()),
                or(options.maxUsers(), defaults.maxUsers()),
                or(options.maxClasses(), defaults.maxClasses()),
                or(options.emptyGroups(), defaults.emptyGroups()),
                or(options.consoleStaff(), defaults.consoleStaff()),
                or(options.nameTemplate(), defaults.nameTemplate()),
                or(options.honourEnrollmentDates(), defaults.honourEnrollmentDates()),
                or(options.honourTerms(), defaults.honourTerms()),
                or(options.leadDays(), defaults.leadDays()),
                or(options.lagDays(), defaults.lagDays()),
                options.accessRoles() == null ? defaults.accessRoles() : roles(options.accessRoles()),
                or(options.termless(), defaults.termless()),
                exclude);
    }

    /** Returns what becomes of rows and cells that are in doubt, with the defaults where nothing is given. */
    static RowPolicy rows(RunOptions options) {
        RowPolicy defaults = RowPolicy.DEFAULTS;
        return new RowPolicy(
                or(options.shortRows(), defaults.shortRows()),
                or(options.lastRow(), defaults.lastRow()),
                or(options.dateOrder(), defaults.dateOrder()),
                or(options.blankEnabledUser(), defaults.blankEnabledUser()),
                defaults.identity());
    }

    /** Returns the columns that a sender leaves out. */
    static Set<String> withoutColumns(RunOptions options) {
        return Set.copyOf(or(options.withoutColumns(), List.of()));
    }

    private static Set<AccessRole> roles(List<AccessRole> given) {
        Set<AccessRole> roles = EnumSet.noneOf(AccessRole.class);
        roles.addAll(given);
        return roles;
    }

    private static <V> V or(@Nullable V given, V other) {
        return given == null ? other : given;
    }

    /** Returns all that is wrong with options, by their keys; each message goes on behind the key. */
    static SortedMap<String, String> problems(RunOptions options) {
        // Whether there are an identity and a day is not asked here, and any that there are will do.
        MappingSettings settings = settings(options, Set.of(), Identity.USERNAME, LocalDate.EPOCH);
        SortedMap<String, String> problems = new TreeMap<>();
        withoutColumns(options).stream()
                .filter(column -> !DECIDING.contains(column))
                .findFirst()
                .ifPresent(column -> problems.put(
                        "withoutColumns",
                        "has " + column + ", which is not one of the columns that decide: "
                                + String.join(", ", DECIDING)));
        for (ConstraintViolation<MappingSettings> violation : Constraints.violations(settings)) {
            problems.merge(key(violation), violation.getMessage(), (one, other) -> one + " and " + other);
        }
        return problems;
    }

    private static String key(ConstraintViolation<MappingSettings> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            String component = String.valueOf(node.getName());
            return OTHER_KEYS.getOrDefault(component, component);
        }
        return "";
    }
}
