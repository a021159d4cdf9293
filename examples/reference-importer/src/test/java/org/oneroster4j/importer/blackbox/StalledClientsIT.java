package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More stalled clients than the service has threads for them: they are cut off, and the others are answered. */
class StalledClientsIT {
    @TempDir
    Path folder;

    @Test
    void clientsThatStallAreCutOffAndOthersAreAnswered() throws Exception {
        int port = freePort();
        Files.createDirectories(folder.resolve("drop"));
        Path config = Files.writeString(folder.resolve("watch.yaml"), """
                httpPort: %d
                pollSeconds: 1
                jobs:
                  - name: school
                    drop: drop
                    out: out
                    state: state
                    identity: username
                """.formatted(port));
        List<String> command = Jar.command(List.of("-Dsun.net.httpserver.maxReqTime=1"), "watch", "--config", config);
        try (WatchProcess service = WatchProcess.start(command, folder.resolve("log"), folder.resolve("state"))) {
            service.await("It listens", () -> health(port) == 200);
            try (Stalled stalled = new Stalled(port, 150)) {
                assertThat(health(port)).isEqualTo(200);
                stalled.awaitEnd();
                assertThat(health(port)).isEqualTo(200);
            }
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int health(int port) throws Exception {
        URI uri = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/health");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .statusCode();
        } catch (ConnectException e) {
            return 0;
        }
    }
}
