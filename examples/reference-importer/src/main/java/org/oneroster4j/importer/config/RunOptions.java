package org.oneroster4j.importer.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.RowPolicy.BlankEnabledUser;
import org.oneroster4j.csv.RowPolicy.DateOrder;
import org.oneroster4j.csv.RowPolicy.LastRow;
import org.oneroster4j.csv.RowPolicy.ShortRows;
import org.oneroster4j.impero.AccessRole;
import org.oneroster4j.impero.ConsoleStaff;
import org.oneroster4j.impero.EmptyGroups;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.NameTemplate;
import org.oneroster4j.impero.Termless;
import org.oneroster4j.impero.layout.LayoutProfile;

/**
 * The options of a run as somebody gave them, each of which may be missing. The names of the components are the keys of
 * the configuration file.
 *
 * @param drop the folder of the drop
 * @param out the folder that Impero imports from
 * @param identity the name by which Impero matches people
 * @param asOf the day; today when missing
 * @param report the folder for the summary and the findings
 * @param state the folder that keeps the last published state
 * @param layout which files to write: the name of a built-in layout, or the path of a layout file
 * @param school the school filter
 * @param maxUsers the cap on users
 * @param maxClasses the cap on classes
 * @param dryRun whether to do all but publish
 * @param allowZip whether a drop may be a zip
 * @param showValues whether findings show the content of cells, which is personal data
 * @param json whether to print the summary as JSON
 * @param emptyGroups what becomes of classes without members; in the file only
 * @param consoleStaff which staff become console users; in the file only
 * @param nameTemplate how groups are named; in the file only
 * @param honourEnrollmentDates whether the dates of enrollments limit them; in the file only
 * @param honourTerms whether the terms of classes limit them; in the file only
 * @param leadDays how many days before its begin a term or an enrollment counts; in the file only
 * @param lagDays how many days after its end it still counts; in the file only
 * @param accessRoles which roles of enrollments give access; in the file only
 * @param shortRows what becomes of rows with fewer cells than the header; in the file only
 * @param lastRow what becomes of a last row that may have been cut; in the file only
 * @param dateOrder how dates of the form A/B/YYYY are read; in the file only
 * @param blankEnabledUser what a blank enabledUser means where others say true; in the file only
 * @param termless what becomes of a class that names no term where others do; in the file only
 * @param withoutColumns columns that decide and that the sender leaves out; in the file only
 * @param exclude users and classes that are taken out; in the file only
 * @param excludeFile a file with more of them, one a line; in the file only
 * @param timeZone the time zone of "today"; in the file only
 * @param groupsRemovedPercent how many percent of the groups may go; in the file only
 * @param groupsRemovedNumber how many groups may go; in the file only
 * @param membersRemovedPercent how many percent of the memberships may go; in the file only
 * @param membersRemovedNumber how many memberships may go; in the file only
 * @param consoleUsersRemovedPercent how many percent of the console users may go; in the file only
 * @param consoleUsersRemovedNumber how many console users may go; in the file only
 * @param accessRemovedPercent how many percent of the accesses may go; in the file only
 * @param accessRemovedNumber how many accesses may go; in the file only
 * @param accessGrowthPercent by how many percent the accesses may grow; in the file only
 * @param accessGrowthNumber by how many the accesses may grow; in the file only
 * @param groupsForOnePerson how many groups more one person may get access to; in the file only
 */
