package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.OpenedDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.testing.SchoolDrop;

/** A drop whose files are opened once has the bytes of one whose files are opened each time. */
class OpenedDropProperties {
    private static final int BEGINNING = 1 << 16;

    /** Bytes that are handed out in pieces, with what was opened and not closed. */
    private static final class Source implements ByteSource {
        private final byte[] bytes;
        private final int piece;
        private int opened;
        private int open;

        Source(byte[] bytes, int piece) {
            this.bytes = bytes;
            this.piece = piece;
        }

        @Override
        public InputStream open() {
            opened++;
            open++;
            return new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return super.read(target, offset, Math.min(piece, length));
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Property
    void whoeverOpensAFileReadsItFromItsBeginning(
            @ForAll @IntRange(min = -70_000, max = 70_000) int beyond,
            @ForAll @IntRange(min = 1, max = 100_000) int piece,
            @ForAll Random random)
            throws IOException {
        Source source = new Source(bytes(Math.max(0, BEGINNING + beyond)), piece);
        OneRosterDrop drop = OneRosterDrop.of(Map.of("users.csv", source), ReadOptions.defaults(), finding -> {});
        boolean isShort = true;
        try (OpenedDrop opened = drop.openedOnce()) {
            ByteSource once = opened.drop().files().getOrDefault("users.csv", source);
            for (int reader = 0; reader < 5; reader++) {
                try (InputStream in = once.open()) {
                    isShort &= read(in, source.bytes, random) <= BEGINNING;
                }
            }
            assertThat(source.open).isLessThanOrEqualTo(1);
        }
        assertThat(source.open).isZero();
        assertThat(source.opened).isBetween(1, isShort ? 1 : 5);
    }

    /** Reads and skips as drawn, and returns how far it has asked. */
    private static int read(InputStream in, byte[] expected, Random random) throws IOException {
        int position = 0;
        int asked = 0;
        for (int step = random.nextInt(6); step > 0; step--) {
            int length = 1 + random.nextInt(random.nextBoolean() ? 40_000 : 9);
            asked = position + length;
            if (random.nextInt(3) == 0) {
                position += (int) in.skip(length);
                assertThat(position).isLessThanOrEqualTo(expected.length);
                continue;
            }
            byte[] read = in.readNBytes(length);
            assertThat(read).isEqualTo(Arrays.copyOfRange(expected, position, position + read.length));
            assertThat(read.length).isEqualTo(Math.min(length, expected.length - position));
            position += read.length;
        }
        return asked;
    }

    @Example
    void twoReadersAtOnceDoNotDisturbEachOther() throws IOException {
        Source source = new Source(bytes(BEGINNING + 5_000), 1_000);
        OneRosterDrop drop = OneRosterDrop.of(Map.of("users.csv", source), ReadOptions.defaults(), finding -> {});
        try (OpenedDrop opened = drop.openedOnce()) {
            ByteSource once = opened.drop().files().getOrDefault("users.csv", source);
            try (InputStream one = once.open();
                    InputStream other = once.open()) {
                assertThat(one.readNBytes(3_000)).isEqualTo(Arrays.copyOf(source.bytes, 3_000));
                assertThat(other.readAllBytes()).isEqualTo(source.bytes);
                assertThat(one.readAllBytes()).isEqualTo(Arrays.copyOfRange(source.bytes, 3_000, source.bytes.length));
            }
            assertThat(source.opened).isEqualTo(2);
        }
        assertThat(source.open).isZero();
    }

    @Example
    void headersAndThenRowsOpenEachFileOnce() throws IOException {
        List<Source> sources = new ArrayList<>();
        Map<String, ByteSource> files = new HashMap<>();
        SchoolDrop.ofClasses(3).toText().bytes().forEach((name, bytes) -> {
            Source source = new Source(bytes, 1 << 16);
            sources.add(source);
            files.put(name, source);
        });
        OneRosterDrop drop = OneRosterDrop.of(files, ReadOptions.defaults(), finding -> {});
        try (OpenedDrop opened = drop.openedOnce()) {
            new DropCheck(opened.drop()).isSound(OneRosterFile.ofRoster(), finding -> {});
            opened.drop().hasUnknownColumns(OneRosterFile.USERS);
            opened.drop().headerHint(OneRosterFile.USERS);
            try (var users = opened.drop().users();
                    var enrollments = opened.drop().enrollments()) {
                users.forEach(row -> {});
                enrollments.forEach(row -> {});
            }
        }
        assertThat(sources).isNotEmpty().allMatch(source -> source.opened == 1 && source.open == 0);
    }
}
