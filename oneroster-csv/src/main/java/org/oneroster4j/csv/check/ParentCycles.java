package org.oneroster4j.csv.check;

import java.util.Optional;
import java.util.function.Function;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.compact.IntColumn;
import org.oneroster4j.model.compact.LongColumn;

/** Orgs and sessions that are their own ancestors. Each circle is told once, at its first row. */
final class ParentCycles {
    private static final int DONE = -1;

    private final CheckRun run;
    private final OneRosterFile file;
    private final FileIds ids;
    /** The parent's number and 1; 0 for none. */
    private final IntColumn parents = new IntColumn();

    private final LongColumn lines = new LongColumn();

    private ParentCycles(CheckRun run, OneRosterFile file) {
        this.run = run;
        this.file = file;
        this.ids = run.ids(file);
    }

    static void in(CheckRun run) {
        register(run, Org.class, Org::parentSourcedId);
        register(run, AcademicSession.class, AcademicSession::parentSourcedId);
    }

    private static <T extends RosterRecord> void register(
            CheckRun run, Class<T> recordType, Function<T, Optional<String>> parent) {
        ParentCycles check = new ParentCycles(run, OneRosterFile.of(recordType));
        run.on(recordType, (record, number, at) -> {
            check.parents.set(
                    number,
                    parent.apply(record).map(id -> check.ids.number(id) + 1).orElse(0));
            check.lines.set(number, at.line());
        });
        run.atEnd(check::tell);
    }

    private void tell() {
        IntColumn walks = new IntColumn();
        for (int start = 0; start < ids.size(); start++) {
            int walk = start + 1;
            int at = start;
            while (at >= 0 && walks.get(at) == 0) {
                walks.set(at, walk);
                at = parents.get(at) - 1;
            }
            if (at >= 0 && walks.get(at) == walk) {
                tellOfCircle(at);
            }
            for (int done = start; done >= 0 && walks.get(done) == walk; done = parents.get(done) - 1) {
                walks.set(done, DONE);
            }
        }
    }

    private void tellOfCircle(int member) {
        int first = member;
        int length = 0;
        int at = member;
        do {
            first = lines.get(at) < lines.get(first) ? at : first;
            length++;
            at = parents.get(at) - 1;
        } while (at != member);
        run.tell(
                CsvFindingCode.PARENT_CYCLE,
                run.row(file, lines.get(first)).cell("parentSourcedId"),
                ids.id(first),
                length);
    }
}
