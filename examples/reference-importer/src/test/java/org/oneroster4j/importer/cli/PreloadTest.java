package org.oneroster4j.importer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreloadTest {
    /** What fails there would be met by the run as well, but nobody would know that nothing is won. */
    @Test
    void everythingCanBeLoaded() {
        assertThatCode(Preload::load).doesNotThrowAnyException();
    }

    @Test
    void whereThereIsAnotherProcessorItIsLoadedForCommandsThatReadDrops() throws InterruptedException {
        Optional<Thread> thread = Preload.start("convert", "--drop", "nowhere");
        assertThat(thread.isPresent()).isEqualTo(Runtime.getRuntime().availableProcessors() > 1);
        if (thread.isPresent()) {
            thread.get().join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "status", "watch"})
    void commandsThatReadNoDropLoadNothing(String command) {
        assertThat(Preload.start(command)).isEmpty();
    }

    @Test
    void nothingIsLoadedWithoutACommand() {
        assertThat(Preload.start()).isEmpty();
    }
}
