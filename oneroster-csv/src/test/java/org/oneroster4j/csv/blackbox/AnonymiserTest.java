package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.anonymise.Anonymised;
import org.oneroster4j.csv.anonymise.Anonymiser;
import org.oneroster4j.csv.oracle.PlainSplitter;
import org.oneroster4j.model.User;

/** What becomes of the texts of people in a drop, one rule at a time. */
class AnonymiserTest {
    private static final String USERS = "sourcedId,role,username,givenName,familyName,email,identifier,userIds,phone\n";

    @TempDir
    private Path folder = Path.of("");

    private int runs;

    private Map<String, byte[]> anonymised(Map<String, byte[]> drop, ReadOptions options) {
        Map<String, ByteSource> files = new HashMap<>();
        drop.forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        Path out = folder.resolve("out" + runs++);
        try {
            Anonymiser.of(5).anonymise(OneRosterDrop.of(files, options, finding -> {}), out);
            Map<String, byte[]> written = new HashMap<>();
            for (String name : drop.keySet()) {
                written.put(name, Files.readAllBytes(out.resolve(name)));
            }
            return written;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> anonymised(Map<String, String> drop) {
        Map<String, byte[]> bytes = new HashMap<>();
        drop.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> texts = new HashMap<>();
        anonymised(bytes, ReadOptions.defaults())
                .forEach((name, written) -> texts.put(name, new String(written, StandardCharsets.UTF_8)));
        return texts;
    }

    private String anonymised(String name, String text) {
        return anonymised(Map.of(name, text)).getOrDefault(name, "");
    }

    private static List<List<String>> cells(String text) {
        return PlainSplitter.split(text).orElseThrow().stream()
                .map(PlainSplitter.PlainRecord::cells)
                .toList();
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    @Test
    void lettersBecomeLettersOfTheSameCaseAndAllElseStays() {
        String text =
                USERS + "u1,student,jo-Ann.77@x,\" O'Neil (Bo) \",Ñuñez,a@b.example,0042-17,\"{SIS:ab:7}\",+1 555\n";
        List<String> row = cells(anonymised("users.csv", text)).get(1);

        assertThat(row.subList(0, 2)).containsExactly("u1", "student");
        assertThat(row.get(2)).matches("[a-z]{2}-[A-Z][a-z]{2}\\.\\d\\d@[a-z]").isNotEqualTo("jo-Ann.77@x");
        assertThat(row.get(3)).matches(" [A-Z]'[A-Z][a-z]{3} \\([A-Z][a-z]\\) ");
        assertThat(row.get(4)).matches("\\p{Lu}[a-z]\\p{Ll}[a-z]{2}").isNotEqualTo("Ñuñez");
        assertThat(row.get(6)).matches("\\d{4}-\\d{2}");
        assertThat(row.get(7)).matches("\\{SIS:[a-z]{2}:\\d}");
        assertThat(row.get(8)).matches("\\+\\d \\d{3}");
    }

    @Test
    void headerThatSwallowsRowsByAQuoteTooManyKeepsNobody() {
        String text = "sourcedId,role,\"username,givenName,phone,metadata.x\nu1,student,ana.b,Ana,555-0100,\"blue\n"
                + "u2,student,jo.c,Jo,555-0101,red\n";
        String written = anonymised("users.csv", text);

        assertThat(written)
                .startsWith("sourcedId,role,\"username,givenName,phone,")
                .doesNotContain("ana.b", "Ana", "555-0100", "jo.c", "Jo", "555-0101");
    }

    @Test
    void versionsOfAManifestStayWhereverTheyStandInIt() {
        String manifest = "proper\ntyName,value\nmanif,est.version,1.0\noneroster.version,1.2\n";
        assertThat(anonymised("manifest.csv", manifest)).contains(",1.0\n", "oneroster.version,1.2\n");
    }

    @Test
    void cellsBehindWhatAHeaderSwallowedKeepNobodyEither() {
        String text = "sourcedId,role,\"metadata.x,note,username,phone\nu1,\"red, blue\",student,ana.b,555-0100\n"
                + "u2,student,,jo.c,555-0101\n";

        assertThat(anonymised("users.csv", text)).doesNotContain("ana.b", "555-0100", "jo.c", "555-0101");
    }

    /** A birth date of a column of the sender's own is below a date, a name below an id that another row has. */
    @Test
    void rowOfAWrongShapeKeepsNeitherDatesNorIds() {
        String text = "givenName,sourcedId,dateLastModified,metadata.born,role\nAnna,Bartholomew,,2012-04-11,student\n"
                + "Bartholomew,Senior,u2,2026-01-01,2012-04-12,student\nCora,u3,2012-04-13,student\n";
        String written = anonymised("users.csv", text);

        assertThat(written)
                .doesNotContain("2012-04-1", "u2", "u3", "Cora", "Senior", "\nBartholomew")
                .contains("student\n");
    }

    /** The one row with a blank cell beyond the header has shifted. */
    @Test
    void rowWithABlankCellTooManyKeepsNobody() {
        String text = "givenName,sourcedId,role,phone\n,Anna,u1,student,\nCora,u3,student,\n";

        assertThat(anonymised("users.csv", text)).doesNotContain("Anna", "Cora").contains(",u3,student,");
    }

    @Test
    void headerThatTookInTheFirstRowKeepsNobody() {
        String text = "sourcedId,role,username,givenName,u1,student,ana.b,Anna\nu2,student,jo.c,Jo\n";

        assertThat(anonymised("users.csv", text))
                .startsWith("sourcedId,role,username,givenName,")
                .doesNotContain("ana.b", "Anna", "jo.c");
    }

    /** By its beginning a reader tells a column of the sender's own, also where a quote took the other names. */
    @Test
    void columnOfTheSendersOwnStaysOneWhereTheOtherNamesAreSwallowed() {
        String text = "metadata.House Team,\"sourcedId,role,username\n\"x\",u1,student,ana.b\n";

        assertThat(anonymised("users.csv", text))
                .startsWith("metadata.")
                .doesNotStartWith("metadata.House Team")
                .doesNotContain("ana.b");
    }

    /** Nobody knows whether the columns of the row have shifted; three grades are no text of a person for that. */
    @Test
    void gradesOfARowWithCellsBehindTheHeaderStayGrades() {
        List<String> header = RosterFile.of(User.class).header();
        int grades = header.indexOf("grades");
        String text = String.join(",", header) + "\n"
                + "u1,,,true,,student,ana.b,,A,B,,,,,,,\"09,10,11\",,\n"
                + "u2,,,true,,student,jo.c,,C,D,,,,,,,\"09,10x\",,\n";
        List<List<String>> rows = cells(anonymised("users.csv", text));

        assertThat(rows.get(1)).hasSize(header.size() + 1);
        assertThat(rows.get(1).get(grades)).isEqualTo("09,10,11");
        assertThat(rows.get(2).get(grades)).matches("09,\\d{2}[a-z]").isNotEqualTo("09,10x");
    }

    @Test
    void spellingsOfOneTextAreSpellingsOfOneReplacement() {
        List<String> spellings = List.of(
                "Zoë Müller",
                "ZOË MÜLLER",
                Normalizer.normalize("Zoë Müller", Normalizer.Form.NFD),
                "\u00A0zoë müller ",
                "Zoë  Müller");
        StringBuilder text = new StringBuilder(USERS);
        spellings.forEach(name -> text.append("u,student,a,").append(name).append(",b,,,,\n"));
        List<String> written = cells(anonymised("users.csv", text.toString())).stream()
                .skip(1)
                .map(row -> row.get(3))
                .toList();

        assertThat(written).doesNotHaveDuplicates();
        assertThat(written.stream()
                        .map(name ->
                                key(name).strip().replaceAll("[\u00A0 ]+", " ").strip()))
                .containsOnly(key(written.get(0)));
        assertThat(written.get(1)).isEqualTo(written.get(0).toUpperCase(Locale.ROOT));
        assertThat(written.get(2)).isEqualTo(Normalizer.normalize(written.get(0), Normalizer.Form.NFD));
        assertThat(written.get(0)).hasSameSizeAs("Zoë Müller").doesNotContain("Zo");
    }

    @Test
    void differentTextsStayDifferentEvenWhereNearlyAllOfTheirFormAreTaken() {
        StringBuilder text = new StringBuilder(USERS);
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                text.append("u,student,").append(first).append(second).append(",A,B,,,,\n");
            }
        }
        for (int number = 0; number < 1000; number++) {
            text.append("u,student,")
                    .append(String.format(Locale.ROOT, "%03d", number))
                    .append(",A,B,,,,\n");
        }
        Set<String> written = new HashSet<>();
        List<List<String>> rows = cells(anonymised("users.csv", text.toString()));
        rows.stream().skip(1).forEach(row -> written.add(row.get(2)));

        assertThat(written).hasSize(26 * 26 + 1000);
    }

    @Test
    void replacementIsNoTextOfSomebodyElse() {
        StringBuilder text = new StringBuilder(USERS);
        Set<String> before = new HashSet<>();
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'h'; second++) {
                String name = "" + first + second;
                before.add(name);
                text.append("u,student,")
                        .append(name)
                        .append(",A,B,")
                        .append(name)
                        .append("@c.example,,,\n");
            }
        }
        List<List<String>> rows = cells(anonymised("users.csv", text.toString()));

