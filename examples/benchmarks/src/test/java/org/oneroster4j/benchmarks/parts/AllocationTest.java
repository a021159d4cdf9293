package org.oneroster4j.benchmarks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.benchmarks.drop.Ids;
import org.oneroster4j.benchmarks.drop.StateDrop;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.model.Enrollment;

/** How many bytes a row allocates: exact, so a cost that creeps in is seen on any machine. */
class AllocationTest {
    /** What opening a drop allocates once is spread over so many rows that it does not count. */
    private static final int STUDENTS = 2_000;

    private static final StateDrop DROP = new StateDrop(STUDENTS, Ids.UUID, 1);

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeDrop() throws IOException {
        DROP.write(folder);
    }

    @Test
    void splittingARowIntoCells() throws IOException {
        Parts parts = new Parts(folder, false);

        assertWithin(Limits.TOKENIZED, DROP.enrollments(), () -> parts.tokenize(Enrollment.class));
    }

    @Test
    void readingARow() throws IOException {
        Parts parts = new Parts(folder, false);

        assertWithin(Limits.READ, DROP.enrollments(), () -> parts.read(Enrollment.class));
    }

    @Test
    void readingAndValidatingARow() throws IOException {
        Parts parts = new Parts(folder, true);

        assertWithin(Limits.VALIDATED, DROP.enrollments(), () -> parts.read(Enrollment.class));
    }

    @Test
    void mappingADrop() throws IOException {
        Parts parts = new Parts(folder, false);

        assertWithin(Limits.MAPPED, DROP.enrollments(), parts::map);
    }

    @Test
    void checkingADrop() throws IOException {
        Parts parts = new Parts(folder, true);

        assertWithin(Limits.CHECKED, DROP.enrollments(), parts::check);
    }

    @Test
    void writingAMember() throws IOException {
        ImperoRoster roster = new Parts(folder, false).map();

        assertWithin(Limits.WRITTEN, roster.counts().members(), () -> Parts.write(roster));
    }

    /** The first run loads classes and fills caches; the second allocates what the code itself asks for. */
    private static void assertWithin(long limit, long rows, Spent.Work work) throws IOException {
        Spent.by(work);
        long bytes = Spent.by(work).bytes();

        assertThat(bytes / rows).as("bytes a row").isBetween(limit * 9 / 10, limit + limit / 100);
    }
}
