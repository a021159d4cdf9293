package org.oneroster4j.importer.config;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.GrowthLimit;
import org.oneroster4j.impero.change.RemovalLimit;

/** The options that are numbers of the brakes: what they come to, and what the constraints on those say of them. */
final class BrakeOptions {
    private static final String PERCENT = "percent";
    private static final String NUMBER = "number";

    /** A key, and the component whose constraints its value has to meet. */
    private record Key(String name, Function<RunOptions, @Nullable Integer> value, Class<?> type, String component) {}

    private static final List<Key> KEYS = List.of(
            new Key("groupsRemovedPercent", RunOptions::groupsRemovedPercent, RemovalLimit.class, PERCENT),
            new Key("groupsRemovedNumber", RunOptions::groupsRemovedNumber, RemovalLimit.class, NUMBER),
            new Key("membersRemovedPercent", RunOptions::membersRemovedPercent, RemovalLimit.class, PERCENT),
            new Key("membersRemovedNumber", RunOptions::membersRemovedNumber, RemovalLimit.class, NUMBER),
            new Key("consoleUsersRemovedPercent", RunOptions::consoleUsersRemovedPercent, RemovalLimit.class, PERCENT),
            new Key("consoleUsersRemovedNumber", RunOptions::consoleUsersRemovedNumber, RemovalLimit.class, NUMBER),
            new Key("accessRemovedPercent", RunOptions::accessRemovedPercent, RemovalLimit.class, PERCENT),
            new Key("accessRemovedNumber", RunOptions::accessRemovedNumber, RemovalLimit.class, NUMBER),
            new Key("accessGrowthPercent", RunOptions::accessGrowthPercent, GrowthLimit.class, PERCENT),
            new Key("accessGrowthNumber", RunOptions::accessGrowthNumber, GrowthLimit.class, NUMBER),
            new Key("groupsForOnePerson", RunOptions::groupsForOnePerson, BrakeSettings.class, "groupsForOnePerson"));

    private BrakeOptions() {}

    /** Returns the settings that options without problems come to, with the defaults where nothing is given. */
    static BrakeSettings settings(RunOptions options) {
        BrakeSettings defaults = BrakeSettings.DEFAULTS;
        return new BrakeSettings(
                limit(options.groupsRemovedPercent(), options.groupsRemovedNumber(), defaults.groups()),
                limit(options.membersRemovedPercent(), options.membersRemovedNumber(), defaults.members()),
                limit(
                        options.consoleUsersRemovedPercent(),
                        options.consoleUsersRemovedNumber(),
                        defaults.consoleUsers()),
                limit(options.accessRemovedPercent(), options.accessRemovedNumber(), defaults.access()),
                new GrowthLimit(
                        or(
                                options.accessGrowthPercent(),
                                defaults.accessGrowth().percent()),
                        or(options.accessGrowthNumber(), defaults.accessGrowth().number())),
                or(options.groupsForOnePerson(), defaults.groupsForOnePerson()));
    }

    private static RemovalLimit limit(@Nullable Integer percent, @Nullable Integer number, RemovalLimit other) {
        return new RemovalLimit(or(percent, other.percent()), or(number, other.number()));
    }

    private static int or(@Nullable Integer given, int other) {
        return given == null ? other : given;
    }

    /** Returns all that is wrong with options, by their keys; each message goes on behind the key. */
    static SortedMap<String, String> problems(RunOptions options) {
        SortedMap<String, String> problems = new TreeMap<>();
        for (Key key : KEYS) {
            Integer given = key.value().apply(options);
            if (given != null) {
                for (String message : ConstraintMessages.of(key.type(), key.component(), given)) {
                    problems.merge(key.name(), message, (one, other) -> one + " and " + other);
                }
            }
        }
        return problems;
    }
}
