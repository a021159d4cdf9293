package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.oneroster4j.csv.CsvFindingCode;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.csv.oracle.PlainSplitter;
import org.oneroster4j.csv.oracle.PlainSplitter.PlainRecord;
import org.oneroster4j.model.CellText;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RosterRows;
import org.oneroster4j.model.Row;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/** Any bytes as any file: rows and findings, or the one exception, and as many rows as the file has. */
class AnyBytesProperties {
    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("any-bytes");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<RosterFile<?>> files() {
        return Arbitraries.of(RosterFile.all());
    }

    /** Bytes of which each is as likely as any other. */
    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
    }

    /** What CSV of OneRoster is made of, a few bad bytes among it. */
    @Provide
    Arbitrary<byte[]> pieces() {
        Arbitrary<byte[]> text = Arbitraries.of(
                        "sourcedId",
                        "role",
                        "status",
                        "student",
                        "teacher",
                        "active",
                        "tobedeleted",
                        "2026-01-01",
                        "{a:b}",
                        "metadata.x",
                        "propertyName",
                        "value",
                        "file.users",
                        "oneroster.version",
                        "1.1",
                        "bulk",
                        ",",
                        ",",
                        ",",
                        ",",
                        "\n",
                        "\n",
                        "\r\n",
                        "\r",
                        "\"",
                        "\"\"",
                        " ",
                        "\0",
                        "\u0001",
                        "\u00A0",
                        "\uFEFF",
                        "\uD83D\uDE00",
                        "x",
                        "y",
                        "true",
                        "classSourcedId",
                        "userSourcedId",
                        "enabledUser",
                        "endDate",
                        "userIds")
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> bad = Arbitraries.of(0x80, 0xC3, 0xE2, 0xF0, 0xFF).map(each -> new byte[] {each.byteValue()});
        return Arbitraries.frequencyOf(Tuple.of(60, text), Tuple.of(1, bad))
                .list()
                .ofMaxSize(40)
                .map(AnyBytesProperties::joined);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** A drop of which one file has one stretch replaced by other bytes. */
    @Provide
    Arbitrary<TextDrop> drops() {
        return Drops.messy();
    }

    @Provide
    Arbitrary<TextDrop.Style> styles() {
        return TextDrop.Style.arbitrary();
    }

    @Provide
    Arbitrary<byte[]> damage() {
        return Combinators.combine(pieces(), noise(), Arbitraries.of(true, false))
                .as((some, any, first) -> first ? some : any);
    }

    @Property
    void noiseAsAnyFileEndsWell(@ForAll("files") RosterFile<?> file, @ForAll("noise") byte[] bytes) {
        assertEndsWell(file, bytes);
    }

    @Property
    void piecesAsAnyFileEndWell(@ForAll("files") RosterFile<?> file, @ForAll("pieces") byte[] bytes) {
        assertEndsWell(file, bytes);
    }

    @Property
    void anyBytesAsTheManifestEndWell(@ForAll("damage") byte[] bytes) {
        Opened.write(folder, OneRosterFile.MANIFEST.fileName(), bytes);
        Opened opened = Opened.in(folder, ReadOptions.defaults());
        try {
            assertThat(opened.drop().manifest()).isPresent();
            assertThat(new DropCheck(opened.drop()).otherVersion()).isNotNull();
        } catch (DropUnreadableException e) {
            assertThat(wellFormed(bytes)).isEmpty();
            assertThat(e.finding().location().fileName()).isEqualTo("manifest.csv");
        }
        assertThat(opened.check(OneRosterFile.values())).isNotNull();
    }

    @Property
    void damagedFileEndsWell(
            @ForAll("drops") TextDrop drop,
            @ForAll("styles") TextDrop.Style style,
            @ForAll("damage") byte[] damage,
            @ForAll int place) {
        drop.bytes(style).forEach((name, whole) -> {
            for (RosterFile<?> file : RosterFile.all()) {
                if (file.file().fileName().equalsIgnoreCase(name)) {
                    int at = Math.floorMod(place, whole.length + 1);
                    int behind = Math.min(whole.length, at + Math.floorMod(place / 7, 9));
                    ByteBuffer damaged = ByteBuffer.allocate(at + damage.length + whole.length - behind);
                    damaged.put(whole, 0, at).put(damage).put(whole, behind, whole.length - behind);
                    assertEndsWell(file, damaged.array());
                    assertEndsWell(file, whole);
                }
            }
        });
    }

    /** What damage made of a drop once in some thousand tries, and what is just not it. */
    @Example
    void valueWithAsManyCommasAsARowEndsWell() {
        for (String column : List.of("name", "metadata.name", "other", "")) {
            String orgs = "sourcedId," + column + ",type,identifier\norg-1,\"North,a,b%sSouth\",school,9002\n";
            for (String more : List.of("\nc", "\nc,", ",\n", "\nc,,", "\nc,\n\n,")) {
                assertEndsWell(RosterFile.of(Org.class), orgs.formatted(more).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Returns the records of text that the standard allows, those without a value aside. */
    private static Optional<List<PlainRecord>> wellFormed(byte[] bytes) {
        return decoded(bytes)
                .flatMap(PlainSplitter::splitWellFormed)
                .map(records -> records.stream()
                        .filter(record -> !record.cells().stream().allMatch(CellText::isBlank))
                        .toList());
    }

    /** Tells whether bytes end in NUL, other than text in UTF-16 does, by what the documentation says. */
    private static boolean isPadded(byte[] bytes) {
        int last = bytes.length - 1;
        return last >= 0 && bytes[last] == 0 && (last < 2 || bytes[last - 1] == 0 || bytes[last - 2] != 0);
    }

    /** What the values of a record in columns of the sender's own make of its file. */
    private enum Refusal {
        NO,
        MAYBE,
        YES
    }

    /**
     * Tells whether a record ends the reading: a value in a column that the specification does not know is, by its lines
     * and commas, one that a quote made of rows. A record that is rejected for another reason ends nothing.
     */
    private static Refusal refusal(PlainRecord record, List<String> header, RosterFile<?> file, boolean isLast) {
        int columns = header.size();
        boolean likeRows = false;
        for (int i = 0; i < record.cells().size(); i++) {
            String cell = record.cells().get(i);
            boolean known = i < columns && file.header().contains(header.get(i)) && header.indexOf(header.get(i)) == i;
            int line = cell.indexOf('\n');
            if (known && line >= 0 && cell.indexOf(',', line) >= 0) {
                return Refusal.NO;
            }
            likeRows |= !known && columns > 3 && line >= 0 && cell.split(",", -1).length >= columns;
        }
        if (!likeRows || record.cells().size() < columns) {
            return Refusal.NO;
        }
        // A row may be rejected because it is longer, or is the last one and may be cut.
        return record.cells().size() > columns || isLast ? Refusal.MAYBE : Refusal.YES;
    }

    private static Set<Refusal> refusals(List<PlainRecord> records, List<String> header, RosterFile<?> file) {
        Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
        for (int i = 1; i < records.size(); i++) {
            refusals.add(refusal(records.get(i), header, file, i == records.size() - 1));
        }
        return refusals;
    }

    private static void assertEndsWell(RosterFile<?> file, byte[] bytes) {
        Opened.write(folder, file.file().fileName(), bytes);
        Opened opened = Opened.in(folder, ReadOptions.defaults().withValidate(true));
        Optional<List<PlainRecord>> plain = wellFormed(bytes);
        long line = 0;
        List<String> header = opened.drop().has(file.file()) ? headerOrNone(opened, file) : List.of();
        Set<Refusal> refusals =
                plain.map(records -> refusals(records, header, file)).orElse(Set.of());
        StringBuilder seen = new StringBuilder();
        try (RosterRows<?> rows = opened.drop().rows(file)) {
            for (Row<?> row : rows) {
                assertThat(row.location().line()).isGreaterThan(line);
                line = row.location().line();
                assertThat(row.record().isPresent())
                        .isNotEqualTo(row.rejection().isPresent());
                seen.append(told(row.location().line(), header, row::text));
            }
        } catch (DropUnreadableException e) {
            assertThat(e.finding().location().fileName()).isEqualTo(file.file().fileName());
            if (e.finding().code() == CsvFindingCode.PADDED_FILE) {
                assertThat(isPadded(bytes)).isTrue();
                return;
            }
            assertThat(plain.isEmpty() || refusals.contains(Refusal.YES) || refusals.contains(Refusal.MAYBE))
                    .isTrue();
            assertThat(e.finding().location().lineNumber().orElseThrow()).isGreaterThanOrEqualTo(line);
            return;
        }
        assertThat(isPadded(bytes)).isFalse();
        assertThat(refusals).doesNotContain(Refusal.YES);
        plain.ifPresent(records -> assertThat(seen.toString())
                .isEqualTo(records.stream()
                        .skip(1)
                        .map(each -> told(each.line(), header, column -> cell(each, header, column)))
                        .collect(Collectors.joining())));
        assertThat(opened.findings()).allSatisfy(found -> {
            if (found.code() != CsvFindingCode.DAY_FIRST_DATES && found.code() != CsvFindingCode.DATE_ORDER_ASSUMED) {
                // Of those two another file of the folder may be the proof.
                assertThat(found.location().fileName()).isEqualTo(file.file().fileName());
            }
            assertThat(found.message()).doesNotContain("{0}", "{1}");
        });
    }

    private static List<String> headerOrNone(Opened opened, RosterFile<?> file) {
        try {
            return opened.drop().header(file.file());
        } catch (DropUnreadableException e) {
            return List.of();
        }
    }

    private static String cell(PlainRecord record, List<String> header, String column) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(column)) {
                return i < record.cells().size() ? record.cells().get(i) : "";
            }
        }
        return "";
    }

    private static String told(long line, List<String> header, UnaryOperator<String> text) {
        return header.stream()
                .filter(column -> !column.isEmpty())
                .map(text)
                .collect(Collectors.joining("|", line + ":", "\n"));
    }
}
