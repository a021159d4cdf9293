package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script by which a shell completes what is typed, in a real bash. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'conv', convert",
        "'expl', explain",
        "'convert --id', --identity",
        "'convert --identity em', email",
        "'diff --st', --state",
        "'diff --rep', --report",
        "'explain --cl', --class",
        "'anonymise --se', --seed",
        "'completion --na', --name"
    })
    void bashCompletesCommandsOptionsAndWords(String typed, String completed) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "there is no bash");

        assertThat(completions(typed)).contains(completed);
    }

    private List<String> completions(String typed) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("completion.sh"), CommandLine.run("completion").out());
        String[] words = typed.split(" ", -1);
        String asked = "source '" + script + "'\n"
                + "f=$(complete -p oneroster-importer | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
                + "COMP_WORDS=(oneroster-importer " + typed + ")\n"
                + "COMP_CWORD=" + words.length + "\n"
                + "COMP_LINE='oneroster-importer " + typed + "'\n"
                + "COMP_POINT=${#COMP_LINE}\n"
                + "$f oneroster-importer '" + words[words.length - 1] + "' ''\n"
                + "printf '%s\\n' \"${COMPREPLY[@]}\"\n";
        Path errors = folder.resolve("errors");
        Process bash = new ProcessBuilder(BASH.toString(), "--norc", "-c", asked)
                .redirectError(errors.toFile())
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(Files.readString(errors)).isZero();
        return answer.lines().map(String::strip).toList();
    }

    @Test
    void scriptIsForTheNameThatTheProgramHas() {
        assertThat(CommandLine.run("completion", "--name", "importer").out())
                .contains("complete -F _complete_importer");
        assertThat(CommandLine.run("completion", "--name", "a; b").exitCode()).isEqualTo(2);
    }
}
