package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.RowFindingCode;
import org.oneroster4j.testing.SchoolDrop;

/** What R1 of the contract says of single rows. */
class RowsTest {
    @TempDir
    private Path folder = Path.of("");

    private Opened opened(String file, String text) {
        return Opened.with(folder, file, text);
    }

    private Opened student(Map<String, String> cells) {
        return Opened.of(
                folder, SchoolDrop.create().school("1").student("u1", cells).toText());
    }

    private Opened enrollment(Map<String, String> cells) {
        return Opened.of(
                folder, SchoolDrop.create().enroll("u1", "c1", "student", cells).toText());
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    // Length of rows

    @Test
    void rowThatEndsBeforeItsHeaderIsRejected() {
        Opened opened = opened("users.csv", "sourcedId,role,givenName,familyName\nu1,student\nu2,student,G,F\n");
        List<Row<User>> rows = opened.rows(OneRosterDrop::users);
        assertThat(rows.get(0).rejection()).contains(RowFindingCode.RAGGED_ROW);
        assertThat(rows.get(1).record()).isPresent();
        assertThat(opened.brief()).containsExactly("ragged-row users.csv:2");
        assertThat(opened.findings().get(0).message())
                .startsWith("The row has 2 cells and the header 4: it was cut off");
    }

    @Test
    void filledCellBeyondTheHeaderRejectsTheRow() {
        Opened opened = opened("users.csv", "sourcedId,role\nu1,student,,x\nu2,student\n");
        List<Row<User>> rows = opened.rows(OneRosterDrop::users);
        assertThat(rows.get(0).record()).isEmpty();
        assertThat(rows.get(0).rejection()).contains(RowFindingCode.RAGGED_ROW);
        assertThat(rows.get(1).record()).isPresent();
        assertThat(Opened.brief(opened.findings())).singleElement().asString().startsWith("ragged-row users.csv:2");
        assertThat(opened.findings().get(0).message()).startsWith("The row has 4 cells and the header 2: most likely");
    }

    @Test
    void cellUnderABlankHeaderIsNotBeyondTheHeader() {
        Opened opened = opened("users.csv", "sourcedId,role,,\nu1,student,x,y\n");
        assertThat(opened.records(OneRosterDrop::users)).hasSize(1);
        assertThat(opened.check(OneRosterFile.USERS)).hasSize(1);
    }

    @Test
    void rowWithAStrayQuoteIsRejectedAndTheNextIsRead() {
        Opened opened = opened("users.csv", "sourcedId,role,givenName\nu1,student,\"A\"n\nu2,student,\"A\"\"n\"\n");
        List<Row<User>> rows = opened.rows(OneRosterDrop::users);
        assertThat(rows.get(0).rejection()).contains(CsvFindingCode.STRAY_QUOTE);
        assertThat(rows.get(1).record().orElseThrow().givenName()).isEqualTo("A\"n");
        assertThat(opened.findings()).hasSize(1);
    }

    @Test
    void quoteInABareValueIsKeptAndTold() {
        Opened opened = opened("users.csv", "sourcedId,role,givenName\nu1,student,A\"n\n");
        assertThat(only(opened.records(OneRosterDrop::users)).givenName()).isEqualTo("A\"n");
        assertThat(opened.brief()).containsExactly("quote-in-bare-value users.csv:2  u1");
    }

    // Roles, status, booleans, dates

    @ParameterizedTest
    @EnumSource(RoleType.class)
    void everyRoleIsKnownInBothFiles(RoleType role) {
        String word = "\u00A0" + role.token().toUpperCase(Locale.ROOT) + " ";
        assertThat(only(student(Map.of("role", word)).records(OneRosterDrop::users))
                        .role())
                .isEqualTo(role);
        assertThat(only(enrollment(Map.of("role", word)).records(OneRosterDrop::enrollments))
                        .role())
                .isEqualTo(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "pupil", "students", "teacher,student", "student\u0001"})
    void unknownOrBlankRoleRejectsTheRow(String role) {
        Opened users = student(Map.of("role", role));
        assertThat(only(users.rows(OneRosterDrop::users)).rejection()).contains(RowFindingCode.UNREADABLE_VALUE);
        assertThat(users.brief()).containsExactly("unreadable-value users.csv:2 role u1");
        Opened enrollments = enrollment(Map.of("role", role));
        assertThat(only(enrollments.rows(OneRosterDrop::enrollments)).record()).isEmpty();
        assertThat(enrollments.brief()).containsExactly("unreadable-value enrollments.csv:2 role e1");
    }

    @ParameterizedTest
    @CsvSource({
        "active,ACTIVE",
        "' ACTIVE ',ACTIVE",
        "tobedeleted,TOBEDELETED",
        "ToBeDeleted,TOBEDELETED",
        "inactive,TOBEDELETED"
    })
    void statusIsReadWithoutCaseAndInTheOldWordsToo(String word, RecordStatus status) {
        Opened opened = student(Map.of("status", word));
        assertThat(only(opened.rows(OneRosterDrop::users)).status()).contains(status);
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void blankStatusIsLive() {
        Row<User> row = only(student(Map.of("status", "\u00A0")).rows(OneRosterDrop::users));
        assertThat(row.status()).isEmpty();
        assertThat(row.record()).isPresent();
    }

    @Test
    void unknownStatusRejectsTheRow() {
        Opened opened = student(Map.of("status", "deleted"));
        assertThat(only(opened.rows(OneRosterDrop::users)).rejection()).contains(RowFindingCode.UNREADABLE_VALUE);
        assertThat(opened.brief()).containsExactly("unreadable-value users.csv:2 status u1");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "yes,true", "' Yes ',true", "1,true", "false,false", "No,false", "0,false"})
    void booleansAreTheSixWords(String word, boolean value) {
        assertThat(only(student(Map.of("enabledUser", word)).records(OneRosterDrop::users))
                        .enabledUser())
                .contains(value);
        assertThat(only(enrollment(Map.of("primary", word)).records(OneRosterDrop::enrollments))
                        .primary())
                .contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "y", "on", "2", "01", "true.", "\uFF11"})
    void booleanOfAnotherWordIsUnreadableAndNotTrue(String word) {
        Opened users = student(Map.of("enabledUser", word));
        Row<User> user = only(users.rows(OneRosterDrop::users));
        assertThat(user.isUnreadable("enabledUser")).isTrue();
        assertThat(user.record().orElseThrow().enabledUser()).isEmpty();
        assertThat(users.brief()).containsExactly("unreadable-value users.csv:2 enabledUser u1");
        Opened enrollments = enrollment(Map.of("primary", word));
        Row<Enrollment> enrollment = only(enrollments.rows(OneRosterDrop::enrollments));
        assertThat(enrollment.record().orElseThrow().primary()).isEmpty();
        assertThat(enrollments.brief()).containsExactly("unreadable-value enrollments.csv:2 primary e1");
    }

