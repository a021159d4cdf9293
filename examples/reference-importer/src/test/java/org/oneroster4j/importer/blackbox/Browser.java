package org.oneroster4j.importer.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium without a window that can reach nothing but files, driven over the WebDriver protocol. What a driver library
 * brings with it is thirty jars; what is needed of it are these few commands.
 */
final class Browser {
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, int port, Path chromium, Path profile) throws IOException, InterruptedException {
        this.driver = driver;
        String server = "http://127.0.0.1:" + port + "/session";
        Map<String, Object> options = Map.of(
                "binary",
                chromium.toString(),
                "args",
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--user-data-dir=" + profile));
        JsonNode made = post(
                server,
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of("goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL")))));
        this.session = server + "/" + made.get("sessionId").asText();
    }

    /**
     * Starts the browser that is installed.
     *
     * @param profile an empty folder for it
     * @return absent where there is none
     */
    static Optional<Browser> start(Path profile) throws IOException, InterruptedException {
        Optional<Path> chromium = installed("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = installed("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(driver.get().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (@Nullable String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return Optional.of(new Browser(process, Integer.parseInt(port.group(1)), chromium.get(), profile));
            }
        }
        throw new IOException("The driver of the browser does not say where it listens");
    }

    private static Optional<Path> installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page, and returns once it is painted: a browser drops the keys that come before. */
    void open(Path page) throws IOException, InterruptedException {
        post("/url", Map.of("url", page.toUri().toString()));
        await("const painted = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => painted(true)));");
    }

    void size(int width, int height) throws IOException, InterruptedException {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Switches between light and dark, as the system does, on the screen. */
    void scheme(String scheme) throws IOException, InterruptedException {
        media("screen", scheme);
    }

    /** Shows the page as it is printed where the system is dark. No script is told of it. */
    void printed() throws IOException, InterruptedException {
        media("print", "dark");
    }

    private void media(String media, String scheme) throws IOException, InterruptedException {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void command(String command, Map<String, Object> parameters) throws IOException, InterruptedException {
        post("/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    /** Runs a script and returns its result. */
    JsonNode run(String script) throws IOException, InterruptedException {
        return post("/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Runs a script that calls its last argument with its result. */
    JsonNode await(String script) throws IOException, InterruptedException {
        return post("/execute/async", Map.of("script", script, "args", List.of()));
    }

    /** Types keys to whatever has the focus. */
    void type(String keys) throws IOException, InterruptedException {
        List<Map<String, String>> actions = new ArrayList<>();
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        post("/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    /** Returns what the page wrote to the console since the last call, errors of the browser among it. */
    List<String> console() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        post("/se/log", Map.of("type", "browser"))
                .forEach(entry -> lines.add(entry.get("message").asText()));
        return lines;
    }

    void screenshot(Path png) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(session + "/screenshot")).build();
        Files.write(png, Base64.getDecoder().decode(answer(request).asText()));
    }

    private JsonNode post(String command, Map<String, ?> body) throws IOException, InterruptedException {
        String address = command.startsWith("http") ? command : session + command;
        return answer(HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode value = json.readTree(response.body()).get("value");
        if (response.statusCode() != 200) {
            throw new IOException(
                    request.uri().getPath() + ": " + value.get("message").asText());
        }
        return value;
    }

    /** Ends the browser and its driver. */
    void stop() throws IOException, InterruptedException {
        try {
            client.send(
                    HttpRequest.newBuilder(URI.create(session)).DELETE().build(),
                    HttpResponse.BodyHandlers.discarding());
        } finally {
            driver.destroy();
            driver.waitFor();
        }
    }
}
