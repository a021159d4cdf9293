package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Category;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;

/**
 * Each repair that the reader makes, and each deviation that it reads over, in one small file: what is told leniently, at
 * its line and column, and that strictly the same is told as an error.
 */
class RepairsTest {
    private static final String CATEGORIES = "categories.csv";
    private static final String CATEGORY_HEADER = "sourcedId,status,dateLastModified,title\n";

    @TempDir
    private Path folder = Path.of("");

    /** Puts a file in place of the sound one of a bulk drop. */
    private void given(String file, String text) {
        given(ImportMode.BULK, file, text);
    }

    private void given(ImportMode mode, String file, String text) {
        SoundDrop.write(folder, mode);
        SoundDrop.write(folder, file, text);
    }

    /** Puts a value into a cell of the second row, line 3, of a sound file. */
    private void given(Class<? extends RosterRecord> type, String column, String written) {
        given(ImportMode.BULK, type, column, written);
    }

    private void given(ImportMode mode, Class<? extends RosterRecord> type, String column, String written) {
        RosterFile<?> file = RosterFile.of(type);
        FileDefects sound = new FileDefects(file, mode);
        List<List<String>> rows = sound.soundRows();
        rows.get(2).set(file.header().indexOf(column), written);
        given(mode, sound.fileName(), SoundDrop.text(rows));
    }

    private void tells(Class<? extends RosterRecord> type, String... lenient) {
        RosterFile<?> file = RosterFile.of(type);
        assertThat(Told.of(folder, file, Profile.LENIENT)).containsExactlyInAnyOrder(lenient);
        assertThat(Told.of(folder, file, Profile.STRICT))
                .containsExactlyInAnyOrderElementsOf(List.of(lenient).stream()
                        .map(line -> line.replaceFirst(" (warning|notice) ", " error "))
                        .toList());
    }

    // Rows

    @Test
    void quoteInABareValueIsAWarning() {
        given(Category.class, "title", "Band 1\" horn");
        tells(Category.class, "quote-in-bare-value warning categories.csv:3");
    }

    @Test
    void lineBreakInAValueIsAWarning() {
        given(Category.class, "title", "\"Home\nwork\"");
        tells(Category.class, "line-break-in-value warning categories.csv:3");
    }

    @Test
    void rowsOfAnotherLengthAreAnError() {
        given("orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,One,school\n");
        tells(Org.class, "ragged-row error orgs.csv:2");
        given(CATEGORIES, CATEGORY_HEADER + "c1,,,Homework\nc2,,,Tests,,\n");
        tells(Category.class, "ragged-row error categories.csv:3");
    }

    @Test
    void blankExtraCellsInAllRowsAreANoticeOnce() {
        given(CATEGORIES, CATEGORY_HEADER + "c1,,,Homework,,\nc2,,,Tests,,\n");
        tells(Category.class, "blank-extra-cells notice categories.csv:2");
    }

    @Test
    void fileWithoutRowsIsANotice() {
        given(CATEGORIES, CATEGORY_HEADER);
        tells(Category.class, "file-without-rows notice categories.csv:0");
    }

    // Files and the manifest

    @Test
    void fileNameInAnotherCaseIsAWarning() {
        SoundDrop.write(folder, ImportMode.BULK);
        assertThat(folder.resolve(CATEGORIES)
                        .toFile()
                        .renameTo(folder.resolve("Categories.CSV").toFile()))
                .isTrue();
        tells(Category.class, "file-name-case warning Categories.CSV:0");
    }

    @Test
    void manifestThatIsMissingIsANotice() {
        SoundDrop.write(folder, ImportMode.BULK);
        assertThat(folder.resolve(SoundDrop.MANIFEST).toFile().delete()).isTrue();
        tells(Category.class, "manifest-missing notice :0");
    }

    @Test
    void versionOfTheManifestIsOne() {
        SoundDrop.write(folder, ImportMode.BULK);
        List<List<String>> rows = SoundDrop.manifest(ImportMode.BULK);
        assertThat(rows.get(1)).containsExactly("manifest.version", "1.0");
        rows.set(1, List.of("manifest.version", "1"));
        SoundDrop.write(folder, SoundDrop.MANIFEST, SoundDrop.text(rows));
        tells(Category.class, "manifest-version notice manifest.csv:2 value");
    }

