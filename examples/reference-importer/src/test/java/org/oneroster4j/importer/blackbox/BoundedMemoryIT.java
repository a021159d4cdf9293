package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Memory grows with what is kept of a drop and no faster: drops made to exhaust it end in 128 MB. */
class BoundedMemoryIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void craftedDropEndsIn128Megabytes(CraftedDrop drop) throws IOException, InterruptedException {
        drop.writeTo(folder.resolve("drop"));
        Jar.Result result = Jar.run(
                List.of("-Xmx128m", "-XX:+UseSerialGC"),
                "convert",
                "--drop",
                folder.resolve("drop"),
                "--out",
                folder.resolve("out"),
                "--state",
                folder.resolve("state"),
                "--report",
                folder.resolve("report"),
                "--identity",
                "username",
                "--as-of",
                "2026-11-24");
        boolean isRejected = drop == CraftedDrop.LONG_ROW || drop == CraftedDrop.LONG_IDS_IN_FINDINGS;
        assertThat(result.exitCode()).as(result.output()).isEqualTo(isRejected ? 1 : 0);
    }
}
