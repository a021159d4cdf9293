package org.oneroster4j.importer.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.FilledColumns;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadListener;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.csv.check.Sanity;
import org.oneroster4j.impero.Counts;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.impero.UnknownSchoolException;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.impero.plan.Caps;
import org.oneroster4j.impero.plan.District;
import org.oneroster4j.impero.plan.ServerPlan;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.publish.Placed;
import org.oneroster4j.importer.publish.Publisher;
import org.oneroster4j.importer.publish.UnfinishedException;
import org.oneroster4j.importer.state.DropDigest;
import org.oneroster4j.importer.state.Generation;
import org.oneroster4j.importer.state.NextGeneration;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Effect;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.Severity;

/**
 * One run: read, map, check, publish. What is wrong with the drop ends up in the result; so does a medium that fails. One
 * job is for one run, by one thread. A school filter that names no org is the {@link
 * org.oneroster4j.impero.UnknownSchoolException} of whoever set it.
 */
public final class ImportJob {
    /** The files whose bytes and headers must be sound, the manifest among them. */
    private static final List<OneRosterFile> LOOKED_AT = lookedAt();

    private static final List<FindingCode> OTHER_FORMATS =
            List.of(CsvFindingCode.NOT_CSV, CsvFindingCode.OTHER_DELIMITER, CsvFindingCode.UNSUPPORTED_VERSION);

    private final Clock clock;
    private final Disk disk;
    private final Optional<ReadListener> listener;
    private JobSettings settings;
    private Found findings = new Found();
    private boolean checks;
    private @Nullable ImperoRoster mapped;
    private Optional<Sanity> sanity = Optional.empty();
    private Map<String, String> schoolNames = Map.of();
    private final Map<String, List<Integer>> unknownColumns = new TreeMap<>();
    private @Nullable ComparedRun compared;
    private OutputFolder output = OutputFolder.AS_BEFORE;
    private Optional<Placed> placed = Optional.empty();
    private boolean exhausted;

    /**
     * Makes a run.
     *
     * @param clock says when a run is, for the state folder
     * @param disk takes what is published and remembered
     */
    public ImportJob(JobSettings settings, Clock clock, Disk disk) {
        this(settings, clock, disk, Optional.empty());
    }

    /**
     * Makes a run that somebody watches.
     *
     * @param listener is told how far the files of the drop are read
     */
    public ImportJob(JobSettings settings, Clock clock, Disk disk, Optional<ReadListener> listener) {
        this.settings = settings;
        this.clock = clock;
        this.disk = disk;
        this.listener = listener;
    }

    private static List<OneRosterFile> lookedAt() {
        List<OneRosterFile> files = new ArrayList<>(List.of(OneRosterFile.MANIFEST));
        files.addAll(DropRequirements.READ);
        return List.copyOf(files);
    }

    /** Reads, maps, checks, compares with the run before if there is a state folder, and publishes if nothing is against it. */
    public RunResult convert() {
        return guarded(RunState.REJECTED, () -> {
            if (!settings.dryRun()) {
                publisher().recover();
            }
            Optional<StateSettings> how = settings.state();
            if (how.isEmpty()) {
                try (DropReading reading = read(readOptions())) {
                    return convert(reading, Optional.empty());
                }
            }
            if (settings.dryRun()) {
                JobSettings given = settings;
                return StateFolder.read(how.get().folder(), disk, state -> {
                    forget();
                    settings = given;
                    return guarded(RunState.REJECTED, () -> compared(state, how.get()));
                });
            }
            try (StateFolder state = open(how.get().folder())) {
                RunResult run = guarded(RunState.REJECTED, () -> compared(state, how.get()));
                state.ran(run.remembered(clock.instant()));
                return run;
            }
        });
    }

    /** Tells whether the run failed because the memory or the stack does not suffice for the drop. */
    public boolean isExhausted() {
        return exhausted;
    }

    /**
     * Remembers in the state folder that the drop is not converted, as a run that failed. A delta counts as one that was not
     * published.
     *
     * @param reason why, in sentences
     * @param held whether it is the drop that is held, which it is no more
     * @throws IOException when the state folder cannot be read or written
     */
    public RunResult setAside(String reason, boolean held) throws IOException {
        publisher().recover();
        try (StateFolder state = open(settings.state().orElseThrow().folder())) {
            Optional<DropDigest> delta = delta();
            if (delta.isPresent()) {
                state.begin(delta.get());
            }
            if (held) {
                state.removeHeld();
            }
            RunResult run = result(RunState.FAILED, Optional.of(reason));
            state.ran(run.remembered(clock.instant()));
            return run;
        }
    }