    @Test
    void modeThatIsNoneIsAWarning() {
        SoundDrop.write(folder, ImportMode.BULK);
        assertThat(folder.resolve(CATEGORIES).toFile().delete()).isTrue();
        List<List<String>> rows = SoundDrop.manifest(ImportMode.BULK);
        assertThat(rows.get(4)).containsExactly("file.categories", "bulk");
        rows.set(4, List.of("file.categories", "full"));
        SoundDrop.write(folder, SoundDrop.MANIFEST, SoundDrop.text(rows));
        tells(Category.class, "manifest-value warning manifest.csv:5 value");
    }

    @Test
    void fileThatTheManifestCallsAbsentIsAWarning() {
        List<List<String>> rows = SoundDrop.manifest(ImportMode.BULK);
        rows.set(4, List.of("file.categories", "absent"));
        given(SoundDrop.MANIFEST, SoundDrop.text(rows));
        tells(Category.class, "manifest-file-absent warning manifest.csv:0");
    }

    @Test
    void fileThatIsNotThereIsAWarningWhereNoMappingReadsIt() {
        SoundDrop.write(folder, ImportMode.BULK);
        assertThat(folder.resolve(CATEGORIES).toFile().delete()).isTrue();
        tells(Category.class, "manifest-names-missing-file warning manifest.csv:0");
    }

    @Test
    void fileThatIsNotThereIsAnErrorWhereTheMappingReadsIt() {
        for (String file : List.of("academicSessions.csv", "courses.csv", "orgs.csv")) {
            SoundDrop.write(folder, ImportMode.BULK);
            assertThat(folder.resolve(file).toFile().delete()).isTrue();
            tells(Category.class, "manifest-file-lacking error manifest.csv:0");
        }
    }

    @Test
    void bulkRowWithAStatusIsANoticeOnce() {
        given(CATEGORIES, CATEGORY_HEADER + "c1,,,One\nc2,active,2026-08-27T10:15:00.000Z,Two\nc3,active,,Three\n");
        tells(Category.class, "bulk-with-status notice categories.csv:3 status");
    }

    @Test
    void deltaRowWithoutAStatusIsAnError() {
        given(ImportMode.DELTA, Category.class, "status", "");
        tells(Category.class, "delta-without-status error categories.csv:3 status");
    }

    @Test
    void deltaRowWithoutADateIsAWarning() {
        given(ImportMode.DELTA, Category.class, "dateLastModified", "");
        tells(Category.class, "delta-without-date warning categories.csv:3 dateLastModified");
    }

    // Headers

    @Test
    void headerInAnotherSpellingIsAWarning() {
        given(CATEGORIES, "sourcedID,status, dateLastModified,title\nc1,,,One\n");
        tells(
                Category.class,
                "header-spelling warning categories.csv:1 sourcedId",
                "header-spelling warning categories.csv:1 dateLastModified");
    }

    @Test
    void headerOfVersionOneZeroIsAWarningAndIsNamed() {
        List<List<String>> rows = new FileDefects(RosterFile.of(User.class), ImportMode.BULK).soundRows();
        rows.get(0).set(rows.get(0).indexOf("grades"), "grade");
        given("users.csv", SoundDrop.text(rows));
        tells(User.class, "header-alias warning users.csv:1 grades", "other-format-headers warning :0");
    }

    @Test
    void blankHeaderIsANotice() {
        given(CATEGORIES, "sourcedId,status,dateLastModified,title,\nc1,,,One,\n");
        tells(Category.class, "header-blank notice categories.csv:1 column 5");
    }

    @Test
    void unknownHeaderIsANotice() {
        given(CATEGORIES, "sourcedId,status,dateLastModified,title,tenant_code\nc1,,,One,7\n");
        tells(Category.class, "header-unknown notice categories.csv:1 column 5");
    }

    @Test
    void columnThatIsLackingIsANotice() {
        given(CATEGORIES, "sourcedId,status,title\nc1,,One\n");
        tells(Category.class, "header-lacking notice categories.csv:1 dateLastModified");
    }

