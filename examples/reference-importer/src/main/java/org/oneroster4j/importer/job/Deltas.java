package org.oneroster4j.importer.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.delta.Applied;
import org.oneroster4j.csv.delta.Delta;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.finding.FindingListener;

/** Drops that hold changes only, beside the full drop that was published last. */
final class Deltas {
    private Deltas() {}

    /** Tells whether a drop holds changes only of something that the mapping reads, and there is a drop to apply them to. */
    static boolean isApplicable(OneRosterDrop drop, Optional<Generation> last) {
        return last.filter(Generation::hasDrop).isPresent()
                && drop.manifest()
                        .filter(manifest -> DropRequirements.READ.stream()
                                .anyMatch(file -> drop.has(file) && manifest.mode(file) == ImportMode.DELTA))
                        .isPresent();
    }

    /**
     * Applies a delta to the last full drop.
     *
     * @param target the folder for the full drop that it makes
     * @return what became of it; absent when the listener was told why it cannot be applied
     */
    static Optional<Applied> apply(
            OneRosterDrop drop, Generation last, Identity identity, Path target, FindingListener findings)
            throws IOException {
        boolean sound = new DropCheck(drop).isSound(DropRequirements.READ, findings);
        if (!sound || !hasAllColumns(drop, identity, findings)) {
            return Optional.empty();
        }
        return Delta.apply(last.baseline().orElseThrow(), drop, target);
    }

    /** A column that a delta lacks would be blank in all rows that it changes. */
    private static boolean hasAllColumns(OneRosterDrop drop, Identity identity, FindingListener findings) {
        boolean[] all = {true};
        DropRequirements.areMet(drop, Optional.of(identity), finding -> {
            if (finding.code() == ImperoCode.MISSING_HEADER) {
                findings.found(finding);
                all[0] = false;
            }
        });
        return all[0];
    }
}
