package org.oneroster4j.importer.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.layout.LayoutProfile;

/**
 * What one run is to do.
 *
 * @param drop the folder of the drop
 * @param out where to publish; absent for a run that only looks
 * @param mapping how to map; absent for a check without an identity
 * @param asOf the day, also for a run that does not map
 * @param layout which files to write; a profile without problems
 * @param dryRun whether to do all but publish
 * @param allowZip whether the drop may be a zip
 * @param showValues whether findings show the content of cells, which is personal data
 * @param state how the run is compared with the one before; absent when it is not
 * @param rows what becomes of rows and cells that are in doubt; the identity of the mapping is added
 * @param withoutColumns columns that decide and that the sender leaves out, for example {@code users.enabledUser}
 * @param dayGiven whether the day was given, and is not just today
 */
public record JobSettings(
        Path drop,
        Optional<Path> out,
        Optional<MappingSettings> mapping,
        LocalDate asOf,
        LayoutProfile layout,
        boolean dryRun,
        boolean allowZip,
        boolean showValues,
        Optional<StateSettings> state,
        RowPolicy rows,
        Set<String> withoutColumns,
        boolean dayGiven) {
    /** Copies what could be changed from outside. */
    public JobSettings {
        withoutColumns = Set.copyOf(withoutColumns);
        rows = rows.withIdentity(mapping.map(settings -> settings.identity().column()));
    }

    /** Makes settings by which rows that are in doubt are left out, for a day that was given. */
    public JobSettings(
            Path drop,
            Optional<Path> out,
            Optional<MappingSettings> mapping,
            LocalDate asOf,
            LayoutProfile layout,
            boolean dryRun,
            boolean allowZip,
            boolean showValues,
            Optional<StateSettings> state) {
        this(drop, out, mapping, asOf, layout, dryRun, allowZip, showValues, state, RowPolicy.DEFAULTS, Set.of(), true);
    }

    /** Returns these settings for a mapping that is made by other ones. */
    JobSettings mappedBy(MappingSettings other) {
        return new JobSettings(
                drop,
                out,
                Optional.of(other),
                other.asOf(),
                layout,
                dryRun,
                allowZip,
                showValues,
                state,
                rows,
                withoutColumns,
                dayGiven);
    }

    /** Returns these settings for a drop in another place. */
    public JobSettings withDrop(Path other) {
        return new JobSettings(
                other, out, mapping, asOf, layout, dryRun, allowZip, showValues, state, rows, withoutColumns, dayGiven);
    }

    /** Returns how the drop is read. */
    ReadOptions readOptions() {
        return ReadOptions.defaults().withShowValues(showValues).withRows(rows);
    }
}