        assertThat(rows.stream().skip(1).map(row -> row.get(2))).noneMatch(before::contains);
        assertThat(rows.stream().skip(1).flatMap(row -> Arrays.stream(row.get(5).split("[@.]"))))
                .noneMatch(before::contains);
    }

    @Test
    void textsOfPeopleInOtherTextsGetTheSameReplacements() {
        Map<String, String> written = anonymised(Map.of(
                "users.csv",
                USERS + "u1,teacher,jsmith,Ana,Smith-Jones,,,,\nu2,teacher,k9,Bo,Student,,1234,,\n",
                "classes.csv",
                "sourcedId,title,classCode,periods\nc1,Art with SMITH-JONES,jsmith/1,1\nc2,Anatomy,Student 1234,\n"));
        List<List<String>> users = cells(written.getOrDefault("users.csv", ""));
        List<List<String>> classes = cells(written.getOrDefault("classes.csv", ""));

        String family = users.get(1).get(4);
        assertThat(classes.get(1))
                .containsExactly(
                        "c1",
                        "Art with " + family.toUpperCase(Locale.ROOT),
                        users.get(1).get(2) + "/1",
                        "1");
        assertThat(classes.get(2)).containsExactly("c2", "Anatomy", "Student 1234", "");
    }

    @Test
    void partOfANameWithSeveralWordsIsATextOfAPersonToo() {
        Map<String, String> written = anonymised(Map.of(
                "users.csv",
                USERS + "u1,teacher,j,Ana,de la Cruz,,,,\n",
                "classes.csv",
                "sourcedId,title\nc1,Señora Cruz de 1\n"));

        assertThat(written.get("classes.csv"))
                .contains("Señora ")
                .doesNotContain("Cruz")
                .contains(" de 1");
    }

    @Test
    void referenceStaysUnlessItIsATextOfAPersonAndNamesNoRow() {
        Map<String, String> written = anonymised(Map.of(
                "users.csv", USERS + "u1,student,jsmith,Ana,Lee,,,,\nklee,student,klee,Kim,Lee,,,,\n",
                "enrollments.csv",
                        "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,jsmith,student\n"
                                + "e3,c1,klee,student\ne4,c1,nobody,student\n"));
        List<List<String>> users = cells(written.getOrDefault("users.csv", ""));
        List<List<String>> enrollments = cells(written.getOrDefault("enrollments.csv", ""));

        assertThat(enrollments.stream().skip(1).map(row -> row.get(2)))
                .containsExactly("u1", users.get(1).get(2), "klee", "nobody");
        assertThat(users.get(2).get(2)).isNotEqualTo("klee");
    }

    @Test
    void birthDatesBecomeOtherDatesOfTheSameFormAndOtherDatesStay() {
        String text = "sourcedId,birthDate,sex,cityOfBirth,countryOfBirthCode,dateLastModified\n"
                + "u1,2010-05-14,male,Ely,US,2026-01-02T00:00:00Z\nu2,5/4/2010,,Ely,,\nu3,2010/12/01 08:15,,,,\nu4,2010-02-30,,,,\n";
        List<List<String>> rows = cells(anonymised("demographics.csv", text));

        assertThat(rows.get(1).get(1)).matches("(19|20)\\d\\d-[01]\\d-[0-3]\\d").isNotEqualTo("2010-05-14");
        assertThat(rows.get(2).get(1)).matches("\\d/\\d/\\d{4}").isNotEqualTo("5/4/2010");
        assertThat(rows.get(3).get(1)).matches("\\d{4}/\\d\\d/\\d\\d 08:15").doesNotContain("2010/12/01");
        assertThat(rows.get(4).get(1)).matches("\\d{4}-\\d\\d-\\d\\d").isNotEqualTo("2010-02-30");
        assertThat(rows.get(1).get(2)).isEqualTo("male");
        assertThat(rows.get(1).get(3)).isEqualTo(rows.get(2).get(3)).isNotEqualTo("Ely");
        assertThat(rows.get(1).get(5)).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void cellsOfUnknownColumnsAndCommentsAreReplaced() {
        String text =
                "sourcedId,lineItemSourcedId,studentSourcedId,comment,metadata.note,homeTown,\nr1,l1,u1,Well done,shy,Ely,x9y\n";
        List<String> row = cells(anonymised("results.csv", text)).get(1);

        assertThat(row.subList(0, 3)).containsExactly("r1", "l1", "u1");
        assertThat(row.get(3)).matches("[A-Z][a-z]{3} [a-z]{4}").isNotEqualTo("Well done");
        assertThat(row.subList(4, 7)).doesNotContain("shy", "Ely", "x9y").noneMatch(String::isBlank);
    }

    @Test
    void unsafeAndBlankTextsStayUnsafeAndBlank() {
        String text = USERS + "u1,student,!ann,\u00A0,*,a\tb,\u200B,,\n";
        List<String> row = cells(anonymised("users.csv", text)).get(1);

        assertThat(row.get(2)).matches("![a-z]{3}").isNotEqualTo("!ann");
        assertThat(row.subList(3, 5)).containsExactly("\u00A0", "*");
        assertThat(row.get(5)).matches("[a-z]\t[a-z]");
        assertThat(row.get(6)).isEqualTo("\u200B");
    }

    @Test
    void bytesOutsideOfReplacedCellsAreThoseOfTheFile() {
        String text =
                "\uFEFF\r\n\"sourcedId\",\" Role\",username,note\r\n\r\n\"u1\",student,\"A\"\"b\",\"x\r\ny\"\r\n\n";
        String written = anonymised("users.csv", text);

        assertThat(written.replaceAll("[A-Za-z]", "?")).isEqualTo(text.replaceAll("[A-Za-z]", "?"));
        assertThat(written).startsWith("\uFEFF\r\n\"sourcedId\",\" Role\",username,note\r\n\r\n\"u1\",student,\"");
        assertThat(written).doesNotContain("A\"\"b").doesNotContain("x\r\ny");
    }

    @Test
    void otherCharsetsAndUtf16StayWhatTheyAre() {
        Charset western = Charset.forName("windows-1252");
        String text = USERS + "u1,student,jörg,Jörg,Weiß,,,,\n";
        byte[] ofWestern = anonymised(
                        Map.of("users.csv", text.getBytes(western)),
                        ReadOptions.defaults().withCharset(western))
                .getOrDefault("users.csv", new byte[0]);
        byte[] ofUtf16 = anonymised(
                        Map.of("users.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
                        ReadOptions.defaults())
                .getOrDefault("users.csv", new byte[0]);

        assertThat(ofWestern).hasSize(text.length());
        assertThat(new String(ofWestern, western))
                .startsWith(USERS + "u1,student,")
                .doesNotContain("örg", "?");
        assertThat(new String(ofUtf16, StandardCharsets.UTF_16LE))
                .startsWith("\uFEFF" + USERS + "u1,student,")
                .hasSize(text.length() + 1)
                .doesNotContain("örg");
    }

    @Test
    void nothingOfPeopleStandsBehindWhatCannotBeRead() {
        byte[] text = (USERS + "u1,student,anna,Anna,Lee,,,,\nu2,student,berta,Bérta,Lee,,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] written =
                anonymised(Map.of("users.csv", text), ReadOptions.defaults()).getOrDefault("users.csv", new byte[0]);
        int bad = new String(text, StandardCharsets.ISO_8859_1).indexOf('é');

        assertThat(written).hasSize(bad + 1);
        assertThat(written[bad]).isEqualTo((byte) 0xFF);
        assertThat(new String(written, StandardCharsets.ISO_8859_1)).doesNotContain("berta", ",B");
    }

    @Test
    void allWordsBehindAQuoteThatIsNeverClosedAreReplaced() {
        String text = USERS
                + "u1,student,anna,Anna,Lee,,,,\nu2,student,\"berta,Berta,Otto,,,,\nu3,teacher,carl,Carl,Zeta,,,,\n";
        String written = anonymised("users.csv", text);

        assertThat(written).hasSameSizeAs(text).doesNotContain("erta", "Otto", "carl", "Carl", "Zeta");
        assertThat(written.replaceAll("[A-Za-z0-9]", "?")).isEqualTo(text.replaceAll("[A-Za-z0-9]", "?"));
    }

    @Test
    void rowsThatAreLostKeepTheirWordsAndTheIdsThatAnotherRowNames() {
        String text = USERS
                + "u1,student,anna,Anna,Lee,,,,,Otto\nu2,student,\"berta\"Clara,Berta,Lee,,,,\nu3,pupil,dora,Dora,Lee,,,,\n";
        String enrollments = "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,u2,student\n";
        String written = anonymised(Map.of("users.csv", text, "enrollments.csv", enrollments))
                .getOrDefault("users.csv", "");

        assertThat(written).contains("\nu1,student,", "\nu2,student,\"", "\nu3,");
        assertThat(written).doesNotContain("Otto", "Clara", "berta", "Berta", "pupil", "dora", "Lee");

        // Nothing but its place says that it is an id, and the columns of the row may have shifted.
        assertThat(anonymised("users.csv", text))
                .containsPattern("\n[a-z]\\d,student,")
                .contains("\nu3,")
                .doesNotContain("u1", "u2", "Otto", "Clara", "berta", "Berta", "pupil", "dora", "Lee");
    }

    @Test
    void fileWithoutHeaderHasNobodyInItsFirstLine() {
        String written = anonymised("users.csv", "anna,Anna Lee,anna@x.example\nberta,Berta Lee,berta@x.example\n");

        assertThat(written).doesNotContain("nna", "Lee", "erta").contains("@");
    }

    @Test
    void resultTellsWhatWasReplacedAndNoText() throws IOException {
        Map<String, ByteSource> drop = Map.of(
                "Users.csv", source(USERS + "anna,student,anna,Anna,Lee,,,,\nu2,student,b7,Bo,Lee,,,,\n"),
                "photo.jpg", source("x"));
        Anonymised done = Anonymiser.of(1).anonymise(drop, folder.resolve("new"));

        assertThat(done.files()).containsExactly("Users.csv");
        assertThat(done.replaced())
                .isEqualTo(Map.of("Users.csv", Map.of("username", 2L, "givenName", 2L, "familyName", 2L)));
        assertThat(done.idsOfPeople()).isEqualTo(1);
        assertThat(done.otherFiles()).isEqualTo(1);
        assertThat(done.cells()).isEqualTo(6);
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**/photo.jpg");
    }

    private static ByteSource source(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void folderForTheResultMustBeEmptyOrNew() throws IOException {
        Path out = Files.createDirectory(folder.resolve("full"));
        Files.writeString(out.resolve("a.txt"), "a");
        Path file = Files.writeString(folder.resolve("file"), "a");
        Map<String, ByteSource> drop = Map.of("users.csv", source(USERS));

        for (Path wrong : List.of(out, file)) {
            assertThatThrownBy(() -> Anonymiser.of(1).anonymise(drop, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Anonymiser.of(1).anonymise(folder, folder.resolve("inside")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the drop");
    }

    @Test
    void nothingIsLeftWhenTheMediumFails() {
        int[] opened = {0};
        ByteSource failing = () -> {
            if (++opened[0] < 3) {
                return source(USERS).open();
            }
            throw new IOException("gone");
        };
        Path out = folder.resolve("failed");

        assertThatThrownBy(() -> Anonymiser.of(1)
                        .anonymise(Map.of("orgs.csv", source("sourcedId\n"), "users.csv", failing), out))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(out).isEmptyDirectory();
    }
}
