package org.oneroster4j.importer.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    /** Takes the bytes of the files while they are digested. */
    interface Target {
        /** Opens what takes the bytes of a file; it is closed behind the last one. */
        OutputStream open(OneRosterFile file) throws IOException;

        /**
         * Is told the digest of a file.
         *
         * @param sha256 64 hexadecimal digits
         */
        void digested(OneRosterFile file, String sha256);
    }

    /** Reads a drop. */
    public static DropDigest of(OneRosterDrop drop) throws IOException {
        return read(drop, new Target() {
            @Override
            public OutputStream open(OneRosterFile file) {
                return OutputStream.nullOutputStream();
            }

            @Override
            public void digested(OneRosterFile file, String sha256) {}
        });
    }

    static DropDigest read(OneRosterDrop drop, Target target) throws IOException {
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
                    Sha256.update(bytes, buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            }
            byte[] name = file.fileName().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
            digest.update(name);
            byte[] ofFile = bytes.digest();
            target.digested(file, HexFormat.of().formatHex(ofFile));
            digest.update(ofFile);
        }
        return new DropDigest(HexFormat.of().formatHex(digest.digest()));
    }
}