    @Test
    void requiredColumnThatIsLackingIsAWarning() {
        given(CATEGORIES, "sourcedId,status,dateLastModified\nc1,,\n");
        tells(
                Category.class,
                "required-header-lacking warning categories.csv:1 title",
                "invalid-value warning categories.csv:2 title");
    }

    @Test
    void columnsInAnotherOrderAreANotice() {
        given(CATEGORIES, "sourcedId,title,status,dateLastModified\nc1,One,,\n");
        tells(Category.class, "header-order notice categories.csv:1 title");
    }

    // Values

    @Test
    void inactiveIsAWarning() {
        given(ImportMode.DELTA, Category.class, "status", "inactive");
        tells(Category.class, "status-deprecated warning categories.csv:3 status");
    }

    @Test
    void wordInAnotherCaseIsAWarning() {
        given(SchoolClass.class, "classType", "Scheduled");
        tells(SchoolClass.class, "token-spelling warning classes.csv:3 classType");
        given(User.class, "enabledUser", "TRUE");
        tells(User.class, "token-spelling warning users.csv:3 enabledUser");
    }

    @Test
    void yesNoOneAndZeroAreAWarning() {
        for (String word : List.of("yes", "no", "1", "0")) {
            given(Enrollment.class, "primary", word);
            tells(Enrollment.class, "boolean-form warning enrollments.csv:3 primary");
        }
    }

    @Test
    void dateOfAnotherFormIsAWarning() {
        for (String date : List.of("8/27/2026", "2026/08/27")) {
            given(Enrollment.class, "beginDate", date);
            tells(Enrollment.class, "date-form warning enrollments.csv:3 beginDate");
        }
    }

    @Test
    void orderOfDayAndMonthThatIsAssumedIsAWarningOnce() {
        given(
                "enrollments.csv",
                "classSourcedId,userSourcedId,schoolSourcedId,role,beginDate,endDate,sourcedId,status,dateLastModified,primary\n"
                        + "classes-1,users-1,orgs-1,student,8/7/2026,9/7/2026,e1,,,\n"
                        + "classes-1,users-2,orgs-1,student,8/7/2026,,e2,,,\n");
        tells(
                Enrollment.class,
                "header-order notice enrollments.csv:1 classSourcedId",
                "date-order-assumed warning enrollments.csv:2 beginDate",
                "date-form warning enrollments.csv:2 beginDate",
                "date-form warning enrollments.csv:2 endDate",
                "date-form warning enrollments.csv:3 beginDate");
    }

    @Test
    void timeBehindADateIsAWarning() {
        given(AcademicSession.class, "startDate", "2026-08-27T00:00:00Z");
        tells(AcademicSession.class, "date-with-time warning academicSessions.csv:3 startDate");
    }

    @Test
    void timestampOfAnotherFormIsANotice() {
        given(ImportMode.DELTA, Category.class, "dateLastModified", "2026-08-27");
        tells(Category.class, "timestamp-form notice categories.csv:3 dateLastModified");
    }

    @Test
    void whiteSpaceAroundAValueIsANotice() {
        given(Category.class, "sourcedId", " c2");
        tells(Category.class, "white-space-around notice categories.csv:3 sourcedId");
    }

    @Test
    void whiteSpaceInPlaceOfABlankIsANotice() {
        given(User.class, "sms", " ");
        tells(User.class, "white-space-as-blank notice users.csv:3 sms");
    }

    @Test
    void spaceInAListIsANotice() {
        given(User.class, "grades", "\"09, 10\"");
        tells(User.class, "list-spacing notice users.csv:3 grades");
    }

    @Test
    void blankItemOfAListIsAWarning() {
        given(User.class, "grades", "\"09,,10\"");
        tells(User.class, "list-blank-item warning users.csv:3 grades");
    }

    @Test
    void valueThatNobodyUnderstandsIsAWarning() {
        given(AcademicSession.class, "schoolYear", "2026-2027");
        tells(AcademicSession.class, "value-not-understood warning academicSessions.csv:3 schoolYear");
    }

    @Test
    void valueThatBreaksAConstraintIsAWarning() {
        given(Category.class, "sourcedId", "c|2");
        tells(Category.class, "invalid-value warning categories.csv:3 sourcedId");
        given(User.class, "email", "person2");
        tells(User.class, "invalid-value warning users.csv:3 email");
    }
}
