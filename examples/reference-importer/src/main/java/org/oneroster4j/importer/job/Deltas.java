package org.oneroster4j.importer.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.delta.Applied;
import org.oneroster4j.csv.delta.Baseline;
import org.oneroster4j.csv.delta.Delta;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.state.ColumnCounts;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.finding.FindingListener;

/** Drops that hold changes only, beside the full drop that was published last. */
final class Deltas {
    private Deltas() {}

    /** Tells whether a drop holds changes only of something that the mapping reads. */
    static boolean isDelta(OneRosterDrop drop) {
        return drop.manifest()
                .filter(manifest -> DropRequirements.READ.stream()
                        .anyMatch(file -> drop.has(file) && manifest.mode(file) == ImportMode.DELTA))
                .isPresent();
    }

    /** Tells whether a drop is a delta, and there is a full drop to apply it to. */
    static boolean isApplicable(OneRosterDrop drop, Optional<Generation> last) {
        return last.filter(Generation::hasDrop).isPresent() && isDelta(drop);
    }

    /**
     * Applies a delta to the last full drop.
     *
     * @param target the folder for the full drop that it makes
     * @return what became of it; absent when the listener got the reasons why it cannot be applied
     */
    static Optional<Applied> apply(
            OneRosterDrop drop, Generation last, JobSettings settings, Path target, FindingListener findings)
            throws IOException {
        Baseline baseline = last.baseline(settings.readOptions()).orElseThrow();
        DropRequirements requirements = requirements(settings, Optional.of(last));
        boolean sound = new DropCheck(drop).isSound(DropRequirements.READ, findings);
        if (!sound || !requirements.areMetByDelta(drop, findings)) {
            return Optional.empty();
        }
        return Delta.apply(baseline, drop, target);
    }

    /** Returns what a run needs of a drop, after the last full one if there is one. */
    static DropRequirements requirements(JobSettings settings, Optional<Generation> last) throws IOException {
        Optional<ColumnCounts> columns =
                last.isPresent() ? last.get().columns(settings.readOptions()) : Optional.empty();
        return DropRequirements.of(settings.mapping().map(MappingSettings::identity))
                .withoutColumns(settings.withoutColumns())
                .after(columns.map(ColumnCounts::headers).orElse(Map.of()));
    }
}
