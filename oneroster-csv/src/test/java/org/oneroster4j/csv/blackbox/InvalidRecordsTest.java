package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.write.DropWriter;
import org.oneroster4j.csv.write.InvalidRecordException;
import org.oneroster4j.csv.write.RecordWriter;
import org.oneroster4j.csv.write.WriteOptions;
import org.oneroster4j.model.AcademicSession;
import org.oneroster4j.model.ClassType;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.ImportMode;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.RecordStatus;
import org.oneroster4j.model.Result;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.ScoreStatus;
import org.oneroster4j.model.SessionType;
import org.oneroster4j.model.User;
import org.oneroster4j.model.UserId;

/** A record that OneRoster 1.1 does not have is refused, with the rule and without the value. */
class InvalidRecordsTest {
    private static final User USER = User.builder()
            .sourcedId("u1")
            .enabledUser(true)
            .addOrgSourcedIds("s1")
            .role(RoleType.STUDENT)
            .username("canary")
            .givenName("canary")
            .familyName("canary")
            .build();
    private static final Result RESULT = Result.builder()
            .sourcedId("r1")
            .lineItemSourcedId("l1")
            .studentSourcedId("u1")
            .scoreStatus(ScoreStatus.FULLY_GRADED)
            .score(BigDecimal.TEN)
            .scoreDate(LocalDate.of(2026, 10, 1))
            .build();
    private static final AcademicSession SESSION = AcademicSession.builder()
            .sourcedId("t1")
            .title("canary")
            .type(SessionType.TERM)
            .startDate(LocalDate.of(2026, 8, 1))
            .endDate(LocalDate.of(2027, 6, 1))
            .schoolYear(Year.of(2027))
            .build();

    @SuppressWarnings("unchecked") // The type of a record is the type of its class.
    private static <T extends RosterRecord> void write(T record, ImportMode mode, String... metadata)
            throws IOException {
        try (DropWriter drop = DropWriter.toZip(OutputStream.nullOutputStream(), WriteOptions.defaults());
                RecordWriter<T> writer = drop.open((Class<T>) record.getClass(), mode, List.of(metadata))) {
            writer.write(record);
        }
    }

    private static void assertRefused(RosterRecord record, String column, String rule) {
        assertRefused(record, ImportMode.BULK, column, rule);
    }

