package org.oneroster4j.importer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the surroundings of a process say of colours and of the width. */
class TerminalDetectionTest {
    @Test
    void noColorIsHonouredWhenItIsSetToSomething() {
        assertThat(Terminal.mayColour(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminal.mayColour(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.mayColour(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
        assertThat(Terminal.mayColour(Map.of("TERM", "dumb"))).isFalse();
    }

    @Test
    void widthIsThatOfTheSurroundingsIfItIsANumber() {
        assertThat(Terminal.detect(Map.of("COLUMNS", "120")).columns()).isEqualTo(120);
        assertThat(Terminal.detect(Map.of("COLUMNS", "wide")).columns()).isEqualTo(80);
        assertThat(Terminal.detect(Map.of()).columns()).isEqualTo(80);
    }
}
