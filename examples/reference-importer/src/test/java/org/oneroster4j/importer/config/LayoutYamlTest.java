package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneroster4j.impero.layout.LayoutColumn;
import org.oneroster4j.impero.layout.LayoutField;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutFilter;
import org.oneroster4j.impero.layout.LayoutFormat;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LineEnd;
import org.oneroster4j.impero.layout.Quoting;
import org.oneroster4j.impero.layout.RowKind;

class LayoutYamlTest {
    @TempDir
    Path folder;

    private LayoutProfile read(String yaml) throws IOException, ConfigException {
        return LayoutYaml.read(Files.writeString(folder.resolve("mine.v2.yaml"), yaml));
    }

    /** What is told of a file, without the name of the file in front. */
    private List<String> told(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
        assertThat(e).as("nothing is told of %s", yaml).isNotNull();
        String start = folder.resolve("mine.v2.yaml").toString();
        return String.valueOf(e.getMessage())
                .lines()
                .peek(line -> assertThat(line).startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    @Test
    void nameIsThatOfTheFileUnlessItSaysAnother() throws IOException, ConfigException {
        String files = "files: [{name: a.csv, rows: users, columns: userId}]\n";

        assertThat(read(files).name()).isEqualTo("mine.v2");
        assertThat(read("name: north\n" + files).name()).isEqualTo("north");
    }

    @Test
    void everythingCanBeSaidForAllFilesAndForOne() throws IOException, ConfigException {
        LayoutProfile profile = read("""
                charset: UTF-16LE
                byteOrderMark: true
                delimiter: tab
                quoting: always
                lineEnd: lf
                header: false
                trueWord: yes
                falseWord: ''
                files:
                  - name: a.csv
                    rows: access
                    columns: [identity, {field: groupId}, {template: '{role}[ ({classCode})]'}, {constant: 007}]
                    filter: {role: [teacher, aide], primary: true}
                    sort: [groupName, userId]
                  - name: b.csv
                    rows: groups
                    charset: ISO-8859-1
                    byteOrderMark: false
                    delimiter: '|'
                    quoting: never
                    lineEnd: cr
                    header: true
                    trueWord: 1
                    falseWord: 0
                    columns: [{header: Class, field: groupName}, groupId]
                    sort: schoolId
                """);
        LayoutFormat format =
                new LayoutFormat(StandardCharsets.UTF_16LE, true, '\t', Quoting.ALWAYS, LineEnd.LF, false, "yes", "");

        assertThat(profile.files())
                .containsExactly(
                        LayoutFile.of(
                                        "a.csv",
                                        RowKind.ACCESS,
                                        List.of(
                                                LayoutColumn.of(LayoutField.IDENTITY),
                                                LayoutColumn.of(LayoutField.GROUP_ID),
                                                LayoutColumn.ofTemplate("", "{role}[ ({classCode})]"),
                                                LayoutColumn.ofConstant("", "007")))
                                .withFilter(
                                        LayoutFilter.of(LayoutField.ROLE, "teacher", "aide"),
                                        LayoutFilter.of(LayoutField.PRIMARY, "true"))
                                .withSort(LayoutField.GROUP_NAME, LayoutField.USER_ID)
                                .withFormat(format),
                        LayoutFile.of(
                                        "b.csv",
                                        RowKind.GROUPS,
                                        List.of(
                                                LayoutColumn.of("Class", LayoutField.GROUP_NAME),
                                                LayoutColumn.of(LayoutField.GROUP_ID)))
                                .withSort(LayoutField.SCHOOL_ID)
                                .withFormat(new LayoutFormat(
                                        StandardCharsets.ISO_8859_1,
                                        false,
                                        '|',
                                        Quoting.NEVER,
                                        LineEnd.CR,
                                        true,
                                        "1",
                                        "0")));
    }

    /** Each mistake by itself, in a file that is right but for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "charset: latin99 # , line 1: charset: 'latin99' is not a charset that this Java knows.",
                "charset: 'no charset' # , line 1: charset: 'no charset' is not a charset that this Java knows.",
                "charset: # , line 1: charset: has no value.",
                "charset: [UTF-8] # , line 1: charset: takes a single word or text.",
                "charset: ISO-2022-CN # , line 1: charset: ISO-2022-CN can be read but not written.",
                "delimiter: ab # , line 1: delimiter: is neither one character nor the word tab.",
                "delimiter: '\"' # , line 1: delimiter: is a quote, a line break or half a character.",
                "quoting: sometimes # , line 1: quoting: is none of as-needed, always, never.",
                "lineEnd: lfcr # , line 1: lineEnd: is none of crlf, lf, cr.",
                "header: yes # , line 1: header: is neither true nor false.",
                "byteOrderMark: 1 # , line 1: byteOrderMark: is neither true nor false.",
                "falseWord: true # , line 1: falseWord: is the word for true too.",
                "trueWord: false # , line 2: files[0].falseWord: is the word for true too."
            })
    void mistakeInTheFormatIsToldOnceWithItsLine(String line, String message) {
        assertThat(told(line + "\nfiles: [{name: a.csv, rows: users, columns: userId},"
                        + " {name: b.csv, rows: users, columns: userId, falseWord: no}]\n"))
                .containsExactly(message);
        assertThat(told("files:\n- {name: a.csv, rows: users, columns: userId}\n- name: b.csv\n  rows: users\n  " + line
                        + "\n  columns: userId\n"))
                .singleElement()
                .asString()
                .contains("files[1]."
                        + message.replaceFirst("^.*: (?=.*: )|^, line \\d: ", "")
                                .replace("files[0].", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "name: ../a.csv # name: '../a.csv' is a path; files are written into the output folder itself",
                "name: # name: has no name",
                "rows: user # rows: is none of users, groups, members, access",
                "columns: # columns[0]: has no value",
                "columns: [] # columns: has no column",
                "columns: [userIdd] # columns[0]: has an unknown field {userIdd}; known are",
                "columns: [userId, groupId] # columns[1].field: rows of users have no field groupId; they have userId,",
                "columns: [{header: x, template: }] # columns[0].template: has no value",
                "columns: [{header: [x], field: userId}] # columns[0].header: takes a single word or text",
                "columns: [[userId]] # columns[0]: takes a single word or text",
                "columns: [{header: x}] # columns[0]: has none of field, template, constant",
                "columns: [{field: userId, constant: x}] # columns[0]: has more than one of field, template, constant",
                "columns: [{header: x, field: userIdd}] # columns[0].field: has an unknown field {userIdd}; known are",
                "columns: [{header: x, template: '{userId'}] # columns[0].template: has a { without its }",
                "columns: [{header: x, template: '{role}'}] # columns[0].template: rows of users have no field role",
                "columns: [{template: '{userId}'}] # columns[0].header: has no header, and the file has a header row",
                "columns: [{headr: x, field: userId}] # columns[0].headr: is not a known key. Known are header,",
                "filter: student # filter: takes fields as keys, each with the words that its rows have",
                "filter: {kind: pupil} # filter.kind: 'pupil' is none of student, staff",
                "filter: {kind: ~} # filter.kind: has no value",
                "filter: {kind: ''} # filter.kind: '' is none of student, staff",
                "filter: {kind: [] } # filter.kind: has no word, so no row would be written",
                "filter: {role: teacher} # filter.role: rows of users have no field role",
                "filter: {kid: student} # filter.kid: has an unknown field {kid}; known are",
                "sort: [userIdd] # sort[0]: has an unknown field {userIdd}; known are",
                "sort: [groupId] # sort[0]: rows of users have no field groupId",
                "sort: [userId, email, userId] # sort[2]: userId is there twice",
                "colums: x # colums: is not a known key. Known are name, rows, columns, filter, sort, charset,"
            })
    void mistakeInAFileIsToldOnceWithItsLine(String line, String message) {
        String file = "  name: a.csv\n  rows: users\n  columns: userId\n";
        String key = line.substring(0, line.indexOf(':'));
        String wrong = file.replaceFirst("  " + key + ":.*\n", "");
        long number = wrong.lines().count() + 3;

        assertThat(told("files:\n-\n" + wrong + "  " + line + "\n"))
                .singleElement()
                .asString()
                .startsWith(", line " + number + ": files[0]." + message);
    }

    @Test
    void whatMustBeThereIsMissed() {
        assertThat(told("")).containsExactly(": files: has no file.");
        assertThat(told("# nothing yet\n")).containsExactly(": files: has no file.");
        assertThat(told("name: x\n")).containsExactly(", line 1: files: has no file.");
        assertThat(told("files: a.csv\n")).containsExactly(", line 1: files: takes a list.");
        assertThat(told("files: [a.csv]\n"))
                .singleElement()
                .asString()
                .startsWith(", line 1: files[0]: takes keys: name,");
        assertThat(told("files:\n- sort: userId\n"))
                .containsExactly(
                        ", line 2: files[0]: has no rows: users, groups, members or access.",
                        ", line 2: files[0].name: has no name.");
        assertThat(told("- x\n")).first().asString().startsWith(", line 1: takes keys: name, files, charset,");
    }

    @Test
    void keyThatIsThereTwiceOrNoYamlIsToldWithItsLine() {
        assertThat(told("name: a\nname: b\n")).singleElement().asString().startsWith(", line 2: this is not YAML");
        assertThat(told("files: [\n")).singleElement().asString().contains("this is not YAML");
    }

    @Test
    void manyMistakesAreToldAtOnceInTheOrderOfTheirLines() {
        assertThat(told("""
                        charset: latin99
                        colour: blue
                        files:
                          - name: sub/groups.csv
                            rows: groups
                            columns:
                              - groupId
                              - groupIdd
                              - header: Teacher
                                field: userId
                              - header: Label
                                template: '{groupName'
                          - name: users.csv
                            rows: people
                            columns: [groupIdd]
                            sort: [groupIdd, role]
                          - name: Users.CSV
                            rows: users
                            quoting: perhaps
                            columns:
                              - userId
                            sort:
                              - userIdd
                              - groupId
                        """))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(", line 1: charset: "),
                        line -> assertThat(line).startsWith(", line 2: colour: is not a known key"),
                        line -> assertThat(line).startsWith(", line 4: files[0].name: "),
                        line -> assertThat(line).startsWith(", line 8: files[0].columns[1]: "),
                        line -> assertThat(line).startsWith(", line 10: files[0].columns[2].field: "),
                        line -> assertThat(line).startsWith(", line 12: files[0].columns[3].template: "),
                        line -> assertThat(line).startsWith(", line 14: files[1].rows: "),
                        line -> assertThat(line).startsWith(", line 15: files[1].columns[0]: "),
                        line -> assertThat(line).startsWith(", line 16: files[1].sort[0]: "),
                        line -> assertThat(line)
                                .startsWith(", line 17: files[2].name: 'Users.CSV' is the name of files[1]"),
                        line -> assertThat(line).startsWith(", line 19: files[2].quoting: "),
                        line -> assertThat(line).startsWith(", line 23: files[2].sort[0]: has an unknown field"),
                        line -> assertThat(line)
                                .startsWith(", line 24: files[2].sort[1]: rows of users have no field"));
    }
}
