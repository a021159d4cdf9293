package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadAhead;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RecordReader;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/** Rows of a long file, which another thread makes: told by this thread, in order, and no thread is left behind. */
class RowsAheadTest {
    private static final String FILE = OneRosterFile.ORGS.fileName();
    private static final int ROWS = 25_000;

    /** Each tenth row has something to tell. */
    private static byte[] orgs(int rows, String behind) {
        StringBuilder text = new StringBuilder("sourcedId,name,type,identifier,metadata.note\n");
        for (int i = 1; i <= rows; i++) {
            text.append('o')
                    .append(i)
                    .append(",School,")
                    .append(i % 10 == 0 ? "Academy" : "school")
                    .append(",,\n");
        }
        return text.append(behind).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static RecordReader<Org> rows(InputStream bytes, ReadAhead readAhead, FindingListener listener) {
        return OneRosterDrop.of(
                        Map.of(FILE, () -> bytes), ReadOptions.defaults().withReadAhead(readAhead), listener)
                .rows(Org.class);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith(" of " + FILE) && thread.isAlive())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void findingsAreToldByThisThreadJustBeforeTheirRows(ReadAhead readAhead) {
        List<Long> told = new ArrayList<>();
        Set<Thread> tellers = new HashSet<>();
        FindingListener listener = finding -> {
            tellers.add(Thread.currentThread());
            if (finding.location() instanceof Location.Cell cell) {
                told.add(cell.row().line());
            }
        };
        long line = 1;
        try (RecordReader<Org> rows = rows(new ByteArrayInputStream(orgs(ROWS, "")), readAhead, listener)) {
            for (Row<Org> row : rows) {
                line++;
                assertThat(row.location().line()).isEqualTo(line);
                assertThat(told).hasSize((int) (line - 1) / 10);
            }
        }
        assertThat(line).isEqualTo(ROWS + 1);
        assertThat(told).isSorted().allMatch(found -> (found - 1) % 10 == 0);
        assertThat(tellers).containsExactly(Thread.currentThread());
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rowThatEndsTheReadingDoesSoBehindAllRowsBeforeIt(ReadAhead readAhead) {
        String swallowing = "o,School,school,,\"a\no,School,school,,a\"\n";
        List<Finding> told = new ArrayList<>();
        try (RecordReader<Org> rows = rows(new ByteArrayInputStream(orgs(ROWS, swallowing)), readAhead, told::add)) {
            Iterator<Row<Org>> all = rows.iterator();
            for (int i = 0; i < ROWS; i++) {
                assertThat(all.hasNext()).isTrue();
                assertThat(all.next().location().line()).isEqualTo(i + 2L);
            }
            assertThatThrownBy(() -> {
                        while (all.hasNext()) {
                            all.next();
                        }
                    })
                    .isInstanceOf(DropUnreadableException.class);
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 9_999, 10_000, 10_001, 15_000})
    void closingInTheMiddleEndsTheOtherThread(int taken) {
        RecordReader<Org> rows = rows(new ByteArrayInputStream(orgs(100_000, "")), ReadAhead.AUTOMATIC, finding -> {});
        Iterator<Row<Org>> all = rows.iterator();
        for (int i = 0; i < taken; i++) {
            all.next();
        }
        rows.close();
        rows.close();
        assertThat(threads()).isEmpty();
    }

    @Test
    void otherThreadBeginsWhereAFileIsLargeAndTheMachineHasRoomForIt() {
        try (RecordReader<Org> rows =
                rows(new ByteArrayInputStream(orgs(100_000, "")), ReadAhead.AUTOMATIC, finding -> {})) {
            Iterator<Row<Org>> all = rows.iterator();
            for (int i = 0; i < 10_000; i++) {
                all.next();
            }
            assertThat(threads()).isEmpty();
            assertThat(all.next().location().line()).isEqualTo(10_002);
            // It cannot be through: so many rows do not wait.
            assertThat(threads()).hasSize(Runtime.getRuntime().availableProcessors() > 1 ? 1 : 0);
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsReadOfRowsThatWereClosed(ReadAhead readAhead) {
        RecordReader<Org> rows = rows(new ByteArrayInputStream(orgs(ROWS, "")), readAhead, finding -> {});
        Iterator<Row<Org>> all = rows.iterator();
        all.next();
        rows.close();
        assertThatThrownBy(all::next).isInstanceOf(IllegalStateException.class);
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheMediumIsThrownBehindTheRowsBefore(ReadAhead readAhead) {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The medium is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        InputStream bytes = new SequenceInputStream(new ByteArrayInputStream(orgs(ROWS, "")), breaking);
        try (RecordReader<Org> rows = rows(bytes, readAhead, finding -> {})) {
            Iterator<Row<Org>> all = rows.iterator();
            for (int i = 0; i < ROWS; i++) {
                assertThat(all.next().location().line()).isEqualTo(i + 2L);
            }
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(all::next).isInstanceOf(UncheckedIOException.class);
            }
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void quoteThatIsNotClosedIsToldBehindTheRowsBeforeAndAgain(ReadAhead readAhead) {
        InputStream bytes = new ByteArrayInputStream(orgs(ROWS, "o,\"School,school,\n"));
        try (RecordReader<Org> rows = rows(bytes, readAhead, finding -> {})) {
            Iterator<Row<Org>> all = rows.iterator();
            for (int i = 0; i < ROWS; i++) {
                assertThat(all.next().location().line()).isEqualTo(i + 2L);
            }
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(all::next)
                        .isInstanceOfSatisfying(
                                DropUnreadableException.class,
                                e -> assertThat(e.finding().code()).isEqualTo(CsvFindingCode.UNTERMINATED_QUOTE));
            }
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void interruptOfTheCallerIsLeftToItAndLosesNoRow(ReadAhead readAhead) {
        try (RecordReader<Org> rows = rows(new ByteArrayInputStream(orgs(ROWS, "")), readAhead, finding -> {})) {
            Thread.currentThread().interrupt();
            int count = 0;
            for (Row<Org> row : rows) {
                count++;
                assertThat(row.location().line()).isEqualTo(count + 1L);
            }
            assertThat(count).isEqualTo(ROWS);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void closingEndsAThreadThatWaitsForItsMedium() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream silent = new InputStream() {
            @Override
            public int read() {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return read();
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        RecordReader<Org> rows = rows(
                new SequenceInputStream(new ByteArrayInputStream(orgs(10_300, "")), silent),
                ReadAhead.AUTOMATIC,
                finding -> {});
        Iterator<Row<Org>> all = rows.iterator();
        for (int i = 0; i < 10_001; i++) {
            all.next();
        }
        rows.close();
        assertThat(threads()).isEmpty();
        assertThat(closed).isTrue();
    }
}
