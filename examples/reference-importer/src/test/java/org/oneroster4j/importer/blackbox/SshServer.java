package org.oneroster4j.importer.blackbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A server as the guide makes it: its users, groups and folders, and OpenSSH with its configuration, on a port of the loopback
 * interface. For one thread. Ended, nothing of it is left.
 */
final class SshServer {
    static final Path DROP = Path.of("/srv/oneroster/sftp/upload");
    static final Path OUT = Path.of("/srv/oneroster/impero/CSVImport");
    static final Path STATE = Path.of("/srv/oneroster/state/school");
    static final Path REPORT = Path.of("/srv/oneroster/report/school");

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path SFTP_SERVER = Path.of("/usr/lib/openssh/sftp-server");
    private static final Path KEYS = Path.of("/etc/ssh/authorized_keys");
    private static final Path KEY = KEYS.resolve("classlink");
    private static final Path PROGRAM = Path.of("/opt/oneroster-importer");
    private static final Path RUN = Path.of("/run/oneroster-importer");
    private static final Path CONFIG = Path.of("/etc/oneroster-importer/watch.yaml");
    private static final List<String> USERS = List.of("classlink", "oneroster-importer", "impero");
    private static final List<String> GROUPS = List.of("oneroster-drop", "impero-import");

    private final Path folder;
    private final int port;
    private final Process sshd;
    private int clients;

    private SshServer(Path folder, int port, Process sshd) {
        this.folder = folder;
        this.port = port;
        this.sshd = sshd;
    }

