package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.testing.SchoolDrop;

/** Names of files, headers and the version of a drop. */
class DropCheckTest {
    @TempDir
    private Path folder = Path.of("");

    private DropCheck check(SchoolDrop drop) {
        return new DropCheck(Opened.of(folder, drop.toText()).drop());
    }

    private Opened opened() {
        return Opened.in(folder, ReadOptions.defaults());
    }

    private void write(String name, String text) {
        Opened.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    // Names

    @Test
    void filesAreFoundWhateverTheCaseOfTheirNames() {
        write("USERS.CSV", "sourcedId,role\nu1,student\n");
        write("AcademicSessions.csv", "sourcedId\n");
        Opened opened = opened();
        assertThat(opened.records(OneRosterDrop::users)).hasSize(1);
        assertThat(opened.drop().fileName(OneRosterFile.USERS)).isEqualTo("USERS.CSV");
        assertThat(Opened.brief(opened.check()))
                .containsExactly(
                        "file-name-case AcademicSessions.csv:0", "file-name-case USERS.CSV:0", "manifest-missing :0");
    }

    @Test
    void namesThatDifferOnlyByCaseAreADuplicate() {
        write("Users.csv", "sourcedId,role\nold,student\n");
        write("users.csv", "sourcedId,role\nnew,student\n");
        Assumptions.assumeTrue(
                folder.resolve("Users.csv").toFile().length() == "sourcedId,role\nold,student\n".length(),
                "a file system that tells case apart");
        write("ORGS.csv", "sourcedId\n");
        write("Orgs.csv", "sourcedId\n");
        write("Results.csv", "");
        write("RESULTS.CSV", "");
        Opened opened = opened();
        List<Finding> found = opened.check();
        assertThat(Opened.brief(found))
                .containsExactly(
                        "duplicate-file ORGS.csv:0",
                        "duplicate-file users.csv:0",
                        "duplicate-file RESULTS.CSV:0",
                        "manifest-missing :0");
        assertThat(opened.records(OneRosterDrop::users))
                .extracting(user -> user.sourcedId())
                .containsExactly("new");
    }

    @Test
    void cleanDropHasNothingToReport() {
        Opened opened = Opened.of(folder, SchoolDrop.create().school("1").toText());
        assertThat(opened.check(OneRosterFile.values())).isEmpty();
        assertThat(new DropCheck(opened.drop()).otherVersion()).isEmpty();
    }

    // Headers

    @Test
    void headerThatStandsTwiceIsReportedOnceUnderItsName() {
        write("users.csv", "sourcedId,role, ROLE ,,,Role,metadata.A,METADATA.a,x,X\nu1,student,teacher\n");
        write("manifest.csv", "propertyName,value\nfile.users,bulk\n");
        assertThat(Opened.brief(opened().check(OneRosterFile.USERS)))
                .containsExactly(
                        "duplicate-header users.csv:1 role",
                        "duplicate-header users.csv:1 column 8",
                        "duplicate-header users.csv:1 column 10");
    }

    @Test
    void firstLineOfAFileWithoutAHeaderIsNotRepeated() {
        write("users.csv", "canary-1,canary-2,canary-2,student\n");
        assertThat(opened().check(OneRosterFile.USERS).toString()).doesNotContain("canary");
    }

    @Test
    void headersOfFilesThatAreNotAskedForAreNotLookedAt() {
        write("users.csv", "sourcedId,role,role\n");
        assertThat(Opened.brief(opened().check(OneRosterFile.ORGS))).containsExactly("manifest-missing :0");
    }

    // Version

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.1.1", " 1.1 ", "\u00A01.1"})
    void versionOneOneIsSupported(String version) {
        assertThat(check(SchoolDrop.create().manifest("oneroster.version", version))
                        .otherVersion())
                .isEmpty();
    }

    @Test
    void versionOneTwoOfTheManifestIsNamed() {
        assertThat(check(SchoolDrop.create().manifest("oneroster.version", "1.2"))
                        .otherVersion())
                .contains("OneRoster 1.2");
    }

    @Test
    void versionThatIsNoNumberIsNotRepeated() {
        assertThat(check(SchoolDrop.create().manifest("oneroster.version", "canary"))
                        .otherVersion())
                .isPresent()
                .get()
                .asString()
                .doesNotContain("canary");
    }

    @Test
    void versionThatStandsTwiceCountsAsTheOtherOne() {
        for (String rows : List.of("1.1|1.2", "1.2|1.1", "|1.2", "1.2|")) {
            String[] two = rows.split("\\|", -1);
            write("manifest.csv", "propertyName,value\noneroster.version," + two[0] + "\nOneRoster.Version," + two[1]);
            assertThat(new DropCheck(opened().drop()).otherVersion()).contains("OneRoster 1.2");
        }
    }

    @Test
    void usersOfVersionOneTwoAreRecognisedWithoutAManifest() {
        write("users.csv", "sourcedId,status,UserMasterIdentifier,givenName\n");
        assertThat(new DropCheck(opened().drop()).otherVersion()).contains("OneRoster 1.2");
        write("users.csv", "sourcedId,status,userMasterIdentifier,role\n");
        assertThat(new DropCheck(opened().drop()).otherVersion()).isEmpty();
    }

    @Test
    void filesWithoutStatusAreSchoolDataSync() {
        write("users.csv", "sourcedId,username,role\n");
        write("enrollments.csv", "classSourcedId,userSourcedId,role\n");
        write("manifest.csv", "propertyName,value\noneroster.version,\n");
        assertThat(new DropCheck(opened().drop()).otherVersion())
                .get()
                .asString()
                .contains("School Data Sync");
        write("classes.csv", "sourcedId,Status\n");
        assertThat(new DropCheck(opened().drop()).otherVersion()).isEmpty();
    }

    @Test
    void manifestDecidesAgainstTheHeaders() {
        write("users.csv", "sourcedId,userMasterIdentifier\n");
        write("manifest.csv", "propertyName,value\noneroster.version,1.1\n");
        assertThat(new DropCheck(opened().drop()).otherVersion()).isEmpty();
    }

    @Test
    void emptyFolderIsOfNoOtherVersion() {
        assertThat(new DropCheck(opened().drop()).otherVersion()).isEmpty();
    }

    // Readability

    @Test
    void everyFileThatCannotBeReadIsReported() {
        write("users.csv", "sourcedId\nu1\n\"canary\n");
        write("orgs.csv", "sourcedId\no1\n");
        Opened.write(folder, "courses.csv", new byte[] {'a', '\n', '\n', (byte) 0xE4, '\n'});
        List<Finding> found = new ArrayList<>();
        DropCheck check = new DropCheck(opened().drop());
        assertThat(check.readable(
                        List.of(OneRosterFile.ORGS, OneRosterFile.COURSES, OneRosterFile.USERS, OneRosterFile.CLASSES),
                        found::add))
                .isFalse();
        assertThat(Opened.brief(found))
                .containsExactly("undecodable-text courses.csv:3", "unterminated-quote users.csv:3");
        assertThat(found.get(0).message()).contains("offset 3");
        assertThat(check.readable(List.of(OneRosterFile.ORGS), found::add)).isTrue();
    }

    @Test
    void manifestThatCannotBeReadIsAnException() {
        Opened.write(folder, "manifest.csv", new byte[] {(byte) 0xE4});
        OneRosterDrop drop = opened().drop();
        assertThatThrownBy(drop::manifest).isInstanceOf(DropUnreadableException.class);
        assertThatThrownBy(() -> new DropCheck(drop).otherVersion()).isInstanceOf(DropUnreadableException.class);
    }
}
