package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoCode;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.SchoolDrop;
import org.oneroster4j.testing.TextDrop;

/** What stops a run whatever the settings: each code of the contract's table, just below and just above its number. */
class StopsTest {
    private static final MappingSettings SETTINGS = MappingSettings.of(Identity.USERNAME, Drops.AS_OF);

    /** A school with so many students in one class. */
    private static SchoolDrop school(int students) {
        SchoolDrop drop = SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher");
        for (int i = 1; i <= students; i++) {
            drop = drop.student("s" + i).enroll("s" + i, "c1", "student");
        }
        return drop;
    }

    private static List<String> reasons(SchoolDrop drop) {
        return reasons(drop.toText().bytes());
    }

    /** The reasons, after the second reading of the contract has agreed with them. */
    private static List<String> reasons(Map<String, byte[]> drop) {
        OracleProperties.assertAgreement(drop, SETTINGS);
        Conversion conversion = Conversion.of(drop, SETTINGS);
        assertThat(conversion.files().isEmpty())
                .isEqualTo(!conversion.summary().orElseThrow().reasons().isEmpty());
        return conversion.summary().orElseThrow().reasons();
    }

    @Test
    void requiredFileMissing() {
        assertThat(reasons(school(1).without("users.csv"))).containsExactly("required-file-missing");
        assertThat(reasons(school(1).without("orgs.csv"))).isEmpty();
    }

    @Test
    void missingFileHidesNoOtherReason() {
        Map<String, byte[]> drop =
                with("orgs.csv", "sourcedId,status\r\n\u00E9,\r\n".getBytes(StandardCharsets.ISO_8859_1));
        drop.remove("users.csv");

        assertThat(reasons(drop)).containsExactly("required-file-missing", "undecodable-text");
    }

    @Test
    void fileTwiceInDifferentCase() {
        Map<String, byte[]> drop = new HashMap<>(school(1).toText().bytes());
        drop.put("LineItems.csv", new byte[0]);
        drop.put("lineitems.csv", new byte[0]);

        assertThat(reasons(drop)).containsExactly("duplicate-file");
    }

    @Test
    void nothingBelowAnotherVersionIsReported() {
        assertThat(reasons(school(1).manifest("oneroster.version", "1.2").without("users.csv")))
                .containsExactly("required-file-missing", "unsupported-version");
        assertThat(reasons(school(1).manifest("oneroster.version", "1.2").manifest("file.users", "delta")))
                .containsExactly("unsupported-version");
        assertThat(reasons(school(1).manifest("oneroster.version", "1.1.1"))).isEmpty();
    }

    @Test
    void changesWithoutAFullDrop() {
        assertThat(reasons(school(1).manifest("file.users", "delta"))).containsExactly("delta-without-baseline");
        assertThat(reasons(school(1).manifest("file.demographics", "delta"))).isEmpty();
    }

    private static Map<String, byte[]> with(String file, byte[] bytes) {
        Map<String, byte[]> drop = new HashMap<>(school(1).toText().bytes());
        drop.put(file, bytes);
        return drop;
    }

