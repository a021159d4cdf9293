package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.layout.LayoutColumn;
import org.oneroster4j.impero.layout.LayoutField;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutFilter;
import org.oneroster4j.impero.layout.LayoutFormat;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.impero.layout.LineEnd;
import org.oneroster4j.impero.layout.Quoting;
import org.oneroster4j.impero.layout.RowKind;
import org.oneroster4j.impero.layout.UnwritableCellException;

/** What a layout makes of a small school, to the byte. */
class LayoutBytesTest {
    private static final LayoutFile NAMES =
            LayoutFile.of("names.csv", RowKind.GROUPS, LayoutField.GROUP_ID, LayoutField.GROUP_NAME);

    private static LayoutFile access(LayoutColumn... columns) {
        return LayoutFile.of("access.csv", RowKind.ACCESS, List.of(columns));
    }

    @Test
    void lanschoolIsTwoFilesWithoutHeaders() throws IOException {
        assertThat(SmallSchool.text(LayoutProfile.LANSCHOOL.files().get(0)))
                .isEqualTo("t1.login,c1,Zoology\r\nt2.login,c1,Zoology\r\nt1.login,c2,Art; Caf\u00E9\r\n");
        assertThat(SmallSchool.text(LayoutProfile.LANSCHOOL.files().get(1)))
                .isEqualTo("c1,s1.login\r\nc1,s2.login\r\nc2,s1.login\r\n");
        assertThat(LayoutProfile.LANSCHOOL.files())
                .extracting(LayoutFile::name)
                .containsExactly("ClassesByTeacherLoginName.csv", "StudentsForClassByLoginName.csv");
    }

