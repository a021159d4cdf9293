package org.oneroster4j.csv.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.ZipLimits;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingCode;
import org.oneroster4j.model.finding.FindingListener;
import org.oneroster4j.model.finding.Location;

/**
 * The files of a drop inside a zip, read where they are: nothing is unpacked to disk, and between two readings nothing
 * is open. What the zip says of itself is held against the limits when it is listed, and what is read is held against
 * what the zip said: no stream hands out more bytes than were declared, or ends well with fewer or with others.
 */
public final class ZipEntries {
    /** Below this a high ratio is no harm, and usual: a file of a header and blanks packs well. */
    private static final long RATIO_COUNTS_FROM = 1L << 20;

    private static final String NO_SOUND_ZIP = "it is not a zip, has been cut off, or asks for a password";
    private static final String DAMAGED = "a file in it is damaged";
    private static final String ZIP_IN_ZIP = "there is another zip in it in place of the files";

    private final Path zip;
    private final String fileName;
    private final ZipLimits limits;

    private ZipEntries(Path zip, ZipLimits limits) {
        this.zip = zip;
        this.fileName = String.valueOf(zip.getFileName());
        this.limits = limits;
    }

    /**
     * Lists the files of the drop in a zip: those at its top, or those in the one folder that everything in it is in.
     *
     * @param listener is told when they are in a folder
     * @return the bytes of each by its name without folders, in the order of the names; each reads the zip anew
     * @throws DropUnreadableException when it is no sound zip, above a limit, or has names that it must not have
     * @throws IOException when the file is not there or the medium fails
     */
    public static Map<String, ByteSource> of(Path zip, ZipLimits limits, FindingListener listener) throws IOException {
        return new ZipEntries(zip, limits).sources(listener);
    }

    private Map<String, ByteSource> sources(FindingListener listener) throws IOException {
        List<? extends ZipEntry> entries = entries();
        refuseNames(entries);
        refuseSizes(entries, Files.size(zip));
        List<? extends ZipEntry> files =
                entries.stream().filter(ZipEntries::isOfInterest).toList();
        String folder = commonFolder(files);
        Map<String, ByteSource> sources = new TreeMap<>();
        for (ZipEntry file : files) {
            String name = file.getName().substring(folder.length());
            if (!name.contains("/")) {
                sources.put(name, new Packed(file));
            }
        }
        if (hasEnd(sources.keySet(), ".zip") && !hasEnd(sources.keySet(), ".csv")) {
            throw refused(CsvFindingCode.ZIP_UNREADABLE, ZIP_IN_ZIP);
        }
        if (!folder.isEmpty()) {
            listener.found(Finding.of(CsvFindingCode.ZIP_FOLDER, new Location.File(fileName), ""));
        }
        return Collections.unmodifiableMap(sources);
    }

    private List<? extends ZipEntry> entries() throws IOException {
        try (ZipFile opened = opened()) {
            if (opened.size() > limits.maxEntries()) {
                throw refused(CsvFindingCode.ZIP_TOO_MANY_ENTRIES, limits.maxEntries());
            }
            return Collections.list(opened.entries());
        } catch (IllegalArgumentException e) {
            // A name or a comment that is not in the charset that the zip says it is in.
            throw refused(CsvFindingCode.ZIP_UNREADABLE, NO_SOUND_ZIP);
        }
    }

    private ZipFile opened() throws IOException {
        try {
            // Names that say that they are in UTF-8 are read so all the same. Others are in the code page of the
            // sender, which nobody knows: this charset takes any byte, where UTF-8 would refuse the whole zip.
            return new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException | EOFException e) {
            throw refused(CsvFindingCode.ZIP_UNREADABLE, NO_SOUND_ZIP);
        }
    }