    /** Returns the digest of the drop if it may be a delta: one whose manifest exhausts the memory may be. */
    private Optional<DropDigest> delta() throws IOException {
        try {
            OneRosterDrop drop = OneRosterDrop.open(settings.drop(), readOptions(), finding -> {});
            return mayBeDelta(drop) ? Optional.of(DropDigest.of(drop)) : Optional.empty();
        } catch (DropUnreadableException e) {
            // Without a readable manifest, no changes are applied.
            return Optional.empty();
        }
    }

    private static boolean mayBeDelta(OneRosterDrop drop) {
        try {
            return Deltas.isDelta(drop);
        } catch (RuntimeException | Error e) {
            if (!Exhaustion.isCauseOf(e)) {
                throw e;
            }
            return true;
        }
    }

    private Publisher publisher() {
        return new Publisher(settings.out().orElseThrow(), disk);
    }

    private StateFolder open(Path folder) throws IOException {
        StateFolder state = StateFolder.open(folder, disk);
        boolean swept = false;
        try {
            state.sweep();
            swept = true;
            return state;
        } finally {
            if (!swept) {
                state.close();
            }
        }
    }

    private ReadOptions readOptions() {
        return settings.readOptions();
    }

    private RunResult compared(StateFolder state, StateSettings how) throws IOException {
        try (DropReading uploaded = read(readOptions())) {
            ComparedRun run = begun(uploaded, state, how);
            compared = run;
            if (settings.dryRun()) {
                return compared(run, uploaded);
            }
            try (DropReading copy = DropReading.ofOwn(watched(run.drop()))) {
                return compared(run, copy);
            }
        }
    }

    private ComparedRun begun(DropReading uploaded, StateFolder state, StateSettings how) throws IOException {
        try {
            return new ComparedRun(state, how, settings, uploaded.drop(), clock.instant());
        } finally {
            if (!settings.dryRun()) {
                uploaded.end();
            }
        }
    }

    private RunResult compared(ComparedRun run, DropReading reading) throws IOException {
        if (run.isAfterUnpublished()) {
            // A delta need not have all files, as those of the full drop would be taken.
            isEachFileSound(reading.drop(), true, DropRequirements.READ, run.requirements());
            return result(RunState.REJECTED);
        }
        if (!run.isApplicable()) {
            settings = settings.mappedBy(run.mapping());
            return convert(reading, Optional.of(run));
        }
        Optional<OneRosterDrop> full = appliedTo(run, reading);
        if (full.isEmpty()) {
            return result(RunState.REJECTED);
        }
        settings = settings.mappedBy(run.mapping());
        try (DropReading made = DropReading.ofOwn(full.get())) {
            return convert(made, Optional.of(run));
        }
    }

    private Optional<OneRosterDrop> appliedTo(ComparedRun run, DropReading delta) throws IOException {
        try {
            return run.full(delta.drop(), readOptions(), findings, this::tell);
        } finally {
            delta.end();
        }
    }

    private RunResult convert(DropReading reading, Optional<ComparedRun> run) throws IOException {
        MappingSettings mapping = settings.mapping().orElseThrow();
        DropRequirements requirements = run.isPresent() ? run.get().requirements() : requirements();
        FilledColumns columns = new FilledColumns();
        if (!isMapped(reading, requirements, run.isPresent() ? Optional.of(columns) : Optional.empty())) {
            return result(RunState.REJECTED);
        }
        if (run.isPresent() && run.get().hasLostColumns(columns, findings)) {
            mapped = null;
            return result(RunState.REJECTED);
        }
        ImperoRoster roster = Objects.requireNonNull(mapped);
        if (!StopChecks.mayPublish(roster, mapping, findings)) {
            return result(RunState.REJECTED);
        }
        if (run.isPresent() && !run.get().mayPublish(roster, findings)) {
            schoolNames = run.get().schoolNames(reading.drop());
            return result(RunState.HELD);
        }
        LayoutWriter layout = new LayoutWriter(settings.layout(), mapping.identity());
        if (settings.dryRun()) {
            writeNowhere(roster, layout);
            return result(RunState.DRY_RUN);
        }
        Optional<NextGeneration> next = run.isPresent() ? Optional.of(run.get().prepare()) : Optional.empty();
        try {
            placed = Optional.of(publisher()
                    .publish(
                            roster,
                            layout,
                            next.map(made -> new Publisher.StateRenaming(made.folder(), made.becomes()))));
        } catch (UnfinishedException e) {
            output = OutputFolder.MIXED;
            run.ifPresent(ComparedRun::leaveNext);
            throw e;
        } catch (RuntimeException | Error e) {
            // It may have begun to put files in place: the next run finishes that.
            run.ifPresent(ComparedRun::leaveNext);
            throw e;
        }
        output = OutputFolder.REPLACED;
        if (next.isPresent()) {
            next.get().clean();
        }
        return result(RunState.PUBLISHED);
    }