    private static void assertRefused(RosterRecord record, ImportMode mode, String column, String rule) {
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> write(record, mode, "metadata.house"))
                .satisfies(e -> {
                    assertThat(e.file()).isEqualTo(OneRosterFile.of(record.getClass()));
                    assertThat(e.column()).isEqualTo(column);
                    assertThat(e.rule()).contains(rule);
                    assertThat(e).hasMessageContaining(column).hasMessageContaining(e.rule());
                    assertThat(e.toString()).doesNotContain("canary");
                });
    }

    @Test
    void soundRecordsAreNotRefused() throws IOException {
        write(USER, ImportMode.BULK);
        write(RESULT, ImportMode.BULK);
        write(SESSION, ImportMode.BULK);
    }

    // Ids

    @ParameterizedTest
    @ValueSource(strings = {"canary|1", "canary 1", "canary\u00E9", "canary,1"})
    void idOutsideItsCharactersIsNotShown(String id) {
        assertRefused(USER.withSourcedId(id), "sourcedId", "is not an id");
        assertThatThrownBy(() -> write(USER.withSourcedId(id), ImportMode.BULK))
                .hasMessageStartingWith("users.csv, sourcedId: ");
    }

    @Test
    void idMustBeThere() {
        assertRefused(USER.withSourcedId(""), "sourcedId", "is not an id");
    }

    @Test
    void idIsNotLongerThan255() {
        assertRefused(USER.withSourcedId("x".repeat(256)), "sourcedId", "is not an id");
    }

    @Test
    void referenceAndListOfReferencesAreIds() {
        assertRefused(RESULT.withStudentSourcedId("canary 1"), "studentSourcedId", "is not an id");
        assertRefused(USER.withOrgSourcedIds("s1", "canary,2"), "orgSourcedIds", "is not an id");
    }

    // Texts

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u200B\uFEFF"})
    void textThatIsBlankHasToBeAbsent(String text) {
        assertRefused(USER.withEmail(text), "email", "is blank and not absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\n2", "canary\r", "canary\t2", "canary\u0000", "\u0085canary", "canary\u2028"})
    void textHasNoControlCharacter(String text) {
        assertRefused(USER.withEmail(text), "email", "a line break or another control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\uD83D", "\uDE00canary", "\uDE00\uD83D"})
    void textHasNoHalfPair(String text) {
        assertRefused(USER.withEmail(text), "email", "half a surrogate pair");
    }

    @Test
    void textIsNotLongerThanReadersTake() throws IOException {
        write(USER.withEmail("x@" + "x".repeat(65_534)), ImportMode.BULK);
        assertRefused(USER.withEmail("x@" + "x".repeat(65_535)), "email", "is longer than 65536 characters");
    }

    @Test
    void requiredTextMustBeThere() {
        assertRefused(USER.withUsername(""), "username", "must not be blank");
    }

    // Lists

    @Test
    void itemHasNoCommaAndNothingAroundIt() {
        SchoolClass sound = schoolClass();
        assertRefused(sound.withPeriods("1", "canary,2"), "periods", "an item with a comma");
        assertRefused(sound.withPeriods("canary "), "periods", "white space or an invisible character around it");
        assertRefused(sound.withPeriods("\uFEFFcanary"), "periods", "white space or an invisible character around it");
        assertRefused(sound.withPeriods("1", ""), "periods", "is blank and not absent");
    }

    private static SchoolClass schoolClass() {
        return SchoolClass.builder()
                .sourcedId("c1")
                .title("canary")
                .courseSourcedId("k1")
                .classType(ClassType.SCHEDULED)
                .schoolSourcedId("s1")
                .addTermSourcedIds("t1")
                .build();
    }

    @Test
    void listIsNotLongerThanReadersTake() {
        String[] items = IntStream.range(0, 300).mapToObj(i -> "x".repeat(255)).toArray(String[]::new);
        assertRefused(schoolClass().withPeriods(items), "periods", "is longer than 65536 characters");
    }

    @Test
    void rowIsNotLongerThanReadersTake() {
        Map<String, String> long16 = IntStream.range(0, 16)
                .boxed()
                .collect(Collectors.toMap(i -> "metadata." + i, i -> "\"".repeat(i == 7 ? 65_536 : 65_535)));
        String[] names = long16.keySet().toArray(String[]::new);
        assertThatExceptionOfType(InvalidRecordException.class)
                .isThrownBy(() -> write(USER.withMetadata(long16), ImportMode.BULK, names))
                .satisfies(e -> assertThat(e.column()).isEqualTo("metadata.7"))
                .withMessageContaining("makes the row longer than 1048576 characters");
        String[] longNames = IntStream.range(0, 17)
                .mapToObj(i -> "metadata." + "x".repeat(65_000) + i)
                .toArray(String[]::new);
        assertThatThrownBy(() -> write(USER, ImportMode.BULK, longNames))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("makes the row longer than 1048576 characters");
    }

    @Test
    void listThatMustHaveAnItemIsNotEmpty() {
        assertRefused(USER.withOrgSourcedIds(), "orgSourcedIds", "must not be empty");
    }

    @Test
    void userIdCanBeTakenApart() {
        assertRefused(USER.withUserIds(new UserId("SIS:canary", "1")), "userIds", "type has a colon");
        assertRefused(USER.withUserIds(new UserId("SIS", "canary,1")), "userIds", "an item with a comma");
        assertRefused(USER.withUserIds(new UserId("SIS", "canary}")), "userIds", "a brace inside its braces");
        assertRefused(USER.withUserIds(new UserId("{SIS", "1")), "userIds", "a brace inside its braces");
        assertRefused(USER.withUserIds(new UserId("SIS", " ")), "userIds", "is blank and not absent");
        assertRefused(USER.withUserIds(new UserId("", "1")), "userIds", "is blank and not absent");
    }

    // Dates, years and numbers

    @Test
    void dateIsOfTheYears1To9999() {
        assertRefused(RESULT.withScoreDate(LocalDate.of(0, 12, 31)), "scoreDate", "0001 to 9999");
        assertRefused(RESULT.withScoreDate(LocalDate.of(10_000, 1, 1)), "scoreDate", "0001 to 9999");
    }

    @Test
    void timeIsOfTheYears1To9999AndOfWholeMilliseconds() {
        User changed = USER.withStatus(RecordStatus.ACTIVE);
        for (Instant time : List.of(Instant.MIN, Instant.parse("0000-12-31T23:59:59Z"), Instant.MAX)) {
            assertRefused(changed.withDateLastModified(time), ImportMode.DELTA, "dateLastModified", "0001 to 9999");
        }
        assertRefused(
                changed.withDateLastModified(Instant.parse("2026-10-01T00:00:00.000001Z")),
                ImportMode.DELTA,
                "dateLastModified",
                "parts of a millisecond");
    }

    @Test
    void yearHasFourDigits() {
        assertRefused(SESSION.withSchoolYear(Year.of(10_000)), "schoolYear", "is not a year of four digits");
        assertRefused(SESSION.withSchoolYear(Year.of(0)), "schoolYear", "is not a year of four digits");
    }

    @Test
    void numberIsPlain() {
        assertRefused(RESULT.withScore(new BigDecimal("1E+2")), "score", "a number with an exponent");
        assertRefused(RESULT.withScore(BigDecimal.TEN.pow(30)), "score", "more than 30 digits");
        assertRefused(RESULT.withScore(new BigDecimal("1E-31")), "score", "more than 30 digits");
    }

    // Constraints and modes

    @Test
    void constraintsOfTheRecordHold() {
        assertRefused(USER.withEnabledUser(Optional.empty()), "enabledUser", "must not be null");
        assertRefused(USER.withGrades("5"), "grades", "is not a CEDS grade");
        assertRefused(SESSION.withEndDate(LocalDate.of(2026, 7, 31)), "endDate", "is before the date");
        assertRefused(
                Enrollment.builder()
                        .sourcedId("e1")
                        .classSourcedId("c1")
                        .schoolSourcedId("s1")
                        .userSourcedId("u1")
                        .role(RoleType.AIDE)
                        .build(),
                "role",
                "that enrollments do not have");
    }

    @Test
    void bulkHasNeitherStatusNorDateOfChange() {
        assertRefused(USER.withStatus(RecordStatus.ACTIVE), "status", "must not be in a bulk file");
        assertRefused(USER.withDateLastModified(Instant.EPOCH), "dateLastModified", "must not be in a bulk file");
    }

    @Test
    void deltaHasStatusAndDateOfChange() {
        assertRefused(USER.withStatus(RecordStatus.ACTIVE), ImportMode.DELTA, "dateLastModified", "must be in a delta");
        assertRefused(USER.withDateLastModified(Instant.EPOCH), ImportMode.DELTA, "status", "must be in a delta");
    }

    // The sender's own columns

    @Test
    void ownColumnsHaveToBeDeclared() {
        assertRefused(USER.withMetadata(Map.of("metadata.canary", "x")), "metadata.", "was opened without");
    }

    @Test
    void valueOfAnOwnColumnIsAText() {
        assertRefused(USER.withMetadata(Map.of("metadata.house", " ")), "metadata.house", "is blank and not absent");
        assertRefused(USER.withMetadata(Map.of("metadata.house", "a\nb")), "metadata.house", "a line break");
    }

    @ParameterizedTest
    @ValueSource(strings = {"house", "metadata.", "Metadata.house", "metadata.a ", "metadata.a\nb", "metadata.\uD83D"})
    void nameThatIsNoneOfAnOwnColumnIsRefused(String name) {
        assertThatThrownBy(() -> write(USER, ImportMode.BULK, name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ownColumnsDifferByMoreThanCase() {
        assertThatThrownBy(() -> write(USER, ImportMode.BULK, "metadata.a", "metadata.A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereAreNotMoreColumnsThanReadersTake() {
        String[] names =
                IntStream.range(0, 1_007).mapToObj(i -> "metadata." + i).toArray(String[]::new);
        assertThatThrownBy(() -> write(USER, ImportMode.BULK, names)).isInstanceOf(IllegalArgumentException.class);
    }
}