    @Test
    void unreadableDateIsTold() {
        Opened opened = enrollment(Map.of("beginDate", "2026-02-30", "endDate", "31/12/2026"));
        Row<Enrollment> row = only(opened.rows(OneRosterDrop::enrollments));
        assertThat(row.isUnreadable("beginDate")).isTrue();
        assertThat(row.isUnreadable("endDate", "primary")).isTrue();
        assertThat(row.isUnreadable("primary")).isFalse();
        assertThat(opened.brief())
                .containsExactly(
                        "unreadable-value enrollments.csv:2 beginDate e1",
                        "day-first-dates enrollments.csv:2 endDate",
                        "unreadable-value enrollments.csv:2 endDate e1");
    }

    @Test
    void datesOfATermAreReadOrUnreadableOrBlank() {
        Opened opened = Opened.of(
                folder,
                SchoolDrop.create()
                        .term("T1", " 2026/8/1 00:00 ", "soon")
                        .term("T2", "", "")
                        .toText());
        List<Row<AcademicSession>> rows = opened.rows(OneRosterDrop::academicSessions);
        assertThat(rows.get(0).record().flatMap(AcademicSession::startDate)).contains(LocalDate.of(2026, 8, 1));
        assertThat(rows.get(0).isUnreadable("endDate")).isTrue();
        assertThat(rows.get(1).isUnreadable("startDate", "endDate")).isFalse();
        assertThat(opened.brief()).containsExactly("unreadable-value academicSessions.csv:2 endDate T1");
    }