    /**
     * Checks and maps a drop, and ends its reading: nothing is published, or held, of one that has changed meanwhile.
     *
     * @param columns counts what is in its columns; absent when that is not asked for
     */
    private boolean isMapped(DropReading reading, DropRequirements requirements, Optional<FilledColumns> columns)
            throws IOException {
        try {
            OneRosterDrop drop = reading.drop();
            return isSound(drop, DropRequirements.READ, requirements)
                    && map(
                            columns.map(drop::counting).orElse(drop),
                            settings.mapping().orElseThrow());
        } finally {
            reading.end();
        }
    }

    /** A dry run is to tell of cells that the layout cannot write, too. */
    private static void writeNowhere(ImperoRoster roster, LayoutWriter layout) throws IOException {
        for (LayoutFile file : layout.profile().files()) {
            layout.write(file, roster, OutputStream.nullOutputStream());
        }
    }

    /**
     * Reads all files and reports what is found, row by row and in the drop as a whole; with settings for a mapping, also
     * what that would leave out.
     */
    public RunResult check() {
        checks = true;
        return guarded(
                RunState.CHECKED,
                () -> reading(readOptions().withValidate(true), drop -> {
                    boolean sound = isSound(drop, List.of(OneRosterFile.values()), requirements());
                    if (isOtherFormat()) {
                        return result(RunState.CHECKED);
                    }
                    sanity = RosterCheck.check(drop);
                    schoolNames = SchoolNames.of(drop);
                    boolean isReadable =
                            findings.summary().codes().stream().noneMatch(code -> code.effect() == Effect.STOPS_RUN);
                    if (sound && isReadable && settings.mapping().isPresent()) {
                        // What is wrong with the rows was told when the drop was checked.
                        MappingSettings mapping = settings.mapping().get();
                        ImperoRoster roster =
                                ImperoMapper.map(drop.quietly(), mapping, finding -> findings.found(finding));
                        mapped = roster;
                        if (settings.dayGiven()) {
                            StopChecks.mayPublish(roster, mapping, findings);
                        }
                    }
                    return result(RunState.CHECKED);
                }));
    }

    /** Reads, maps, and shares the schools out over servers; the caps of the mapping are those of each. */
    public PlanResult plan(PlanRequest request) {
        MappingSettings mapping = settings.mapping().orElseThrow();
        List<PlanResult.Shared> shared = new ArrayList<>();
        RunResult run = guarded(
                RunState.REJECTED,
                () -> reading(readOptions(), drop -> {
                    if (!isSound(drop, DropRequirements.READ, requirements())
                            || !map(drop, mapping)
                            || !StopChecks.mayBePlanned(Objects.requireNonNull(mapped), mapping, findings)) {
                        return result(RunState.REJECTED);
                    }
                    District district = District.of(Objects.requireNonNull(mapped));
                    ServerPlan plan = request.plan(district, Caps.of(mapping));
                    shared.add(new PlanResult.Shared(district, plan));
                    return result(plan.isPossible() ? RunState.PLANNED : RunState.REJECTED);
                }));
        return new PlanResult(run, unlessFailed(run, shared));
    }