    private void refuseNames(Collection<? extends ZipEntry> entries) {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if (isUnsafe(name)) {
                throw refused(CsvFindingCode.ZIP_UNSAFE_NAME);
            }
            String plain = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
            if (!names.add(plain.toLowerCase(Locale.ROOT))) {
                throw refused(CsvFindingCode.ZIP_DUPLICATE_NAME);
            }
        }
    }

    /**
     * Whether a name would leave a folder or means something else on another system. Characters from U+0080 to U+009F are
     * let through: in a name that is not in UTF-8 they are letters of the sender's code page.
     */
    private static boolean isUnsafe(String name) {
        return name.startsWith("/")
                || (name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0)))
                || name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\')
                || Arrays.asList(name.split("/", -1)).contains("..");
    }

    private void refuseSizes(Collection<? extends ZipEntry> entries, long zipSize) {
        long bytes = 0;
        long packedBytes = 0;
        for (ZipEntry entry : entries) {
            long size = entry.getSize();
            long packed = entry.getCompressedSize();
            // Files that share their packed bytes, or claim more of them than there are, make any ratio look good.
            if (size < 0 || packed < 0 || packed > zipSize - packedBytes) {
                throw refused(CsvFindingCode.ZIP_UNREADABLE, NO_SOUND_ZIP);
            }
            packedBytes += packed;
            if (size > limits.maxBytes() - bytes) {
                throw refused(CsvFindingCode.ZIP_TOO_LARGE, limits.maxBytes() + " bytes");
            }
            bytes += size;
            if (size > RATIO_COUNTS_FROM && (size - 1) / limits.maxRatio() >= packed) {
                throw refused(CsvFindingCode.ZIP_TOO_LARGE, limits.maxRatio() + " times the packed size");
            }
        }
    }

    /** Whether an entry is a file that somebody meant to send: no folder, nothing hidden, nothing macOS adds. */
    private static boolean isOfInterest(ZipEntry entry) {
        return !entry.isDirectory()
                && Arrays.stream(entry.getName().split("/", -1))
                        .noneMatch(part -> part.startsWith(".") || part.equals("__MACOSX"));
    }

    /** Returns the deepest folder that all files are in, with a slash at its end; empty when there is none. */
    private static String commonFolder(Collection<? extends ZipEntry> files) {
        @Nullable String common = null;
        for (ZipEntry file : files) {
            String folder = file.getName().substring(0, file.getName().lastIndexOf('/') + 1);
            if (common == null) {
                common = folder;
            }
            while (!folder.startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
        }
        return common == null ? "" : common;
    }

    private static boolean hasEnd(Collection<String> names, String end) {
        return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(end));
    }

    private final class Packed implements ByteSource {
        private final ZipEntry listed;

        Packed(ZipEntry listed) {
            this.listed = listed;
        }

        @Override
        public InputStream open() throws IOException {
            return ZipEntries.this.open(listed);
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(listed.getSize());
        }
    }

    private InputStream open(ZipEntry listed) throws IOException {
        ZipFile opened = opened();
        boolean handedOut = false;
        try {
            ZipEntry entry = opened.getEntry(listed.getName());
            if (entry == null
                    || entry.getSize() != listed.getSize()
                    || entry.getCompressedSize() != listed.getCompressedSize()
                    || entry.getCrc() != listed.getCrc()) {
                // Another drop under the same name: files of the two must not be mixed.
                throw new IOException(fileName + " is not the zip any more that was listed");
            }
            InputStream bytes = new Checked(opened, opened.getInputStream(entry), entry);
            handedOut = true;
            return bytes;
        } catch (ZipException | EOFException e) {
            throw refused(CsvFindingCode.ZIP_UNREADABLE, DAMAGED);
        } finally {
            if (!handedOut) {
                opened.close();
            }
        }
    }

    private DropUnreadableException refused(FindingCode code, Object... details) {
        return new DropUnreadableException(Finding.of(code, new Location.File(fileName), "", details));
    }

    /** The bytes of an entry, as many as declared and with the checksum declared; the JDK looks at neither. */
    private final class Checked extends InputStream {
        private final ZipFile opened;
        private final InputStream in;
        private final long size;
        private final long checksum;
        private final CRC32 crc = new CRC32();
        private long count;
        private boolean ended;
        private boolean closed;
        private @Nullable DropUnreadableException failure;

        Checked(ZipFile opened, InputStream in, ZipEntry entry) {
            this.opened = opened;
            this.in = in;
            this.size = entry.getSize();
            this.checksum = entry.getCrc();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("The stream is closed");
            }
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return length == 0 ? 0 : -1;
            }
            try {
                int read = in.read(target, offset, length);
                take(target, offset, read);
                return read;
            } catch (ZipException | EOFException e) {
                failure = refused(CsvFindingCode.ZIP_UNREADABLE, DAMAGED);
                throw failure;
            } catch (DropUnreadableException e) {
                failure = e;
                throw e;
            }
        }

        private void take(byte[] target, int offset, int read) {
            if (read < 0) {
                ended = true;
                if (count != size || crc.getValue() != checksum) {
                    throw refused(CsvFindingCode.ZIP_UNREADABLE, DAMAGED);
                }
                return;
            }
            count += read;
            if (count > size) {
                throw refused(CsvFindingCode.ZIP_TOO_LARGE, "the zip says");
            }
            crc.update(target, offset, read);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            // Closes the stream of the entry, too.
            opened.close();
        }
    }
}
