package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;

/** The stops of the contract that are about files which are none of OneRoster CSV, are not there, or are not whole. */
class OtherFilesTest {
    private static final String USERS = "sourcedId,status,role\nu1,,student\n";
    private static final String CLASSES = "sourcedId,title\nc1,Art\n";
    private static final String ENROLLMENTS = "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\n";

    @TempDir
    private Path folder = Path.of("");

    private static Map<String, byte[]> sound() {
        return new HashMap<>(Map.of(
                "users.csv", USERS.getBytes(StandardCharsets.UTF_8),
                "classes.csv", CLASSES.getBytes(StandardCharsets.UTF_8),
                "enrollments.csv", ENROLLMENTS.getBytes(StandardCharsets.UTF_8)));
    }

    private static NamedTexts with(String name, byte[] bytes) {
        Map<String, byte[]> files = sound();
        files.put(name, bytes);
        return NamedTexts.ofBytes(files);
    }

    private static NamedTexts with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Finding> check(NamedTexts drop) {
        List<Finding> found = new ArrayList<>();
        new DropCheck(drop.drop()).isSound(OneRosterFile.ofRoster(), found::add);
        return found;
    }

    // Other formats

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "504B030414000600,a zip or Excel workbook",
                "504B0506,a zip or Excel workbook",
                "D0CF11E0A1B11AE1,an Excel workbook of an old version",
                "1F8B0800,a gzip file",
                "255044462D312E37,a PDF",
                "3C21444F43545950452068746D6C3E,a web page (HTML)",
                "EFBBBF0D0A3C48544D4C3E,a web page (HTML)",
                "3C3F786D6C2076657273696F6E3D2231223F3E,an HTML or XML page",
                "FFFE3C0061003E00,an HTML or XML page"
            })
    void fileThatIsNoCsvIsNamedAndNoMoreIsSaidOfTheDrop(String hex, String format) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        for (String name : List.of("users.csv", "classes.csv", "enrollments.csv", "manifest.csv")) {
            NamedTexts drop = with(name, bytes);
            List<Finding> found = check(drop);
            assertThat(NamedTexts.told(found)).containsExactly("not-csv error " + name + ":0");
            assertThat(found.get(0).message()).isEqualTo(name + " is not CSV: it begins like " + format + ".");
        }
        assertThat(with("orgs.csv", bytes).checked()).noneMatch(told -> told.startsWith("not-csv"));
    }

    @Test
    void linesOfAManifestThatIsNoCsvAreNotReported() {
        NamedTexts drop = with("manifest.csv", "<html>\n<p>Sign in, please</p>\n<p>\"Name\", word</p>\n");
        assertThat(drop.checked()).containsExactly("not-csv error manifest.csv:0");
        assertThat(drop.told()).isEmpty();
    }

    @Test
    void fileThatIsThereTwiceIsReportedNextToOneThatIsNoCsv() {
        // Once a defect: what comes before not-csv in the table of stops was reported without it alone.
        Map<String, byte[]> files = sound();
        files.put("Classes.csv", new byte[0]);
        files.put("enrollments.csv", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(NamedTexts.ofBytes(files).checked())
                .containsExactlyInAnyOrder("duplicate-file error classes.csv:0", "not-csv error enrollments.csv:0");
    }

    @Test
    void textThatOnlyLooksLikeAnotherFormatIsCsv() {
        for (String text : List.of("P,sourcedId,status\n", "\"<a>\",sourcedId,status\n", "PK,sourcedId,status\n")) {
            assertThat(with("users.csv", text).checked()).as(text).containsExactly("manifest-missing notice :0");
        }
    }

    // Other delimiters

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {"; ~ semicolons (;)", "TAB ~ tabs", "| ~ bars (|)"})
    void headerThatIsSeparatedByAnotherSignIsNamed(String sign, String words) {
        String separator = sign.equals("TAB") ? "\t" : sign;
        for (String header : List.of(
                "sourcedId;status;role\nu1;;student\n",
                "\uFEFF\r\n\r\n\"status\";\" SOURCEDID\"\r\n",
                "status;\"a,b\";sourcedid")) {
            NamedTexts drop = with("users.csv", header.replace(";", separator));
            List<Finding> found = check(drop);
            assertThat(NamedTexts.told(found)).containsExactly("other-delimiter error users.csv:0");
            assertThat(found.get(0).message())
                    .startsWith("The cells of users.csv are separated by " + words + ", not by commas.");
        }
        String enrollments = ENROLLMENTS.replace(",", separator);
        assertThat(with("enrollments.csv", enrollments).checked())
                .containsExactly("other-delimiter error enrollments.csv:0");
    }

    @Test
    void headerWithACommaOrWithoutAnIdIsOfNoOtherDelimiter() {
        for (String header : List.of(
                "sourcedId;status,role\n",
                "status;role\n",
                "sourcedIds;status\n",
                "sourcedId\n",
                "",
                "\"a;sourcedId\"")) {
            assertThat(with("users.csv", header).checked())
                    .as(header)
                    .noneMatch(told -> told.startsWith("other-delimiter"));
        }
        assertThat(with("orgs.csv", "sourcedId;name\n").checked())
                .noneMatch(told -> told.startsWith("other-delimiter"));
    }

    // What is there and is no file

    private List<String> checkedFolder() {
        List<Finding> found = new ArrayList<>();
        Opened opened = Opened.in(folder, ReadOptions.defaults());
        new DropCheck(opened.drop()).isSound(OneRosterFile.ofRoster(), found::add);
        return NamedTexts.told(found);
    }

    private void writeSound() {
        sound().forEach((name, bytes) -> Opened.write(folder, name, bytes));
    }

    @Test
    void folderUnderTheNameOfAFileIsNone() throws IOException {
        writeSound();
        Files.createDirectory(folder.resolve("Orgs.csv"));
        Files.createDirectory(folder.resolve("results.csv"));
        Files.createDirectory(folder.resolve("photos"));
        assertThat(checkedFolder())
                .contains("not-a-file error Orgs.csv:0", "not-a-file error results.csv:0")
                .hasSize(3);
        OneRosterDrop drop = Opened.in(folder, ReadOptions.defaults()).drop();
        assertThat(drop.notFiles()).containsExactlyInAnyOrder("Orgs.csv", "results.csv");
        assertThat(drop.isNotAFile(OneRosterFile.ORGS)).isTrue();
        assertThat(drop.isNotAFile(OneRosterFile.USERS)).isFalse();
        assertThat(drop.has(OneRosterFile.ORGS)).isFalse();
    }

    @Test
    void linkToNothingIsNoFileAndOneToAFileIsOne() throws IOException {
        writeSound();
        try {
            Files.move(folder.resolve("users.csv"), folder.resolve("people.txt"));
            Files.createSymbolicLink(folder.resolve("users.csv"), folder.resolve("people.txt"));
            Files.createSymbolicLink(folder.resolve("courses.csv"), folder.resolve("nowhere"));
        } catch (UnsupportedOperationException | FileSystemException e) {
            Assumptions.abort("a file system with links");
        }
        assertThat(checkedFolder()).containsExactly("not-a-file error courses.csv:0", "manifest-missing notice :0");
        Opened opened = Opened.in(folder, ReadOptions.defaults());
        assertThat(opened.records(OneRosterDrop::users))
                .extracting(User::sourcedId)
                .containsExactly("u1");
    }

    @Test
    void folderThatTheManifestNamesIsNotMissingToo() throws IOException {
        writeSound();
        Files.createDirectory(folder.resolve("orgs.csv"));
        SoundDrop.write(folder, "manifest.csv", "propertyName,value\nfile.users,bulk\nfile.orgs,bulk\n");
        assertThat(checkedFolder())
                .contains("not-a-file error orgs.csv:0")
                .noneMatch(told -> told.startsWith("manifest-file-lacking"));
    }

    // The manifest

    @ParameterizedTest
    @CsvSource({"bulk,3", "delta,3", "BULK,3", "absent,0", "'',0", "full,0"})
    void fileOfTheMappingThatTheManifestNamesMustBeThere(String mode, int lacking) {
        String manifest = "propertyName,value\nfile.users,bulk\nfile.classes,bulk\nfile.enrollments,bulk\n"
                + "file.orgs,%1$s\nfile.courses,%1$s\nfile.academicSessions,%1$s\n";
        List<Finding> found = check(with("manifest.csv", manifest.formatted(mode)));
        assertThat(found)
                .filteredOn(finding -> finding.code().code().equals("manifest-file-lacking"))
                .hasSize(lacking)
                .extracting(Finding::message)
                .allMatch(message -> message.contains("orgs.csv")
                        || message.contains("courses.csv")
                        || message.contains("academicSessions.csv"));
        assertThat(NamedTexts.told(found))
                .filteredOn(told -> told.startsWith("manifest-unreadable"))
                .hasSize(mode.equals("full") ? 3 : 0);
    }

    @Test
    void fileThatNoMappingReadsMayBeMissing() {
        String manifest =
                "propertyName,value\nfile.users,bulk\nfile.classes,bulk\nfile.enrollments,bulk\nfile.results,bulk\n";
        assertThat(with("manifest.csv", manifest).checked())
                .containsExactly("manifest-names-missing-file warning manifest.csv:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file.users,\n", "file.users, \n", "file.user,bulk\n", "users,bulk\n"})
    void manifestMustSayHowUsersAreSent(String row) {
        String manifest = "propertyName,value\nfile.classes,bulk\nfile.enrollments,bulk\n" + row;
        List<Finding> found = check(with("manifest.csv", manifest));
        assertThat(NamedTexts.told(found))
                .filteredOn(told -> told.startsWith("manifest-unreadable"))
                .containsExactly("manifest-unreadable error manifest.csv:0");
        assertThat(found)
                .extracting(Finding::message)
                .contains("The manifest does not say whether users.csv is absent, bulk or delta: it has no value for"
                        + " file.users.");
    }

    @Test
    void versionPointsToItsRowAndWithoutOneToTheDrop() {
        assertThat(with("manifest.csv", "propertyName,value\n\noneroster.version,1.1\noneroster.version,1.2\n")
                        .checked())
                .containsExactly("unsupported-version error manifest.csv:4 value");
        assertThat(with("users.csv", "sourcedId,role\n").checked())
                .as("no status in any file")
                .containsExactly("unsupported-version error :0");
    }

    // Files that are not whole

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\0\0", "\n\0\0\0", "\0\0\0\0\0\0"})
    void fileThatEndsInNulWasNotWrittenToItsEnd(String end) {
        for (String start : List.of("", "\uFEFF")) {
            NamedTexts drop = with("users.csv", start + USERS.replace("student", "Jos\u00E9") + "u2,,student\n" + end);
            List<Finding> found = new ArrayList<>();
            assertThat(new DropCheck(drop.drop()).readable(OneRosterFile.required(), found::add))
                    .isFalse();
            assertThat(NamedTexts.told(found)).containsExactly("padded-file error users.csv:0");
            assertThat(readUpTo(drop)).startsWith("u1", "u2");
        }
    }

    private static List<String> readUpTo(NamedTexts drop) {
        List<String> ids = new ArrayList<>();
        try (var rows = drop.drop().users()) {
            rows.forEach(row -> ids.add(row.sourcedId()));
            throw new AssertionError("It was read to its end");
        } catch (DropUnreadableException e) {
            assertThat(e.finding().code().code()).isEqualTo("padded-file");
        }
        return ids;
    }

    @Test
    void nulInTheMiddleAndTextInUtf16AreNoPadding() {
        assertThat(with("users.csv", USERS + "u\0,,student\n").rows(User.class)).hasSize(2);
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            NamedTexts drop = with("users.csv", ("\uFEFF" + USERS).getBytes(charset));
            assertThat(drop.ids(User.class)).containsExactly("u1");
            NamedTexts padded = with("users.csv", ("\uFEFF" + USERS + "\0").getBytes(charset));
            assertThat(readUpTo(padded)).startsWith("u1");
        }
    }

    @Test
    void paddingIsReportedNextToBytesThatAreNoText() {
        byte[] bytes = (USERS + "\u00E4,,student\n\0\0").getBytes(StandardCharsets.ISO_8859_1);
        List<Finding> found = new ArrayList<>();
        assertThat(new DropCheck(with("users.csv", bytes).drop()).readable(OneRosterFile.required(), found::add))
                .isFalse();
        assertThat(NamedTexts.told(found))
                .containsExactly("undecodable-text error users.csv:3", "padded-file error users.csv:0");
    }

    @Test
    void manifestThatEndsInNulIsRead() {
        NamedTexts drop = with("manifest.csv", "propertyName,value\nfile.users,bulk\n\0\0");
        assertThat(drop.drop().manifest().orElseThrow().files()).containsOnlyKeys(OneRosterFile.USERS);
        List<Finding> found = new ArrayList<>();
        assertThat(new DropCheck(drop.drop()).readable(List.of(OneRosterFile.MANIFEST), found::add))
                .isTrue();
    }

    // Why a first line may be no header

    @Test
    void hintSaysWhyTheFirstLineIsNoHeader() {
        assertThat(hint("")).get().asString().startsWith("The file is empty");
        assertThat(hint("sep=,\nsourcedId,role\n")).get().asString().startsWith("Line 1 is a sep= line");
        assertThat(hint("Report of users\n\nsourcedId,role\n"))
                .contains("Line 3 looks like the header: remove the lines before it.");
        assertThat(hint("\"sourcedId,role\"\n\"u1,student\"\n"))
                .get()
                .asString()
                .startsWith("Each row is one cell in quotes");
        assertThat(with("users.csv", "sourcedId,role\n".getBytes(StandardCharsets.UTF_16LE))
                        .drop()
                        .headerHint(OneRosterFile.USERS))
                .get()
                .asString()
                .startsWith("The file looks like UTF-16");
        assertThat(hint(USERS)).isEmpty();
        assertThat(hint(",,\n\n" + USERS))
                .as("lines without a value are ignored")
                .isEmpty();
        assertThat(with("users.csv", USERS).drop().headerHint(OneRosterFile.ORGS))
                .isEmpty();
    }

    private static Optional<String> hint(String users) {
        return with("users.csv", users).drop().headerHint(OneRosterFile.USERS);
    }
}