@Value.Builder
public record RunOptions(
        @JsonProperty @Nullable Path drop,
        @JsonProperty @Nullable Path out,
        @JsonProperty @Nullable Identity identity,
        @JsonProperty @Nullable LocalDate asOf,
        @JsonProperty @Nullable Path report,
        @JsonProperty @Nullable Path state,
        @JsonProperty @Nullable String layout,
        @JsonProperty @Nullable List<String> school,
        @JsonProperty @Nullable Integer maxUsers,
        @JsonProperty @Nullable Integer maxClasses,
        @JsonProperty @Nullable Boolean dryRun,
        @JsonProperty @Nullable Boolean allowZip,
        @JsonProperty @Nullable Boolean showValues,
        @JsonProperty @Nullable Boolean json,
        @JsonProperty @Nullable EmptyGroups emptyGroups,
        @JsonProperty @Nullable ConsoleStaff consoleStaff,
        @JsonProperty @Nullable NameTemplate nameTemplate,
        @JsonProperty @Nullable Boolean honourEnrollmentDates,
        @JsonProperty @Nullable Boolean honourTerms,
        @JsonProperty @Nullable Integer leadDays,
        @JsonProperty @Nullable Integer lagDays,
        @JsonProperty @Nullable List<AccessRole> accessRoles,
        @JsonProperty @Nullable ShortRows shortRows,
        @JsonProperty @Nullable LastRow lastRow,
        @JsonProperty @Nullable DateOrder dateOrder,
        @JsonProperty @Nullable BlankEnabledUser blankEnabledUser,
        @JsonProperty @Nullable Termless termless,
        @JsonProperty @Nullable List<String> withoutColumns,
        @JsonProperty @Nullable List<String> exclude,
        @JsonProperty @Nullable Path excludeFile,
        @JsonProperty @Nullable ZoneId timeZone,
        @JsonProperty @Nullable Integer groupsRemovedPercent,
        @JsonProperty @Nullable Integer groupsRemovedNumber,
        @JsonProperty @Nullable Integer membersRemovedPercent,
        @JsonProperty @Nullable Integer membersRemovedNumber,
        @JsonProperty @Nullable Integer consoleUsersRemovedPercent,
        @JsonProperty @Nullable Integer consoleUsersRemovedNumber,
        @JsonProperty @Nullable Integer accessRemovedPercent,
        @JsonProperty @Nullable Integer accessRemovedNumber,
        @JsonProperty @Nullable Integer accessGrowthPercent,
        @JsonProperty @Nullable Integer accessGrowthNumber,
        @JsonProperty @Nullable Integer groupsForOnePerson)
        implements WithRunOptions {

    /** Nothing given. */
    public static final RunOptions NONE = builder().build();

    /** Starts to take options; what is not set is missing. */
    public static RunOptionsBuilder builder() {
        return new RunOptionsBuilder();
    }

    /** Returns these options, and where they are missing the others. */
    public RunOptions over(RunOptions other) {
        return new RunOptions(
                either(drop, other.drop),
                either(out, other.out),
                either(identity, other.identity),
                either(asOf, other.asOf),
                either(report, other.report),
                either(state, other.state),
                either(layout, other.layout),
                either(school, other.school),
                either(maxUsers, other.maxUsers),
                either(maxClasses, other.maxClasses),
                either(dryRun, other.dryRun),
                either(allowZip, other.allowZip),
                either(showValues, other.showValues),
                either(json, other.json),
                either(emptyGroups, other.emptyGroups),
                either(consoleStaff, other.consoleStaff),
                either(nameTemplate, other.nameTemplate),
                either(honourEnrollmentDates, other.honourEnrollmentDates),
                either(honourTerms, other.honourTerms),
                either(leadDays, other.leadDays),
                either(lagDays, other.lagDays),
                either(accessRoles, other.accessRoles),
                either(shortRows, other.shortRows),
                either(lastRow, other.lastRow),
                either(dateOrder, other.dateOrder),
                either(blankEnabledUser, other.blankEnabledUser),
                either(termless, other.termless),
                either(withoutColumns, other.withoutColumns),
                either(exclude, other.exclude),
                either(excludeFile, other.excludeFile),
                either(timeZone, other.timeZone),
                either(groupsRemovedPercent, other.groupsRemovedPercent),
                either(groupsRemovedNumber, other.groupsRemovedNumber),
                either(membersRemovedPercent, other.membersRemovedPercent),
                either(membersRemovedNumber, other.membersRemovedNumber),
                either(consoleUsersRemovedPercent, other.consoleUsersRemovedPercent),
                either(consoleUsersRemovedNumber, other.consoleUsersRemovedNumber),
                either(accessRemovedPercent, other.accessRemovedPercent),
                either(accessRemovedNumber, other.accessRemovedNumber),
                either(accessGrowthPercent, other.accessGrowthPercent),
                either(accessGrowthNumber, other.accessGrowthNumber),
                either(groupsForOnePerson, other.groupsForOnePerson));
    }

    private static <V> @Nullable V either(@Nullable V first, @Nullable V second) {
        return first != null ? first : second;
    }

    /** Returns these options with relative paths understood from a folder. */
    RunOptions from(Path folder) {
        return withDrop(resolved(folder, drop))
                .withOut(resolved(folder, out))
                .withReport(resolved(folder, report))
                .withState(resolved(folder, state))
                .withExcludeFile(resolved(folder, excludeFile))
                .withLayout(layout == null ? null : resolved(folder, layout));
    }

    private static String resolved(Path folder, String layout) {
        if (LayoutProfile.builtIn(layout).isPresent()) {
            return layout;
        }
        try {
            return folder.resolve(layout).toString();
        } catch (InvalidPathException e) {
            // Whoever looks for the file will say so.
            return layout;
        }
    }

    private static @Nullable Path resolved(Path folder, @Nullable Path path) {
        return path == null ? null : folder.resolve(path);
    }

    /** Returns a clock in the time zone of these options, that of the machine by default. */
    public Clock in(Clock clock) {
        return timeZone == null ? clock : clock.withZone(timeZone);
    }

    /** Tells whether the summary is to be printed as JSON. */
    public boolean isJson() {
        return Optional.ofNullable(json).orElse(false);
    }
}
