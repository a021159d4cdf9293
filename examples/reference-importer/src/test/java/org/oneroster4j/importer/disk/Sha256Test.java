package org.oneroster4j.importer.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_023, 1_024, 1_025, 65_536, 200_001})
    void digestIsTheSameInWhateverPieces(int length) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        assertThat(Sha256.of(Files.write(folder.resolve("file"), bytes))).isEqualTo(expected);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageDigest digest = Sha256.digest();
        try (OutputStream digesting = Sha256.digesting(digest, out)) {
            int half = length / 2;
            for (int i = 0; i < Math.min(half, 3); i++) {
                digesting.write(bytes[i]);
            }
            int written = Math.min(half, 3);
            digesting.write(bytes, written, length - written);
        }
        assertThat(Sha256.of(digest)).isEqualTo(expected);
        assertThat(out.toByteArray()).isEqualTo(bytes);
    }
}
