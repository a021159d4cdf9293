package org.oneroster4j.csv.check;

import java.util.EnumMap;
import java.util.Map;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;
import org.oneroster4j.model.finding.Severity;

/**
 * Whether the records that others name are there, and of the type that the column needs (specification, sections 4 and
 * 6). What is missing is told once, with the number of those who name it. Where so much is missing from a file that it
 * cannot be of the same upload as the files that name it, that is told first, and what is missing is good to know.
 */
final class ReferenceCheck {
    /** More missing ids than these, and more than this share of those that are named: not one upload. */
    private static final int SOME_MISSING = 20;

    private static final int SHARE = 20;

    private ReferenceCheck() {}

    static void in(CheckRun run) {
        Map<OneRosterFile, Target> targets = new EnumMap<>(OneRosterFile.class);
        for (ReferringColumn column : ReferringColumn.ALL) {
            Target target = targets.computeIfAbsent(column.target(), file -> new Target(run, file));
            register(run, target, column, column.file().recordType().orElseThrow());
        }
        run.atEnd(() -> targets.values().forEach(Target::tell));
    }

    private static <T extends RosterRecord> void register(
            CheckRun run, Target target, ReferringColumn column, Class<T> recordType) {
        run.on(recordType, (record, number, at) -> column.ids(record, id -> target.named(id, column, at, record)));
    }

    /** A file whose records are named. */
    private static final class Target {
        private final CheckRun run;
        private final OneRosterFile file;
        private final FileIds ids;
        private final boolean there;
        private final boolean delta;
        private final Mentions lacking;
        private final Mentions ofAnotherKind;
        private final Mentions inAbsentFile;
        private final Mentions sentEarlier;

        Target(CheckRun run, OneRosterFile file) {
            this.run = run;
            this.file = file;
            this.ids = run.ids(file);
            this.there = run.has(file);
            this.delta = run.isDelta(file);
            this.lacking = new Mentions(run);
            this.ofAnotherKind = new Mentions(run);
            this.inAbsentFile = new Mentions(run);
            this.sentEarlier = new Mentions(run);
        }

        /** A row may stand behind those that name it, in the same file: whether it lacks is known at the end. */
        void named(String id, ReferringColumn by, Location.Row at, RosterRecord record) {
            if (!there) {
                (run.isDelta(by.file()) ? sentEarlier : inAbsentFile).add(0, by, at, record.sourcedId());
                return;
            }
            int number = ids.number(id);
            ids.mark(number, FileIds.NAMED);
            if (!ids.is(number, FileIds.STANDING)) {
                lacking.add(number, by, at, record.sourcedId());
            } else if (by.kind() != 0 && ids.isOfAnotherKind(number, by.kind())) {
                ofAnotherKind.add(number, by, at, record.sourcedId());
            }
        }

        void tell() {
            inAbsentFile.forEach((number, first, at, rowId, counts) -> run.tell(
                    CsvFindingCode.REFERENCE_TO_ABSENT_FILE, at, rowId, file.fileName(), Mentions.inWords(counts)));
            sentEarlier.forEach((number, first, at, rowId, counts) ->
                    run.tell(CsvFindingCode.DELTA_REFERS_BACK, at, rowId, file.fileName(), Mentions.inWords(counts)));
            if (run.isRead(file)) {
                tellOfLacking();
            }
            ofAnotherKind.forEach(this::tellOfKind);
        }

        private void tellOfLacking() {
            boolean apart = !delta && tellWhenApart();
            Mentions back = new Mentions(run);
            lacking.forEach((number, first, at, rowId, counts) -> {
                if (ids.is(number, FileIds.STANDING)) {
                    return;
                }
                if (ids.is(number, FileIds.DESCRIBED)) {
                    tell(CsvFindingCode.REFERENCE_TO_DELETED, number, at, rowId, counts, apart);
                } else if (delta || run.isDelta(first.file())) {
                    for (int i = 0; i < counts.length; i++) {
                        if (counts[i] > 0) {
                            back.add(0, ReferringColumn.ALL.get(i), at.row(), rowId, counts[i]);
                        }
                    }
                } else {
                    tell(CsvFindingCode.MISSING_RECORD, number, at, rowId, counts, apart);
                }
            });
            back.forEach((number, first, at, rowId, counts) ->
                    run.tell(CsvFindingCode.DELTA_REFERS_BACK, at, rowId, file.fileName(), Mentions.inWords(counts)));
        }

        private void tell(
                CsvFindingCode code, int number, Location.Cell at, String rowId, int[] counts, boolean consequence) {
            Finding finding = shown(Finding.of(code, at, rowId, file.fileName(), Mentions.inWords(counts)), number);
            run.tell(consequence ? finding.as(Severity.NOTICE) : finding);
        }

        /** The id is told only where values may be: some senders write usernames there. */
        private Finding shown(Finding finding, int number) {
            return run.drop().options().showValues() ? finding.showing(ids.id(number)) : finding;
        }

        /** Tells when the files cannot be of one upload. */
        private boolean tellWhenApart() {
            int named = 0;
            int missing = 0;
            for (int number = 0; number < ids.size(); number++) {
                if (ids.is(number, FileIds.NAMED)) {
                    named++;
                    missing += ids.is(number, FileIds.DESCRIBED) ? 0 : 1;
                }
            }
            boolean apart = missing > SOME_MISSING && (long) missing * SHARE > named;
            if (apart) {
                int[] counts = new int[ReferringColumn.ALL.size()];
                lacking.forEach((number, first, at, rowId, byColumn) -> {
                    for (int i = 0; i < counts.length && !ids.is(number, FileIds.DESCRIBED); i++) {
                        counts[i] += byColumn[i];
                    }
                });
                run.tell(
                        CsvFindingCode.FILES_DO_NOT_MATCH,
                        new Location.File(run.drop().fileName(file)),
                        "",
                        missing,
                        named,
                        Mentions.inWords(counts));
            }
            return apart;
        }

        private void tellOfKind(int number, ReferringColumn first, Location.Cell at, String rowId, int[] counts) {
            run.tell(shown(
                    Finding.of(
                            CsvFindingCode.REFERENCE_OF_WRONG_TYPE,
                            at,
                            rowId,
                            file.fileName(),
                            first.kindWord().orElseThrow(),
                            Mentions.inWords(counts)),
                    number));
        }
    }
}
