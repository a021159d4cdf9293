package org.oneroster4j.benchmarks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.benchmarks.drop.Ids;
import org.oneroster4j.benchmarks.drop.StateDrop;
import org.oneroster4j.benchmarks.job.RawUnivocity;
import org.oneroster4j.model.Enrollment;

/** The short form of the benchmark: processor time as multiples of raw Univocity's, measured in turns. No duration is judged. */
class RatioTest {
    private static final int STUDENTS = 2_000;
    private static final int WARM_UP = 3;

    /** It is short, so that one run of it would be measured too coarsely. */
    private static final int RAW_RUNS = 4;

    private static final int ROUNDS = 5;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeDrop() throws IOException {
        new StateDrop(STUDENTS, Ids.UUID, 1).write(folder);
    }

    @Test
    void reading() throws IOException {
        Parts parts = new Parts(folder, false);

        assertThat(timesRaw(List.of("enrollments.csv"), () -> parts.read(Enrollment.class)))
                .isLessThan(Limits.READ_TIMES_RAW);
    }

    @Test
    void readingAndValidating() throws IOException {
        Parts parts = new Parts(folder, true);

        assertThat(timesRaw(List.of("enrollments.csv"), () -> parts.read(Enrollment.class)))
                .isLessThan(Limits.VALIDATED_TIMES_RAW);
    }

    @Test
    void mappingAndWriting() throws IOException {
        Parts parts = new Parts(folder, false);

        assertThat(timesRaw(List.of("users.csv", "classes.csv", "enrollments.csv"), () -> Parts.write(parts.map())))
                .isLessThan(Limits.CONVERTED_TIMES_RAW);
    }

    /** The median over the rounds; both run in each round, so that what slows one down slows both. */
    private static double timesRaw(List<String> files, Spent.Work work) throws IOException {
        Spent.Work raw = () -> {
            for (int run = 0; run < RAW_RUNS; run++) {
                for (String file : files) {
                    RawUnivocity.rows(folder.resolve(file), List.of());
                }
            }
        };
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double rawNanos = (double) Spent.by(raw).processorNanos() / RAW_RUNS;
            double ratio = Spent.by(work).processorNanos() / rawNanos;
            if (round >= WARM_UP) {
                ratios.add(ratio);
            }
        }
        Collections.sort(ratios);
        return ratios.get(ROUNDS / 2);
    }
}
