package org.oneroster4j.importer.state;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.importer.disk.Disk;
import org.oneroster4j.model.OneRosterFile;

/**
 * The OneRoster files of a drop, copied and digested in one pass. What is read from it is what was digested, whatever becomes of
 * the drop meanwhile.
 */
public final class DropCopy {
    private final Path folder;
    private final DropDigest digest;
    private final Map<OneRosterFile, String> sha256;
    private final OneRosterDrop drop;

    private DropCopy(Path folder, DropDigest digest, Map<OneRosterFile, String> sha256, OneRosterDrop drop) {
        this.folder = folder;
        this.digest = digest;
        this.sha256 = sha256;
        this.drop = drop;
    }

    /**
     * Copies a drop.
     *
     * @param folder where to, which is made; the copies have the names of the specification
     * @throws org.oneroster4j.csv.DropUnreadableException when the zip that it is in is damaged or refused
     */
    public static DropCopy of(OneRosterDrop drop, Path folder, Disk disk) throws IOException {
        disk.makeFolder(folder);
        Map<OneRosterFile, String> sha256 = new EnumMap<>(OneRosterFile.class);
        Map<String, ByteSource> copies = new HashMap<>();
        DropDigest digest = DropDigest.read(drop, new DropDigest.Target() {
            @Override
            public OutputStream open(OneRosterFile file) throws IOException {
                Path copy = folder.resolve(file.fileName());
                copies.put(drop.fileName(file), ByteSource.of(copy));
                return disk.write(copy);
            }

            @Override
            public void digested(OneRosterFile file, String digest) {
                sha256.put(file, digest);
            }
        });
        return new DropCopy(folder, digest, sha256, drop.from(copies));
    }

    /** Returns the digest of the whole drop. */
    public DropDigest digest() {
        return digest;
    }

    /** Returns the drop, which is read from the copies; names and findings are those of the drop that was copied. */
    public OneRosterDrop drop() {
        return drop;
    }

    Path folder() {
        return folder;
    }

    /** Returns the SHA-256 of a copy, 64 hexadecimal digits, by its name. */
    Map<String, String> sha256() {
        Map<String, String> byName = new TreeMap<>();
        sha256.forEach((file, digest) -> byName.put(file.fileName(), digest));
        return byName;
    }
}
