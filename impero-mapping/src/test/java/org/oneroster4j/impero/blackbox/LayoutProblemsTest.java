package org.oneroster4j.impero.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import org.oneroster4j.impero.layout.LayoutProblem;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LayoutTemplate;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.impero.layout.Quoting;
import org.oneroster4j.impero.layout.RowKind;

/** What keeps a profile from being written is told at once, each with its place. */
class LayoutProblemsTest {
    private static final LayoutFile GROUPS = LayoutFile.of("groups.csv", RowKind.GROUPS, LayoutField.GROUP_ID);

    private static List<String> places(LayoutFile... files) {
        return new LayoutProfile("tried", List.of(files))
                .problems().stream().map(LayoutProblem::place).toList();
    }

    private static List<String> places(LayoutFormat format) {
        return places(GROUPS.withFormat(format));
    }

    @Test
    void builtInProfilesHaveNoProblem() {
        for (LayoutProfile profile : LayoutProfile.BUILT_IN) {
            assertThat(profile.problems()).as(profile.name()).isEmpty();
            assertThat(LayoutProfile.builtIn(profile.name())).contains(profile);
        }
        assertThat(LayoutProfile.builtIn("other")).isEmpty();
    }

    @Test
    void profileWithoutFilesAndFileWithoutColumns() {
        assertThat(places(new LayoutFile[0])).containsExactly("files");
        assertThat(places(LayoutFile.of("x.csv", RowKind.USERS))).containsExactly("files[0].columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                ".",
                "a/b.csv",
                "/b.csv",
                "..\\b.csv",
                "\\b.csv",
                "a<.csv",
                "C:b.csv",
                "a?.csv",
                "a\tb.csv",
                "b.csv.",
                " b.csv",
                "nul",
                "CON.csv",
                "Lpt1.txt"
            })
    void nameThatIsNoPlainFileName(String name) {
        assertThat(places(GROUPS.withName(name))).containsExactly("files[0].name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"groups.csv", "Groups 2026.CSV", "previous", ".hidden", "\u00E9l\u00E8ves.txt", "console.csv"})
    void nameThatIsAPlainFileName(String name) {
        assertThat(places(GROUPS.withName(name))).isEmpty();
    }

    @Test
    void sameFileTwiceWhateverTheCase() {
        assertThat(places(GROUPS, GROUPS.withName("other.csv"), GROUPS.withName("GROUPS.csv")))
                .containsExactly("files[2].name");
    }

    @Test
    void fieldThatItsRowsDoNotHave() {
        LayoutFile file = LayoutFile.of(
                "users.csv",
                RowKind.USERS,
                List.of(
                        LayoutColumn.of(LayoutField.GROUP_ID),
                        LayoutColumn.of(LayoutField.USER_ID),
                        LayoutColumn.ofTemplate("x", "{userId}[ {role}]")));

        assertThat(places(file)).containsExactly("files[0].columns[0].field", "files[0].columns[2].template");
        assertThat(places(GROUPS.withSort(LayoutField.EMAIL))).containsExactly("files[0].sort[0]");
        assertThat(places(GROUPS.withFilter(LayoutFilter.of(LayoutField.KIND, "staff"))))
                .containsExactly("files[0].filter.kind");
    }

    @Test
    void filterOfAWordThatTheFieldNeverIs() {
        LayoutFile access = LayoutFile.of("access.csv", RowKind.ACCESS, LayoutField.USER_ID);

        assertThat(places(access.withFilter(LayoutFilter.of(LayoutField.ROLE, "teacher", "student"))))
                .containsExactly("files[0].filter.role");
        assertThat(places(access.withFilter(LayoutFilter.of(LayoutField.PRIMARY, "yes"))))
                .containsExactly("files[0].filter.primary");
        assertThat(places(access.withFilter(LayoutFilter.of(LayoutField.KIND))))
                .containsExactly("files[0].filter.kind");
        assertThat(places(access.withFilter(LayoutFilter.of(LayoutField.SCHOOL_ID, "anything"))))
                .isEmpty();
    }

    @Test
    void filterOrSortThatIsThereTwice() {
        assertThat(places(GROUPS.withFilter(
                        LayoutFilter.of(LayoutField.SCHOOL_ID, "1"), LayoutFilter.of(LayoutField.SCHOOL_ID, "2"))))
                .containsExactly("files[0].filter.schoolId");
        assertThat(places(GROUPS.withSort(LayoutField.GROUP_NAME, LayoutField.GROUP_NAME)))
                .containsExactly("files[0].sort[1]");
    }

    @Test
    void formatThatContradictsItself() {
        LayoutFormat format = LayoutFormat.DEFAULT;

        assertThat(places(format.withDelimiter('"'))).containsExactly("files[0].format.delimiter");
        assertThat(places(format.withDelimiter('\n'))).containsExactly("files[0].format.delimiter");
        assertThat(places(format.withDelimiter('\uD83D'))).containsExactly("files[0].format.delimiter");
        assertThat(places(format.withCharset(StandardCharsets.US_ASCII).withDelimiter('\u00A6')))
                .containsExactly("files[0].format.delimiter");
        assertThat(places(format.withFalseWord("true"))).containsExactly("files[0].format.falseWord");
        assertThat(places(format.withQuoting(Quoting.NEVER).withTrueWord("a,b")))
                .containsExactly("files[0].format.trueWord");
        assertThat(places(format.withQuoting(Quoting.NEVER).withFalseWord("a,b")))
                .containsExactly("files[0].format.falseWord");
    }

    @Test
    void charsetThatCannotBeWrittenOrHasNoMark() {
        LayoutFormat format = LayoutFormat.DEFAULT.withByteOrderMark(true);

        assertThat(places(LayoutFormat.DEFAULT.withCharset(Charset.forName("ISO-2022-CN"))))
                .containsExactly("files[0].format.charset");
        assertThat(places(format.withCharset(StandardCharsets.ISO_8859_1)))
                .containsExactly("files[0].format.byteOrderMark");
        assertThat(places(format.withCharset(StandardCharsets.UTF_16)))
                .containsExactly("files[0].format.byteOrderMark");
        assertThat(places(format.withCharset(StandardCharsets.UTF_16BE))).isEmpty();
    }

    @Test
    void fixedTextThatCannotBeWritten() {
        LayoutFile file = GROUPS.withColumns(
                LayoutColumn.of("\u0141", LayoutField.GROUP_ID),
                LayoutColumn.ofConstant("b", "\u0141"),
                LayoutColumn.of(" ", LayoutField.GROUP_ID));
        LayoutFormat latin = LayoutFormat.DEFAULT.withCharset(StandardCharsets.ISO_8859_1);

        assertThat(places(file.withFormat(latin)))
                .containsExactly(
                        "files[0].columns[0].header", "files[0].columns[1].constant", "files[0].columns[2].header");
        assertThat(places(file.withFormat(latin.withHeader(false)))).containsExactly("files[0].columns[1].constant");
        assertThat(places(GROUPS.withColumns(LayoutColumn.of("a,b", LayoutField.GROUP_ID))
                        .withFormat(LayoutFormat.DEFAULT.withQuoting(Quoting.NEVER))))
                .containsExactly("files[0].columns[0].header");
    }

    @Test
    void allAreToldAtOnceAndTheWriterRefusesThem() {
        LayoutProfile profile = new LayoutProfile(
                "tried",
                List.of(
                        GROUPS.withName("../groups.csv"),
                        LayoutFile.of("members.csv", RowKind.MEMBERS, LayoutField.ROLE),
                        GROUPS.withFormat(LayoutFormat.DEFAULT.withDelimiter('"'))));

        assertThat(profile.problems())
                .extracting(LayoutProblem::place)
                .containsExactly("files[0].name", "files[1].columns[0].field", "files[2].format.delimiter");
        assertThatThrownBy(() -> new LayoutWriter(profile, Identity.EMAIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("files[0].name: '../groups.csv' is a path")
                .hasMessageContaining("rows of members have no field role; they have groupId, groupName")
                .hasMessageContaining("files[2].format.delimiter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{groupIdd}", "{title}", "{groupId", "[[{groupId}]]", "{groupId|}", "}"})
    void brokenTemplateIsRefused(String template) {
        assertThatThrownBy(() -> LayoutTemplate.of(template)).isInstanceOf(IllegalArgumentException.class);
    }
}
