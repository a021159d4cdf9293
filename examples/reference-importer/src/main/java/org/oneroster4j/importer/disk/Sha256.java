package org.oneroster4j.importer.disk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The SHA-256 of files, as 64 hexadecimal digits. */
public final class Sha256 {
    private static final int PIECE = 1 << 10;

    private Sha256() {}

    /** Returns the digest of a file. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                update(digest, buffer, 0, read);
            }
        }
        return of(digest);
    }

    /**
     * Adds bytes to a digest, in pieces: Java replaces the computation by instructions of the processor where it has been called
     * some thousand times, however much it computed each time. A process that digests a hundred megabytes in large pieces ends
     * before that.
     */
    public static void update(MessageDigest digest, byte[] bytes, int from, int count) {
        for (int done = 0; done < count; done += PIECE) {
            digest.update(bytes, from + done, Math.min(PIECE, count - done));
        }
    }

    /** Returns a stream that adds to a digest what is written, and passes it on. */
    public static OutputStream digesting(MessageDigest digest, OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                digest.update((byte) one);
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                update(digest, bytes, from, count);
                out.write(bytes, from, count);
            }
        };
    }

    /** Returns what a digest has come to, and begins it anew. */
    public static String of(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the digest of a file; absent when it is not there. */
    public static Optional<String> ifThere(Path file) throws IOException {
        try {
            return Optional.of(of(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns what computes one. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