    /** Says why there can be none here, and skips the test then. */
    static void assumeItCanRun() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("user.name").equals("root"), "Not root: no users can be made, OpenSSH is not run");
        assumeTrue(Files.isExecutable(SSHD), "There is no " + SSHD + ": OpenSSH is not run");
        assumeTrue(Files.isExecutable(SFTP_SERVER) && isThere("sftp"), "There is no sftp: OpenSSH is not run");
        for (String program : List.of("useradd", "userdel", "chpasswd", "setpriv", "ssh-keygen")) {
            assumeTrue(isThere(program), "There is no " + program + ": OpenSSH is not run");
        }
        for (Path path : List.of(Path.of("/srv/oneroster"), PROGRAM, CONFIG, KEY, RUN)) {
            assumeTrue(Files.notExists(path), path + " is there: this is a real server, and is left alone");
        }
        List<String> names = new ArrayList<>(Files.readAllLines(Path.of("/etc/passwd")));
        names.addAll(Files.readAllLines(Path.of("/etc/group")));
        for (String name : Stream.concat(USERS.stream(), GROUPS.stream()).toList()) {
            assumeTrue(
                    names.stream().noneMatch(line -> line.startsWith(name + ":")),
                    name + " is there: this is a real server, and is left alone");
        }
    }

    private static boolean isThere(String program) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    /**
     * Makes it.
     *
     * @param folder where its own files are
     * @param settings lines behind those of the guide's watch.yaml
     */
    static SshServer start(Path folder, String settings) throws IOException, InterruptedException {
        boolean started = false;
        try {
            run("useradd --system --no-create-home --shell /usr/sbin/nologin impero");
            run(Guide.commands("Users and folders", "groupadd", "useradd", "install", "usermod"));
            run(Guide.commands("OpenSSH", "install"));
            program();
            configure(settings);
            Files.createDirectories(Path.of("/run/sshd"));
            SshServer server = sshd(folder);
            started = true;
            return server;
        } finally {
            if (!started) {
                remove();
            }
        }
    }

    /** As the guide says for a server that has a Java: the jar and the launcher. */
    private static void program() throws IOException {
        Files.createDirectories(PROGRAM.resolve("bin"));
        Files.copy(Path.of("target", "reference-importer.jar"), PROGRAM.resolve("reference-importer.jar"));
        Files.copy(
                Path.of("service", "linux", "oneroster-importer"),
                PROGRAM.resolve("bin/oneroster-importer"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void configure(String settings) throws IOException, InterruptedException {
        String yaml = Guide.block("watch.yaml").replaceFirst("httpPort: \\d+", "httpPort: " + freePort());
        Files.writeString(CONFIG, yaml + settings);
        run(Guide.commands("Configure", "chown", "chmod"));
        // systemd makes it.
        run("install -d -o oneroster-importer -g oneroster-importer -m 0750 " + RUN);
    }

    private static SshServer sshd(Path folder) throws IOException, InterruptedException {
        run("ssh-keygen -q -t ed25519 -N '' -f " + folder.resolve("host_key"));
        run("ssh-keygen -q -t ed25519 -N '' -f " + folder.resolve("client_key"));
        run("ssh-keygen -q -t ed25519 -N '' -f " + folder.resolve("other_key"));
        Files.writeString(folder.resolve("oneroster.conf"), Guide.block("sshd_config"));
        int port = freePort();
        // What Debian's own file has, without which there is no server or no SFTP.
        Path config = Files.writeString(folder.resolve("sshd_config"), """
                Include %1$s/oneroster.conf
                Port %2$d
                ListenAddress 127.0.0.1
                HostKey %1$s/host_key
                PidFile %1$s/sshd.pid
                KbdInteractiveAuthentication no
                Subsystem sftp %3$s
                """.formatted(folder, port, SFTP_SERVER));
        Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host_key.pub")));
        run(SSHD + " -t -f " + config);
        Path log = folder.resolve("sshd.log");
        Process sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!Files.readString(log).contains("Server listening")) {
            if (!sshd.isAlive()) {
                throw new IOException("sshd has ended: " + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return new SshServer(folder, port, sshd);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Lets ClassLink in with a password. */
    void setPassword(String password) throws IOException, InterruptedException {
        run("echo 'classlink:" + password + "' | chpasswd");
        Path ask = Files.writeString(folder.resolve("ask"), "#!/bin/sh\necho '" + password + "'\n");
        run("chmod 0700 " + ask);
    }

    /** Lets ClassLink in with its key and no password, as the guide says. */
    void setKey() throws IOException, InterruptedException {
        run(Guide.commands("OpenSSH", "usermod").replaceAll(" #.*", ""));
        Files.copy(folder.resolve("client_key.pub"), KEY, StandardCopyOption.REPLACE_EXISTING);
        run(Guide.commands("OpenSSH", "chmod"));
    }

    /** How a client signs in. */
    enum Login {
        PASSWORD("-oPreferredAuthentications=password", "-oPubkeyAuthentication=no"),
        KEY("-oPreferredAuthentications=publickey", "-oIdentityFile=client_key"),
        OTHER_KEY("-oPreferredAuthentications=publickey", "-oIdentityFile=other_key");

        private final List<String> options;

        Login(String... options) {
            this.options = List.of(options);
        }
    }

    /** Signs a client in. */
    SftpClient client(Login login, String... options) throws IOException {
        return new SftpClient(process("sftp", login, options, List.of("-b", "-", "classlink@127.0.0.1")), newLog());
    }

    /** Returns what a command comes to that somebody with the account tries to run. */
    int shell(Login login) throws IOException, InterruptedException {
        return process("ssh", login, new String[0], List.of("classlink@127.0.0.1", "id"))
                .redirectErrorStream(true)
                .redirectOutput(newLog().toFile())
                .start()
                .waitFor();
    }

    private Path newLog() {
        return folder.resolve("client" + clients++ + ".log");
    }

    private ProcessBuilder process(String program, Login login, String[] options, List<String> end) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "-F",
                "/dev/null",
                "-oPort=" + port,
                "-oBatchMode=no",
                "-oNumberOfPasswordPrompts=1",
                "-oIdentitiesOnly=yes",
                "-oStrictHostKeyChecking=yes",
                "-oUserKnownHostsFile=" + folder.resolve("known_hosts")));
        login.options.forEach(option ->
                command.add(option.replace("IdentityFile=", "IdentityFile=" + folder.toAbsolutePath() + "/")));
        command.addAll(List.of(options));
        command.addAll(end);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment()
                .putAll(Map.of("SSH_ASKPASS", folder.resolve("ask").toString(), "SSH_ASKPASS_REQUIRE", "force"));
        return process;
    }

    /** Starts the service as its user, with the launcher and what the unit says. */
    WatchProcess service() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        return WatchProcess.start(
                List.of(
                        "setpriv",
                        "--reuid=oneroster-importer",
                        "--regid=oneroster-importer",
                        "--init-groups",
                        "sh",
                        "-c",
                        "umask 0027; export LANG=C.UTF-8 PATH=" + java + ":/usr/bin:/bin; exec "
                                + PROGRAM.resolve("bin/oneroster-importer") + " watch --config " + CONFIG),
                folder.resolve("service.log"),
                STATE);
    }

    /** Tells whether a user can read a file. */
    static boolean canRead(String user, Path file) throws IOException, InterruptedException {
        return new ProcessBuilder("setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups", "cat", "" + file)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void run(String commands) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e").redirectErrorStream(true).start();
        try (var out = shell.getOutputStream()) {
            out.write(commands.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IOException(commands + "\n" + said);
        }
    }

    /** Ends it. */
    void end() throws IOException, InterruptedException {
        sshd.descendants().forEach(ProcessHandle::destroyForcibly);
        sshd.destroyForcibly().waitFor();
        remove();
    }

    /** What the guide says under uninstall, and what only this test made. */
    private static void remove() throws IOException, InterruptedException {
        run("rm -rf /srv/oneroster " + PROGRAM + " " + CONFIG.getParent() + " " + RUN + " " + KEY + "\n"
                + "rmdir --ignore-fail-on-non-empty " + KEYS + " 2>/dev/null || true\n"
                + String.join("", USERS.stream().map(SshServer::deleteUser).toList())
                + String.join("", GROUPS.stream().map(SshServer::deleteGroup).toList()));
    }

    private static String deleteUser(String user) {
        return "if getent passwd " + user + " >/dev/null; then userdel " + user + "; fi\n";
    }

    private static String deleteGroup(String group) {
        return "if getent group " + group + " >/dev/null; then groupdel " + group + "; fi\n";
    }
}
