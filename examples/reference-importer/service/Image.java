import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Makes a folder with the importer and a Java of its own, for the platform on which it runs: {@code java
 * examples/reference-importer/service/Image.java FOLDER}, from the root of the repository, after {@code mvn package}.
 */
final class Image {
    /** What the jar needs, and no more: found by trying all commands without each. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            // Logback and its configuration.
            "java.naming",
            "java.xml",
            // A layout may name any charset.
            "jdk.charsets",
            // /health and /metrics.
            "jdk.httpserver");

    private static final Path IMPORTER = Path.of("examples", "reference-importer");

    private Image() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = IMPORTER.resolve("target").resolve("reference-importer.jar");
        if (args.length != 1 || !Files.isRegularFile(jar)) {
            System.err.println("From the root of the repository, after mvn -DskipTests package:");
            System.err.println("java " + IMPORTER.resolve("service").resolve("Image.java") + " FOLDER");
            System.exit(2);
        }
        Path image = Path.of(args[0]);
        if (Files.exists(image)) {
            System.err.println(image + " is there already.");
            System.exit(2);
        }
        link(image);
        copy(jar, image);
        copy(Path.of("LICENSE"), image);
        for (String page : List.of("README.md", "SETTINGS.md", "STATE.md", "FINDINGS.md", "LAYOUTS.md")) {
            copy(IMPORTER.resolve(page), image);
        }
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path service = IMPORTER.resolve("service").resolve(windows ? "windows" : "linux");
        copy(service.resolve(windows ? "oneroster-importer.cmd" : "oneroster-importer"), image.resolve("bin"));
        copy(service.resolve(windows ? "OneRosterImporter.xml" : "oneroster-importer.service"), image);
        share(image.resolve("bin").resolve(windows ? "java.exe" : "java"));
        System.out.println(image + " is ready.");
    }

    private static void link(Path image) {
        String compress = Runtime.version().feature() < 21 ? "2" : "zip-6";
        int code = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("This Java is no JDK: it has no jlink"))
                .run(
                        System.out,
                        System.err,
                        "--add-modules=" + String.join(",", MODULES),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=" + compress,
                        "--output=" + image);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    /** Java's own classes, ready to be mapped into memory: it starts in half the time. */
    private static void share(Path java) throws IOException, InterruptedException {
        Process dump = new ProcessBuilder(java.toString(), "-Xshare:dump", "-Xlog:disable", "-Xlog:all=error:stderr")
                .inheritIO()
                .start();
        if (dump.waitFor() != 0) {
            System.exit(1);
        }
    }
}
