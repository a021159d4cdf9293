package org.oneroster4j.importer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.importer.disk.RealDisk;

/** What the service refuses of its folders before it begins, and that looking leaves nothing behind. */
class WatchFoldersTest {
    private static final String A = "- {name: a, identity: email, drop: in, out: out, state: state}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void dropFolderIsThere() throws IOException {
        Files.createDirectory(folder.resolve("in"));
    }

    private WatchPlan plan(String yaml) throws IOException, ConfigException {
        return WatchConfig.read(Files.writeString(folder.resolve("watch.yaml"), yaml));
    }

    private List<String> told(Disk disk, String yaml) throws IOException, ConfigException {
        WatchPlan plan = plan(yaml);
        List<Path> before = all();
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> plan.checkFolders(disk));
        assertThat(all()).as("nothing is left behind, nothing is gone").isEqualTo(before);
        if (e == null) {
            return List.of();
        }
        String start = folder.resolve("watch.yaml") + ", ";
        return String.valueOf(e.getMessage())
                .lines()
                .map(line -> line.replace(start, "").replace(folder.toString(), "."))
                .toList();
    }

    private List<String> told(String yaml) throws IOException, ConfigException {
        return told(new RealDisk(), yaml);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    /** A disk on which one folder takes nothing. */
    private static Disk refusing(Path refused) {
        Disk real = new RealDisk();
        return new Disk() {
            private Path allowed(Path path) throws IOException {
                if (refused.equals(path.getParent())) {
                    throw new AccessDeniedException(path.toString());
                }
                return path;
            }

            @Override
            public void makePrivate(Path path) throws IOException {
                real.makePrivate(allowed(path));
            }

            @Override
            public void makeFolder(Path path) throws IOException {
                real.makeFolder(allowed(path));
            }

            @Override
            public OutputStream write(Path file) throws IOException {
                return real.write(allowed(file));
            }

            @Override
            public void force(Path path) throws IOException {
                real.force(path);
            }

            @Override
            public void move(Path from, Path to) throws IOException {
                real.move(from, allowed(to));
            }

            @Override
            public void put(Path from, Path to) throws IOException {
                real.put(from, allowed(to));
            }

            @Override
            public void forceNames(Path path) throws IOException {
                real.forceNames(path);
            }

            @Override
            public void keep(Path file, Path as) throws IOException {
                real.keep(file, allowed(as));
            }

            @Override
            public void copy(Path file, Path copy) throws IOException {
                real.copy(file, allowed(copy));
            }

            @Override
            public void delete(Path path) throws IOException {
                real.delete(path);
            }
        };
    }

    @Test
    void foldersThatAreApartAreTakenThereOrNot() throws IOException, ConfigException {
        Files.createDirectories(folder.resolve("in2"));
        Files.createDirectories(folder.resolve("out2"));
        String files = "statusFile: own/status.json\nlogFile: own/log/importer.log\n";

        assertThat(
                        told(
                                files + "jobs:\n" + A
                                        + "- {name: b, identity: email, drop: in2, out: out2, state: deep/state2, report: deep/report}\n"))
                .isEmpty();
    }

    @Test
    void planThatDoesNotComeFromAFileIsToldWithoutLines() throws IOException, ConfigException {
        WatchPlan read = plan("jobs:\n" + A.replace("state: state", "state: in/state"));
        WatchPlan plan = new WatchPlan(read.jobs(), read.service());

        assertThat(catchThrowableOfType(ConfigException.class, () -> plan.checkFolders(new RealDisk())))
                .hasMessageStartingWith(
                        "the drop folder of a and the state folder of a are the same folder, or one lies");
    }

    @Test
    void dropFolderHasToBeThereAndAFolder() throws IOException, ConfigException {
        Files.writeString(folder.resolve("file"), "");

        assertThat(told("jobs:\n" + A.replace("drop: in", "drop: nowhere")))
                .containsExactly("line 2: the drop folder of a is not there: ./nowhere.");
        assertThat(told("jobs:\n" + A.replace("drop: in", "drop: file")))
                .containsExactly("line 2: the drop folder of a is not a folder: ./file.");
    }

    @Test
    void dropFolderIsWrittenOnlyWhereDropsAreMovedOutOfIt() throws IOException, ConfigException {
        Disk disk = refusing(folder.resolve("in"));

        assertThat(told(disk, "jobs:\n" + A))
                .containsExactly(
                        "line 2: the drop folder of a cannot be written, so that drops could not be moved out of"
                                + " it; let the service write there, or set claim: copy: ./in (AccessDeniedException).");
        assertThat(told(disk, "claim: copy\njobs:\n" + A)).isEmpty();
    }

    @Test
    void whatIsWrittenHasToBeWritable() throws IOException, ConfigException {
        Files.createDirectory(folder.resolve("out"));

        assertThat(told(refusing(folder.resolve("out")), "jobs:\n" + A))
                .containsExactly("line 2: the output folder of a cannot be written: ./out (AccessDeniedException).");
        assertThat(told(refusing(folder), "statusFile: status.json\njobs:\n" + A))
                .containsExactly(
                        "line 1: the status file cannot be written: . (AccessDeniedException).",
                        "line 3: the output folder of a lies in a folder that cannot be written, where files are made"
                                + " ready: . (AccessDeniedException).",
                        "line 3: the state folder of a cannot be made: ./state (AccessDeniedException).");
    }

    @Test
    void whatCannotBeMadeIsTold() throws IOException, ConfigException {
        Files.writeString(folder.resolve("file"), "");
        Files.writeString(folder.resolve("file2"), "");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Files.createDirectory(folder.resolve("log"));

        assertThat(told("logFile: log\njobs:\n- name: a\n  identity: email\n  drop: in\n  out: file/out\n"
                        + "  state: link/state\n  report: file2\n"))
                .containsExactly(
                        "line 1: the log file is a folder: ./log.",
                        "line 6: the output folder of a cannot be made or written, because this is not a folder: ./file.",
                        "line 7: the state folder of a cannot be made, because this is a link that leads nowhere: ./link.",
                        "line 8: the report folder of a cannot be made or written, because this is not a folder: ./file2.");
    }

    @Test
    void foldersOfOneJobAreApart() throws IOException, ConfigException {
        assertThat(
                        told(
                                "jobs:\n- name: a\n  identity: email\n  drop: in\n  out: in/../in/out\n  state: in\n  report: .\n"))
                .containsExactly(
                        "line 5: the drop folder of a and the output folder of a are the same folder, or one lies in the"
                                + " other: ./in, ./in/../in/out.",
                        "line 6: the drop folder of a and the state folder of a are the same folder, or one lies in the"
                                + " other: ./in, ./in.",
                        "line 6: the output folder of a and the state folder of a are the same folder, or one lies in the"
                                + " other: ./in/../in/out, ./in.",
                        "line 7: the drop folder of a and the report folder of a are the same folder, or one lies in the"
                                + " other: ./in, ./..",
                        "line 7: the output folder of a and the report folder of a are the same folder, or one lies in the"
                                + " other: ./in/../in/out, ./..",
                        "line 7: the state folder of a and the report folder of a are the same folder, or one lies in the"
                                + " other: ./in, ./..");
    }

    @Test
    void foldersOfTwoJobsAreApartAndLinksDoNotHideIt() throws IOException, ConfigException {
        Files.createDirectory(folder.resolve("in2"));
        Files.createSymbolicLink(folder.resolve("other"), folder.resolve("in"));

        assertThat(told("jobs:\n" + A + "- {name: b, identity: email, drop: in2, out: other/out, state: state}\n"))
                .containsExactly(
                        "line 3: the drop folder of a and the output folder of b are the same folder, or one lies in the"
                                + " other: ./in, ./other/out.",
                        "line 3: the state folder of a and the state folder of b are the same folder, or one lies in the"
                                + " other: ./state, ./state.");
    }

    @Test
    void defaultThatTwoJobsCannotShareIsToldOnItsLine() throws IOException, ConfigException {
        Files.createDirectory(folder.resolve("in2"));

        assertThat(told("report: report\njobs:\n" + A
                        + "- {name: b, identity: email, drop: in2, out: out2, state: state2}\n"))
                .containsExactly("line 1: the report folder of a and the report folder of b are the same folder, or one"
                        + " lies in the other: ./report, ./report.");
    }

    @Test
    void onlyCopiedDropsComeFromOneFolder() throws IOException, ConfigException {
        String b = "- {name: b, identity: email, drop: in, out: out2, state: state2}\n";
        String remedy = " Only jobs with claim: copy may take their drops from one folder.";

        assertThat(told("claim: copy\njobs:\n" + A + b)).isEmpty();
        assertThat(told("jobs:\n" + A + b)).singleElement().asString().endsWith(remedy);
        assertThat(told("claim: copy\njobs:\n" + A + b.replace("}", ", claim: move}")))
                .singleElement()
                .asString()
                .startsWith("line 4: the drop folder of a and the drop folder of b are")
                .endsWith(remedy);
        Files.createDirectory(folder.resolve("in").resolve("deep"));
        assertThat(told("claim: copy\njobs:\n" + A + b.replace("drop: in", "drop: in/deep")))
                .as("one in the other is not one folder")
                .singleElement()
                .asString()
                .endsWith(remedy);
    }

    @Test
    void filesOfTheServiceLieNeitherWhereSendersWriteNorWhereImperoReads() throws IOException, ConfigException {
        assertThat(told("statusFile: in/status.json\nlogFile: out/log/a.log\njobs:\n" + A))
                .containsExactly(
                        "line 1: the status file lies in the drop folder of a: ./in/status.json, ./in.",
                        "line 2: the log file lies in the output folder of a: ./out/log/a.log, ./out.");
        assertThat(told("statusFile: a.log\nlogFile: ./a.log\njobs:\n" + A))
                .containsExactly("line 2: the status file and the log file are the same file: ./a.log, ././a.log.");
    }

    @Test
    void configurationDoesNotLieWhereSendersWrite() throws IOException, ConfigException {
        Path inside = Files.writeString(
                folder.resolve("in").resolve("watch.yaml"),
                "jobs:\n- {name: a, identity: email, drop: ., out: ../out, state: ../state}\n");
        WatchPlan plan = WatchConfig.read(inside);

        assertThat(catchThrowableOfType(ConfigException.class, () -> plan.checkFolders(new RealDisk())))
                .hasMessageContaining("the configuration file lies in the drop folder of a: ");
        assertThat(Objects.requireNonNull(inside.getParent()).toFile().list()).containsExactly("watch.yaml");
    }
}