    /**
     * Reads and maps, and lets somebody look at what came of it; whether it could be published does not matter.
     *
     * @param last what was published last, to which a delta is applied as {@link #convert} does; absent when nobody looks at
     *     that. It is only read: the full drop that is made of both lies in a folder for temporary files meanwhile
     */
    public <V> Looked<V> look(Optional<Generation> last, Looked.Look<V> look) {
        List<V> seen = new ArrayList<>();
        RunResult run = guarded(
                RunState.REJECTED,
                () -> reading(readOptions(), drop -> {
                    if (!Deltas.isApplicable(drop, last)) {
                        return look(drop, look, seen);
                    }
                    Path folder = Files.createTempDirectory("oneroster-");
                    try {
                        return lookAtFull(drop, last.orElseThrow(), folder, look, seen);
                    } finally {
                        disk.delete(folder);
                    }
                }));
        return new Looked<>(run, unlessFailed(run, seen));
    }

    /** What was made of a drop that turned out to have changed meanwhile is of no use. */
    private static <V> Optional<V> unlessFailed(RunResult run, List<V> made) {
        return run.state() == RunState.FAILED ? Optional.empty() : made.stream().findFirst();
    }

    private <V> RunResult lookAtFull(
            OneRosterDrop delta, Generation last, Path folder, Looked.Look<V> look, List<V> seen) throws IOException {
        if (Deltas.apply(delta, last, settings, folder, findings).isEmpty()) {
            return result(RunState.REJECTED);
        }
        return look(OneRosterDrop.open(folder, readOptions(), this::tell), look, seen);
    }

    private <V> RunResult look(OneRosterDrop drop, Looked.Look<V> look, List<V> seen) throws IOException {
        if (!isSound(drop, DropRequirements.READ, requirements())
                || !map(drop, settings.mapping().orElseThrow())) {
            return result(RunState.REJECTED);
        }
        seen.add(look.at(drop, Objects.requireNonNull(mapped)));
        return result(RunState.LOOKED);
    }

    private interface Step {
        RunResult run() throws IOException;
    }

    private interface Reading {
        RunResult of(OneRosterDrop drop) throws IOException;
    }

    /** Reads the drop; one that changes meanwhile has failed, whatever was found in it. */
    private RunResult reading(ReadOptions options, Reading step) throws IOException {
        try (DropReading reading = read(options)) {
            try {
                return step.of(reading.drop());
            } finally {
                reading.end();
            }
        }
    }

    /**
     * Runs a step.
     *
     * @param unreadable the state when the drop as a whole cannot be read
     */
    private RunResult guarded(RunState unreadable, Step step) {
        try {
            return step.run();
        } catch (DropUnreadableException e) {
            tell(e.finding());
            return result(unreadable);
        } catch (DropChangedException e) {
            // It may be of two drops.
            findings = new Found();
            mapped = null;
            return failed(e);
        } catch (IOException e) {
            return failed(e);
        } catch (UncheckedIOException e) {
            return failed(e.getCause() == null ? new IOException(e.getMessage()) : e.getCause());
        } catch (RuntimeException | Error e) {
            if (!Exhaustion.isCauseOf(e)) {
                throw e;
            }
            return exhausted(e);
        }
    }

    /** Lets go of all that was read before anything is made of the failure: that is what fills the memory. */
    private RunResult exhausted(Throwable failure) {
        exhausted = true;
        forget();
        return result(RunState.FAILED, Optional.of(Exhaustion.sentence(failure)));
    }

    private void forget() {
        findings = new Found();
        mapped = null;
        sanity = Optional.empty();
        schoolNames = Map.of();
        unknownColumns.clear();
        compared = null;
    }

    private DropReading read(ReadOptions options) throws IOException {
        Path path = settings.drop();
        if (Files.isRegularFile(path) && !settings.allowZip()) {
            throw new NotDirectoryException(path.toString());
        }
        DropStamp stamp = DropStamp.of(path);
        return DropReading.of(path, stamp, watched(OneRosterDrop.open(path, options, this::tell)));
    }

    private OneRosterDrop watched(OneRosterDrop drop) {
        return listener.map(drop::watchedBy).orElse(drop);
    }

    private DropRequirements requirements() throws IOException {
        return Deltas.requirements(settings, Optional.empty());
    }

