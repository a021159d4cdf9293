package org.oneroster4j.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.oneroster4j.benchmarks.drop.DropSize;
import org.oneroster4j.benchmarks.drop.Ids;
import org.oneroster4j.benchmarks.drop.StateDrop;
import org.oneroster4j.benchmarks.job.RawUnivocity;
import org.oneroster4j.benchmarks.parts.Parts;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Course;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Each part over the drop of one full server; JMH fills the fields before it calls a method. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@NullUnmarked
public class PartsBenchmark {
    private Path folder;
    private Parts plain;
    private Parts validated;
    private ImperoRoster roster;

    /** Writes the drop. */
    @Setup
    public void writeDrop() throws IOException {
        folder = Files.createTempDirectory("parts");
        new StateDrop(DropSize.SMALL.students(), Ids.UUID, 1).write(folder);
        plain = new Parts(folder, false);
        validated = new Parts(folder, true);
        roster = plain.map();
    }

    /** Deletes it. */
    @TearDown
    public void deleteDrop() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Univocity with nothing around it. */
    @Benchmark
    public long rawEnrollments() throws IOException {
        return RawUnivocity.rows(folder.resolve("enrollments.csv"), List.of());
    }

    /** Univocity with what makes it strict. */
    @Benchmark
    public long tokenizeEnrollments() {
        return plain.tokenize(Enrollment.class);
    }

    @Benchmark
    public long tokenizeUsers() {
        return plain.tokenize(User.class);
    }

    @Benchmark
    public long readEnrollments() {
        return plain.read(Enrollment.class);
    }

    @Benchmark
    public long readUsers() {
        return plain.read(User.class);
    }

    @Benchmark
    public long readClasses() {
        return plain.read(SchoolClass.class);
    }

    @Benchmark
    public long readCourses() {
        return plain.read(Course.class);
    }

    @Benchmark
    public long readOrgs() {
        return plain.read(Org.class);
    }

    @Benchmark
    public long readAcademicSessions() {
        return plain.read(AcademicSession.class);
    }

    /** Reading and validation. */
    @Benchmark
    public long validateEnrollments() {
        return validated.read(Enrollment.class);
    }

    /** Reading and validation. */
    @Benchmark
    public long validateUsers() {
        return validated.read(User.class);
    }

    /** Reading, validation and the checks between rows. */
    @Benchmark
    public long check() {
        return validated.check();
    }

    /** Reading and mapping. */
    @Benchmark
    public ImperoRoster map() {
        return plain.map();
    }

    /** Writing alone. */
    @Benchmark
    public long write() throws IOException {
        return Parts.write(roster);
    }
}
