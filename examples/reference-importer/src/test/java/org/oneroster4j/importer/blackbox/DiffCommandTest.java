package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** What would change in Impero, as a technician asks for it. */
class DiffCommandTest {
    @TempDir
    Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void drops() {
        before = folder.resolve("before");
        after = folder.resolve("after");
        school().schoolClass("c2")
                .enroll("t1", "c2", "teacher")
                .enroll("s2", "c2", "student")
                .toText()
                .writeTo(before);
        school().student("s3")
                .enroll("s3", "c1", "student")
                .teacher("t2")
                .enroll("t2", "c1", "aide")
                .toText()
                .writeTo(after);
    }

    private static SchoolDrop school() {
        return SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .student("s2")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student");
    }

    private static CommandLine diff(Object... more) {
        return CommandLine.run(Stream.concat(Stream.of("diff", "--identity", "username"), Stream.of(more))
                .toArray());
    }

    @Test
    void saysWhatIsAddedAndRemovedAndWhoLosesAccess() {
        CommandLine run = diff("--drop", before, "--drop", after);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "From " + before + " (as of 2026-11-24) to " + after + " (as of 2026-11-24):",
                        "Changes: groups +0 -1, renamed 0; members +1 -1; accesses +1 -1; console users +1 -0; people +2 -1.",
                        "Access lost: t1 to c2.",
                        "Access gained: t2 to c1.",
                        "Schools that lose most first:",
                        "  school 1: groups +0 -1, members +1 -1, accesses +1 -1",
                        "Groups that lose most first:",
                        "  c2 of school 1: removed, members +0 -1, accesses +0 -1",
                        "  c1 of school 1: members +1 -0, accesses +1 -0",
                        "Next: --csv FILE lists every single change.");
    }

    @Test
    void aDropBesideItselfChangesNothing() {
        assertThat(diff("--drop", before, "--drop", before).out()).contains("Nothing would change in Impero.");
    }

    @Test
    void tableHasEverySingleChangeInIds() throws IOException {
        Path csv = folder.resolve("changes.csv");
        CommandLine run = diff("--drop", before, "--drop", after, "--csv", csv);

        assertThat(run.out()).contains("every single change is in " + csv);
        assertThat(Files.readString(csv, StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        "change,kind,schoolId,groupId,userId,groupName,identity",
                        "removed,member,1,c2,s2,,",
                        "removed,access,1,c2,t1,,",
                        "removed,user,,,s2,,",
                        "removed,group,1,c2,,,",
                        "added,user,,,s3,,",
                        "added,user,,,t2,,",
                        "added,console-user,,,t2,,",
                        "added,member,1,c1,s3,,",
                        "added,access,1,c1,t2,,",
                        ""));
    }

    @Test
    void jsonHasTheNumbersAndIsAlone() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(diff("--drop", before, "--drop", after, "--json").out());

        assertThat(json.get("changes").get("groupsRemoved").asInt()).isEqualTo(1);
        assertThat(json.get("usersGained").asInt()).isEqualTo(2);
        assertThat(json.get("schools").get(0).get("schoolId").asText()).isEqualTo("1");
        assertThat(json.get("accessLost").toString()).isEqualTo("[{\"userId\":\"t1\",\"groupId\":\"c2\"}]");
        assertThat(json.get("from").get("asOf").asText()).isEqualTo("2026-11-24");
    }

    @Test
    void comparesWithWhatWasPublishedLastAndLeavesTheStateAsItIs() throws IOException {
        Path state = publishedBefore();
        Files.createDirectories(state.resolve("next"));
        Files.writeString(state.resolve("next").resolve("left"), "by a run that was killed");
        Map<Path, String> was = contents(state);
        CommandLine run = diff("--drop", after, "--state", state);
        CommandLine drops = diff("--drop", before, "--drop", after);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().skip(1))
                .containsExactlyElementsOf(drops.out().lines().skip(1).toList());
        assertThat(diff("--drop", before, "--state", state).out()).contains("Nothing would change");
        assertThat(contents(state)).isEqualTo(was);
    }

    private static Map<Path, String> contents(Path folder) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.getLastModifiedTime(file) + Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void deltaIsAppliedToWhatWasPublishedLastAndIsComparedAsAWhole() throws IOException {
        Path state = publishedBefore();
        Map<Path, String> was = contents(state);
        Map<String, String> changed = Map.of("status", "active", "dateLastModified", "2026-11-25T04:00:00Z");
        SchoolDrop.create()
                .student("s4", changed)
                .enroll(
                        "s4",
                        "c1",
                        "student",
                        Map.of("sourcedId", "e9", "status", "active", "dateLastModified", "2026-11-25T04:00:00Z"))
                .manifest("file.users", "delta")
                .manifest("file.enrollments", "delta")
                .without("orgs.csv")
                .without("academicSessions.csv")
                .without("courses.csv")
                .without("classes.csv")
                .toText()
                .writeTo(folder.resolve("delta"));
        CommandLine run = diff("--drop", folder.resolve("delta"), "--state", state);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Changes: groups +0 -0, renamed 0; members +1 -0; accesses +0 -0")
                .contains("people +1 -0");
        assertThat(contents(state)).isEqualTo(was);
        assertThat(diff("--drop", before, "--drop", folder.resolve("delta")).err())
                .as("another drop is no full drop that was stored")
                .contains("delta-without-baseline");
    }

    private Path publishedBefore() {
        Path state = folder.resolve("state");
        CommandLine.run(
                "convert",
                "--drop",
                before,
                "--out",
                folder.resolve("out"),
                "--identity",
                "username",
                "--state",
                state);
        return state;
    }

    @Test
    void configNamesTheDropAndTheState() throws IOException {
        publishedBefore();
        Path config =
                Files.writeString(folder.resolve("importer.yaml"), "drop: after\nstate: state\nidentity: username\n");

        assertThat(CommandLine.run("diff", "--config", config).out()).contains("members +1 -1");
    }

    @Test
    void mistakesOfTheCallAreUsageErrors() throws IOException {
        assertThat(diff().exitCode()).isEqualTo(2);
        assertThat(diff("--drop", before).exitCode()).isEqualTo(2);
        assertThat(diff("--drop", before, "--drop", after, "--drop", after).exitCode())
                .isEqualTo(2);
        assertThat(diff("--drop", before, "--drop", after, "--state", folder).exitCode())
                .isEqualTo(2);
        assertThat(diff("--drop", before, "--state", folder.resolve("none")).err())
                .contains("No run has worked");
        assertThat(diff("--drop", before, "--drop", after, "--csv", after.resolve("users.csv"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(diff("--drop", before, "--drop", after, "--report", after.resolve("report"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(after.resolve("report")).doesNotExist();
        assertThat(Files.readString(after.resolve("users.csv"))).contains("sourcedId");
    }

    @Test
    void dropThatCannotBeMappedIsRejectedAndOneThatIsNotThereFails() throws IOException {
        Files.delete(after.resolve("users.csv"));

        CommandLine run = diff("--drop", before, "--drop", after);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("required-file-missing");
        assertThat(diff("--drop", folder.resolve("no"), "--drop", before).exitCode())
                .isEqualTo(4);
    }
}
