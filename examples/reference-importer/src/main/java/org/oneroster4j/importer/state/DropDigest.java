package org.oneroster4j.importer.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.importer.disk.Sha256;
import org.oneroster4j.model.OneRosterFile;

/**
 * The SHA-256 of the names and bytes of a drop's OneRoster files. A folder and a zip of it have the same one; other files
 * that lie beside them are no part of it.
 *
 * @param sha256 64 hexadecimal digits
 */
public record DropDigest(String sha256) {
    private interface Target {
        OutputStream open(OneRosterFile file) throws IOException;
    }

    /** Reads a drop. */
    public static DropDigest of(OneRosterDrop drop) throws IOException {
        return read(drop, file -> OutputStream.nullOutputStream());
    }

    /** Copies a drop, and reads it by that; the copies have the names of the specification. */
    static DropDigest copy(OneRosterDrop drop, Path target) throws IOException {
        return read(drop, file -> Files.newOutputStream(target.resolve(file.fileName())));
    }

    private static DropDigest read(OneRosterDrop drop, Target target) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        for (OneRosterFile file : OneRosterFile.values()) {
            ByteSource source = drop.files().get(drop.fileName(file));
            if (source == null) {
                continue;
            }
            MessageDigest bytes = Sha256.digest();
            try (InputStream in = source.open();
                    OutputStream out = target.open(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            }
            byte[] name = file.fileName().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
            digest.update(name);
            digest.update(bytes.digest());
        }
        return new DropDigest(HexFormat.of().formatHex(digest.digest()));
    }
}