    @Test
    void identityIsTheOneThatImperoMatchesBy() throws IOException {
        LayoutFile file = LayoutFile.of("users.csv", RowKind.USERS, LayoutField.IDENTITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LayoutWriter(new LayoutProfile("tried", List.of(file)), Identity.EMAIL)
                .write(file, SmallSchool.ROSTER, bytes);

        assertThat(SmallSchool.text(file)).startsWith("identity\r\ns1.login\r\n");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("identity\r\ns1@example.org\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1", "windows-1252", "IBM850"})
    void textIsInTheCharset(String name) throws IOException {
        Charset charset = Charset.forName(name);
        LayoutFile file = NAMES.withFormat(LayoutFormat.DEFAULT.withCharset(charset));

        assertThat(SmallSchool.bytes(file))
                .isEqualTo("groupId,groupName\r\nc1,Zoology\r\nc2,Art; Caf\u00E9\r\n".getBytes(charset));
    }

    @Test
    void byteOrderMarkStandsBeforeAllElse() throws IOException {
        LayoutFormat marked = LayoutFormat.DEFAULT.withByteOrderMark(true);
        LayoutFile utf16 = NAMES.withFormat(marked.withCharset(StandardCharsets.UTF_16LE));

        assertThat(HexFormat.of().formatHex(SmallSchool.bytes(NAMES.withFormat(marked))))
                .startsWith("efbbbf" + HexFormat.of().formatHex("groupId".getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(SmallSchool.bytes(utf16))).startsWith("fffe6700");
    }

    @Test
    void lineEndStandsBehindEveryRow() throws IOException {
        LayoutFormat format = LayoutFormat.DEFAULT.withHeader(false);

        assertThat(SmallSchool.text(NAMES.withFormat(format.withLineEnd(LineEnd.LF))))
                .isEqualTo("c1,Zoology\nc2,Art; Caf\u00E9\n");
        assertThat(SmallSchool.text(NAMES.withFormat(format.withLineEnd(LineEnd.CR))))
                .isEqualTo("c1,Zoology\rc2,Art; Caf\u00E9\r");
    }

    @Test
    void quotesStandWhereTheDelimiterAsksForThem() throws IOException {
        assertThat(SmallSchool.text(NAMES.withFormat(LayoutFormat.DEFAULT.withDelimiter(';'))))
                .isEqualTo("groupId;groupName\r\nc1;Zoology\r\nc2;\"Art; Caf\u00E9\"\r\n");
        assertThat(SmallSchool.text(NAMES.withFormat(LayoutFormat.DEFAULT.withDelimiter('\t'))))
                .isEqualTo("groupId\tgroupName\r\nc1\tZoology\r\nc2\tArt; Caf\u00E9\r\n");
    }

    @Test
    void quotesStandAlwaysOrNeverWhenAskedTo() throws IOException {
        LayoutFile schools = LayoutFile.of(
                "schools.csv", RowKind.GROUPS, LayoutField.SCHOOL_NAME, LayoutField.CLASS_CODE, LayoutField.GROUP_ID);

        assertThat(SmallSchool.text(schools.withFormat(LayoutFormat.DEFAULT.withQuoting(Quoting.ALWAYS))))
                .isEqualTo("\"schoolName\",\"classCode\",\"groupId\"\r\n\"North, \"\"Hill\"\"\",\"\",\"c1\"\r\n"
                        + "\"North, \"\"Hill\"\"\",\"\",\"c2\"\r\n");
        assertThat(SmallSchool.text(NAMES.withFormat(LayoutFormat.DEFAULT.withQuoting(Quoting.NEVER))))
                .isEqualTo("groupId,groupName\r\nc1,Zoology\r\nc2,Art; Caf\u00E9\r\n");
    }

    @Test
    void lineBreakInAConstantStandsInQuotes() throws IOException {
        LayoutFile file = LayoutFile.of(
                        "x.csv",
                        RowKind.GROUPS,
                        List.of(LayoutColumn.ofConstant("x", "a\r\nb"), LayoutColumn.ofConstant("y", "c\nd")))
                .withFormat(LayoutFormat.DEFAULT.withHeader(false));

        assertThat(SmallSchool.text(file)).isEqualTo("\"a\r\nb\",\"c\nd\"\r\n\"a\r\nb\",\"c\nd\"\r\n");
    }

    @Test
    void columnsAreFieldsTemplatesAndConstants() throws IOException {
        LayoutFile file = access(
                LayoutColumn.of("Class", LayoutField.GROUP_NAME),
                LayoutColumn.ofTemplate("Person", "{familyName}, {givenName}[ ({classCode})] <{email|username}>"),
                LayoutColumn.ofConstant("Domain", "NORTH"),
                LayoutColumn.ofTemplate("Rest", " {classCode} {role} "));

        assertThat(SmallSchool.text(file).lines().toList())
                .containsExactly(
                        "Class,Person,Domain,Rest",
                        "Zoology,\"Family, Ann <t1@example.org>\",NORTH,teacher",
                        "Zoology,\"Family, Bob <t2@example.org>\",NORTH,aide",
                        "Art; Caf\u00E9,\"Family, Ann <t1@example.org>\",NORTH,teacher");
    }

    @Test
    void trueAndFalseAreTheWordsOfTheLayoutInFieldsAndTemplates() throws IOException {
        LayoutFile file = access(LayoutColumn.of(LayoutField.PRIMARY), LayoutColumn.ofTemplate("x", "p[={primary}]"))
                .withFormat(LayoutFormat.DEFAULT.withTrueWord("Y").withFalseWord(""));

        assertThat(SmallSchool.text(file)).isEqualTo("primary,x\r\nY,p=Y\r\n,p\r\n,p\r\n");
    }

    @Test
    void filterKeepsTheRowsThatAllOfItTakes() throws IOException {
        LayoutFile file = access(LayoutColumn.of(LayoutField.GROUP_ID), LayoutColumn.of(LayoutField.USER_ID));

        assertThat(SmallSchool.text(file.withFilter(LayoutFilter.of(LayoutField.ROLE, "aide", "proctor"))))
                .isEqualTo("groupId,userId\r\nc1,t2\r\n");
        assertThat(SmallSchool.text(file.withFilter(
                        LayoutFilter.of(LayoutField.ROLE, "teacher"), LayoutFilter.of(LayoutField.PRIMARY, "false"))))
                .isEqualTo("groupId,userId\r\nc2,t1\r\n");
        assertThat(SmallSchool.text(LayoutFile.of("staff.csv", RowKind.USERS, LayoutField.USER_ID)
                        .withFilter(LayoutFilter.of(LayoutField.KIND, "staff"))))
                .isEqualTo("userId\r\nt1\r\nt2\r\n");
    }

    @Test
    void sortIsByCodeUnitAndKeepsTheOrderOfEqualRows() throws IOException {
        LayoutFile file = access(LayoutColumn.of(LayoutField.USER_ID), LayoutColumn.of(LayoutField.GROUP_ID));

        assertThat(SmallSchool.text(file.withSort(LayoutField.USER_ID)))
                .isEqualTo("userId,groupId\r\nt1,c1\r\nt1,c2\r\nt2,c1\r\n");
        assertThat(SmallSchool.text(file.withSort(LayoutField.GROUP_NAME, LayoutField.ROLE)))
                .isEqualTo("userId,groupId\r\nt1,c2\r\nt2,c1\r\nt1,c1\r\n");
        assertThat(SmallSchool.text(LayoutFile.of("users.csv", RowKind.USERS, LayoutField.USER_ID)
                        .withSort(LayoutField.GIVEN_NAME)))
                .isEqualTo("userId\r\nt1\r\nt2\r\ns1\r\ns2\r\n");
    }

    @Test
    void characterThatTheCharsetLacksIsToldByPlaceAndNeverByValue() {
        LayoutFormat latin = LayoutFormat.DEFAULT.withCharset(StandardCharsets.ISO_8859_1);
        LayoutFile members = LayoutFile.of("m.csv", RowKind.MEMBERS, LayoutField.GROUP_ID, LayoutField.GIVEN_NAME)
                .withFormat(latin);
        LayoutFile users =
                LayoutFile.of("u.csv", RowKind.USERS, LayoutField.GIVEN_NAME).withFormat(latin.withHeader(false));

        assertThatThrownBy(() -> SmallSchool.bytes(members))
                .isInstanceOf(UnwritableCellException.class)
                .hasNoCause()
                .hasMessage(
                        "m.csv, group c1, user s2, column 2 (givenName): the charset ISO-8859-1 lacks a character that"
                                + " it holds");
        assertThatThrownBy(() -> SmallSchool.bytes(users))
                .isInstanceOf(UnwritableCellException.class)
                .hasMessageStartingWith("u.csv, user s2, column 1 (givenName): ");
    }

    @Test
    void cellThatNeedsQuotesWhereThereAreNoneIsToldByPlaceAndNeverByValue() {
        LayoutFile file = NAMES.withFormat(LayoutFormat.DEFAULT
                .withDelimiter(';')
                .withQuoting(Quoting.NEVER)
                .withHeader(false));

        assertThatThrownBy(() -> SmallSchool.bytes(file))
                .isInstanceOf(UnwritableCellException.class)
                .hasMessage(
                        "names.csv, group c2, column 2 (groupName): it holds the delimiter, a quote or a line break,"
                                + " and quoting is never");
    }
}
