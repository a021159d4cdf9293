package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.write.DropWriter;
import org.oneroster4j.csv.write.InvalidRecordException;
import org.oneroster4j.csv.write.RecordWriter;
import org.oneroster4j.csv.write.WriteOptions;
import org.oneroster4j.model.Category;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.OrgType;

/** The files of a drop as they are written. */
class DropWriterTest {
    private static final Org SCHOOL = Org.builder()
            .sourcedId("s1")
            .name("North, \"the\" =School")
            .type(OrgType.SCHOOL)
            .build();
    private static final WriteOptions OPTIONS = WriteOptions.defaults();

    @TempDir
    private Path folder = Path.of("");

    private Path target() {
        return folder.resolve("drop");
    }

    private static void write(DropWriter drop, Org... orgs) throws IOException {
        try (RecordWriter<Org> writer = drop.open(Org.class)) {
            for (Org org : orgs) {
                writer.write(org);
            }
        }
    }

    @Test
    void dropIsWrittenInTheLayoutOfTheSpecification() throws IOException {
        try (DropWriter drop = DropWriter.toFolder(
                target(), OPTIONS.withSourceSystemName("Example, SIS").withSourceSystemCode("E1"))) {
            try (RecordWriter<Org> orgs = drop.open(Org.class, ImportMode.BULK, List.of("metadata.z", "metadata.a"))) {
                orgs.write(SCHOOL);
                orgs.write(SCHOOL.withSourcedId("s2")
                        .withName("South")
                        .withParentSourcedId("s1")
                        .withMetadata(Map.of("metadata.a", "1")));
            }
            drop.finish();
        }

        assertThat(Scratch.files(target()))
                .containsOnlyKeys("manifest.csv", "orgs.csv")
                .containsEntry(
                        "orgs.csv",
                        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.z,metadata.a\r\n"
                                + "s1,,,\"North, \"\"the\"\" =School\",school,,,,\r\n"
                                + "s2,,,South,school,,s1,,1\r\n")
                .containsEntry(
                        "manifest.csv",
                        "propertyName,value\r\n"
                                + "manifest.version,1.0\r\n"
                                + "oneroster.version,1.1\r\n"
                                + "file.academicSessions,absent\r\n"
                                + "file.categories,absent\r\n"
                                + "file.classes,absent\r\n"
                                + "file.classResources,absent\r\n"
                                + "file.courses,absent\r\n"
                                + "file.courseResources,absent\r\n"
                                + "file.demographics,absent\r\n"
                                + "file.enrollments,absent\r\n"
                                + "file.lineItems,absent\r\n"
                                + "file.orgs,bulk\r\n"
                                + "file.resources,absent\r\n"
                                + "file.results,absent\r\n"
                                + "file.users,absent\r\n"
                                + "source.systemName,\"Example, SIS\"\r\n"
                                + "source.systemCode,E1\r\n");
    }

    @Test
    void manifestComesLastAndADropWithoutItIsTakenBack() throws IOException {
        try (DropWriter drop = DropWriter.toFolder(target(), OPTIONS)) {
            write(drop, SCHOOL);
            assertThat(Scratch.files(target())).containsOnlyKeys("orgs.csv");
        }
        assertThat(Scratch.files(target())).isEmpty();
    }

    @Test
    void zipThatIsNotFinishedIsTakenBack() throws IOException {
        try (DropWriter drop = DropWriter.toZip(target(), OPTIONS)) {
            write(drop, SCHOOL);
            assertThat(target()).exists();
        }
        assertThat(target()).doesNotExist();
    }

    @Test
    void closingTwiceTakesNothingOfOthersBack() throws IOException {
        DropWriter drop = DropWriter.toZip(target(), OPTIONS);
        drop.close();
        Files.writeString(target(), "of somebody else");
        drop.close();
        assertThat(target()).exists();
    }

