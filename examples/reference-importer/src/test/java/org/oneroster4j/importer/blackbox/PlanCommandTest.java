package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

/** The command {@code plan}: what it prints, and that what it prints can be used. */
class PlanCommandTest {
    @TempDir
    Path folder;

    private Path drop;

    @BeforeEach
    void drop() {
        drop = folder.resolve("drop");
        district().toText().writeTo(drop);
    }

    /** Three schools of 6, 5 and 4 people, a teacher of the first in a class of the second, and one at the district. */
    private static SchoolDrop district() {
        SchoolDrop drop = SchoolDrop.create().district("D").term("T1", "2026-08-01", "2026-12-20");
        school(drop, "0010", 5);
        school(drop, "0020", 3);
        school(drop, "0030", 3);
        return drop.enroll("t0010", "c0020", "teacher").teacher("office", Map.of("orgSourcedIds", "D"));
    }

    private static void school(SchoolDrop drop, String id, int students) {
        Map<String, String> at = Map.of("orgSourcedIds", id);
        drop.school(id).teacher("t" + id, at).schoolClass("c" + id, Map.of("schoolSourcedId", id));
        drop.enroll("t" + id, "c" + id, "teacher");
        for (int i = 0; i < students; i++) {
            drop.student("s" + id + i, at).enroll("s" + id + i, "c" + id, "student");
        }
    }

