package org.oneroster4j.importer.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that a command writes for people to read. One with personal data is for the owner alone from its first byte on. */
public final class ReportFile {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private ReportFile() {}

    /**
     * Opens a file to write it, in the place of one that is there.
     *
     * @param isPersonal whether it will hold personal data: then no one but the owner can read it, where the file system has such
     *     permissions. Elsewhere it has those of its folder
     */
    public static OutputStream open(Path file, boolean isPersonal) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean isPosix = folder != null && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        if (!isPosix) {
            return Files.newOutputStream(file);
        }
        if (isPersonal) {
            Files.deleteIfExists(file);
            FileAttribute<?> permissions = PosixFilePermissions.asFileAttribute(OWNER_ALONE);
            return Channels.newOutputStream(Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions));
        }
        if (Files.isRegularFile(file) && Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
            // Of a run that showed values. Written over, it would stay hidden from those who may read this one.
            Files.delete(file);
        }
        return Files.newOutputStream(file);
    }
}
