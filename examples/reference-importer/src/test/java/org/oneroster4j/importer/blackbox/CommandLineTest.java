package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;
import org.oneroster4j.testing.TextDrop;

/** The command line as the contract has it: options, exit codes, what goes where. */
class CommandLineTest {
    private static final String SECRET = "Secret";

    @TempDir
    Path folder;

    private Path drop;
    private Path out;

    @BeforeEach
    void drop() {
        drop = folder.resolve("drop");
        out = folder.resolve("out");
        school().toText().writeTo(drop);
    }

    private static SchoolDrop school() {
        return SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student");
    }

    private CommandLine convert(Object... more) {
        return CommandLine.run(Stream.concat(
                        Stream.of("convert", "--drop", drop, "--out", out, "--identity", "username"), Stream.of(more))
                .toArray());
    }

    @Test
    void convertPublishesAndSaysSo() throws IOException {
        CommandLine run = convert();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Published (as of 2026-11-24).").contains("1 group, 2 users");
        assertThat(run.err()).isEmpty();
        assertThat(Conversion.bytesOf(out).keySet())
                .containsExactly("access.csv", "groups.csv", "members.csv", "users.csv");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing is left beside the output folder").containsExactlyInAnyOrder(drop, out);
        }
    }

    @Test
    void filesOfOthersInTheOutputFolderAreLeftAlone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("notes.txt"), "mine");
        convert();

        assertThat(out.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void outputIsTheReferenceLayoutToTheByte() throws IOException {
        convert();

        assertThat(Files.readString(out.resolve("access.csv"), StandardCharsets.UTF_8))
                .isEqualTo("groupId,groupName,userId,username,email,role,primary\r\n"
                        + "c1,Class c1,t1,t1.login,t1@example.org,teacher,false\r\n");
        assertThat(Files.readString(out.resolve("groups.csv"), StandardCharsets.UTF_8))
                .isEqualTo("groupId,groupName,classCode,courseTitle,schoolId,schoolName\r\n"
                        + "c1,Class c1,,Course c1,1,School 1\r\n");
    }

    @Test
    void dryRunDoesAllButPublish() {
        CommandLine run = convert("--dry-run", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run.out()).get("state").asText()).isEqualTo("dry-run");
        assertThat(out).doesNotExist();
    }

    @Test
    void jsonIsAloneOnStandardOutput() {
        CommandLine run = convert("--json");
        JsonNode summary = json(run.out());

        assertThat(summary.get("state").asText()).isEqualTo("published");
        assertThat(summary.get("asOf").asText()).isEqualTo("2026-11-24");
        assertThat(summary.get("identity").asText()).isEqualTo("username");
        assertThat(summary.get("counts").toString())
                .isEqualTo("{\"groups\":1,\"users\":2,\"students\":1,\"staff\":1,\"members\":1,\"access\":1}");
        assertThat(summary.get("findings").toString()).isEqualTo("{\"error\":0,\"warning\":0,\"notice\":0}");
        assertThat(summary.get("reasons")).isEmpty();
        assertThat(summary.get("leftOut")).isEmpty();
        assertThat(run.err()).contains("Published");
    }

    @Test
    void reportHasSummaryAndFindingsWithPlaces() throws IOException {
        school().student("s2", Map.of("enabledUser", "perhaps")).toText().writeTo(drop);
        Path report = folder.resolve("report");
        convert("--report", report);

        assertThat(json(Files.readString(report.resolve("summary.json")))
                        .get("state")
                        .asText())
                .isEqualTo("published");
        assertThat(Files.readString(report.resolve("findings.csv"), StandardCharsets.UTF_8))
                .startsWith("severity,code,file,line,column,sourcedId,message\r\n"
                        + "error,unreadable-value,users.csv,4,enabledUser,s2,");
    }

    @Test
    void rejectedDropLeavesWhatWasThere() throws IOException {
        convert();
        Map<String, byte[]> before = Conversion.bytesOf(out);
        Files.delete(drop.resolve("enrollments.csv"));
        CommandLine run = convert("--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(json(run.out()).get("reasons").toString()).isEqualTo("[\"required-file-missing\"]");
        assertThat(Conversion.texts(Conversion.bytesOf(out))).isEqualTo(Conversion.texts(before));
    }

    @Test
    void missingOptionsAreAllNamedAtOnce() {
        CommandLine run = CommandLine.run("convert");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--drop").contains("--out").contains("--identity");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wrongWordsAreUsageErrors() {
        assertThat(convert("--identity", "Username").exitCode()).isEqualTo(2);
        assertThat(convert("--as-of", "15.10.2026").exitCode()).isEqualTo(2);
        assertThat(convert("--max-users", "0").exitCode()).isEqualTo(2);
        assertThat(convert("--nonsense").exitCode()).isEqualTo(2);
        assertThat(CommandLine.run().exitCode()).isEqualTo(2);
        assertThat(CommandLine.run("transmogrify").exitCode()).isEqualTo(2);
    }

    @Test
    void schoolThatIsNotThereIsAUsageError() {
        CommandLine run = convert("--school", "99");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("99").doesNotContain("Exception");
        assertThat(out).doesNotExist();
    }

    @Test
    void foldersThatContainOneAnotherAreRefused() throws IOException {
        Map<String, byte[]> before = Conversion.bytesOf(drop);

        assertThat(CommandLine.run("convert", "--drop", drop, "--out", drop, "--identity", "email")
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandLine.run("convert", "--drop", drop, "--out", drop.resolve("x"), "--identity", "email")
                        .exitCode())
                .isEqualTo(2);
        assertThat(convert("--report", out).exitCode()).isEqualTo(2);
        assertThat(Conversion.texts(Conversion.bytesOf(drop))).isEqualTo(Conversion.texts(before));
    }

    @Test
    void dropThatIsNotThereOrNotAFolderFails() throws IOException {
        CommandLine missing = CommandLine.run(
                "convert", "--drop", folder.resolve("no"), "--out", out, "--identity", "email", "--json");
        Path zip = Files.writeString(folder.resolve("drop.zip"), "PK");
        CommandLine zipped = CommandLine.run("convert", "--drop", zip, "--out", out, "--identity", "email");

        assertThat(missing.exitCode()).isEqualTo(4);
        assertThat(json(missing.out()).get("state").asText()).isEqualTo("failed");
        assertThat(zipped.exitCode()).isEqualTo(4);
        assertThat(zipped.out()).contains("Zipped");
    }

    @Test
    void failedPublishingLeavesWhatWasThere() throws IOException {
        convert();
        Map<String, byte[]> before = Conversion.bytesOf(out);
        Files.delete(out.resolve("access.csv"));
        Files.createDirectories(out.resolve("access.csv").resolve("held"));
        before.remove("access.csv");
        school().student("s2").enroll("s2", "c1", "student").toText().writeTo(drop);
        CommandLine run = convert("--json");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(json(run.out()).get("state").asText()).isEqualTo("failed");
        assertThat(Conversion.texts(Conversion.bytesOf(out))).isEqualTo(Conversion.texts(before));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(drop, out);
        }
    }

    @Test
    void configGivesWhatTheCommandLineDoesNotAndTheCommandLineWins() throws IOException {
        Path config = Files.writeString(
                folder.resolve("importer.yaml"),
                "drop: drop\nout: elsewhere\nidentity: email\nasOf: 2026-10-15\nschool: 1\nemptyGroups: keep\n"
                        + "consoleStaff: assigned\nnameTemplate: '{title} of {schoolName}'\nmaxUsers: 100\n");
        CommandLine run = CommandLine.run("convert", "--config", config, "--out", out, "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run.out()).get("identity").asText()).isEqualTo("email");
        assertThat(Files.readString(out.resolve("groups.csv"))).contains("Class c1 of School 1");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void emptyConfigLeavesAllToTheCommandLine() throws IOException {
        Path config = Files.writeString(folder.resolve("empty.yaml"), "# nothing yet\n\n");

        assertThat(convert("--config", config).exitCode()).isZero();
        assertThat(convert("--config", folder).exitCode()).isNotZero();
        Files.write(config, "drop: Caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(convert("--config", config).exitCode()).isEqualTo(2);
    }

    @Test
    void mistakeInTheConfigIsNamedWithItsLine() throws IOException {
        Map<String, List<String>> mistakes = new TreeMap<>(Map.of(
                "drop: drop\nidentitty: email\n", List.of("line 2", "identitty"),
                "drop: drop\n\nidentity: e-mail\n", List.of("line 3", "identity", "username, email"),
                "maxUsers: many\n", List.of("line 1", "maxUsers"),
                "nameTemplate: '{tilte}'\n", List.of("line 1", "nameTemplate", "{tilte}"),
                "drop: a\ndrop: b\n", List.of("line 2"),
                "school: [[]]\n", List.of("line 1", "school"),
                "maxUsers: 1.9\n", List.of("line 1", "maxUsers"),
                "maxUsers: ''\n", List.of("line 1", "maxUsers"),
                "drop: [\n", List.of("line 1", "YAML")));
        mistakes.put("identity: username\nschool:\n- a: b\n", List.of("line 3", "school"));
        mistakes.put("identity: username\nexclude: [[a]]\n", List.of("line 2", "exclude"));
        mistakes.put("identity: username\ndrop: [a, b]\n", List.of("line 2", "drop"));
        for (Map.Entry<String, List<String>> mistake : mistakes.entrySet()) {
            Path config = Files.writeString(folder.resolve("bad.yaml"), mistake.getKey());
            CommandLine run = convert("--config", config);

            assertThat(run.exitCode()).as(mistake.getKey()).isEqualTo(2);
            assertThat(run.err()).contains(mistake.getValue()).doesNotContain("jackson");
        }
    }

    @Test
    void idsOfTheConfigAreTextAsWritten() throws IOException {
        for (String id : List.of("007", "1e3", "0x1F", "null", "yes", "~", "1_000", "2026-01-01")) {
            SchoolDrop.create()
                    .school("1")
                    .term("T1", "2026-08-01", "2026-12-20")
                    .teacher("t1")
                    .student("s1")
                    .schoolClass("c1")
                    .schoolClass(id)
                    .enroll("t1", "c1", "teacher")
                    .enroll("s1", "c1", "student")
                    .toText()
                    .writeTo(drop);
            for (String written : List.of(id, '"' + id + '"', "'" + id + "'")) {
                Path config = Files.writeString(folder.resolve("exclude.yaml"), "exclude: [" + written + "]\n");
                JsonNode summary = json(convert("--config", config, "--json").out());

                assertThat(summary.path("leftOut").path("excluded").asInt())
                        .as(written)
                        .isOne();
            }
        }
    }

    @Test
    void excludeFileHasAnIdALineAndIsRefusedWhenItCannotBeRead() throws IOException {
        Path file = folder.resolve("exclude.txt");
        Path config =
                Files.writeString(folder.resolve("exclude.yaml"), "exclude: [nobody]\nexcludeFile: exclude.txt\n");

        assertThat(convert("--config", config).exitCode()).isEqualTo(2);
        assertThat(convert("--config", config).err()).contains("excludeFile", "is not there");
        Files.write(file, new byte[] {'c', (byte) 0xE9});
        assertThat(convert("--config", config).err()).contains("excludeFile", "is not UTF-8");
        Files.writeString(file, "\uFEFFs1\r\n\r\n  t1 \r\n");
        JsonNode summary = json(convert("--config", config, "--json").out());
        assertThat(summary.path("leftOut").path("excluded").asInt()).isEqualTo(2);
        assertThat(summary.path("codes").path("exclude-unknown").asInt()).isOne();
    }

    /** The clock of the tests stands at nine in the morning of the 24th in UTC. */
    @Test
    void todayIsThatOfTheTimeZone() throws IOException {
        Map<String, String> days =
                Map.of("UTC", "2026-11-24", "Pacific/Kiritimati", "2026-11-24", "Pacific/Pago_Pago", "2026-11-23");
        for (Map.Entry<String, String> day : days.entrySet()) {
            Path config = Files.writeString(folder.resolve("zone.yaml"), "timeZone: " + day.getKey() + "\n");

            assertThat(json(convert("--config", config, "--json").out())
                            .path("asOf")
                            .asText())
                    .as(day.getKey())
                    .isEqualTo(day.getValue());
        }
        Path config = Files.writeString(folder.resolve("zone.yaml"), "timeZone: Mars\n");
        assertThat(convert("--config", config).err()).contains("line 1", "timeZone");
    }

    @Test
    void rejectionForManyRowsNamesWhatIsWrongWithThem() {
        SchoolDrop dayFirst = school();
        for (int i = 2; i <= 6; i++) {
            dayFirst = dayFirst.student("s" + i)
                    .enroll("s" + i, "c1", "student", Map.of("beginDate", "15/08/2026", "endDate", "01/06/2027"));
        }
        dayFirst.toText().writeTo(drop);

        assertThat(convert().out())
                .startsWith("Rejected")
                .contains("too-many-rejected-rows: 5 of 7 rows of enrollments.csv")
                .contains("day-first-dates (enrollments.csv, line 4, beginDate)");
    }

    @Test
    void checkOfACleanDropSucceedsAndOfABrokenOneDoesNot() throws IOException {
        CommandLine clean = CommandLine.run("check", "--drop", drop);
        school().student("s2", Map.of("role", "pupil")).toText().writeTo(drop);
        CommandLine broken = CommandLine.run("check", "--drop", drop, "--json");

        assertThat(clean.exitCode()).isZero();
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(json(broken.out()).get("state").asText()).isEqualTo("checked");
        assertThat(json(broken.out()).get("identity").isNull()).isTrue();
        assertThat(json(broken.out()).get("reasons")).isEmpty();
    }

    @Test
    void checkWithAnIdentityReportsWhatWouldBeLeftOut() {
        school().student("s2", Map.of("email", "")).toText().writeTo(drop);
        CommandLine run = CommandLine.run("check", "--drop", drop, "--identity", "email", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run.out()).get("leftOut").toString()).isEqualTo("{\"missing-identity\":1}");
    }

    @Test
    void checkJudgesTheDayOnlyWhenItIsGiven() {
        CommandLine anyDay = CommandLine.run("check", "--drop", drop, "--identity", "email", "--json");
        CommandLine given =
                CommandLine.run("check", "--drop", drop, "--identity", "email", "--as-of", "2031-01-01", "--json");

        assertThat(anyDay.exitCode()).isZero();
        assertThat(json(anyDay.out()).get("findings").get("error").asInt()).isZero();
        assertThat(given.exitCode()).isEqualTo(1);
        assertThat(json(given.out()).get("codes").get("no-current-classes").asInt())
                .isOne();
    }

    @Test
    void checkTellsOfEveryFileThatCannotBeRead() throws IOException {
        for (String file : List.of("users.csv", "orgs.csv")) {
            Files.write(drop.resolve(file), "sourcedId\r\n\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        }
        Path report = folder.resolve("report");
        CommandLine run = CommandLine.run("check", "--drop", drop, "--report", report);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Files.readString(report.resolve("findings.csv"))
                        .lines()
                        .filter(line -> line.contains("undecodable-text")))
                .hasSize(2)
                .allMatch(line -> line.contains(",2,"));
    }

    @Test
    void nothingThatIsPrintedOrReportedHoldsPersonalData() throws IOException {
        Map<String, String> secrets = Map.of(
                "username", "*" + SECRET,
                "givenName", SECRET + "1",
                "familyName", SECRET + "2",
                "email", SECRET + "@example.org",
                "phone", SECRET + "3",
                "sms", SECRET + "4",
                "password", SECRET + "5",
                "identifier", SECRET + "6");
        SchoolDrop broken = school().student("s2", secrets)
                .student("s3", Map.of("email", SECRET, "givenName", SECRET, "enabledUser", SECRET, "status", SECRET))
                .student("s4", Map.of("username", SECRET, "givenName", SECRET))
                .student("s5", Map.of("username", SECRET, "familyName", SECRET, "role", "teacher"))
                .student("s6", Map.of("role", SECRET, "grades", SECRET, "userIds", SECRET, "dateLastModified", SECRET))
                .enroll("s4", "c1", "student", Map.of("beginDate", SECRET, "primary", SECRET));
        TextDrop text = broken.toText();
        text.writeTo(drop);
        Path report = folder.resolve("report");
        for (String command : List.of("convert", "check")) {
            for (String identity : List.of("username", "email")) {
                Object[] options = command.equals("convert") ? new Object[] {"--out", out} : new Object[0];
                CommandLine run = CommandLine.run(Stream.concat(
                                Stream.of(
                                        command, "--drop", drop, "--identity", identity, "--report", report, "--json"),
                                Stream.of(options))
                        .toArray());

                assertThat(run.out() + run.err()).doesNotContainIgnoringCase(SECRET);
                assertThat(Conversion.texts(Conversion.bytesOf(report)).toString())
                        .doesNotContainIgnoringCase(SECRET);
            }
        }
    }

    @Test
    void pieceOfABrokenRowIsNoIdToBeShown() throws IOException {
        Map<String, byte[]> files = school().student("s2", Map.of("givenName", "Anna BREAK Secret"))
                .toText()
                .bytes();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8).replace(" BREAK ", "\n");
            Files.writeString(drop.resolve(file.getKey()), text);
        }
        Path report = folder.resolve("report");
        convert("--report", report);

        assertThat(Files.readString(report.resolve("findings.csv")))
                .contains("ragged-row,users.csv,4,,,", "ragged-row,users.csv,5,,,")
                .doesNotContain("Secret");
    }

    @Test
    void zipIsConvertedWhenAllowedAndCheckedAlways() throws IOException {
        Path zip = folder.resolve("drop.zip");
        try (ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : school().toText().bytes().entrySet()) {
                entries.putNextEntry(new ZipEntry("export/" + file.getKey()));
                entries.write(file.getValue());
            }
        }
        drop = zip;

        assertThat(convert().exitCode()).isEqualTo(4);
        assertThat(convert("--allow-zip").exitCode()).isZero();
        assertThat(Files.readString(out.resolve("members.csv"))).contains("s1.login");
        assertThat(CommandLine.run("check", "--drop", zip, "--json").out()).contains("zip-folder");
        Files.write(zip, new byte[] {'P', 'K', 3, 4});
        assertThat(json(convert("--allow-zip", "--json").out()).get("reasons").toString())
                .isEqualTo("[\"zip-unreadable\"]");
        assertThat(CommandLine.run("check", "--drop", zip).exitCode()).isEqualTo(1);
    }

    @Test
    void valuesAreShownWhenAskedForAndOnlyThen() throws IOException {
        school().student("s2", Map.of("enabledUser", "perhaps")).toText().writeTo(drop);
        Path report = folder.resolve("report");
        convert("--report", report, "--show-values");
        String shown = Files.readString(report.resolve("findings.csv"));
        convert("--report", report);

        assertThat(shown).contains("Found: perhaps");
        assertThat(Files.readString(report.resolve("findings.csv"))).doesNotContain("perhaps");
    }

    @Test
    void stagingThatAKilledRunLeftIsSwept() throws IOException {
        Path left = Files.createDirectory(folder.resolve(".impero-staging-out"));
        Files.writeString(left.resolve("users.csv"), SECRET);

        assertThat(convert().exitCode()).isZero();
        assertThat(left).doesNotExist();
    }

    @Test
    void checkWithAnIdentityTellsAllThatItTellsWithout() throws IOException {
        school().student("s2", Map.of("role", "pupil")).toText().writeTo(drop);
        Files.writeString(drop.resolve("enrollments.csv"), "classSourcedId,userSourcedId,role,status\nc1,\"s1");
        JsonNode without =
                json(CommandLine.run("check", "--drop", drop, "--json").out());
        JsonNode with = json(CommandLine.run("check", "--drop", drop, "--identity", "email", "--json")
                .out());

        assertThat(without.get("findings").get("error").asInt()).isEqualTo(2);
        assertThat(with.get("findings")).isEqualTo(without.get("findings"));
    }

    @Test
    void checkTellsOfRepeatedIdsAndOfHeadersThatStandTwiceInAnyFile() throws IOException {
        school().enroll("s1", "c1", "student", Map.of("sourcedId", "e1"))
                .toText()
                .writeTo(drop);
        Files.writeString(drop.resolve("results.csv"), "sourcedId,score,Score\n");
        JsonNode codes =
                json(CommandLine.run("check", "--drop", drop, "--json").out()).get("codes");

        assertThat(codes.get("conflicting-id").asInt()).isEqualTo(1);
        assertThat(codes.get("duplicate-header").asInt()).isEqualTo(1);
        assertThat(convert().exitCode())
                .as("neither is a matter of the mapping")
                .isZero();
    }

    @Test
    void checkReadsTheFilesThatTheMappingDoesNot() throws IOException {
        Files.writeString(drop.resolve("demographics.csv"), "sourcedId,birthDate,sex\ns1,soon,x\n");
        for (List<String> identity : List.of(List.<String>of(), List.of("--identity", "email"))) {
            CommandLine run =
                    CommandLine.run(Stream.concat(Stream.of("check", "--drop", drop, "--json"), identity.stream())
                            .toArray());

            assertThat(json(run.out()).get("codes").get("value-not-understood").asInt())
                    .isEqualTo(2);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