    private CommandLine plan(Object... more) {
        return CommandLine.run(
                Stream.concat(Stream.of("plan", "--drop", drop, "--identity", "username"), Stream.of(more))
                        .toArray());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void tableSaysWhatGoesWhere() {
        CommandLine run = plan("--max-users", 10);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .startsWith("Planned (as of 2026-11-24).")
                .anyMatch(line -> line.matches("2 servers, each for at most 10 users and 1200 classes; .* 2\\."))
                .anyMatch(line -> line.matches(" +1  1 school +6 +60 % +1 +0 %"))
                .anyMatch(line -> line.matches(" +0010 School 0010 +6 +1"))
                .anyMatch(line -> line.matches(" +2  2 schools +9 +90 % +2 +0 %"))
                .anyMatch(line -> line.startsWith("People on no server: 1."))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void jsonIsAloneOnStandardOutputAndIsThePlanOfTheNextDay() throws IOException {
        CommandLine run = plan("--max-users", 10, "--json");
        JsonNode plan = json(run.out());

        assertThat(run.err()).contains("Planned");
        assertThat(plan.get("state").asText()).isEqualTo("planned");
        assertThat(plan.get("atLeast").asInt()).isEqualTo(2);
        assertThat(plan.get("usersWithoutSchool").asInt()).isEqualTo(1);
        assertThat(plan.get("servers").get(0).toString())
                .isEqualTo("{\"server\":1,\"users\":6,\"classes\":1,\"percentOfUsers\":60.0,\"percentOfClasses\":0.1,"
                        + "\"schools\":[\"0010\"]}");

        Path yesterday = Files.writeString(folder.resolve("plan.json"), run.out());
        JsonNode same =
                json(plan("--max-users", 10, "--previous", yesterday, "--json").out());
        assertThat(same).isEqualTo(plan);

        SchoolDrop grown = district();
        for (String id : List.of("new1", "new2")) {
            grown.student(id, Map.of("orgSourcedIds", "0030")).enroll(id, "c0030", "student");
        }
        grown.toText().writeTo(drop);
        JsonNode next =
                json(plan("--max-users", 10, "--previous", yesterday, "--json").out());
        assertThat(next.get("moves").toString())
                .isEqualTo("[{\"school\":\"0020\",\"from\":2,\"to\":1,\"reason\":\"users-over-cap\","
                        + "\"why\":\"server 2 would have 11 users, and the cap is 10\"}]");
    }

    @Test
    void jobsConvertWithinTheCapsToWhatThePlanSays() throws IOException {
        CommandLine run = plan("--max-users", 10, "--jobs");
        JsonNode jobs = new YAMLMapper().readTree(run.out()).get("jobs");
        JsonNode servers = json(plan("--max-users", 10, "--json").out()).get("servers");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Planned");
        assertThat(jobs).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode job = jobs.get(i);
            assertThat(job.get("name").asText()).isEqualTo("server-" + (i + 1));
            assertThat(texts(job.get("school"))).isEqualTo(texts(servers.get(i).get("schools")));
            Path config = folder.resolve("job.yaml");
            ((ObjectNode) job).remove("name");
            Files.writeString(config, new YAMLMapper().writeValueAsString(job));
            CommandLine converted =
                    CommandLine.run("convert", "--config", config, "--out", folder.resolve("out" + i), "--json");
            assertThat(converted.exitCode()).isZero();
            assertThat(json(converted.out()).get("counts").get("users").asInt())
                    .isEqualTo(servers.get(i).get("users").asInt());
        }
    }

    @Test
    void schoolAboveACapAloneIsRejectedWithItsNumbersAndTheOptions() {
        CommandLine run = plan("--max-users", 5, "--json");
        JsonNode plan = json(run.out());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(plan.get("state").asText()).isEqualTo("rejected");
        assertThat(plan.get("oversized")).hasSize(1);
        assertThat(plan.get("oversized").get(0).get("school").asText()).isEqualTo("0010");
        assertThat(plan.get("oversized").get(0).get("users").asInt()).isEqualTo(6);
        assertThat(run.err()).contains("No server can take 0010").contains("--max-users 6");
        assertThat(plan("--max-users", 5, "--jobs").out()).isEmpty();
    }

    @Test
    void tooFewServersAreRejectedWithHowManyItTakes() {
        CommandLine run = plan("--max-users", 10, "--servers", 1);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("No way was found to share the schools out with --servers 1: it");
    }

    @Test
    void orgWithClassesOfItsOwnGoesWithTheSchoolsBelowIt() {
        district()
                .schoolClass("virtual", Map.of("schoolSourcedId", "D"))
                .enroll("s00100", "virtual", "student")
                .toText()
                .writeTo(drop);
        JsonNode plan = json(plan("--json").out());

        assertThat(texts(plan.get("servers").get(0).get("schools"))).containsExactly("0010", "0020", "0030", "D");
        assertThat(plan.get("servers").get(0).get("users").asInt()).isEqualTo(15);
        assertThat(plan.get("schools").get(0).get("school").asText()).isEqualTo("D");
        assertThat(plan.get("usersWithoutSchool").asInt()).isZero();
        assertThat(plan("--max-users", 10).out()).contains("Give the classes of D itself to a school of their own");
    }

    @Test
    void classWithoutSchoolAndSchoolThatNoRowDescribesAreSaid() {
        district()
                .schoolClass("lost", Map.of("schoolSourcedId", ""))
                .student("stray")
                .enroll("stray", "lost", "student")
                .schoolClass("new", Map.of("schoolSourcedId", "0040"))
                .enroll("s00300", "new", "student")
                .toText()
                .writeTo(drop);
        CommandLine run = plan("--jobs");
        JsonNode plan = json(plan("--json").out());

        assertThat(plan.get("classesWithoutSchool").asInt()).isEqualTo(1);
        assertThat(plan.get("usersWithoutSchool").asInt()).isEqualTo(2);
        assertThat(texts(plan.get("notInOrgs"))).containsExactly("0040");
        assertThat(texts(plan.get("servers").get(0).get("schools"))).contains("0040");
        assertThat(run.out()).contains("      # - \"0040\"").doesNotContain("\n      - \"0040\"");
        assertThat(run.err()).contains("Classes that name no school: 1.").contains("their place is kept: 0040");
    }

    @Test
    void unsoundDropIsRejectedAsConvertRejectsIt() {
        district().without("enrollments.csv").toText().writeTo(drop);
        assertThat(drop.resolve("enrollments.csv").toFile().delete()).isTrue();
        CommandLine run = plan("--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(texts(json(run.out()).get("reasons"))).containsExactly("required-file-missing");
        assertThat(json(run.out()).get("servers")).isEmpty();
    }

    @Test
    void mistakesOfTheCallAreTold() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"servers\":[{\"schools\":\"0010\"}]}");

        assertThat(plan("--servers", 0).exitCode()).isEqualTo(2);
        assertThat(plan("--json", "--jobs").exitCode()).isEqualTo(2);
        assertThat(plan("--previous", other).exitCode()).isEqualTo(2);
        assertThat(plan("--previous", folder.resolve("nowhere.json")).err()).contains("is not there");
        assertThat(CommandLine.run("plan", "--drop", drop).err()).contains("--identity (identity) is missing");
        assertThat(CommandLine.run("plan", "--drop", folder.resolve("nowhere"), "--identity", "email")
                        .exitCode())
                .isEqualTo(4);
    }
}
