package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.RowPolicy;
import org.oneroster4j.csv.RowPolicy.LastRow;
import org.oneroster4j.csv.RowPolicy.ShortRows;
import org.oneroster4j.model.Category;
import org.oneroster4j.model.Demographics;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRecord;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;

/** R1 shape of the contract: which rows are rejected because their cells may not be below their names. */
class ShapesTest {
    private static final String ORGS = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
    private static final String ENROLLMENTS = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,"
            + "userSourcedId,role,primary,beginDate,endDate";
    private static final RowPolicy SHORT_ACCEPTED = RowPolicy.DEFAULTS.withShortRows(ShortRows.BLANK);
    private static final RowPolicy LAST_ACCEPTED = RowPolicy.DEFAULTS.withLastRow(LastRow.ACCEPT);

    private static NamedTexts orgs(String text) {
        return NamedTexts.of(Map.of("orgs.csv", text));
    }

    private static String org(int n) {
        return "o" + n + ",,,School,school," + n + ",o1";
    }

    // Rows of another length

    @Example
    void rowsOfAnotherLengthAreRejectedAndTheOthersAreRead() {
        NamedTexts drop = orgs(ORGS + "\n" + org(1) + "\no2,,,School\n" + org(3) + ",x\n" + org(4) + "\n");
        assertThat(drop.ids(Org.class)).containsExactly("o1", "o4");
        assertThat(drop.told()).containsExactly("ragged-row error orgs.csv:3", "ragged-row error orgs.csv:4");
        assertThat(drop.found()).extracting(Finding::sourcedId).containsOnly("");
        NamedTexts blank = orgs(ORGS + "\n" + org(1) + "\n" + org(2) + ",,\n");
        assertThat(blank.ids(Org.class)).containsExactly("o1");
        assertThat(blank.found().get(0).message()).startsWith("1 row (line 3) has more cells than the header (9");
    }

    @Example
    void manyRejectedRowsAreCountedAfterTheFirstTwenty() {
        NamedTexts drop = orgs(ORGS + "\n" + "o2,,,School\n".repeat(25) + org(1) + "\n");
        assertThat(drop.ids(Org.class)).containsExactly("o1");
        assertThat(drop.told()).hasSize(21).endsWith("ragged-row error orgs.csv:21", "ragged-row error orgs.csv:0");
        assertThat(drop.found().get(20).message()).startsWith("Another 5 rows have a wrong shape");
    }

    // Blank cells beyond the header

    @Example
    void blankCellsBeyondTheHeaderAreAHabitWhereAllRowsHaveThem() {
        for (String header : List.of(
                ORGS,
                // The order of columns does not matter, nor do columns of the sender's own.
                "metadata.x,name,type,identifier,parentSourcedId,sourcedId,status,dateLastModified",
                ORGS + ",,")) {
            int columns = header.split(",", -1).length;
            StringBuilder text = new StringBuilder(header + "\n");
            for (int n = 1; n <= 7; n++) {
                String named = header.startsWith("metadata") ? "x,School,school,1,o1,o" + n + ",," : org(n);
                int blanks = columns + 2 - named.split(",", -1).length;
                text.append(named).append(", ".repeat(blanks)).append('\n');
            }
            NamedTexts drop = orgs(text.toString());
            assertThat(drop.ids(Org.class)).hasSize(7);
            assertThat(drop.told())
                    .filteredOn(told -> told.contains("extra") || told.contains("ragged"))
                    .containsExactly("blank-extra-cells notice orgs.csv:2");
            assertThat(drop.found())
                    .filteredOn(finding -> finding.code() == CsvFindingCode.BLANK_EXTRA_CELLS)
                    .extracting(Finding::message)
                    .containsExactly("Every row of the file has " + (columns + 2) + " cells and the header " + columns
                            + ": 7 rows (lines 2, 3, 4, 5, 6, …). The cells beyond the header are blank in every row and"
                            + " are ignored.");
        }
    }

    @Example
    void blankCellsBeyondTheHeaderAreNoHabitWhereAColumnMayHaveLostItsName() {
        for (String header : List.of(
                ORGS.replace(",identifier", ""),
                ORGS.replace("identifier", "code"),
                ORGS + ",code",
                ORGS.replace("name,", "name,,"))) {
            int columns = header.split(",", -1).length;
            String row = "o1" + ",x".repeat(columns - 1);
            NamedTexts drop = orgs(header + "\n" + row + ",\n" + row + ",\n");
            assertThat(drop.ids(Org.class)).isEmpty();
            assertThat(drop.told())
                    .filteredOn(told -> told.contains("extra") || told.contains("ragged"))
                    .containsExactly("ragged-row error orgs.csv:2");
        }
    }