    /** Whether files, headers, bytes and version let a mapping begin. */
    private boolean isSound(OneRosterDrop drop, Collection<OneRosterFile> headers, DropRequirements requirements) {
        // What is there and is no file is not missing.
        boolean sound = DropRequirements.areThere(drop, finding -> {
            if (!drop.isNotAFile(
                    OneRosterFile.ofFileName(finding.location().fileName()).orElseThrow())) {
                findings.found(finding);
            }
        });
        return isEachFileSound(drop, sound, headers, requirements);
    }

    private boolean isEachFileSound(
            OneRosterDrop drop, boolean complete, Collection<OneRosterFile> headers, DropRequirements requirements) {
        DropCheck check = new DropCheck(drop);
        boolean sound = check.isSound(headers, findings) && complete;
        if (isOtherFormat()) {
            return false;
        }
        for (OneRosterFile file : DropRequirements.READ) {
            sound &= areRequirementsMet(drop, file, requirements);
        }
        if (!sound) {
            check.readable(LOOKED_AT, findings);
        }
        return sound;
    }

    /** Tells whether the drop turned out to be something else than OneRoster 1.1 CSV, so that no more is said of it. */
    private boolean isOtherFormat() {
        return OTHER_FORMATS.stream().anyMatch(code -> findings.summary().count(code) > 0);
    }

    private boolean areRequirementsMet(OneRosterDrop drop, OneRosterFile file, DropRequirements requirements) {
        try {
            boolean met = requirements.areMet(drop, file, this::foundOfRequirements);
            if (!met) {
                unknownColumns.put(file.fileName(), UnknownColumns.of(drop, file));
            }
            return met;
        } catch (DropUnreadableException e) {
            return false;
        }
    }

    /** A check without a state folder has nothing to say against a delta. */
    private void foundOfRequirements(Finding finding) {
        boolean isOfDelta = checks && finding.code() == ImperoCode.DELTA_WITHOUT_BASELINE;
        findings.found(isOfDelta ? finding.as(Severity.NOTICE) : finding);
    }

    /** Maps; a file that breaks off in the middle makes all that was found in rows so far meaningless. */
    private boolean map(OneRosterDrop drop, MappingSettings mapping) {
        try {
            mapped = ImperoMapper.map(drop, mapping, finding -> findings.found(finding));
            return true;
        } catch (UnknownSchoolException e) {
            // What cannot be read is the fault of the drop, whatever the filter names.
            Found others = new Found();
            if (new DropCheck(drop).readable(LOOKED_AT, others)) {
                throw e;
            }
            findings = others;
            return false;
        } catch (DropUnreadableException e) {
            findings = new Found();
            DropCheck check = new DropCheck(drop);
            check.files(DropRequirements.READ, findings);
            if (check.readable(LOOKED_AT, findings)) {
                // It was met while a row was looked at: two rows in one, told by the reader of rows alone.
                findings.found(e.finding());
            }
            return false;
        }
    }

    /** What stops the reading of a file is met by everybody who reads it, and told once. */
    private void tell(Finding finding) {
        if (finding.code().effect() != Effect.STOPS_RUN
                || !findings.summary().kept(finding.code()).contains(finding)) {
            findings.found(finding);
        }
    }

    private RunResult result(RunState state) {
        return result(state, Optional.empty());
    }

    private RunResult failed(IOException e) {
        return result(RunState.FAILED, Optional.of(Failures.sentence(e, settings)));
    }

    private RunResult result(RunState state, Optional<String> failure) {
        Optional<ImperoRoster> roster = Optional.ofNullable(mapped);
        return new RunResult(
                state,
                settings,
                roster.map(ImperoRoster::counts).orElse(Counts.NONE),
                roster,
                roster.map(ImperoRoster::leftOut).orElse(Map.of()),
                roster.map(ImperoRoster::rowsMerged).orElse(0),
                roster.map(ImperoRoster::missingUnderOtherIdentity),
                sanity,
                schoolNames,
                unknownColumns,
                findings.summary(),
                findings.byFile(),
                reasons(state),
                Optional.ofNullable(compared).flatMap(ComparedRun::comparison),
                output,
                placed,
                failure);
    }

    private List<FindingCode> reasons(RunState state) {
        return switch (state) {
            case REJECTED -> StopReasons.of(findings.summary(), Effect.STOPS_RUN);
            case HELD -> StopReasons.of(findings.summary(), Effect.HOLDS_RUN);
            default -> List.of();
        };
    }
}
