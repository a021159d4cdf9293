package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.csv.ReadListener;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.plan.EarlierPlan;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.PlanRequest;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.RunState;
import org.oneroster4j.importer.job.StateSettings;
import org.oneroster4j.importer.report.Summary;
import org.oneroster4j.testing.SchoolDrop;

/** A drop that is written while it is read is never published half old and half new; one that is not is opened once. */
class ChangingDropTest {
    private static final MappingSettings MAPPING = MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 11, 24));
    private static final String USERS = "users.csv";

    /** What a sender may do to a drop. */
    enum Change {
        APPENDS {
            @Override
            void to(Path drop) throws IOException {
                Files.writeString(drop.resolve(USERS), Files.readString(drop.resolve(USERS)) + "\r\n");
            }
        },
        /** As a client does that preserves times. */
        WRITES_AS_MANY_BYTES_AND_SETS_THE_TIME_BACK {
            @Override
            void to(Path drop) throws IOException {
                FileTime time = Files.getLastModifiedTime(drop.resolve(USERS));
                byte[] bytes = Files.readAllBytes(drop.resolve(USERS));
                bytes[bytes.length - 3] = 'x';
                Files.write(drop.resolve(USERS), bytes);
                Files.setLastModifiedTime(drop.resolve(USERS), time);
            }
        },
        RENAMES_ANOTHER_OVER_IT {
            @Override
            void to(Path drop) throws IOException {
                Path other = drop.resolve("users.csv.part");
                Files.copy(drop.resolve(USERS), other);
                Files.move(other, drop.resolve(USERS), StandardCopyOption.REPLACE_EXISTING);
            }
        },
        ADDS_A_FILE {
            @Override
            void to(Path drop) throws IOException {
                Files.writeString(drop.resolve("demographics.csv"), "sourcedId\r\n");
            }
        },
        REMOVES_A_FILE {
            @Override
            void to(Path drop) throws IOException {
                Files.delete(drop.resolve("orgs.csv"));
            }
        };

        abstract void to(Path drop) throws IOException;
    }

    /** Changes the drop when a file is read to its end for the n-th time, and counts how often each is. */
    private final class Sender implements ReadListener {
        private final Map<String, Integer> ended = new TreeMap<>();
        private final Map<String, Integer> begun = new TreeMap<>();
        private final Map<String, Long> last = new TreeMap<>();
        private final Optional<Change> change;
        private final int time;

        Sender(Optional<Change> change, int time) {
            this.change = change;
            this.time = time;
        }

        @Override
        public void read(String file, long bytes, OptionalLong size, boolean isEnd) {
            begun.merge(file, bytes <= last.getOrDefault(file, Long.MAX_VALUE) && !isEnd ? 1 : 0, Integer::sum);
            last.put(file, bytes);
            if (isEnd && ended.merge(file, 1, Integer::sum) == time && file.equals(USERS) && change.isPresent()) {
                try {
                    change.get().to(drop);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @TempDir
    Path folder;

    private Path drop = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void soundDrop() throws IOException {
        drop = folder.resolve("drop");
        out = folder.resolve("out");
        SchoolDrop.ofClasses(3).toText().writeTo(drop);
    }

    private ImportJob job(Sender sender, Optional<StateSettings> state) {
        return new ImportJob(
                Conversion.job(drop, out, MAPPING, Conversion.Reading.DEFAULTS, state),
                Clock.systemUTC(),
                new UnflushedDisk(),
                Optional.of(sender));
    }

    private Optional<StateSettings> state() {
        return Optional.of(new StateSettings(folder.resolve("state"), BrakeSettings.DEFAULTS, true));
    }

    private static void assertChanged(RunResult run) {
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure().orElseThrow()).contains("has changed while it was read");
        assertThat(Summary.of(run).findings().values()).allMatch(count -> count == 0);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPublishedOfADropThatChangesWhileItIsRead(Change change) throws IOException {
        assertChanged(job(new Sender(Optional.of(change), 1), Optional.empty()).convert());

        assertThat(Conversion.names(out)).isEmpty();
        assertThat(job(new Sender(Optional.empty(), 0), Optional.empty())
                        .convert()
                        .state())
                .as("the next run; the manifest says which files there are")
                .isEqualTo(change == Change.REMOVES_A_FILE ? RunState.REJECTED : RunState.PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPublishedOfADropThatChangesWhileItIsCopied(Change change) throws IOException {
        assertChanged(job(new Sender(Optional.of(change), 1), state()).convert());

        assertThat(Conversion.names(out)).isEmpty();
        assertThat(Conversion.names(folder.resolve("state"))).noneMatch(name -> name.contains("next"));
    }

    @ParameterizedTest
    @EnumSource
    void changeOfADropThatWasCopiedChangesNothing(Change change) throws IOException {
        job(new Sender(Optional.empty(), 0), Optional.empty()).convert();
        Map<String, String> expected = Conversion.texts(Conversion.bytesOf(out));
        byte[] users = Files.readAllBytes(drop.resolve(USERS));
        out = folder.resolve("other");
        Sender sender = new Sender(Optional.of(change), 2);
        RunResult run = job(sender, state()).convert();

        assertThat(sender.ended.get(USERS)).isEqualTo(2);
        assertThat(run.state()).isEqualTo(RunState.PUBLISHED);
        assertThat(Conversion.texts(Conversion.bytesOf(out))).isEqualTo(expected);
        assertThat(folder.resolve("state/generation-000000001/drop/users.csv")).hasBinaryContent(users);
    }

    @ParameterizedTest
    @EnumSource
    void checkAndPlanOfADropThatChangesFail(Change change) throws IOException {
        assertChanged(job(new Sender(Optional.of(change), 1), Optional.empty()).check());
        soundDrop();
        var plan = job(new Sender(Optional.of(change), 1), Optional.empty())
                .plan(new PlanRequest(OptionalInt.empty(), EarlierPlan.NONE));
        assertChanged(plan.run());
        assertThat(plan.shared()).isEmpty();
    }

    @Test
    void eachFileIsOpenedOnceAndItsCopyToo() {
        Sender sender = new Sender(Optional.empty(), 0);
        assertThat(job(sender, Optional.empty()).convert().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(sender.begun).containsKeys(USERS, "classes.csv", "enrollments.csv", "manifest.csv");
        assertThat(sender.begun.values()).allMatch(times -> times == 1);

        Sender copied = new Sender(Optional.empty(), 0);
        assertThat(job(copied, state()).convert().state()).isEqualTo(RunState.PUBLISHED);
        assertThat(copied.begun.keySet()).isEqualTo(sender.begun.keySet());
        assertThat(copied.begun.values()).allMatch(times -> times == 2);
    }
}
