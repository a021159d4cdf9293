package org.oneroster4j.csv.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.ZipLimits;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Location;

class ZipEntriesTest {
    private static final String CANARY = "canary";
    private static final String USERS = "users.csv";
    private static final int MIB = 1 << 20;

    /** Offsets in a header of the central directory. */
    private static final int FLAGS = 8;

    private static final int METHOD = 10;
    private static final int CRC = 16;
    private static final int PACKED = 20;
    private static final int SIZE = 24;
    private static final int NAME = 46;

    @TempDir
    private Path folder = Path.of("");

    private final List<Finding> findings = new ArrayList<>();
    private Path zip = Path.of("");

    @BeforeEach
    void nameTheZip() {
        zip = folder.resolve("drop.zip");
    }

    // What a zip is made of

    private static byte[] zipped(Charset charset, Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, charset)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(String name, byte[] content) {
        return zipped(UTF_8, Map.of(name, content));
    }

    /** Files that hold their own names. */
    private static byte[] zipped(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, name.endsWith("/") ? new byte[0] : name.getBytes(UTF_8));
        }
        return zipped(UTF_8, files);
    }

    private static byte[] stored(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            CRC32 crc = new CRC32();
            crc.update(content);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the header of an entry is in the central directory. */
    private static int header(byte[] bytes, int entry) {
        ByteBuffer buffer = little(bytes);
        int at = buffer.getInt(bytes.length - 6);
        for (int i = 0; i < entry; i++) {
            at += NAME + buffer.getShort(at + 28) + buffer.getShort(at + 30) + buffer.getShort(at + 32);
        }
        return at;
    }

    private static int number(byte[] bytes, int offset) {
        return little(bytes).getInt(header(bytes, 0) + offset);
    }

    private static byte[] patched(byte[] bytes, int offset, long number) {
        byte[] copy = bytes.clone();
        little(copy).putInt(header(copy, 0) + offset, (int) number);
        return copy;
    }

    private static byte[] patchedShort(byte[] bytes, int offset, int number) {
        byte[] copy = bytes.clone();
        little(copy).putShort(header(copy, 0) + offset, (short) number);
        return copy;
    }

    /** Another name of the same length, in both places that have it. */
    private static byte[] renamed(byte[] bytes, String from, String to) {
        assertThat(to).hasSameSizeAs(from);
        return new String(bytes, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
    }

    // What is done with it

    private Map<String, ByteSource> listed(byte[] bytes, ZipLimits limits) throws IOException {
        Files.write(zip, bytes);
        return ZipEntries.of(zip, limits, findings::add);
    }

    private Map<String, ByteSource> listed(byte[] bytes) throws IOException {
        return listed(bytes, ZipLimits.DEFAULTS);
    }

    private ByteSource users(byte[] bytes) throws IOException {
        return source(listed(bytes), USERS);
    }

    private static ByteSource source(Map<String, ByteSource> sources, String name) {
        ByteSource source = sources.get(name);
        assertThat(source).as(name).isNotNull();
        return source == null ? InputStream::nullInputStream : source;
    }

    private static byte[] content(ByteSource source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readAllBytes();
        }
    }

    /** Refused with that code, at the name of the zip, and telling nothing of what is in it. */
    private static void assertRefused(CsvFindingCode code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(DropUnreadableException.class, e -> {
            Finding found = e.finding();
            assertThat(found.code()).isEqualTo(code);
            assertThat(found.location()).isEqualTo(new Location.File("drop.zip"));
            assertThat(e + found.message() + found + Arrays.toString(e.getSuppressed()) + e.getCause())
                    .doesNotContain(CANARY)
                    .doesNotContain("{0}");
        });
    }

    private void assertRefused(CsvFindingCode code, byte[] bytes) {
        assertRefused(code, () -> listed(bytes));
        assertNothingIsOpen();
    }

    private void assertNothingIsOpen() {
        assertThat(openedTimes()).isZero();
    }

    /** How often this process has the zip open; 0 where the system does not tell. */
    private long openedTimes() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            Path real = zip.toAbsolutePath();
            return all.filter(descriptor -> real.equals(target(descriptor))).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            return null;
        }
    }

    // Which files are found

    @Test
    void filesAtTheTopAreFoundInTheOrderOfTheirNames() throws IOException {
        Map<String, ByteSource> sources = listed(zipped(USERS, "orgs.csv", "Classes.CSV", "readme.txt"));
        assertThat(sources.keySet()).containsExactly("Classes.CSV", "orgs.csv", "readme.txt", USERS);
        for (Map.Entry<String, ByteSource> entry : sources.entrySet()) {
            assertThat(content(entry.getValue())).asString(UTF_8).isEqualTo(entry.getKey());
        }
        assertThat(findings).isEmpty();
        assertThatThrownBy(sources::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void filesInOneFolderAreFoundWithAWarning() throws IOException {
        Map<String, ByteSource> sources = listed(zipped(CANARY + "/", CANARY + "/users.csv", CANARY + "/orgs.csv"));
        assertThat(sources.keySet()).containsExactly("orgs.csv", USERS);
        assertThat(content(source(sources, USERS))).asString(UTF_8).isEqualTo(CANARY + "/users.csv");
        assertThat(findings).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(CsvFindingCode.ZIP_FOLDER);
            assertThat(found.location()).isEqualTo(new Location.File("drop.zip"));
            assertThat(found + found.message()).doesNotContain(CANARY);
        });
    }

    @Test
    void foldersInTheFolderAreLeftAlone() throws IOException {
        assertThat(listed(zipped("a/users.csv", "a/old/users.csv", "a/old/older/orgs.csv")))
                .containsOnlyKeys(USERS);
        assertThat(findings).hasSize(1);
    }

    @Test
    void oneFolderMayBeInAnother() throws IOException {
        assertThat(listed(zipped("a/", "a/b/", "a/b/users.csv", "a/b/orgs.csv")))
                .containsOnlyKeys(USERS, "orgs.csv");
        assertThat(findings).hasSize(1);
    }

    @Test
    void foldersBesideFilesAreLeftAlone() throws IOException {
        assertThat(listed(zipped("old/users.csv", "orgs.csv", "old/orgs.csv"))).containsOnlyKeys("orgs.csv");
        assertThat(findings).isEmpty();
    }

    @Test
    void severalFoldersAreNoDrop() throws IOException {
        assertThat(listed(zipped("a/users.csv", "ab/users.csv", "a/orgs.csv"))).isEmpty();
        assertThat(findings).isEmpty();
    }

    @Test
    void whatSystemsAddIsLeftAlone() throws IOException {
        assertThat(listed(zipped(
                        "x/users.csv",
                        "x/._users.csv",
                        "x/.DS_Store",
                        "__MACOSX/x/._users.csv",
                        ".git/users.csv",
                        "y/")))
                .containsOnlyKeys(USERS);
        assertThat(findings).hasSize(1);
    }

    @Test
    void zipWithoutFilesHasNone() throws IOException {
        assertThat(listed(zipped())).isEmpty();
        assertThat(listed(zipped("a/", "__MACOSX/x.csv"))).isEmpty();
        assertThat(findings).isEmpty();
    }

    @Test
    void namesMayBeInAnyCharset() throws IOException {
        Map<String, byte[]> files =
                Map.of("Zo\u00EB/users.csv", new byte[] {1}, "Zo\u00EB/caf\u00E9\u0081.csv", new byte[] {2});
        for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
            Map<String, ByteSource> sources = listed(zipped(charset, files));
            assertThat(sources).containsOnlyKeys(USERS, "caf\u00E9\u0081.csv");
            assertThat(content(source(sources, "caf\u00E9\u0081.csv"))).containsExactly(2);
        }
    }

    @Test
    void dotsInANameAreNoWayOut() throws IOException {
        assertThat(listed(zipped("users..csv", "a...b/x"))).containsOnlyKeys("users..csv");
    }

    // What is refused when it is listed

    @Test
    void moreEntriesThanTheLimitAreRefused() throws IOException {
        String[] names =
                IntStream.range(0, 65).mapToObj(i -> CANARY + i + ".csv").toArray(String[]::new);
        assertThat(listed(zipped(Arrays.copyOf(names, 64)))).hasSize(64);
        assertRefused(CsvFindingCode.ZIP_TOO_MANY_ENTRIES, zipped(names));
    }

    @Test
    void moreBytesThanTheLimitAreRefused() throws IOException {
        ZipLimits ten = ZipLimits.DEFAULTS.withMaxBytes(10);
        byte[] five = new byte[5];
        assertThat(listed(zipped(UTF_8, Map.of("a", five, "b", five)), ten)).hasSize(2);
        assertThat(listed(zipped("a", new byte[10]), ten)).hasSize(1);
        assertRefused(CsvFindingCode.ZIP_TOO_LARGE, () -> listed(zipped("a", new byte[11]), ten));
        assertRefused(
                CsvFindingCode.ZIP_TOO_LARGE,
                () -> listed(zipped(UTF_8, Map.of("a", five, "__MACOSX/b", new byte[6])), ten));
        assertNothingIsOpen();
    }

    @Test
    void fourGigabytesDeclaredTwiceAreTooMany() throws IOException {
        byte[] two = zipped(UTF_8, Map.of("a", noise(100), "b", noise(100)));
        little(two).putInt(header(two, 0) + SIZE, -2);
        little(two).putInt(header(two, 1) + SIZE, -2);
        ZipLimits anyRatio = ZipLimits.DEFAULTS.withMaxRatio(Integer.MAX_VALUE);
        assertRefused(CsvFindingCode.ZIP_TOO_LARGE, () -> listed(two, anyRatio));
        assertThat(listed(two, anyRatio.withMaxBytes(Long.MAX_VALUE))).hasSize(2);
    }

    @Test
    void bombOfZerosIsRefused() throws IOException {
        assertThat(listed(zipped("a", new byte[MIB]))).hasSize(1);
        assertRefused(CsvFindingCode.ZIP_TOO_LARGE, zipped("a", new byte[MIB + 1]));
        assertRefused(CsvFindingCode.ZIP_TOO_LARGE, zipped("a", new byte[64 * MIB]));
    }

    @Test
    void ratioIsExact() throws IOException {
        byte[] bytes = zipped("a", noise(5_000));
        long packed = number(bytes, PACKED);
        assertThat(listed(patched(bytes, SIZE, packed * 250))).hasSize(1);
        assertRefused(CsvFindingCode.ZIP_TOO_LARGE, patched(bytes, SIZE, packed * 250 + 1));
        assertThat(listed(stored("a", noise(2 * MIB)), ZipLimits.DEFAULTS.withMaxRatio(1)))
                .hasSize(1);
    }

    @Test
    void morePackedBytesThanTheZipHasAreRefused() {
        byte[] bytes = zipped("a", new byte[2 * MIB]);
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, patched(bytes, PACKED, 2 * MIB));
        byte[] two = zipped(UTF_8, Map.of("a", noise(1_000), "b", noise(1_000)));
        little(two).putInt(header(two, 0) + PACKED, 1_900);
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, two);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../canary.csv",
                "..",
                "a/../canary.csv",
                "a/..",
                "../",
                "/canary.csv",
                "/",
                "\\canary.csv",
                "a\\canary.csv",
                "..\\canary.csv",
                "C:canary.csv",
                "c:/canary.csv",
                "canary\n.csv",
                "canary\u0000.csv",
                "canary\u007F.csv",
                "\u001B[2Jcanary",
                "__MACOSX/../canary",
                "canary\u0001/"
            })
    void unsafeNamesAreRefused(String name) {
        assertRefused(CsvFindingCode.ZIP_UNSAFE_NAME, zipped(USERS, name));
    }

    @Test
    void namesTwiceAreRefused() {
        byte[] two = zipped(USERS, "canar.csv");
        assertRefused(CsvFindingCode.ZIP_DUPLICATE_NAME, renamed(two, "canar.csv", USERS));
        assertRefused(CsvFindingCode.ZIP_DUPLICATE_NAME, zipped(USERS, "USERS.csv"));
        assertRefused(CsvFindingCode.ZIP_DUPLICATE_NAME, zipped("INFO/canary.csv", "info/canary.CSV"));
        assertRefused(CsvFindingCode.ZIP_DUPLICATE_NAME, zipped("\u00C9.csv", "\u00E9.csv"));
        assertRefused(CsvFindingCode.ZIP_DUPLICATE_NAME, zipped("users.csv/", USERS));
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, new byte[0]);
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, "PK".getBytes(UTF_8));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, "sourcedId,canary\n1,canary\n".getBytes(UTF_8));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, noise(100_000));
    }

    @Test
    void zipWithAPasswordIsRefused() {
        byte[] bytes = zipped(USERS, CANARY.getBytes(UTF_8));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, patchedShort(bytes, FLAGS, 1));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, patchedShort(bytes, METHOD, 99));
    }

    @Test
    void zipInAZipIsRefused() throws IOException {
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, zipped("canary.zip"));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, zipped("a/canary.ZIP", "a/readme.txt"));
        assertThat(findings).isEmpty();
        assertThat(listed(zipped(USERS, "old.zip"))).containsOnlyKeys(USERS, "old.zip");
    }

    @Test
    void zipThatIsNotThereIsAnIOException() {
        assertThatThrownBy(() -> ZipEntries.of(zip, ZipLimits.DEFAULTS, findings::add))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> ZipEntries.of(folder, ZipLimits.DEFAULTS, findings::add))
                .isInstanceOf(IOException.class);
    }

    // What is refused while it is read

    @Test
    void fileThatIsLargerThanDeclaredIsStoppedThere() throws IOException {
        for (byte[] honest : List.of(zipped(USERS, new byte[8 * MIB]), zipped(USERS, noise(8 * MIB)))) {
            ByteSource users = users(patched(honest, SIZE, 100_000));
            try (InputStream in = users.open()) {
                assertRefused(CsvFindingCode.ZIP_TOO_LARGE, () -> {
                    byte[] buffer = new byte[4_096];
                    for (int count = 0, read = 0; read >= 0; count += read) {
                        assertThat(count).isLessThanOrEqualTo(100_000);
                        read = in.read(buffer);
                    }
                });
                assertRefused(CsvFindingCode.ZIP_TOO_LARGE, in::read);
            }
            assertRefused(CsvFindingCode.ZIP_TOO_LARGE, () -> content(users));
            assertNothingIsOpen();
        }
    }

    @Test
    void emptyDeclarationIsNoWayRound() throws IOException {
        byte[] bytes = patched(patched(zipped(USERS, new byte[8 * MIB]), SIZE, 0), CRC, 0);
        ByteSource users = users(bytes);
        assertRefused(CsvFindingCode.ZIP_TOO_LARGE, () -> content(users));
    }

    @Test
    void fileThatIsSmallerThanDeclaredIsDamaged() throws IOException {
        byte[] bytes = zipped(USERS, noise(1_000));
        ByteSource users = users(patched(bytes, SIZE, 1_001));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, () -> content(users));
        byte[] stored = stored(USERS, noise(1_000));
        ByteSource cutShort = users(patched(stored, PACKED, 999));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, () -> content(cutShort));
    }

    @Test
    void wrongChecksumIsDamageAndIsToldAtTheEnd() throws IOException {
        byte[] noise = noise(100_000);
        byte[] bytes = zipped(USERS, noise);
        ByteSource users = users(patched(bytes, CRC, number(bytes, CRC) ^ 1));
        try (InputStream in = users.open()) {
            assertThat(in.readNBytes(noise.length)).isEqualTo(noise);
            assertRefused(CsvFindingCode.ZIP_UNREADABLE, in::read);
            assertRefused(CsvFindingCode.ZIP_UNREADABLE, in::read);
        }
        assertNothingIsOpen();
    }

    @Test
    void changedBytesAreDamage() throws IOException {
        for (byte[] bytes : List.of(zipped(USERS, noise(1_000)), stored(USERS, noise(1_000)))) {
            bytes[500] ^= 0x10;
            ByteSource users = users(bytes);
            assertRefused(CsvFindingCode.ZIP_UNREADABLE, () -> content(users));
            assertNothingIsOpen();
        }
    }

    @Test
    void damageComesOutOfTheReaderOfRecordsBehindTheRecordsBeforeIt() throws IOException {
        byte[] bytes = zipped(USERS, "sourcedId\n1\n2\n".getBytes(UTF_8));
        ByteSource users = users(patched(bytes, CRC, number(bytes, CRC) ^ 1));
        List<String> cells = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(users.open(), USERS, Reading.WIDE)) {
            assertRefused(CsvFindingCode.ZIP_UNREADABLE, () -> {
                for (String @Nullable [] next = records.next(); next != null; next = records.next()) {
                    cells.add(next[0]);
                }
            });
        }
        assertThat(cells).startsWith("sourcedId", "1");
        assertNothingIsOpen();
    }

    // Any damage

    @Test
    void zipThatIsCutOffAnywhereIsRefused() {
        byte[] bytes = zipped(USERS, "orgs.csv", "a/b.csv");
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(CsvFindingCode.ZIP_UNREADABLE, Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void anyByteThatIsChangedIsHarmlessOrRefused() throws IOException {
        byte[] bytes = zipped(USERS, "orgs.csv", "caf\u00E9.csv");
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int mask : new int[] {0x01, 0x02, 0x08, 0x20, 0x80, 0xFF}) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) mask;
                refused += isHarmless(changed) ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(bytes.length);
        assertNothingIsOpen();
    }

    /** Whether all that is found has the bytes that were put in, under whatever name; else it was refused. */
    private boolean isHarmless(byte[] changed) throws IOException {
        try {
            for (ByteSource source : listed(changed).values()) {
                assertThat(new String(content(source), UTF_8)).isIn(USERS, "orgs.csv", "caf\u00E9.csv");
            }
            return true;
        } catch (DropUnreadableException e) {
            assertThat(e.finding().location()).isEqualTo(new Location.File("drop.zip"));
            return false;
        }
    }

    // Opening and closing

    @Test
    void fileCanBeReadAgainAndBesideItself() throws IOException {
        byte[] noise = noise(200_000);
        ByteSource users = users(zipped(USERS, noise));
        try (InputStream first = users.open();
                InputStream second = users.open()) {
            assertThat(first.readNBytes(1_000)).isEqualTo(Arrays.copyOf(noise, 1_000));
            assertThat(second.readAllBytes()).isEqualTo(noise);
            assertThat(first.readAllBytes()).isEqualTo(Arrays.copyOfRange(noise, 1_000, noise.length));
            assertThat(first.read()).isEqualTo(-1);
        }
        assertThat(content(users)).isEqualTo(noise);
        assertNothingIsOpen();
    }

    @Test
    void bytesCanBeReadOneByOneAndSkipped() throws IOException {
        ByteSource users = users(zipped(USERS, new byte[] {1, -1, 2, 3}));
        try (InputStream in = users.open()) {
            assertThat(in.read()).isEqualTo(1);
            assertThat(in.read()).isEqualTo(255);
            assertThat(in.skip(1)).isEqualTo(1);
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.read()).isEqualTo(3);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[0])).isZero();
        }
    }

    @Test
    void nothingStaysOpen() throws IOException {
        ByteSource users = users(zipped(USERS, noise(200_000)));
        assertNothingIsOpen();
        for (int i = 0; i < 50; i++) {
            InputStream half = users.open();
            assertThat(half.readNBytes(100)).hasSize(100);
            half.close();
            half.close();
            assertThatThrownBy(half::read).isExactlyInstanceOf(IOException.class);
        }
        assertNothingIsOpen();
        Files.delete(zip);
        assertThatThrownBy(users::open).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void openZipIsSeenByTheseTests() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
        ByteSource users = users(zipped(USERS, noise(10)));
        InputStream in = users.open();
        try (in) {
            assertThat(openedTimes()).isPositive();
        }
        assertNothingIsOpen();
    }

    @Test
    void zipThatWasExchangedIsAnIOException() throws IOException {
        ByteSource users = users(zipped(USERS, noise(100)));
        for (byte[] other :
                List.of(zipped(USERS, noise(101)), zipped("orgs.csv", noise(100)), stored(USERS, noise(100)))) {
            Files.delete(zip);
            Files.write(zip, other);
            assertThatThrownBy(users::open)
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessageContaining("drop.zip");
            assertNothingIsOpen();
        }
        Files.write(zip, noise(100));
        assertRefused(CsvFindingCode.ZIP_UNREADABLE, users::open);
        assertNothingIsOpen();
    }

    // Limits

    @Test
    void limitsThatNoZipCouldKeepToAreRefused() {
        ZipLimits defaults = ZipLimits.DEFAULTS;
        assertThat(defaults).isEqualTo(new ZipLimits(64, 4_294_967_296L, 250));
        assertThatThrownBy(() -> defaults.withMaxEntries(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxBytes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> defaults.withMaxRatio(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
