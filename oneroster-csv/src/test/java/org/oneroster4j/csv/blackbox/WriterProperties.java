package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.write.DropWriter;
import org.oneroster4j.csv.write.WriteOptions;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.Records;

/** What is written is read back as it was, by a reader with nothing to say about it. */
class WriterProperties {
    private static final ReadOptions STRICT =
            ReadOptions.defaults().withProfile(Profile.STRICT).withValidate(true);

    @Provide
    Arbitrary<List<Table<?>>> tables() {
        return Table.some();
    }

    @Provide
    Arbitrary<WriteOptions> options() {
        Arbitrary<Optional<String>> names =
                Records.texts().map(CellText::trimmed).optional().withoutEdgeCases();
        return Combinators.combine(names, names).as(WriteOptions::new);
    }

    private static void assertIsRead(Path path, Collection<Table<?>> tables, Manifest manifest) throws IOException {
        List<Finding> findings = new ArrayList<>();
        OneRosterDrop drop = OneRosterDrop.open(path, STRICT, findings::add);
        for (Table<?> table : tables) {
            assertThat(table.readFrom(drop)).isEqualTo(table);
            OneRosterFile file = OneRosterFile.of(table.type());
            assertThat(drop.has(file)).isEqualTo(!table.records().isEmpty());
            assertThat(manifest.mode(file)).isEqualTo(table.records().isEmpty() ? ImportMode.ABSENT : table.mode());
        }
        assertThat(drop.manifest()).contains(manifest);
        assertThat(new DropCheck(drop).isSound(List.of(OneRosterFile.values()), findings::add))
                .isTrue();
        assertThat(Opened.brief(findings)).isEmpty();
    }

    private static Manifest write(DropWriter drop, Collection<Table<?>> tables) throws IOException {
        try (drop) {
            return Table.write(drop, tables);
        }
    }

    @Property
    void folderIsReadAsItWasWrittenAndWrittenAgainAsTheSameBytes(
            @ForAll("tables") List<Table<?>> tables, @ForAll("options") WriteOptions options) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path first = scratch.path("first");
            assertIsRead(first, tables, write(DropWriter.toFolder(first, options), tables));
            OneRosterDrop drop = OneRosterDrop.open(first, ReadOptions.defaults(), finding -> {});
            List<Table<?>> read = new ArrayList<>();
            tables.forEach(table -> read.add(table.readFrom(drop)));
            Path second = scratch.path("second");
            write(DropWriter.toFolder(second, options), read);

            assertThat(Scratch.files(second)).isEqualTo(Scratch.files(first));
        }
    }

    @Property
    void zipIsReadAsItWasWrittenAndTheSameEachTime(
            @ForAll("tables") List<Table<?>> tables, @ForAll("options") WriteOptions options) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path zip = scratch.path("drop.zip");
            assertIsRead(zip, tables, write(DropWriter.toZip(zip, options), tables));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(DropWriter.toZip(bytes, options), tables);

            assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(zip));
        }
    }
}
