package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.disk.RealDisk;
import org.oneroster4j.importer.state.StateFolder;
import org.oneroster4j.testing.SchoolDrop;

/** What a run is compared with, what a brake holds, and how somebody releases it. */
class StateFolderTest {
    private static final int CLASSES = 24;

    @TempDir
    Path folder;

    private Path drop;
    private Path out;
    private Path state;

    @BeforeEach
    void paths() {
        drop = folder.resolve("drop");
        out = folder.resolve("out");
        state = folder.resolve("state");
    }

    /** A school with so many classes of one student each. */
    private static SchoolDrop school(int classes) {
        SchoolDrop school = SchoolDrop.create()
                .school("1")
                .term("autumn", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .teacher("t2");
        for (int i = 1; i <= classes; i++) {
            school = school.student("s" + i)
                    .schoolClass("c" + i, Map.of("termSourcedIds", "autumn"))
                    .enroll(i % 2 == 0 ? "t1" : "t2", "c" + i, "teacher")
                    .enroll("s" + i, "c" + i, "student");
        }
        return school;
    }

    private CommandLine convert(SchoolDrop school, Object... more) {
        school.toText().writeTo(drop);
        return convert(more);
    }

    private CommandLine convert(Object... more) {
        return CommandLine.run(Stream.concat(
                        Stream.of("convert", "--drop", drop, "--out", out, "--identity", "username", "--state", state),
                        Stream.of(more))
                .toArray());
    }

    private CommandLine approve() {
        return CommandLine.run("approve", "--state", state);
    }

    /** Nothing but what tells of the last run may differ where nothing was published. */
    private Map<String, String> stored() throws IOException {
        Map<String, String> files = texts(state);
        files.keySet().removeIf(name -> !name.startsWith("generation-"));
        return files;
    }

    private static Map<String, String> texts(Path of) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(of)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(of.relativize(path).toString().replace('\\', '/'), text(path));
            }
        }
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void firstRunPublishesWithoutBrakesAndTheFolderIsTheOwnersAlone() throws IOException {
        CommandLine run = convert(school(CLASSES));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Published").doesNotContain("Changes since");
        assertThat(stored())
                .containsKeys(
                        "generation-000000001/state.json",
                        "generation-000000001/groups.jsonl",
                        "generation-000000001/drop/users.csv");
        assumeThat(Files.getFileAttributeView(state, PosixFileAttributeView.class))
                .isNotNull();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rwx------");
    }

    @Test
    void dropThatLosesHalfOfItsClassesIsHeldAndNothingChanges() throws IOException {
        convert(school(CLASSES));
        Map<String, String> published = texts(out);
        Map<String, String> before = stored();
        CommandLine run = convert(school(CLASSES / 2), "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(json(run.out()).get("state").asText()).isEqualTo("held");
        assertThat(json(run.out()).get("reasons").toString())
                .isEqualTo("[\"too-many-groups-removed\",\"too-many-members-removed\",\"too-many-accesses-removed\"]");
        assertThat(run.err()).contains("12 of 24 groups would be removed", "groups +0 -12", "approve --state " + state);
        assertThat(texts(out)).isEqualTo(published);
        assertThat(stored()).isEqualTo(before);
        assertThat(texts(folder).keySet()).as("nothing is left on its way").noneMatch(name -> name.contains("next"));
    }

    @Test
    void approvedRunIsPublishedExactlyOnce() {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        CommandLine approved = approve();
        CommandLine published = convert();

        assertThat(approved.exitCode()).isZero();
        assertThat(approved.out()).contains("12 of 24 groups", "groups +0 -12").containsPattern("run [0-9a-f]{12},");
        assertThat(published.exitCode()).isZero();
        assertThat(published.out()).contains("it was approved");
        assertThat(approve().exitCode()).as("nothing is held any more").isEqualTo(2);
        assertThat(convert(school(CLASSES)).exitCode()).isZero();
        assertThat(convert(school(CLASSES / 2)).exitCode())
                .as("the same run a second time")
                .isEqualTo(3);
    }

    @Test
    void anotherDropOrSettingIsNotReleased() {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        approve();

        assertThat(convert("--max-users", 4000).exitCode())
                .as("another setting")
                .isEqualTo(3);
        assertThat(convert("--as-of", "2026-11-25").exitCode())
                .as("another day")
                .isEqualTo(3);
        assertThat(convert(school(CLASSES / 2 - 1)).exitCode())
                .as("another drop")
                .isEqualTo(3);
        assertThat(convert(school(CLASSES / 2)).exitCode())
                .as("the approved one, still")
                .isZero();
    }

    @Test
    void approvalIsVoidOnceSomethingElseIsPublished() {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        approve();

        assertThat(convert(school(CLASSES - 1)).exitCode()).isZero();
        assertThat(convert(school(CLASSES / 2)).exitCode()).isEqualTo(3);
    }

    @Test
    void approvedRunKeepsItsDayUnlessAnotherIsGiven() throws IOException {
        convert(school(CLASSES), "--as-of", "2026-11-20");
        convert(school(CLASSES / 2), "--as-of", "2026-11-21");
        approve();
        CommandLine run = convert("--json");

        assertThat(run.exitCode()).isZero();
        assertThat(json(run.out()).get("asOf").asText()).isEqualTo("2026-11-21");
    }

    @Test
    void changeOfTermIsNotHeld() {
        SchoolDrop both = school(CLASSES).term("winter", "2026-12-21", "2027-03-01");
        for (int i = 1; i <= CLASSES; i++) {
            both = both.schoolClass("w" + i, Map.of("termSourcedIds", "winter"))
                    .enroll(i % 2 == 0 ? "t1" : "t2", "w" + i, "teacher")
                    .enroll("s" + i, "w" + i, "student");
        }

        assertThat(convert(both, "--as-of", "2026-12-20").exitCode()).isZero();
        CommandLine run = convert(both, "--as-of", "2026-12-21");
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("groups +24 -24");
    }

    @Test
    void nothingHeldIsNothingToApprove() {
        assertThat(approve().exitCode()).as("no folder").isEqualTo(2);
        assertThat(state).doesNotExist();
        convert(school(2));

        assertThat(approve().exitCode()).isEqualTo(2);
        assertThat(approve().err()).contains("nothing to approve");
        assertThat(CommandLine.run("approve").exitCode()).isEqualTo(2);
    }

    @Test
    void stateFolderInAnotherFolderIsRefused() {
        school(2).toText().writeTo(drop);
        Path report = folder.resolve("report");
        for (Path wrong :
                new Path[] {out.resolve("state"), drop.resolve("state"), report.resolve("state"), folder, out}) {
            CommandLine run = CommandLine.run(
                    "convert",
                    "--drop",
                    drop,
                    "--out",
                    out,
                    "--identity",
                    "username",
                    "--report",
                    report,
                    "--state",
                    wrong);

            assertThat(run.exitCode()).as("%s", wrong).isEqualTo(2);
            assertThat(run.err()).contains("the state folder");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void dryRunChangesNoState() throws IOException {
        assertThat(convert(school(CLASSES), "--dry-run").exitCode()).isZero();
        assertThat(state).doesNotExist();
        convert();
        Map<String, String> before = texts(state);

        assertThat(convert(school(CLASSES / 2), "--dry-run").exitCode()).isEqualTo(3);
        assertThat(texts(state)).isEqualTo(before);
        convert();
        approve();
        before = texts(state);
        assertThat(convert("--dry-run").exitCode()).isZero();
        assertThat(texts(state)).as("an approval is not used up").isEqualTo(before);
    }

    @Test
    void damagedStateIsToldInASentence() throws IOException {
        convert(school(CLASSES));
        for (String name :
                new String[] {"state.json", "groups.jsonl", "members.jsonl", "access.jsonl", "consoleUsers.jsonl"}) {
            Path file = state.resolve("generation-000000001").resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            Map<String, String> published = texts(out);
            CommandLine run = convert(school(CLASSES - 1));

            assertThat(run.exitCode()).as(name).isEqualTo(4);
            assertThat(run.out() + run.err())
                    .contains(name + " of the state folder is damaged")
                    .doesNotContain("\tat ", "Exception", "s1.login");
            assertThat(texts(out)).isEqualTo(published);
            Files.write(file, whole);
        }
        assertThat(convert().exitCode()).isZero();
    }

    @Test
    void damagedApprovalIsToldInASentence() throws IOException {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        approve();
        Path file = state.resolve("approved.json");
        Files.writeString(file, text(file).replace("2026-11-24\"", "someday\""));
        CommandLine run = convert();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).contains("approved.json of the state folder is damaged. Remove the file");
        Files.delete(file);
        assertThat(convert().exitCode()).isEqualTo(3);
    }

    @Test
    void anotherRunAtWorkIsNotDisturbed() throws IOException {
        convert(school(CLASSES));
        Map<String, String> before = texts(state);
        try (StateFolder other = StateFolder.open(state, new RealDisk())) {
            CommandLine run = convert(school(CLASSES - 1));

            assertThat(other.edition()).isEqualTo(1);
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.out()).contains("Another run works with the state folder");
            assertThat(approve().exitCode()).as("nothing is held").isEqualTo(2);
        }
        assertThat(texts(state)).isEqualTo(before);
        assertThat(convert().exitCode()).isZero();
    }

    @Test
    void whatARunLeftThatWasEndedInTheMiddleIsSwept() throws IOException {
        convert(school(CLASSES));
        Map<String, String> before = stored();
        Files.createDirectories(state.resolve("next/drop"));
        Files.writeString(state.resolve("next/drop/users.csv"), "half of");
        Files.move(state.resolve("generation-000000001"), state.resolve("generation-000000007"));
        Files.createDirectory(state.resolve("generation-000000006"));
        CommandLine run = convert(school(CLASSES / 2));

        assertThat(run.exitCode()).as("what is whole is compared with").isEqualTo(3);
        assertThat(stored().values()).containsExactlyElementsOf(before.values());
        assertThat(stored().keySet()).allMatch(name -> name.startsWith("generation-000000007/"));
        assertThat(state.resolve("next")).doesNotExist();
        assertThat(state.resolve("generation-000000006")).doesNotExist();
    }

    @Test
    void runThatCannotPublishKeepsStateAndApproval() throws IOException {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        approve();
        Map<String, String> before = stored();
        Path kept = out;
        out = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(convert().exitCode()).isEqualTo(4);
        assertThat(stored()).isEqualTo(before);
        out = kept;
        assertThat(convert().exitCode()).as("the approval is still good").isZero();
    }

    @Test
    void dayWithoutChangesForgetsWhatWasHeldAndKeepsAnApproval() {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        approve();
        convert(school(CLASSES));

        assertThat(approve().exitCode()).isEqualTo(2);
        assertThat(convert(school(CLASSES / 2)).exitCode()).isZero();
    }

    @Test
    void configurationNamesTheStateFolderToo() throws IOException {
        Path config = Files.writeString(
                folder.resolve("importer.yaml"),
                "state: state\ngroupsRemovedNumber: 100\n" + "membersRemovedNumber: 100\naccessRemovedNumber: 11\n");
        convert(school(CLASSES));
        school(CLASSES / 2).toText().writeTo(drop);
        CommandLine run =
                CommandLine.run("convert", "--drop", drop, "--out", out, "--identity", "username", "--config", config);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("too-many-accesses-removed").doesNotContain("too-many-groups-removed");
        assertThat(CommandLine.run("status", "--config", config).out()).startsWith("Last run: held");
        assertThat(CommandLine.run("approve", "--config", config).exitCode()).isZero();
    }

    @Test
    void heldRunHoldsNoPersonalDataButIds() throws IOException {
        convert(school(CLASSES));
        convert(school(CLASSES / 2), "--show-values");

        assertThat(Files.readString(state.resolve("held.json")))
                .contains("too-many-members-removed")
                .doesNotContain("login", "@", "Given", "Family", "Class c");
    }

    @Test
    void statusTellsOfTheLastRunAndOfWhatIsHeld() throws IOException {
        convert(school(CLASSES));
        convert(school(CLASSES / 2));
        CommandLine words = CommandLine.run("status", "--state", state);
        JsonNode status =
                json(CommandLine.run("status", "--state", state, "--json").out());

        assertThat(words.exitCode()).isZero();
        assertThat(words.out())
                .startsWith("Last run: held at 2026-11-24T09:03:00Z")
                .contains("12 of 24 groups");
        assertThat(status.get("state").asText()).isEqualTo("held");
        assertThat(status.get("counts").get("groups").asInt()).isEqualTo(12);
        assertThat(status.get("held").get("reasons")).hasSize(3);
        assertThat(status.get("approved").asBoolean()).isFalse();
        approve();
        assertThat(json(CommandLine.run("status", "--state", state, "--json").out())
                        .get("approved")
                        .asBoolean())
                .isTrue();
        assertThat(CommandLine.run("status", "--state", folder.resolve("no")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void whoOnlyLooksLeavesWhatAPublicationThatWasCutOffStillNeeds() throws IOException {
        convert(school(CLASSES));
        Path next = Files.createDirectory(state.resolve("next"));
        CommandLine.run("status", "--state", state);
        convert(school(CLASSES), "--dry-run");
        approve();
        assertThat(next).isDirectory();

        convert(school(CLASSES));
        assertThat(next).doesNotExist();
    }

    @Test
    void thresholdThatIsAsGoodAsOffIsRefusedWithItsLine() throws IOException {
        Path config = Files.writeString(
                folder.resolve("importer.yaml"),
                "identity: username\nmembersRemovedPercent: 51\ngroupsForOnePerson: 0\n");
        CommandLine run = CommandLine.run("convert", "--drop", drop, "--out", out, "--config", config);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("line 2: membersRemovedPercent must be less than or equal to 50")
                .contains("line 3: groupsForOnePerson must be greater than or equal to 1");
    }
}