    // Ids and references

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00A0", "a\u0001b", "a\nb", "a\u2028b", "a\u2029b", "a\u0085b", "a\0b"})
    void idThatIsBlankOrHoldsAControlRejectsTheRow(String id) {
        Opened opened = student(Map.of("sourcedId", id));
        assertThat(only(opened.rows(OneRosterDrop::users)).rejection()).contains(RowFindingCode.UNREADABLE_VALUE);
        assertThat(opened.findings()).last().satisfies(found -> {
            assertThat(found.sourcedId()).as("no id is shown that is none").isEmpty();
            assertThat(found.location().columnName()).isEqualTo("sourcedId");
            assertThat(found.location().lineNumber()).hasValue(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"classSourcedId", "userSourcedId"})
    void enrollmentWithoutItsReferencesIsRejected(String column) {
        for (String id : List.of("", "a\tb")) {
            Opened opened = enrollment(Map.of(column, id));
            assertThat(only(opened.rows(OneRosterDrop::enrollments)).record()).isEmpty();
            assertThat(opened.brief()).containsExactly("unreadable-value enrollments.csv:2 " + column + " e1");
        }
    }

    @Test
    void enrollmentNeedsNoIdOfItsOwn() {
        Row<Enrollment> row = only(enrollment(Map.of("sourcedId", "")).rows(OneRosterDrop::enrollments));
        assertThat(row.record()).isPresent();
        assertThat(row.sourcedId()).isEmpty();
    }

    @Test
    void idsAreTrimmedAndKeepTheirCase() {
        Opened opened = student(Map.of("sourcedId", "\u200B Ab \u00A0"));
        assertThat(only(opened.rows(OneRosterDrop::users)).sourcedId()).isEqualTo("Ab");
    }

    @Test
    void referenceOfAClassWithAControlRejectsItOnce() {
        for (String column : List.of("courseSourcedId", "schoolSourcedId", "termSourcedIds")) {
            Opened opened = Opened.of(
                    folder,
                    SchoolDrop.create()
                            .schoolClass("c1", Map.of(column, "a\u0001b"))
                            .toText());
            Row<SchoolClass> row = only(opened.rows(OneRosterDrop::classes));
            assertThat(row.record()).isEmpty();
            assertThat(opened.brief()).containsExactly("unreadable-value classes.csv:2 " + column + " c1");
        }
    }

    // Values that nothing hangs on

    @Test
    void wordThatNothingHangsOnIsLostAlone() {
        Opened opened = Opened.of(
                folder,
                SchoolDrop.create()
                        .school("1", Map.of("type", "academy", "dateLastModified", "lately"))
                        .student("u1", Map.of("userIds", "{a:b},c"))
                        .toText());
        Org org = only(opened.records(OneRosterDrop::orgs));
        assertThat(org.type()).isEmpty();
        assertThat(org.dateLastModified()).isEmpty();
        assertThat(only(opened.records(OneRosterDrop::users)).userIds()).hasSize(1);
        assertThat(opened.brief())
                .containsExactly(
                        "value-not-understood orgs.csv:2 dateLastModified 1",
                        "value-not-understood orgs.csv:2 type 1",
                        "value-not-understood users.csv:2 userIds u1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{}", "{:}", "{a}", "a:b", "{a:b", "a:b}", ":", "{{a:b}}", ",,", "{,:}"})
    void userIdOfAnyFormIsNeverAnException(String cell) {
        assertThat(student(Map.of("userIds", cell)).records(OneRosterDrop::users))
                .hasSize(1);
    }

    // Rows that are not live

    @ParameterizedTest
    @ValueSource(strings = {"tobedeleted", "inactive"})
    void rowThatIsNotLiveIsJudgedNoFurther(String status) {
        Opened users = student(Map.of("status", status, "role", "?", "enabledUser", "?", "userIds", "?"));
        assertThat(only(users.rows(OneRosterDrop::users)).status()).isEqualTo(Optional.of(RecordStatus.TOBEDELETED));
        assertThat(users.findings()).isEmpty();
        Opened enrollments = enrollment(Map.of("status", status, "userSourcedId", "", "endDate", "?", "primary", "?"));
        assertThat(only(enrollments.rows(OneRosterDrop::enrollments)).status()).contains(RecordStatus.TOBEDELETED);
        assertThat(enrollments.findings()).isEmpty();
    }

    // Lines

    @Test
    void findingsStandAtTheLineOnWhichTheirRowStarts() {
        Opened opened =
                opened("users.csv", "sourcedId,\"ro\nle\",role\r\n\r\nu1,\"a\n\nb\",student\ru2,\"x\r\ny\",pupil\n");
        List<Row<User>> rows = opened.rows(OneRosterDrop::users);
        assertThat(rows).extracting(row -> row.location().line()).containsExactly(4L, 7L);
        assertThat(opened.brief())
                .containsExactly(
                        "line-break-in-value users.csv:4  u1",
                        "line-break-in-value users.csv:7  u2",
                        "unreadable-value users.csv:7 role u2");
    }
}
