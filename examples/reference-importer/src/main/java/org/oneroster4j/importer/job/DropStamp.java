package org.oneroster4j.importer.job;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the file system says of the files of a drop. Two equal ones mean that no file was written, replaced, added or removed
 * between them: a client that preserves times cannot preserve when the file system itself noted a change, which there is on
 * Unix. Elsewhere size, time and key of the file are compared.
 *
 * @param files what it says, by the name of the file; blank for a drop that is one file
 */
record DropStamp(Map<String, String> files) {
    private static final String ATTRIBUTES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                    ? "unix:size,lastModifiedTime,ctime,fileKey"
                    : "size,lastModifiedTime,fileKey";

    /**
     * Looks at a drop, a folder or a zip.
     *
     * @throws IOException when it is not there
     */
    static DropStamp of(Path drop) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isRegularFile(drop)) {
            add(files, "", drop);
            return new DropStamp(files);
        }
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(drop, DropStamp::isCsv)) {
            for (Path path : paths) {
                add(files, String.valueOf(path.getFileName()), path);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new DropStamp(files);
    }

    private static boolean isCsv(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static void add(Map<String, String> files, String name, Path path) throws IOException {
        try {
            files.put(name, String.valueOf(new TreeMap<>(Files.readAttributes(path, ATTRIBUTES))));
        } catch (NoSuchFileException e) {
            // It went away after its name was read, or is a link to nothing: both are something that may change.
            files.put(name, "");
        }
    }
}
