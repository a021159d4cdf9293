package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.ClassType;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Manifest;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.OrgType;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.SessionType;
import org.oneroster4j.model.User;
import org.oneroster4j.model.UserId;
import org.oneroster4j.testing.SchoolDrop;
import org.oneroster4j.testing.TextDrop;

/** Folders, names of files, headers and the manifest. */
class OneRosterDropTest {
    private static final String USERS = "users.csv";

    @TempDir
    private Path folder = Path.of("");

    private static SchoolDrop school() {
        return SchoolDrop.create()
                .district("D")
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1", Map.of("userIds", "{LDAP:s1},{Fed:x:y}", "grades", "09,10", "orgSourcedIds", "1, 2 ,"))
                .schoolClass("c1", Map.of("periods", "1, 2", "classCode", " A\"1\" "))
                .enroll("s1", "c1", "student", Map.of("beginDate", "8/1/2026", "endDate", ""))
                .enroll("t1", "c1", "teacher", Map.of("primary", "true"));
    }

    // Opening

    @Test
    void folderThatIsNotThereIsAnIOException() {
        assertThatThrownBy(() -> OneRosterDrop.open(folder.resolve("no"), ReadOptions.defaults(), found -> {}))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void fileThatIsNoZipIsUnreadable() throws IOException {
        Path file = Files.createFile(folder.resolve(USERS));
        assertThatThrownBy(() -> OneRosterDrop.open(file, ReadOptions.defaults(), found -> {}))
                .isInstanceOf(DropUnreadableException.class);
    }

    @Test
    void emptyFolderIsADropWithoutFiles() {
        Opened empty = Opened.of(folder, TextDrop.empty());
        for (OneRosterFile file : OneRosterFile.values()) {
            assertThat(empty.drop().has(file)).isFalse();
            assertThat(empty.drop().header(file)).isEmpty();
            assertThat(empty.drop().fileName(file)).isEqualTo(file.fileName());
        }
        assertThat(empty.drop().manifest()).isEmpty();
        for (RosterFile<?> file : RosterFile.all()) {
            assertThat(empty.rows(drop -> drop.rows(file))).isEmpty();
        }
        assertThat(empty.findings()).isEmpty();
    }

    @Test
    void foldersAndOtherFilesAreNoFilesOfTheDrop() throws IOException {
        Files.createDirectory(folder.resolve(USERS));
        for (String name : List.of("users.csv.writing", "users.txt", ".users.csv", "users .csv", "user.csv")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(Opened.of(folder, TextDrop.empty()).drop().has(OneRosterFile.USERS))
                .isFalse();
    }

    @Test
    void everyColumnOfEveryFileIsRead() {
        Opened opened = Opened.of(folder, school().toText());
        assertThat(opened.records(OneRosterDrop::orgs)).anySatisfy(org -> {
            assertThat(org.sourcedId()).isEqualTo("1");
            assertThat(org.type()).contains(OrgType.SCHOOL);
            assertThat(org.parentSourcedId()).contains("D");
        });
        assertThat(opened.records(OneRosterDrop::academicSessions))
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.type()).contains(SessionType.TERM);
                    assertThat(term.startDate()).contains(LocalDate.of(2026, 8, 1));
                    assertThat(term.endDate()).contains(LocalDate.of(2026, 12, 20));
                    assertThat(term.schoolYear()).contains(Year.of(2027));
                });
        assertThat(opened.records(OneRosterDrop::courses)).singleElement().satisfies(course -> {
            assertThat(course.orgSourcedId()).isEqualTo("1");
            assertThat(course.courseCode()).contains("Code-c1");
        });
        assertThat(opened.records(OneRosterDrop::classes)).singleElement().satisfies(each -> {
            assertThat(each.courseSourcedId()).isEqualTo("course-c1");
            assertThat(each.classCode()).contains(" A\"1\" ");
            assertThat(each.classType()).contains(ClassType.SCHEDULED);
            assertThat(each.termSourcedIds()).containsExactly("T1");
            assertThat(each.periods()).containsExactly("1", "2");
            assertThat(each.location()).isEmpty();
        });
        assertThat(opened.records(OneRosterDrop::users).get(1)).satisfies(user -> {
            assertThat(user.sourcedId()).isEqualTo("s1");
            assertThat(user.role()).isEqualTo(RoleType.STUDENT);
            assertThat(user.userIds()).containsExactly(new UserId("LDAP", "s1"), new UserId("Fed", "x:y"));
            assertThat(user.grades()).containsExactly("09", "10");
            assertThat(user.orgSourcedIds()).containsExactly("1", "2");
            assertThat(user.email()).contains("s1@example.org");
        });
        assertThat(opened.records(OneRosterDrop::enrollments))
                .hasSize(2)
                .first()
                .satisfies(enrollment -> {
                    assertThat(enrollment.beginDate()).contains(LocalDate.of(2026, 8, 1));
                    assertThat(enrollment.endDate()).isEmpty();
                    assertThat(enrollment.primary()).contains(false);
                });
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void orderOfTheColumnsMeansNothing() throws IOException {
        TextDrop drop = school().toText();
        Opened straight = Opened.of(Files.createDirectory(folder.resolve("a")), drop);
        Opened shuffled = Opened.of(Files.createDirectory(folder.resolve("b")), drop.shuffled(new Random(7)));
        assertThat(shuffled.drop().header(OneRosterFile.USERS))
                .isNotEqualTo(straight.drop().header(OneRosterFile.USERS));
        for (RosterFile<?> file : RosterFile.all()) {
            assertThat(List.<Object>copyOf(shuffled.records(opened -> opened.rows(file))))
                    .containsExactlyInAnyOrderElementsOf(straight.records(opened -> opened.rows(file)));
        }
    }

