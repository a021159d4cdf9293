package org.oneroster4j.importer.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The guide to the service, from which tests take commands and configurations as they stand there. */
final class Guide {
    private static final Path PAGE = Path.of("README.md");

    private Guide() {}

    static String text() throws IOException {
        return Files.readString(PAGE).replace("\r\n", "\n");
    }

    /** Returns the block of code behind a marker. */
    static String block(String marker) throws IOException {
        return only(
                Pattern.compile("<!-- " + Pattern.quote(marker) + " -->\n```\\w+\n(.*?\n)```\n", Pattern.DOTALL),
                text());
    }

    /** Returns the commands below a heading that begin with one of these words, in their order. */
    static String commands(String heading, String... words) throws IOException {
        String section = only(
                Pattern.compile("\n#+ " + Pattern.quote(heading) + "\n(.*?)\n#+ ", Pattern.DOTALL),
                // A comment in a block of code is no heading.
                text().replaceAll("(?m)^# ", "#\u00a0"));
        List<String> blocks = all(Pattern.compile("```sh\n(.*?\n)```", Pattern.DOTALL), section);
        StringBuilder commands = new StringBuilder();
        for (String line : String.join("", blocks).split("\n", -1)) {
            if (List.of(words).contains(line.strip().split(" ", 2)[0])) {
                commands.append(line.strip()).append('\n');
            }
        }
        return commands.toString();
    }

    private static String only(Pattern pattern, String text) {
        List<String> found = all(pattern, text);
        if (found.size() != 1) {
            throw new AssertionError("The guide has " + found.size() + " of " + pattern.pattern());
        }
        return found.get(0);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