    @Test
    void zipInAStreamThatIsNotFinishedIsNoZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DropWriter drop = DropWriter.toZip(bytes, OPTIONS)) {
            write(drop, SCHOOL);
        }
        Files.write(target(), bytes.toByteArray());
        assertThat(bytes.size()).isPositive();
        assertThatThrownBy(() -> new ZipFile(target().toFile()).close()).isInstanceOf(IOException.class);
    }

    @Test
    void streamOfTheCallerStaysOpen() throws IOException {
        class Watched extends OutputStream {
            private boolean closed;

            @Override
            public void write(int b) {}

            @Override
            public void close() {
                closed = true;
            }
        }
        Watched out = new Watched();
        try (DropWriter drop = DropWriter.toZip(out, OPTIONS)) {
            write(drop, SCHOOL);
            drop.finish();
        }
        assertThat(out.closed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users.csv", "Users.CSV", "manifest.csv", "courseResourses.csv"})
    void fileOfADropIsNotWrittenOver(String name) throws IOException {
        Files.writeString(folder.resolve(name), "x");
        assertThatThrownBy(() -> DropWriter.toFolder(folder, OPTIONS)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Scratch.files(folder)).containsOnlyKeys(name).containsValue("x");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "x");
        try (DropWriter drop = DropWriter.toFolder(folder, OPTIONS)) {
            write(drop, SCHOOL);
        }
        assertThat(Scratch.files(folder)).containsOnlyKeys("readme.txt");
    }

    @Test
    void zipIsNotWrittenOver() throws IOException {
        Files.writeString(target(), "x");
        assertThatThrownBy(() -> DropWriter.toZip(target(), OPTIONS)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target()).hasContent("x");
    }

    @Test
    void recordThatIsRefusedLeavesTheOthers() throws IOException {
        try (DropWriter drop = DropWriter.toFolder(target(), OPTIONS)) {
            try (RecordWriter<Org> orgs = drop.open(Org.class)) {
                orgs.write(SCHOOL);
                assertThatExceptionOfType(InvalidRecordException.class)
                        .isThrownBy(() -> orgs.write(SCHOOL.withName(" ")))
                        .satisfies(e -> assertThat(e.sourcedId()).isEqualTo("s1"))
                        .withMessage("orgs.csv, name of s1: The value is blank and not absent");
                orgs.write(SCHOOL.withSourcedId("s2"));
            }
            drop.finish();
        }
        assertThat(Scratch.files(target()).getOrDefault("orgs.csv", "").lines()).hasSize(3);
    }

    @Test
    void fileWithoutRecordsIsNotMade() throws IOException {
        try (DropWriter drop = DropWriter.toFolder(target(), OPTIONS)) {
            write(drop);
            assertThat(drop.finish().files()).containsValue(ImportMode.ABSENT).doesNotContainValue(ImportMode.BULK);
        }
        assertThat(Scratch.files(target())).containsOnlyKeys("manifest.csv");
    }

    @Test
    void filesAreWrittenOneAfterTheOtherAndOnce() throws IOException {
        try (DropWriter drop = DropWriter.toFolder(target(), OPTIONS)) {
            RecordWriter<Org> orgs = drop.open(Org.class);
            assertThatThrownBy(() -> drop.open(Category.class)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(drop::finish).isInstanceOf(IllegalStateException.class);
            orgs.close();
            assertThatThrownBy(() -> orgs.write(SCHOOL)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> drop.open(Org.class)).isInstanceOf(IllegalStateException.class);
            drop.finish();
            assertThatThrownBy(drop::finish).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> drop.open(Category.class)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void absentIsNoModeToOpenAFileIn() throws IOException {
        try (DropWriter drop = DropWriter.toFolder(target(), OPTIONS)) {
            assertThatThrownBy(() -> drop.open(Org.class, ImportMode.ABSENT, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A disk that is full: the writer says so each time, and makes no drop of what it has. */
    @Test
    void dropWhoseMediumFailedIsNotFinished() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        DropWriter drop = DropWriter.toZip(full, OPTIONS);
        assertThatThrownBy(() -> write(drop, SCHOOL)).isInstanceOf(IOException.class);
        assertThatThrownBy(drop::finish).isInstanceOf(IllegalStateException.class);
        drop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " SIS", "a\nb", "\uD83D"})
    void nameOfTheSystemIsATextWithNothingAroundIt(String name) {
        assertThatThrownBy(() -> new WriteOptions(Optional.of(name), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WriteOptions(Optional.empty(), Optional.of(name)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
