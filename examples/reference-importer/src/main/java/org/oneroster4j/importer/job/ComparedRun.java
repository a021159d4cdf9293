package org.oneroster4j.importer.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.FilledColumns;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.delta.Applied;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.Approval;
import org.oneroster4j.impero.change.Brakes;
import org.oneroster4j.impero.change.ChangeCounts;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.Fingerprint;
import org.oneroster4j.impero.change.Published;
import org.oneroster4j.importer.state.ApprovedRun;
import org.oneroster4j.importer.state.ColumnCounts;
import org.oneroster4j.importer.state.DropCopy;
import org.oneroster4j.importer.state.DropDigest;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.HeldRun;
import org.oneroster4j.importer.state.NextGeneration;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;

/** One run beside the one before: applies a delta, judges what changes, and keeps what the next run needs. */
final class ComparedRun {
    private final StateFolder state;
    private final StateSettings how;
    private final JobSettings settings;
    private final Instant now;
    private final OneRosterDrop drop;
    private final DropDigest digest;
    private final Optional<DropCopy> copy;
    /** When the oldest of the uploaded files was written, or now. */
    private final Instant written;

    private Optional<Applied> applied = Optional.empty();
    private @Nullable Comparison comparison;
    private @Nullable Published next;
    private @Nullable ColumnCounts counted;
    private MappingSettings mapping;

    /**
     * Begins a run: copies and digests the drop in one pass. A dry run keeps nothing, and digests it alone.
     *
     * @param drop as it was uploaded
     */
    ComparedRun(StateFolder state, StateSettings how, JobSettings settings, OneRosterDrop drop, Instant now)
            throws IOException {
        this.state = state;
        this.how = how;
        this.settings = settings;
        this.now = now;
        this.mapping = settings.mapping().orElseThrow();
        this.written = written(drop);
        this.copy = settings.dryRun()
                ? Optional.empty()
                : Optional.of(state.copy(drop, Deltas.isApplicable(drop, state.current())));
        this.digest = copy.isPresent() ? copy.get().digest() : DropDigest.of(drop);
        this.drop = copy.map(DropCopy::drop).orElse(drop);
    }

    /** Returns the drop to read: the copy, unless this is a dry run. */
    OneRosterDrop drop() {
        return drop;
    }

    /** Tells whether the drop holds changes only of something that the mapping reads, and there is a drop to apply them to. */
    boolean isApplicable() {
        return Deltas.isApplicable(drop, state.current());
    }

    /**
     * Tells whether the drop is a delta that cannot be applied because another one before it was not published: its changes are
     * lacking. Else remembers, unless this is a dry run, that this one is begun.
     */
    boolean isAfterUnpublished() throws IOException {
        if (!Deltas.isDelta(drop)) {
            return false;
        }
        boolean after = state.lacksAnotherThan(digest);
        if (!after && !settings.dryRun()) {
            state.begin(digest);
        }
        return after;
    }

    /** Returns what the run needs of a drop. */
    DropRequirements requirements() throws IOException {
        return Deltas.requirements(settings, state.current());
    }

    /**
     * Tells whether the drop, all of whose rows were read, has lost what the last full one had; the listener gets what.
     *
     * @param columns what was counted while it was read
     */
    boolean hasLostColumns(FilledColumns columns, FindingListener findings) throws IOException {
        ColumnCounts now = ColumnCounts.of(columns);
        counted = now;
        Optional<ColumnCounts> before =
                state.current().isPresent() ? state.current().get().columns(settings.readOptions()) : Optional.empty();
        return before.isPresent() && LostColumns.areThere(before.get(), now, settings.withoutColumns(), findings);
    }

    /**
     * Applies a delta to the last full drop.
     *
     * @param delta the {@link #drop}, opened to be read
     * @return the full drop that it makes; absent when the listener was told why there is none
     */
    Optional<OneRosterDrop> full(
            OneRosterDrop delta, ReadOptions options, FindingListener findings, FindingListener rows)
            throws IOException {
        Path made = settings.dryRun() ? state.trialDrop() : state.nextDrop();
        applied = Deltas.apply(delta, state.current().orElseThrow(), settings, made, findings);
        return applied.isEmpty() ? Optional.empty() : Optional.of(OneRosterDrop.open(made, options, ofTheSender(rows)));
    }

    /** The full drop that a delta makes keeps records as deleted: that is no fault of what the sender writes. */
    private static FindingListener ofTheSender(FindingListener rows) {
        return finding -> {
            if (finding.code() != CsvFindingCode.BULK_WITH_STATUS) {
                rows.found(finding);
            }
        };
    }

