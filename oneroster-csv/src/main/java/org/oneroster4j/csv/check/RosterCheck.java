package org.oneroster4j.csv.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;

/**
 * Looks at a drop as a whole. Every file is read once, so the listener of the drop is told what is wrong with its rows, and
 * then what is wrong between them: references to what is not there, or is of the wrong type; ids that stand twice; days
 * outside of other days; and, per school, who has no class and which class has nobody. What has one cause is told once,
 * with the number of its consequences.
 *
 * <p>Memory is that of the ids, about a hundred bytes for each user and class and eight for each enrollment, and does not
 * grow with what else their rows say. A file whose rows repeat ids is read a second time.
 */
public final class RosterCheck {
    private final CheckRun run;

    private RosterCheck(CheckRun run) {
        this.run = run;
    }

    /**
     * Reads and checks all files. A file that cannot be read to its end is told as that, and nothing is said to lack in
     * it.
     *
     * @return the counters; absent when users, classes and enrollments are not all there as a whole
     * @throws java.io.UncheckedIOException when the medium fails
     */
    public static Optional<Sanity> check(OneRosterDrop drop) {
        Set<OneRosterFile> withoutHeader = withoutHeader(drop);
        // Whoever opens the rows of a file reports its header.
        withoutHeader.forEach(file -> drop.rows(RosterFile.of(file)).close());
        CheckRun run = new CheckRun(drop.without(withoutHeader));
        ReferenceCheck.in(run);
        ParentCycles.in(run);
        ClassTerms.in(run, SessionDates.in(run));
        PrimaryTeachers.in(run);
        ScoreRange.in(run);
        SanityCounter sanity = SanityCounter.in(run);
        RosterCheck check = new RosterCheck(run);
        for (RosterFile<?> file : RosterFile.all()) {
            check.read(file);
        }
        run.end();
        return sanity.tell();
    }

    /**
     * Returns the files whose first line is no header, which is reported: of their rows, and of what refers to them, nothing can
     * be said.
     */
    private static Set<OneRosterFile> withoutHeader(OneRosterDrop drop) {
        Set<OneRosterFile> files = EnumSet.noneOf(OneRosterFile.class);
        for (RosterFile<?> file : RosterFile.all()) {
            if (drop.has(file.file()) && !hasKnownColumn(drop, file)) {
                files.add(file.file());
            }
        }
        return files;
    }

    private static boolean hasKnownColumn(OneRosterDrop drop, RosterFile<?> file) {
        try {
            List<String> header = drop.header(file.file());
            return file.columns().stream().anyMatch(column -> header.contains(column.name()));
        } catch (DropUnreadableException e) {
            // It was reported, and is reported again where its rows are read.
            return true;
        }
    }

    private <T extends RosterRecord> void read(RosterFile<T> file) {
        RepeatedIds<T> repeated = new RepeatedIds<>(run, file);
        List<RecordCheck<T>> checks = run.checks(file.recordType());
        // Nothing names the rows of the other files, and an enrollment's id would cost more than all the rest.
        @Nullable FileIds ids = ReferringColumn.isTarget(file.file()) ? run.ids(file.file()) : null;
        try (var rows = run.drop().rows(file)) {
            for (Row<T> row : rows) {
                repeated.note(row);
                take(row, ids, checks);
            }
        } catch (DropUnreadableException e) {
            run.isBroken(file.file());
            run.tell(e.finding());
            return;
        }
        repeated.tell();
    }

    private static <T extends RosterRecord> void take(Row<T> row, @Nullable FileIds ids, List<RecordCheck<T>> checks) {
        boolean live = RecordStatus.isLive(row.status());
        int number = -1;
        if (ids != null && !row.sourcedId().isEmpty()) {
            number = ids.number(row.sourcedId());
            ids.mark(number, live ? FileIds.DESCRIBED | FileIds.STANDING : FileIds.DESCRIBED);
        }
        if (live && row.record().isPresent()) {
            T record = row.record().get();
            if (ids != null && number >= 0) {
                ids.markKind(number, record);
            }
            for (RecordCheck<T> check : checks) {
                check.take(record, number, row.location());
            }
        }
    }
}
