package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadAhead;
import org.oneroster4j.csv.ReadListener;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRows;

/** Whoever listens is told how far a file is read, and the rows are the same. */
class ReadListenerTest {
    private static final String HEADER = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n";

    @TempDir
    Path folder;

    private record Piece(String file, long bytes, OptionalLong size, boolean ended) {}

    private static String orgs(int count) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            text.append(i).append(",,,School ").append(i).append(",school,,\r\n");
        }
        return text.toString();
    }

    private static List<Org> read(OneRosterDrop drop) {
        try (RosterRows<Org> rows = drop.orgs()) {
            return rows.records().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPieceIsToldInOrderAndTheEndOnce(ReadAhead readAhead) throws IOException {
        Files.writeString(folder.resolve("Orgs.csv"), orgs(20_000));
        long size = Files.size(folder.resolve("Orgs.csv"));
        List<Piece> pieces = new CopyOnWriteArrayList<>();
        OneRosterDrop drop = OneRosterDrop.open(folder, ReadOptions.defaults().withReadAhead(readAhead), found -> {});
        List<Org> heard =
                read(drop.watchedBy((file, bytes, of, ended) -> pieces.add(new Piece(file, bytes, of, ended))));

        assertThat(heard).isEqualTo(read(drop)).hasSize(20_000);
        assertThat(pieces).hasSizeGreaterThan(2).allMatch(piece -> piece.file().equals("Orgs.csv"));
        assertThat(pieces).allMatch(piece -> piece.size().equals(OptionalLong.of(size)));
        assertThat(pieces.stream().map(Piece::bytes)).isSorted().last().isEqualTo(size);
        assertThat(pieces.stream().filter(Piece::ended)).hasSize(1);
        assertThat(pieces.get(pieces.size() - 1).ended()).isTrue();
    }

    @Test
    void zipSaysHowLargeItsFilesAreAndNamedBytesNeedNot() throws IOException {
        Path zip = folder.resolve("drop.zip");
        String text = orgs(3);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("orgs.csv"));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        List<OptionalLong> sizes = new ArrayList<>();
        ReadListener listener = (file, bytes, size, ended) -> sizes.add(size);
        read(OneRosterDrop.open(zip, ReadOptions.defaults(), found -> {}).watchedBy(listener));

        assertThat(sizes).isNotEmpty().containsOnly(OptionalLong.of(text.length()));
        sizes.clear();
        OneRosterDrop named = OneRosterDrop.of(
                Map.of("orgs.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults(),
                found -> {});
        read(named.watchedBy(listener));
        assertThat(sizes).isNotEmpty().containsOnly(OptionalLong.empty());
    }

    @Test
    void dropsMadeOfOneThatIsWatchedAreWatchedToo() throws IOException {
        Files.writeString(folder.resolve("orgs.csv"), orgs(3));
        List<String> files = new ArrayList<>();
        OneRosterDrop drop = OneRosterDrop.open(folder, ReadOptions.defaults(), found -> {})
                .watchedBy((file, bytes, size, ended) -> files.add(file))
                .telling(found -> {});

        assertThat(files).isEmpty();
        assertThat(drop.has(OneRosterFile.ORGS)).isTrue();
        read(drop);
        assertThat(files).contains("orgs.csv");
    }
}
