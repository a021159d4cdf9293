package org.oneroster4j.benchmarks.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.oneroster4j.benchmarks.parts.Parts;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;

/** What is measured of these libraries short of a whole conversion, and Univocity over the same files. */
public final class Own {
    /** The files that grow with the state. */
    public static final List<OneRosterFile> BIG =
            List.of(OneRosterFile.USERS, OneRosterFile.CLASSES, OneRosterFile.ENROLLMENTS);

    private static final List<Class<? extends RosterRecord>> BIG_RECORDS =
            List.of(User.class, SchoolClass.class, Enrollment.class);

    private Own() {}

    /** Returns the contenders. */
    public static List<Contender> contenders() {
        return List.of(
                new Contender("raw", (drop, out) -> raw(drop)),
                new Contender("raw-enrollments", (drop, out) -> rawEnrollments(drop)),
                new Contender("typed-enrollments", (drop, out) -> typed(drop, true, List.of(Enrollment.class))),
                new Contender("typed", (drop, out) -> typed(drop, false, BIG_RECORDS)),
                new Contender("typed-validated", (drop, out) -> typed(drop, true, BIG_RECORDS)));
    }

    private static long raw(Path drop) throws IOException {
        long rows = 0;
        for (OneRosterFile file : BIG) {
            rows += RawUnivocity.rows(drop.resolve(file.fileName()), List.of());
        }
        return rows;
    }

    private static long rawEnrollments(Path drop) throws IOException {
        RosterFile<Enrollment> file = RosterFile.of(Enrollment.class);
        return RawUnivocity.rows(drop.resolve(file.file().fileName()), file.header());
    }

    private static long typed(Path folder, boolean validate, List<Class<? extends RosterRecord>> types)
            throws IOException {
        Parts parts = new Parts(folder, validate);
        long rows = 0;
        for (Class<? extends RosterRecord> type : types) {
            rows += parts.read(type);
        }
        return rows;
    }
}