    @Example
    void valueBelowABlankNameAtTheEndMakesAllLongerRowsDoubtful() {
        NamedTexts drop = orgs(ORGS + ",\n" + org(1) + ",,\n" + org(2) + ",x,\n");
        assertThat(drop.ids(Org.class)).isEmpty();
        assertThat(drop.told())
                .containsExactly("header-blank notice orgs.csv:1 column 8", "ragged-row error orgs.csv:2");
        assertThat(drop.found().get(1).message())
                .startsWith(
                        "2 rows (lines 2, 3) have more cells than the header (9 instead of 8); those beyond it are blank.");
    }

    /** Each row with its own number of blank cells beyond the header. */
    @Property
    void blankCellsBeyondTheHeaderAreAcceptedInAllRowsOrInNone(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 2) Integer> blanks) {
        StringBuilder text = new StringBuilder(ORGS + "\n");
        List<String> sound = new ArrayList<>();
        boolean all = blanks.stream().distinct().count() == 1;
        for (int n = 0; n < blanks.size(); n++) {
            text.append(org(n)).append(",".repeat(blanks.get(n))).append('\n');
            if (all || blanks.get(n) == 0) {
                sound.add("o" + n);
            }
        }
        NamedTexts drop = orgs(text.toString());
        assertThat(drop.ids(Org.class)).isEqualTo(sound);
        List<String> told = new ArrayList<>();
        blanks.stream().filter(count -> count > 0).findFirst().ifPresent(count -> {
            String code = all ? "blank-extra-cells notice" : "ragged-row error";
            told.add(code + " orgs.csv:" + (blanks.indexOf(count) + 2));
        });
        assertThat(drop.told()).hasSameSizeAs(told);
        assertThat(drop.told().toString().replaceAll("\\d", ""))
                .isEqualTo(told.toString().replaceAll("\\d", ""));
    }

    // Rows without a value

    @Example
    void rowsWithoutAValueAreNoRowsAndGiveOneNotice() {
        String text = " ,,\n\n" + ORGS + "\n,,\n" + org(1) + "\n\" \"\n,,,,,,,,,,\n\u00A0,\u200B\n" + org(2) + "\n,";
        NamedTexts drop = orgs(text);
        assertThat(drop.ids(Org.class)).containsExactly("o1", "o2");
        assertThat(drop.told()).containsExactly("blank-rows notice orgs.csv:4");
        assertThat(drop.found().get(0).message())
                .startsWith("Rows without any value are ignored: 5 rows (lines 4, 6, 7, 8, 10).");
    }

    @Example
    void rowsWithoutAValueDoNotMakeOthersUneven() {
        NamedTexts drop = orgs(ORGS + "\n" + org(1) + ",,\n,,\n" + org(2) + ",,\n");
        assertThat(drop.ids(Org.class)).containsExactly("o1", "o2");
        assertThat(drop.told()).containsExactly("blank-rows notice orgs.csv:3", "blank-extra-cells notice orgs.csv:2");
    }

    // The last row

    private static void assertLastRow(
            Class<? extends RosterRecord> type, String file, String text, RowPolicy policy, boolean isRead) {
        NamedTexts open = NamedTexts.of(Map.of(file, text), policy);
        int rows = (int) text.lines().count() - 1;
        assertThat(open.ids(type)).as(text).hasSize(isRead ? rows : rows - 1);
        assertThat(open.told())
                .filteredOn(told -> told.startsWith("ragged"))
                .as(text)
                .isEqualTo(isRead ? List.of() : List.of("ragged-row error " + file + ":" + (rows + 1)));
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(NamedTexts.of(Map.of(file, text + end), policy).ids(type))
                    .as("with a line break")
                    .hasSize(rows);
        }
        RowPolicy accepting = policy.withLastRow(LastRow.ACCEPT);
        assertThat(NamedTexts.of(Map.of(file, text), accepting).ids(type))
                .as("accepted")
                .hasSize(rows);
    }

    private static void assertLastRow(Class<? extends RosterRecord> type, String file, String text, boolean isRead) {
        assertLastRow(type, file, text, RowPolicy.DEFAULTS, isRead);
    }

    @Example
    void lastRowThatEndsInAnIdOrAReferenceMayBeCut() {
        for (String id : List.of("o1", "o", "", " ")) {
            assertLastRow(Org.class, "orgs.csv", ORGS + "\n" + org(1) + "\no2,,,School,school,2," + id, false);
            assertLastRow(Org.class, "orgs.csv", ORGS + "\n" + org(1) + "\no2,,,School,school,2,\"" + id + "\"", true);
        }
        assertLastRow(Org.class, "orgs.csv", "name,sourcedId\nSchool,o1\nSchool,o2", false);
        assertLastRow(Org.class, "orgs.csv", "name,sourcedId,type\nSchool,o1,school\nSchool,o2,school", true);
        assertLastRow(
                User.class, "users.csv", "sourcedId,role,orgSourcedIds\nu1,student,o1\nu2,student,\"o1,o2\"", true);
        assertLastRow(User.class, "users.csv", "sourcedId,role,orgSourcedIds\nu1,student,o1\nu2,student,o1", false);
        // A column that is not known may have any name.
        assertLastRow(Org.class, "orgs.csv", "sourcedId,ownerSourcedId\no1,x\no2,y", true);
    }

    @Example
    void lastRowThatEndsInTheIdentityMayBeCut() {
        String users = "sourcedId,role,%s\nu1,student,first@x.example\nu2,student,second@x.example";
        RowPolicy byName = RowPolicy.DEFAULTS.withIdentity(Optional.of("username"));
        RowPolicy byEmail = RowPolicy.DEFAULTS.withIdentity(Optional.of("email"));
        assertLastRow(User.class, "users.csv", users.formatted("username"), byName, false);
        assertLastRow(User.class, "users.csv", users.formatted("email"), byEmail, false);
        assertLastRow(User.class, "users.csv", users.formatted("email"), byName, true);
        assertLastRow(User.class, "users.csv", users.formatted("username"), byEmail, true);
        assertLastRow(User.class, "users.csv", users.formatted("username"), true);
        assertLastRow(User.class, "users.csv", users.formatted("givenName"), byName, true);
    }

    private static String enrollments(String... ends) {
        StringBuilder text = new StringBuilder(ENROLLMENTS);
        for (int i = 0; i < ends.length; i++) {
            text.append("\ne")
                    .append(i)
                    .append(",,,c1,s1,u1,student,,2026-08-01,")
                    .append(ends[i]);
        }
        return text.toString();
    }

    @Example
    void lastRowThatEndsInABlankMayBeCutWhereTheColumnDecidesAndAnotherRowHasAValue() {
        assertLastRow(Enrollment.class, "enrollments.csv", enrollments("2026-12-20", "", ""), false);
        assertLastRow(Enrollment.class, "enrollments.csv", enrollments("", "2026-12-20", " "), false);
        assertLastRow(Enrollment.class, "enrollments.csv", enrollments("2026-12-20", "\"\""), true);
        assertLastRow(Enrollment.class, "enrollments.csv", enrollments("", "", ""), true);
        assertLastRow(Enrollment.class, "enrollments.csv", enrollments(""), true);
        String primary =
                "sourcedId,classSourcedId,userSourcedId,role,primary\ne1,c1,u1,teacher,true\ne2,c1,u1,teacher,";
        assertLastRow(Enrollment.class, "enrollments.csv", primary, true);
        String status = primary.replace("primary", "status").replace("true", "active");
        assertLastRow(Enrollment.class, "enrollments.csv", status, false);
        assertLastRow(Enrollment.class, "enrollments.csv", status + "active", true);
    }

    @Example
    void lastRowThatEndsInADateOfOneDigitMayBeCut() {
        for (String cut : List.of("2026-12-2", "2026-1-2", "2026/12/2", " 2026-12-1 ")) {
            assertLastRow(Enrollment.class, "enrollments.csv", enrollments("", cut), false);
            assertLastRow(Enrollment.class, "enrollments.csv", enrollments("", '"' + cut + '"'), true);
        }
        for (String whole : List.of("2026-12-20", "2026-1-02", "1/2/2026", "2026-12-2 08:00", "2026-12-2T8:00:0")) {
            assertLastRow(Enrollment.class, "enrollments.csv", enrollments("", whole), true);
        }
        // No access hangs on a birthday.
        assertLastRow(Demographics.class, "demographics.csv", "sourcedId,birthDate\nd1,2010-01-01\nd2,2010-1-2", true);
    }

    @Example
    void lastRowThatIsCutInTheMiddleIsRejectedWhateverIsSaidOfShortRows() {
        String text = enrollments("", "").replace("e1,,,c1,s1,u1,student,,2026-08-01,", "e1,,,c1,s1,u1,student");
        assertThat(NamedTexts.of(Map.of("enrollments.csv", text), RowPolicy.DEFAULTS)
                        .ids(Enrollment.class))
                .containsExactly("e0");
        String orgs = ORGS + "\n" + org(1) + "\no2,,,School";
        assertLastRow(Org.class, "orgs.csv", orgs, SHORT_ACCEPTED, false);
        assertThat(NamedTexts.of(Map.of("orgs.csv", orgs), LAST_ACCEPTED).ids(Org.class))
                .as("a short row is one, wherever it is")
                .containsExactly("o1");
    }

    // Short rows that a setting accepts

    @Example
    void cellsThatAreLeftOutAreBlankWhereTheSettingSaysSo() {
        String text = ORGS + "\n" + org(1) + "\no2,,,School\no3,tobedeleted\n\no4\n" + org(5) + "\n";
        NamedTexts drop = NamedTexts.of(Map.of("orgs.csv", text), SHORT_ACCEPTED);
        List<Row<Org>> rows = drop.rows(Org.class);
        assertThat(rows).extracting(row -> row.record().isPresent()).containsExactly(true, true, true, false, true);
        assertThat(rows.get(1).record().orElseThrow()).satisfies(org -> {
            assertThat(org.name()).isEqualTo("School");
            assertThat(org.type()).isEmpty();
            assertThat(org.parentSourcedId()).isEmpty();
        });
        assertThat(drop.told()).containsExactly("ragged-row error orgs.csv:6", "short-row notice orgs.csv:3");
        assertThat(drop.found().get(1).message())
                .startsWith("Rows with fewer cells than the header: 2 rows (lines 3, 4).");
    }

    @Example
    void cellOfAColumnThatDecidesIsNeverLeftOut() {
        String header = "sourcedId,role,enabledUser,username,email";
        String text = header + "\nu1,student,true,ann\nu2,student,true\nu3,student\nu4,student,,\n";
        NamedTexts drop = NamedTexts.of(
                Map.of("users.csv", text), SHORT_ACCEPTED.withBlankEnabledUser(RowPolicy.BlankEnabledUser.ENABLED));
        assertThat(drop.ids(User.class)).containsExactly("u1", "u2", "u4");
        assertThat(drop.told()).contains("ragged-row error users.csv:4", "short-row notice users.csv:2");
    }

    // Values that have taken in other rows

    @Example
    void valueWithALineBreakAndACommaAfterItHasTakenInRows() {
        String text = ORGS + "\n" + org(1) + "\no2,,,\"School,school,2,o1\no3,,,School\",school,3,o1\n" + org(4) + "\n";
        NamedTexts drop = orgs(text);
        assertThat(drop.ids(Org.class)).containsExactly("o1", "o4");
        assertThat(drop.told()).containsExactly("ragged-row error orgs.csv:3");
        assertThat(drop.found().get(0).message()).contains("up to line 4", "a quote is not closed");
    }

    @Example
    void commasBeforeALineBreakAreThoseOfAText() {
        // Once a defect: as many commas as a row has ended the reading, wherever the line break was.
        String text = "sourcedId,status,dateLastModified,title\nc1,,,\"Tests, essays, talks, homework\nof a term\"\n";
        NamedTexts drop = NamedTexts.of(Map.of("categories.csv", text));
        assertThat(drop.ids(Category.class)).containsExactly("c1");
        assertThat(drop.told()).containsExactly("line-break-in-value warning categories.csv:2");
    }

    @Example
    void valueOfTheSendersOwnEndsTheReadingOnlyWhereItIsLikeARow() {
        String text = ORGS + ",metadata.note\n" + org(1) + ",\"a,b\nc,d\"\n";
        assertThat(orgs(text).ids(Org.class)).containsExactly("o1");
        NamedTexts swallowing = orgs(text.replace("c,d", org(2)));
        assertThatThrownBy(() -> swallowing.drop().rows(Org.class).records().count())
                .isInstanceOfSatisfying(
                        DropUnreadableException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(CsvFindingCode.UNTERMINATED_QUOTE));
    }
}
