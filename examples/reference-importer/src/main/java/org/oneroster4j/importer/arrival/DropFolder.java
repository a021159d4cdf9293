package org.oneroster4j.importer.arrival;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.oneroster4j.model.OneRosterFile;

/**
 * The folder into which a sender uploads. Listing it opens no file and follows no link, so that it can neither block nor
 * look elsewhere, whatever lies there. Safe for several threads.
 */
public final class DropFolder {
    /** A drop has 14 files; a folder with so many names is not one that is used as meant. */
    public static final int MOST_NAMES = 20_000;

    private static final List<String> TRANSFERS =
            List.of(".filepart", ".part", ".partial", ".tmp", ".temp", ".writing", ".crdownload", "~");

    private final Path folder;
    private final long mostBytes;

    /**
     * Makes a view of a folder, which need not be there yet.
     *
     * @param mostBytes how long the files of a drop may be in all
     */
    public DropFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /**
     * Looks at the folder.
     *
     * @throws IOException when it is not there or may not be looked at
     */
    public Listing list() throws IOException {
        Map<String, DropFile> files = new HashMap<>();
        Set<DropFile> transfers = new HashSet<>();
        Map<String, Trouble> troubles = new HashMap<>();
        int others = 0;
        int names = 0;
        long bytes = 0;
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                if (++names > MOST_NAMES) {
                    troubles.put("", Trouble.TOO_MANY_NAMES);
                    break;
                }
                String name = String.valueOf(path.getFileName());
                boolean counts = OneRosterFile.ofFileName(name).isPresent();
                if (!counts && !isTransfer(name)) {
                    others++;
                    continue;
                }
                Optional<BasicFileAttributes> attributes = attributes(path);
                if (attributes.isEmpty()) {
                    continue;
                }
                DropFile file = file(name, attributes.get());
                if (!counts || isEmpty(attributes.get())) {
                    transfers.add(file);
                    continue;
                }
                trouble(path, attributes.get()).ifPresent(trouble -> troubles.put(name, trouble));
                files.put(name, file);
                bytes += file.size();
                if (bytes > mostBytes || bytes < 0) {
                    troubles.put(name, Trouble.TOO_LARGE);
                    bytes = 0;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return new Listing(files, transfers, others, troubles);
    }

    private static boolean isEmpty(BasicFileAttributes attributes) {
        return attributes.isRegularFile() && attributes.size() == 0;
    }

    /** A name of a OneRoster file and what a client puts behind it, or before it, while it uploads. */
    private static boolean isTransfer(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.startsWith(".") ? lower.substring(1) : lower;
        for (String suffix : TRANSFERS) {
            if (bare.endsWith(suffix)) {
                String stem = bare.substring(0, bare.length() - suffix.length());
                return stem.startsWith("~") || OneRosterFile.ofFileName(stem).isPresent();
            }
        }
        return lower.startsWith(".") && bare.contains(".csv");
    }

    /** Returns nothing for a file that has gone since its name was read. */
    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns what is wrong with a file, wherever it lies. */
    static Optional<Trouble> trouble(Path path, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            return Optional.of(Trouble.NOT_A_FILE);
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            try {
                Object links = Files.getAttribute(path, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
                return links instanceof Integer number && number > 1
                        ? Optional.of(Trouble.SEVERAL_NAMES)
                        : Optional.empty();
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    static DropFile file(String name, BasicFileAttributes attributes) {
        return new DropFile(
                name,
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                String.valueOf(attributes.fileKey()));
    }
}
