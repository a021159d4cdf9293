package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.CourseResource;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.SchoolDrop;

/** A drop that is in no file system: bytes by name. */
class NamedBytesTest {
    @Test
    void namedBytesAreReadAsAFolderIs() {
        Map<String, ByteSource> files = new HashMap<>();
        SchoolDrop.create()
                .school("1")
                .student("s1")
                .toText()
                .bytes()
                .forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        files.put("notes.txt", () -> {
            throw new AssertionError("Other files are left alone");
        });
        List<Finding> findings = new ArrayList<>();
        OneRosterDrop drop = OneRosterDrop.of(files, ReadOptions.defaults(), findings::add);

        for (int twice = 0; twice < 2; twice++) {
            try (var users = drop.users()) {
                assertThat(users.records().map(User::sourcedId)).containsExactly("s1");
            }
        }
        assertThat(drop.has(OneRosterFile.MANIFEST)).isTrue();
        assertThat(drop.has(OneRosterFile.RESULTS)).isFalse();
        assertThat(findings).isEmpty();
    }

    @Test
    void utf16IsReadByItsMarkAndTold() {
        for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            byte[] bytes = "\uFEFFsourcedId,role,givenName\r\nu1,student,Jos\u00E9 \uD83C\uDFBB\r\n".getBytes(charset);
            List<Finding> findings = new ArrayList<>();
            OneRosterDrop drop = OneRosterDrop.of(
                    Map.of("users.csv", () -> new ByteArrayInputStream(bytes)), ReadOptions.defaults(), findings::add);
            try (var users = drop.users()) {
                assertThat(users.records().map(User::givenName)).containsExactly("Jos\u00E9 \uD83C\uDFBB");
            }

            assertThat(findings).extracting(Finding::code).contains(CsvFindingCode.UTF_16);
        }
    }

    @Test
    void chosenCharsetIsTheOneThatCounts() {
        byte[] bytes = "sourcedId,role,givenName\nu1,student,Jos\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        OneRosterDrop drop = OneRosterDrop.of(
                Map.of("users.csv", () -> new ByteArrayInputStream(bytes)),
                ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1),
                finding -> {});
        try (var users = drop.users()) {
            assertThat(users.records().map(User::givenName)).containsExactly("Jos\u00E9");
        }
    }

    @Test
    void courseResourcesAreFoundUnderTheirMisspeltNameUnlessTheRightOneIsThere() {
        byte[] one = "sourcedId,title\nr1,One\n".getBytes(StandardCharsets.UTF_8);
        byte[] two = "sourcedId,title\nr2,Two\n".getBytes(StandardCharsets.UTF_8);
        Map<String, ByteSource> files =
                new HashMap<>(Map.of("courseResourses.csv", () -> new ByteArrayInputStream(one)));
        OneRosterDrop misspelt = OneRosterDrop.of(files, ReadOptions.defaults(), finding -> {});
        files.put("courseResources.csv", () -> new ByteArrayInputStream(two));
        OneRosterDrop both = OneRosterDrop.of(files, ReadOptions.defaults(), finding -> {});

        assertThat(ids(misspelt)).containsExactly("r1");
        assertThat(ids(both)).containsExactly("r2");
    }

    private static List<String> ids(OneRosterDrop drop) {
        try (var rows = drop.courseResources()) {
            return rows.records().map(CourseResource::sourcedId).toList();
        }
    }

    /** Bytes without end: what has to stop, stops by itself and says where. */
    private static InputStream endlessBytes(String beginning, String rest) {
        byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
        byte[] again = rest.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                int at = (int) (position < first.length ? position : (position - first.length) % again.length);
                byte next = position < first.length ? first[at] : again[at];
                position++;
                return next;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }

    @Test
    void lineWithoutEndQuoteWithoutEndAndRowWithoutEndAreBounded() {
        Map<String, CsvFindingCode> endless = Map.of(
                "x", CsvFindingCode.CELL_TOO_LONG,
                "\"x\ny\n", CsvFindingCode.CELL_TOO_LONG,
                ",", CsvFindingCode.TOO_MANY_COLUMNS,
                "\"x\",", CsvFindingCode.TOO_MANY_COLUMNS,
                "\"x\"\0", CsvFindingCode.ROW_TOO_LONG,
                "\"x\"x", CsvFindingCode.ROW_TOO_LONG,
                "\"x\" ", CsvFindingCode.ROW_TOO_LONG);
        endless.forEach((rest, code) -> {
            int repeated = rest.lastIndexOf('"') + 1;
            String begun = rest.substring(0, repeated);
            String start = "sourcedId,role\nu1,student\nu2," + begun;
            try (var users = endless(start, rest.substring(repeated)).users()) {
                assertThatThrownBy(() -> users.records()
                                .forEach(user -> assertThat(user.sourcedId()).isEqualTo("u1")))
                        .isInstanceOfSatisfying(DropUnreadableException.class, e -> {
                            assertThat(e.finding().code()).isEqualTo(code);
                            assertThat(e.finding().location().lineNumber()).hasValue(3);
                        });
            }
        });
    }

    @Test
    void headerWithoutEndAndLineBreaksWithoutEndAreBounded() {
        for (String start : List.of("\"sourcedId\"", "sourcedId,role\nu1,student\n", "")) {
            String rest = start.endsWith("\"") ? "x" : "\n";
            assertThatThrownBy(() -> readThrough(endless(start, rest)))
                    .isInstanceOfSatisfying(
                            DropUnreadableException.class,
                            e -> assertThat(e.finding().code()).isEqualTo(CsvFindingCode.ROW_TOO_LONG));
        }
    }

    /** 20 GB of NUL, as a crash or a sparse file leaves them behind the last row. */
    @Test
    void longEndOfNulIsPassedOverAndNotRead() {
        AtomicLong read = new AtomicLong();
        ByteSource source = new ByteSource() {
            @Override
            public InputStream open() {
                return new NulAtItsEnd("sourcedId,role\nu1,student\n\"u2\",\"student\"", read);
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(NulAtItsEnd.LENGTH);
            }
        };
        OneRosterDrop drop = OneRosterDrop.of(Map.of("users.csv", source), ReadOptions.defaults(), finding -> {});
        List<Finding> found = new ArrayList<>();
        assertThat(new DropCheck(drop).readable(List.of(OneRosterFile.USERS), found::add))
                .isFalse();
        assertThat(found)
                .extracting(Finding::code)
                .containsExactly(CsvFindingCode.ROW_TOO_LONG, CsvFindingCode.PADDED_FILE);
        assertThat(read).hasValueLessThan(4L << 20);
    }

    private static final class NulAtItsEnd extends InputStream {
        static final long LENGTH = 20L << 30;

        private final byte[] beginning;
        private final AtomicLong read;
        private long position;

        NulAtItsEnd(String beginning, AtomicLong read) {
            this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
            this.read = read;
        }

        @Override
        public int read() {
            if (position == LENGTH) {
                return -1;
            }
            read.incrementAndGet();
            byte next = position < beginning.length ? beginning[(int) position] : 0;
            position++;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(length, LENGTH - position);
            for (int i = 0; i < count; i++) {
                target[offset + i] = (byte) read();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public long skip(long bytes) {
            long skipped = Math.min(bytes, LENGTH - position);
            position += skipped;
            return skipped;
        }
    }

    private static void readThrough(OneRosterDrop drop) {
        try (var users = drop.users()) {
            users.forEach(user -> {});
        }
    }

    private static OneRosterDrop endless(String start, String rest) {
        return OneRosterDrop.of(
                Map.of("users.csv", () -> endlessBytes(start, rest)), ReadOptions.defaults(), finding -> {});
    }
}