    /**
     * Returns the settings of the mapping: those of the held run, its day included, when somebody has approved just this one
     * and nobody says which day it is for.
     */
    MappingSettings mapping() throws IOException {
        Optional<ApprovedRun> approved = state.approved();
        if (!how.dayGiven() && approved.isPresent()) {
            MappingSettings then = mapping.withAsOf(approved.get().day());
            if (fingerprint(then).sha256().equals(approved.get().fingerprint())) {
                mapping = then;
            }
        }
        return mapping;
    }

    /** A delta is another run when it is applied to something else. */
    private Fingerprint fingerprint(MappingSettings settingsOfMapping) {
        String input = isApplicable()
                ? digest.sha256() + " on "
                        + state.current().orElseThrow().edition().fingerprint()
                : digest.sha256();
        return Fingerprint.of(input, settingsOfMapping, settings.rows(), how.brakes(), settings.layout());
    }

    /**
     * Judges what a mapping changes.
     *
     * @return whether it may be published; else the listener is told the reasons, and the run is remembered
     */
    boolean mayPublish(ImperoRoster roster, FindingListener findings) throws IOException {
        Published published = Published.of(roster, mapping);
        next = published;
        Fingerprint run = fingerprint(mapping);
        Optional<Generation> last = state.current();
        if (last.isEmpty()) {
            comparison = new Comparison(run, Optional.empty(), ChangeCounts.NONE, Optional.empty(), false);
            return true;
        }
        Published before = last.get().published();
        Changes changes = Changes.between(before, published);
        List<Finding> reasons = Brakes.judge(changes, roster, how.brakes());
        Optional<Approval> approval = state.approved()
                .filter(given -> given.fingerprint().equals(run.sha256()))
                .map(given -> new Approval(run));
        boolean mayPublish = Brakes.mayPublish(reasons, run, approval);
        comparison = new Comparison(
                run,
                Optional.of(before.asOf()),
                changes.counts(),
                Optional.of(changes),
                mayPublish && !reasons.isEmpty());
        if (!mayPublish) {
            reasons.forEach(findings::found);
            if (!settings.dryRun()) {
                state.hold(held(run, changes.counts(), reasons));
            }
        }
        return mayPublish;
    }

    private HeldRun held(Fingerprint run, ChangeCounts changes, List<Finding> reasons) {
        return new HeldRun(
                run.sha256(),
                state.edition(),
                mapping.asOf().toString(),
                now.toString(),
                changes,
                reasons.stream()
                        .map(reason -> new HeldRun.Reason(reason.code().code(), reason.sourcedId(), reason.message()))
                        .toList());
    }

    /** Returns how the run compares; absent before it was judged. */
    Optional<Comparison> comparison() {
        return Optional.ofNullable(comparison);
    }

    /** Returns the names of orgs by sourcedId, of those too that are in the last full drop alone. */
    Map<String, String> schoolNames(OneRosterDrop full) throws IOException {
        return SchoolNames.of(full, state.current());
    }

    /** Makes ready what is kept once the run is published. */
    NextGeneration prepare() throws IOException {
        Comparison judged = comparison().orElseThrow();
        boolean changes = judged.since().isEmpty() || !judged.changes().equals(ChangeCounts.NONE);
        return NextGeneration.prepare(
                state,
                copy.orElseThrow(),
                applied.isPresent(),
                Optional.ofNullable(next).orElseThrow(),
                Optional.ofNullable(counted).orElseThrow(),
                changes,
                judged.run(),
                dropAt(),
                now);
    }

    /** Leaves what was made ready to the next run, which finishes or undoes the publication. */
    void leaveNext() {
        state.leaveNext();
    }

    private Instant dropAt() {
        Optional<Instant> at = applied.flatMap(Applied::at);
        return at.orElseGet(this::exported);
    }

    /**
     * When a full drop was made, which nothing in it says: before the oldest of its files was written here, and by the end
     * of the day that it is for.
     */
    private Instant exported() {
        return earlier(mapping.asOf().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), written);
    }

    private Instant written(OneRosterDrop drop) throws IOException {
        Instant oldest = now;
        for (Path file : filesOf(drop)) {
            oldest = earlier(oldest, Files.getLastModifiedTime(file).toInstant());
        }
        return oldest;
    }

    private List<Path> filesOf(OneRosterDrop drop) {
        return Files.isDirectory(settings.drop())
                ? DropRequirements.READ.stream()
                        .filter(drop::has)
                        .map(file -> settings.drop().resolve(drop.fileName(file)))
                        .toList()
                : List.of(settings.drop());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
