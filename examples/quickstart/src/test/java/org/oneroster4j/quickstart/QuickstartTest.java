package org.oneroster4j.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneroster4j.testing.SchoolDrop;

class QuickstartTest {
    private static final Path README =
            Path.of(System.getProperty("project.root", "../..")).resolve("README.md");
    private static final Path SOURCE = Path.of("src/main/java/org/oneroster4j/quickstart/Quickstart.java");

    @TempDir
    Path folder;

    @Test
    void printsWhoMaySeeWhat() throws IOException {
        SchoolDrop.create()
                .school("1")
                .term("T1", "2026-08-01", "2026-12-20")
                .teacher("t1")
                .student("s1")
                .schoolClass("c1")
                .enroll("t1", "c1", "teacher")
                .enroll("s1", "c1", "student")
                .toText()
                .writeTo(folder);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Quickstart.main(new String[] {folder.toString(), "2026-10-15"});
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("t1 is teacher of Class c1", "may be published: true");
    }

    @Test
    void readmeShowsTheSameText() throws IOException {
        List<String> source = Files.readAllLines(SOURCE, StandardCharsets.UTF_8);
        int start = source.stream().map(String::strip).toList().indexOf("private Quickstart() {}") + 2;
        String code = source.subList(start, source.size() - 1).stream()
                .map(line -> line.startsWith("    ") ? line.substring(4) : line)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(README, StandardCharsets.UTF_8)).contains("```java\n" + code + "\n```");
    }
}