    private static String text(Map<String, byte[]> drop, String file) {
        return new String(drop.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> rewritten(String file, UnaryOperator<String> change) {
        String text = change.apply(text(school(1).toText().bytes(), file));
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fileThatIsSomethingElse() {
        Map<String, byte[]> starts = Map.of(
                "a workbook", new byte[] {'P', 'K', 3, 4, 20, 0},
                "gzip", new byte[] {0x1F, (byte) 0x8B, 8, 0},
                "PDF", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                "a sign-in page", "\r\n<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII),
                "XML", "<?xml version=\"1.0\"?>".getBytes(StandardCharsets.US_ASCII));
        starts.forEach((what, bytes) -> {
            for (String file : List.of("users.csv", "classes.csv", "enrollments.csv", "manifest.csv")) {
                assertThat(reasons(with(file, bytes))).as(what + " as " + file).containsExactly("not-csv");
            }
        });
    }

    @Test
    void otherDelimiterIsNamed() {
        for (String sign : List.of(";", "\t", "|")) {
            Map<String, byte[]> drop = rewritten("classes.csv", text -> text.replace(",", sign));

            assertThat(reasons(drop)).containsExactly("other-delimiter");
        }
        assertThat(reasons(rewritten("orgs.csv", text -> text.replace(",", ";"))))
                .containsExactly("missing-header");
    }

    @Test
    void uploadThatLacksAFileOfItsManifest() {
        for (String file : List.of("academicSessions", "orgs", "courses")) {
            assertThat(reasons(school(1).manifest("file." + file, "bulk").without(file + ".csv")))
                    .containsExactly("manifest-file-lacking");
        }
        assertThat(reasons(school(1).manifest("file.results", "bulk"))).isEmpty();
    }

    @Test
    void manifestThatSaysNothingReadableOfAFile() {
        assertThat(reasons(school(1).manifest("file.users", "all"))).containsExactly("manifest-unreadable");
        assertThat(reasons(school(1).manifest("file.users", ""))).containsExactly("manifest-unreadable");
        assertThat(reasons(school(1).manifest("file.courses", "full"))).containsExactly("manifest-unreadable");
        assertThat(reasons(rewritten("manifest.csv", text -> text + "file.classes,absent\r\n")))
                .containsExactly("manifest-unreadable");
        assertThat(reasons(school(1).manifest("file.results", "full"))).isEmpty();
    }

    @Test
    void fileThatWasNotWrittenToItsEnd() {
        for (String file : List.of("users.csv", "orgs.csv")) {
            assertThat(reasons(rewritten(file, text -> text + "\0\0\0"))).containsExactly("padded-file");
        }
        assertThat(reasons(with("demographics.csv", "sourcedId\r\nx\r\n\0\0".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    /** OneRoster 1.0 writes termSourcedId, and a class without terms may be of any year. */
    @Test
    void columnThatDecidesIsMisspelt() {
        assertThat(reasons(rewritten("classes.csv", text -> text.replace("termSourcedIds", "termSourcedId"))))
                .containsExactly("missing-header");
        assertThat(reasons(rewritten("users.csv", text -> text.replace("enabledUser", "metadata.enabled"))))
                .isEmpty();
    }

    @Test
    void mostRowsOfAFileAreRejected() {
        SchoolDrop four = school(9);
        SchoolDrop six = school(5);
        for (int i = 1; i <= 6; i++) {
            four = i <= 4 ? four.student("x" + i, Map.of("role", "pupil")) : four;
            six = six.student("x" + i, Map.of("role", "pupil"));
        }

        assertThat(reasons(four)).isEmpty();
        assertThat(reasons(six)).isEmpty();
        assertThat(reasons(six.student("x7", Map.of("status", "gone")))).containsExactly("too-many-rejected-rows");
    }

    /** As when the files of two districts are mixed. */
    @Test
    void manyStudentsInRolesOfStaff() {
        SchoolDrop drop = school(12);
        for (int i = 1; i <= 10; i++) {
            drop = drop.enroll("s" + i, "c1", "aide");
        }

        assertThat(reasons(drop)).isEmpty();
        assertThat(reasons(drop.enroll("s11", "c1", "teacher"))).containsExactly("too-many-role-conflicts");
    }

    @Test
    void headerMissingOrTwice() {
        TextDrop text = school(1).toText();
        Map<String, byte[]> drop = new HashMap<>(text.bytes());
        drop.put("classes.csv", "sourcedId,title,TITLE\r\nc1,A,B\r\n".getBytes(StandardCharsets.UTF_8));
        drop.put("enrollments.csv", "classSourcedId,role\r\nc1,student\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(reasons(drop)).containsExactly("missing-header", "duplicate-header");
    }

    @Test
    void bytesThatAreNotUtf8ButOnlyInFilesThatAreRead() {
        byte[] latin = "sourcedId,name\r\n1,Caf\u00E9\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Map<String, byte[]> drop = new HashMap<>(school(1).toText().bytes());
        drop.put("resources.csv", latin);
        assertThat(reasons(drop)).isEmpty();

        drop.put("orgs.csv", latin);
        assertThat(reasons(drop)).containsExactly("undecodable-text");
    }

    @Test
    void badByteBehindRowsThatWereReadStillStopsTheRun() {
        Map<String, byte[]> drop = new HashMap<>(school(3000).toText().bytes());
        byte[] enrollments = drop.getOrDefault("enrollments.csv", new byte[0]);
        enrollments[enrollments.length - 20] = (byte) 0xE9;

        assertThat(reasons(drop)).containsExactly("undecodable-text");
    }

    @Test
    void moreThanTenAndTenPercentWithoutIdentity() {
        SchoolDrop ten = school(20);
        SchoolDrop eleven = school(20);
        for (int i = 1; i <= 11; i++) {
            Map<String, String> blank = Map.of("username", "\u00A0");
            ten = i <= 10 ? ten.student("x" + i, blank) : ten;
            eleven = eleven.student("x" + i, blank);
        }

        assertThat(reasons(ten)).isEmpty();
        assertThat(reasons(eleven)).containsExactly("too-many-missing-identities");
        assertThat(reasons(manyTeachersWithoutIdentity())).containsExactly("too-many-missing-identities");
    }

    private static SchoolDrop manyTeachersWithoutIdentity() {
        SchoolDrop drop = school(20);
        for (int i = 1; i <= 11; i++) {
            drop = drop.teacher("x" + i, Map.of("username", ""));
        }
        return drop;
    }

    @Test
    void moreThanTwentyAndFivePercentDangling() {
        SchoolDrop twenty = school(20);
        for (int i = 1; i <= 20; i++) {
            twenty = twenty.enroll("nobody" + i, "c1", "student");
        }

        assertThat(reasons(twenty)).isEmpty();
        assertThat(reasons(twenty.enroll("s1", "nowhere", "student", Map.of("schoolSourcedId", "1"))))
                .containsExactly("too-many-dangling-enrollments");
    }

    @Test
    void moreThanTenAndOnePercentInConflict() {
        SchoolDrop ten = school(20);
        for (int i = 1; i <= 5; i++) {
            ten = ten.student("x" + i).student("x" + i, Map.of("email", "other"));
        }
        assertThat(reasons(ten)).isEmpty();
        assertThat(reasons(ten.student("x1", Map.of("email", "third"))))
                .containsExactly("too-many-conflicting-records");
    }

    @Test
    void noClassIsHeld() {
        SchoolDrop drop = SchoolDrop.create()
                .school("1")
                .term("T1", "2026-01-01", "2026-06-30")
                .term("T2", "2027-01-01", "2027-06-30")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1", Map.of("termSourcedIds", "T1,T2"))
                .enroll("s1", "c1", "student");
        Conversion conversion = Conversion.of(drop.toText().bytes(), SETTINGS);

        assertThat(reasons(drop)).containsExactly("no-current-classes");
        assertThat(conversion.run().orElseThrow().findings().kept(ImperoCode.NO_CURRENT_CLASSES))
                .allMatch(finding -> finding.message().contains("between terms"));
    }

    @Test
    void emptyDropNeverEmptiesASchool() {
        SchoolDrop empty = SchoolDrop.create();

        assertThat(reasons(empty)).containsExactly("no-members", "no-staff", "no-access");
    }

    @Test
    void quoteThatSwallowsRowsStopsTheRun() {
        Map<String, byte[]> drop = new HashMap<>(school(5).toText().bytes());
        String users = new String(drop.getOrDefault("users.csv", new byte[0]), StandardCharsets.UTF_8);
        drop.put("users.csv", users.replace("Given-s2", "\"Given-s2").getBytes(StandardCharsets.UTF_8));
        Conversion conversion = Conversion.of(drop, SETTINGS);

        assertThat(conversion.summary().orElseThrow().reasons()).containsExactly("unterminated-quote");
        assertThat(conversion.files()).isEmpty();
    }

    @Test
    void rowThatHasTakenInAnotherIsRejected() {
        TextDrop text = school(5).toText();
        Map<String, byte[]> drop = new HashMap<>(text.bytes());
        String users = new String(drop.getOrDefault("users.csv", new byte[0]), StandardCharsets.UTF_8);
        // Opened in the teacher's row and closed in the same column of a pupil's: the columns line up again.
        users = users.replace("Family-t1", "\"Family-t1").replace("Family-s1", "Family-s1\"");
        drop.put("users.csv", users.getBytes(StandardCharsets.UTF_8));
        Conversion conversion = Conversion.of(drop, SETTINGS);

        assertThat(conversion.summary().orElseThrow().leftOut()).containsEntry("ragged-row", 1);
        assertThat(conversion.summary().orElseThrow().reasons()).containsExactly("no-staff", "no-access");
        assertThat(conversion.files()).isEmpty();
    }

    @Test
    void lineBreakInATitleIsToldAndRead() {
        Map<String, byte[]> drop = school(1)
                .schoolClass("c2", Map.of("title", "Art,\r\nand more"))
                .enroll("s1", "c2", "student")
                .toText()
                .bytes();
        Conversion conversion = Conversion.of(drop, SETTINGS);

        assertThat(conversion.summary().orElseThrow().codes()).containsEntry("line-break-in-value", 1L);
        assertThat(new Output(conversion.files()).column("groups.csv", "groupName"))
                .contains("Art, and more");
    }

    @Test
    void classThatIsHeldButInConflictIsNoHoliday() {
        SchoolDrop drop = SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1")
                .schoolClass("c1", Map.of("title", "Other"))
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student");

        assertThat(reasons(drop)).containsExactly("no-members", "no-access");
    }

    @Test
    void filesThatCannotBeReadAreNotTakenForAnotherFormat() {
        Map<String, byte[]> drop =
                new HashMap<>(school(1).without("manifest.csv").toText().bytes());
        drop.replaceAll((name, bytes) -> ("metadata.gr\u00F6\u00DFe," + new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Conversion.of(drop, SETTINGS).summary().orElseThrow().reasons())
                .containsExactly("undecodable-text");
    }

    @Test
    void headerThatCannotBeReadHidesNoOtherReason() {
        Map<String, byte[]> drop = new HashMap<>(school(1)
                .manifest("file.orgs", "delta")
                .without("classes.csv")
                .toText()
                .bytes());
        drop.put("users.csv", "sourcedId,r\u00F4le\r\n".getBytes(StandardCharsets.ISO_8859_1));
        drop.put("enrollments.csv", "classSourcedId,role\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Conversion.of(drop, SETTINGS).summary().orElseThrow().reasons())
                .containsExactly(
                        "required-file-missing", "delta-without-baseline", "missing-header", "undecodable-text");
    }

    @Test
    void manifestWithoutItsHeaderLosesNoRow() {
        Map<String, byte[]> drop = new HashMap<>(school(1).toText().bytes());
        drop.put("manifest.csv", "file.users,delta\r\noneroster.version,1.1\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Conversion.of(drop, SETTINGS).summary().orElseThrow().reasons())
                .containsExactly("delta-without-baseline");
    }
}
