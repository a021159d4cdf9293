package org.oneroster4j.importer.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
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
        Optional<StateSettings> state) {
    /** Returns these settings for a mapping that is made by other ones. */
    JobSettings mappedBy(MappingSettings other) {
        return new JobSettings(
                drop, out, Optional.of(other), other.asOf(), layout, dryRun, allowZip, showValues, state);
    }
}
