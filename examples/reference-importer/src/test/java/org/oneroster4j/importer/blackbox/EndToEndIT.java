package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.importer.blackbox.SshServer.Login;

/**
 * From the upload to the import: OpenSSH as the guide configures it, its own client, the service as its user, and an Impero
 * that reads all the time. The service is started once, and each test begins where the one before has ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndIT {
    private static final int STUDENTS = 1_500;
    /** Bytes that a slow client sends at once: less than it sends in a second. */
    private static final int PIECE = 4_096;

    private final List<PretendedImpero> imperos = new ArrayList<>();
    private final Map<Integer, Map<String, String>> whole = new HashMap<>();
    private Path folder;
    private SshServer server;
    private WatchProcess service;
    private int day;
    private int published;

    @BeforeAll
    void begin(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        SshServer.assumeItCanRun();
        server = SshServer.start(folder, "settleSeconds: 1\npollSeconds: 1\n");
        service = server.service();
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        if (server != null) {
            try {
                assertThat(service.stop()).isEqualTo(143);
                assertThat(service.log()).endsWith("Stopped" + System.lineSeparator());
                System.out.println(service.log());
            } finally {
                service.close();
                server.end();
            }
        }
    }

    @BeforeEach
    void imperos() {
        for (int i = 0; i < 2; i++) {
            imperos.add(new PretendedImpero(SshServer.OUT, i == 0 ? "username" : "email", i));
        }
    }

    /** Whatever has happened: what an Impero has kept is what one run has made. */
    @AfterEach
    void noImperoHasKeptAMixture() throws InterruptedException {
        int kept = 0;
        int again = 0;
        for (PretendedImpero impero : imperos) {
            Map<Map<String, String>, Integer> readings = impero.end();
            readings.remove(Map.of());
            assertThat(whole.values()).containsAll(readings.keySet());
            kept += readings.values().stream().mapToInt(Integer::intValue).sum();
            again += impero.again();
        }
        imperos.clear();
        System.out.printf("  Impero kept %d readings, all of one run, and had to read %d again.%n", kept, again);
    }

    /** A new day of the school, in any order: its classes and people are the same and all have other names. */
    private List<Path> nextDrop() throws IOException {
        day++;
        Path drop = folder.resolve("day" + day);
        LargeDrop.write(drop, STUDENTS);
        List<Path> files;
        try (Stream<Path> paths = Files.list(drop)) {
            files = new ArrayList<>(paths.sorted().toList());
        }
        for (Path file : files) {
            String text = Files.readString(file)
                    .replace("Mathematics", "Mathematics of day " + day)
                    .replace("@district", day + "@district")
                    // Whichever day this test runs.
                    .replace("2026-08-01", "2000-08-01")
                    .replace("2026-12-20", "2100-12-20");
            Files.writeString(file, text);
        }
        Path out = folder.resolve("whole" + day);
        MappingSettings settings = MappingSettings.of(Identity.USERNAME, LocalDate.now(ZoneId.systemDefault()));
        Conversion.of(drop, out, settings);
        whole.put(day, Conversion.texts(Conversion.bytesOf(out)));
        assertThat(whole.get(day)).hasSize(4).isNotEqualTo(whole.get(day - 1));
        Collections.shuffle(files, new Random(day));
        return files;
    }

    private static Map<String, String> output() throws IOException {
        return Conversion.texts(Conversion.bytesOf(SshServer.OUT));
    }

    /** Returns once the service has published the drop of the day and waits for the next. */
    private void awaitPublished(String what) throws Exception {
        service.await(
                what,
                () -> service.publications() > published
                        && service.job().orElseThrow().state().equals("idle")
                        && output().equals(whole.get(day)));
        published = service.publications();
        assertThat(SshServer.DROP).isEmptyDirectory();
        assertThat(SshServer.STATE.resolve("work")).isEmptyDirectory();
        long micros = new ObjectMapper()
                .readTree(SshServer.REPORT.resolve("summary.json").toFile())
                .at("/placed/windowMicros")
                .asLong(-1);
        System.out.printf("%s: published; %.1f ms between the first and the last rename.%n", what, micros / 1000.0);
    }

    private void upload(Login login, List<Path> files, String... options) throws IOException, InterruptedException {
        try (SftpClient client = server.client(login, options)) {
            assertThat(client.put(files).end()).as(client.log()).isZero();
        }
    }

    @Test
    void filesArriveInAnyOrderWithAPassword() throws Exception {
        server.setPassword("correct horse battery staple");
        upload(Login.PASSWORD, nextDrop());
        awaitPublished("In any order, with a password");
        Path file = SshServer.OUT.resolve("users.csv");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(SshServer.canRead("impero", file)).isTrue();
        assertThat(SshServer.canRead("classlink", file)).isFalse();
    }

    @Test
    void accountCanDoNothingButTransferFilesWithItsOwnKey() throws Exception {
        server.setPassword("correct horse battery staple");
        server.setKey();
        try (SftpClient stranger = server.client(Login.OTHER_KEY);
                SftpClient guess = server.client(Login.PASSWORD)) {
            assertThat(stranger.end()).isNotZero();
            assertThat(guess.end()).as("its password is gone").isNotZero();
        }
        assertThat(server.shell(Login.KEY)).isNotZero();
        try (SftpClient own = server.client(Login.KEY)) {
            assertThat(own.say("pwd\ncd /\nls -1").end()).as(own.log()).isZero();
            assertThat(own.log()).contains("Remote working directory: /upload");
            assertThat(own.log().lines().filter(line -> !line.startsWith("sftp>") && !line.contains(" ")))
                    .containsExactly("upload");
        }
        try (SftpClient above = server.client(Login.KEY)) {
            assertThat(above.say("put " + folder.resolve("host_key.pub") + " /x")
                            .end())
                    .isNotZero();
        }
    }

    /** The line breaks in the middle of the last file, when all others are there. */
    @Test
    void slowUploadThatBreaksIsNotConvertedUntilItIsResumed() throws Exception {
        server.setKey();
        List<Path> files = nextDrop();
        Path last = files.stream()
                .filter(file -> file.endsWith("enrollments.csv"))
                .findFirst()
                .orElseThrow();
        files.remove(last);
        upload(Login.KEY, files);
        Path arriving = SshServer.DROP.resolve("enrollments.csv");
        // So many kilobits in a second that half of it takes about two, which is longer than the service waits.
        String limit = "-l" + Files.size(last) * 8 / 4 / 1024;
        try (SftpClient slow = server.client(Login.KEY, limit, "-B" + piece(last), "-R1")) {
            slow.say("put " + last);
            Waiting.until(
                    "Half of the last file",
                    () -> Files.exists(arriving) && Files.size(arriving) > Files.size(last) / 2,
                    slow::log);
            slow.kill();
        }
        assertThat(Files.size(arriving)).isLessThan(Files.size(last));
        service.await(
                "A broken upload is told",
                () -> "The drop is not complete: enrollments.csv does not end in a whole row."
                        .equals(service.job().orElseThrow().detail()));
        assertThat(service.publications()).isEqualTo(published);
        try (SftpClient again = server.client(Login.KEY)) {
            assertThat(again.say("reput " + last).end()).as(again.log()).isZero();
        }
        awaitPublished("Slow, broken and resumed");
    }

    /** Returns a number of bytes of which no multiple ends in a whole row of a file. */
    private static int piece(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int piece = PIECE;
        for (int end = piece; end < bytes.length; end += piece) {
            if (bytes[end - 1] == '\n') {
                piece++;
                end = 0;
            }
        }
        return piece;
    }

    @Test
    void dropThatComesWhileOneIsConvertedIsConvertedBehindIt() throws Exception {
        server.setKey();
        boolean during = false;
        for (int tries = 0; !during && tries < 5; tries++) {
            List<Path> first = nextDrop();
            List<Path> second = nextDrop();
            try (SftpClient waiting = server.client(Login.KEY)) {
                waiting.say("pwd").await("Remote working directory");
                upload(Login.KEY, first);
                service.await(
                        "The first is converted",
                        () -> service.job().orElseThrow().state().equals("importing"));
                waiting.put(second);
                Waiting.until(
                        "The second begins",
                        () -> !Conversion.names(SshServer.DROP).isEmpty(),
                        waiting::log);
                during = service.publications() == published;
                assertThat(waiting.end()).as(waiting.log()).isZero();
            }
            service.await("Both are published", () -> service.publications() == published + 2);
            published++;
            awaitPublished("Uploaded again while it was converted");
        }
        assertThat(during).as("one came while the other was converted").isTrue();
    }

    @Test
    void sameDropTwiceInARowChangesNothingTheSecondTime() throws Exception {
        server.setKey();
        List<Path> files = nextDrop();
        upload(Login.KEY, files);
        upload(Login.KEY, files);
        awaitPublished("Twice in a row");
        Map<String, Object> before = stamps();
        upload(Login.KEY, files);
        awaitPublished("And once more");

        assertThat(stamps()).isEqualTo(before);
    }

    private static Map<String, Object> stamps() throws IOException {
        Map<String, Object> stamps = new TreeMap<>();
        for (String name : Set.of("groups.csv", "users.csv", "members.csv", "access.csv")) {
            Path file = SshServer.OUT.resolve(name);
            stamps.put(name, List.of(Files.getLastModifiedTime(file), Files.getAttribute(file, "unix:ino")));
        }
        return stamps;
    }
}