    @Test
    void namesInTheHeaderAreComparedTrimmedAndWithoutCase() {
        Opened opened = Opened.with(
                folder,
                USERS,
                "\uFEFF SOURCEDID ,\u00A0Role\u200B,\tgivenname,\"familyName \",mine\nu1,student,G,F,x\n");
        assertThat(opened.drop().header(OneRosterFile.USERS))
                .containsExactly("sourcedId", "role", "givenName", "familyName", "mine");
        assertThat(opened.records(OneRosterDrop::users)).singleElement().satisfies(user -> {
            assertThat(user.sourcedId()).isEqualTo("u1");
            assertThat(user.givenName()).isEqualTo("G");
            assertThat(user.familyName()).isEqualTo("F");
        });
    }

    @Test
    void columnThatIsNotThereIsBlank() {
        Opened opened = Opened.with(folder, USERS, "role,sourcedId\nstudent,u1\n");
        List<Row<User>> rows = opened.rows(OneRosterDrop::users);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.text("email")).isEmpty();
            assertThat(row.text("role")).isEqualTo("student");
            User user = row.record().orElseThrow();
            assertThat(user.email()).isEmpty();
            assertThat(user.username()).isEmpty();
            assertThat(user.enabledUser()).isEmpty();
            assertThat(user.orgSourcedIds()).isEmpty();
        });
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void metadataIsInTheOrderOfTheFileWithoutBlankCells() {
        Opened opened = Opened.with(
                folder,
                USERS,
                "metadata.z,sourcedId,Metadata.a,role,metadata.m,other\n 1 ,u1,2,student,\u00A0,x\n,u2,,student,3,\n");
        List<User> users = opened.records(OneRosterDrop::users);
        assertThat(List.copyOf(users.get(0).metadata().entrySet()))
                .containsExactly(Map.entry("metadata.z", " 1 "), Map.entry("Metadata.a", "2"));
        assertThat(users.get(1).metadata()).containsExactly(Map.entry("metadata.m", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n", "\uFEFF\r\n\r\n", "\r"})
    void fileWithoutAHeaderIsThereAndHasNoRows(String text) {
        Opened opened = Opened.with(folder, USERS, text);
        assertThat(opened.drop().has(OneRosterFile.USERS)).isTrue();
        assertThat(opened.drop().header(OneRosterFile.USERS)).isEmpty();
        assertThat(opened.rows(OneRosterDrop::users)).isEmpty();
        assertThat(opened.check(OneRosterFile.USERS)).hasSize(1);
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void rowsCanBeReadAgainByOpeningThemAgainButNotTwiceAtOnce() {
        Opened opened = Opened.of(folder, school().toText());
        assertThat(opened.records(OneRosterDrop::users)).isEqualTo(opened.records(OneRosterDrop::users));
        try (RosterRows<User> users = opened.drop().users()) {
            Iterator<Row<User>> rows = users.iterator();
            assertThatThrownBy(users::iterator).isInstanceOf(IllegalStateException.class);
            assertThat(rows.next().sourcedId()).isEqualTo("t1");
            assertThat(rows.next().location().line()).isEqualTo(3);
            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        RosterRows<User> users = Opened.of(folder, school().toText()).drop().users();
        users.close();
        assertThatCode(users::close).doesNotThrowAnyException();
    }

    @Test
    void anotherCharsetIsReadWhenAskedFor() {
        Opened.write(
                folder, USERS, "sourcedId,role,givenName\nu1,student,Zo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1));
        Opened latin = Opened.in(folder, ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1));
        assertThat(latin.records(OneRosterDrop::users).get(0).givenName()).isEqualTo("Zo\u00EB");
        Opened utf8 = Opened.in(folder, ReadOptions.defaults());
        assertThatThrownBy(() -> utf8.records(OneRosterDrop::users))
                .isInstanceOfSatisfying(
                        DropUnreadableException.class,
                        e -> assertThat(Opened.brief(List.of(e.finding())))
                                .containsExactly("undecodable-text users.csv:2"));
        assertThat(utf8.drop().header(OneRosterFile.USERS)).hasSize(3);
    }

    @Test
    void rowsBeforeAnUnreadablePlaceAreHandedOut() {
        // Once a defect: RecordReader.Rows.next reads ahead, and loses the row it has made when that fails.
        Opened opened = Opened.with(folder, USERS, "sourcedId,role\nu1,student\nu2,student\nu3,\"student\n");
        try (RosterRows<User> users = opened.drop().users()) {
            Iterator<Row<User>> rows = users.iterator();
            assertThat(rows.next().sourcedId()).isEqualTo("u1");
            assertThat(rows.next().sourcedId()).isEqualTo("u2");
            assertThatThrownBy(rows::hasNext).isInstanceOf(DropUnreadableException.class);
        }
    }

    @Test
    void limitsOfTheOptionsHold() {
        ReadOptions narrow = ReadOptions.defaults().withMaxCellLength(255).withMaxColumns(18);
        Opened.write(
                folder, USERS, ("sourcedId,role\nu1,student\nu2," + "x".repeat(256)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Opened.in(folder, narrow).records(OneRosterDrop::users))
                .isInstanceOfSatisfying(
                        DropUnreadableException.class,
                        e -> assertThat(Opened.brief(List.of(e.finding())))
                                .containsExactly("cell-too-long users.csv:3"));
        Opened.write(folder, USERS, ("sourcedId,role\nu1" + ",".repeat(18)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Opened.in(folder, narrow).records(OneRosterDrop::users))
                .isInstanceOfSatisfying(
                        DropUnreadableException.class,
                        e -> assertThat(Opened.brief(List.of(e.finding())))
                                .containsExactly("too-many-columns users.csv:2"));
    }

    // Manifest

    @Test
    void manifestIsReadAsAMap() {
        Opened opened = Opened.of(
                folder,
                school().manifest("file.users", "delta")
                        .manifest("source.systemName", "SIS")
                        .toText());
        Manifest manifest = opened.drop().manifest().orElseThrow();
        assertThat(manifest.oneRosterVersion()).contains("1.1");
        assertThat(manifest.manifestVersion()).contains("1.0");
        assertThat(manifest.mode(OneRosterFile.USERS)).isEqualTo(ImportMode.DELTA);
        assertThat(manifest.mode(OneRosterFile.CLASSES)).isEqualTo(ImportMode.BULK);
        assertThat(manifest.mode(OneRosterFile.RESULTS)).isEqualTo(ImportMode.ABSENT);
        assertThat(manifest.sourceSystemName()).contains("SIS");
        assertThat(manifest.sourceSystemCode()).isEmpty();
    }

    @Test
    void oddRowsOfTheManifestHurtNothing() {
        Opened opened = Opened.with(folder, "manifest.csv", """
                Value, PROPERTYNAME\s
                 BULK ,"FILE.users"
                full,file.orgs
                bulk
                ,
                1.1,oneroster.Version
                bulk,file.nothing
                delta,file.classes,x,y
                bulk,file.classes

                ,file.courses
                """);
        Manifest manifest = opened.drop().manifest().orElseThrow();
        assertThat(manifest.oneRosterVersion()).contains("1.1");
        assertThat(manifest.files())
                .containsOnly(
                        Map.entry(OneRosterFile.USERS, ImportMode.BULK),
                        Map.entry(OneRosterFile.CLASSES, ImportMode.DELTA));
        assertThat(manifest.unreadable()).containsExactlyInAnyOrder(OneRosterFile.ORGS, OneRosterFile.CLASSES);
        assertThat(Opened.brief(opened.check()))
                .contains("manifest-unreadable manifest.csv:3 value", "manifest-unreadable manifest.csv:9 value")
                .noneMatch(told -> told.contains("manifest.csv:11"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "propertyName,value\n", "\n\n"})
    void manifestThatSaysNothingIsThere(String text) {
        Manifest manifest =
                Opened.with(folder, "manifest.csv", text).drop().manifest().orElseThrow();
        assertThat(manifest.oneRosterVersion()).isEmpty();
        assertThat(manifest.files()).isEmpty();
    }
}
