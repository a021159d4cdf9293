package org.oneroster4j.model.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TextPoolProperties {
    @Property
    void textsComeBackAsTheyWere(@ForAll("texts") List<String> texts) {
        TextPool pool = new TextPool();
        List<Integer> addresses = texts.stream().map(pool::add).toList();

        assertThat(addresses.stream().map(pool::get).toList()).isEqualTo(texts);
    }

    @Property
    void orderIsThatOfUtf16CodeUnits(@ForAll("text") String a, @ForAll("text") String b) {
        TextPool pool = new TextPool();

        assertThat(Integer.signum(pool.compare(pool.add(a), pool.add(b)))).isEqualTo(Integer.signum(a.compareTo(b)));
    }

    @Property
    void indexNumbersTextsInTheOrderInWhichTheyCome(@ForAll("texts") List<String> texts) {
        IdIndex index = new IdIndex(new TextPool());
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(texts));

        texts.forEach(text -> assertThat(index.add(text)).isEqualTo(distinct.indexOf(text)));
        assertThat(index.size()).isEqualTo(distinct.size());
        distinct.forEach(text -> assertThat(index.get(index.find(text))).isEqualTo(text));
        assertThat(index.find("never added")).isEqualTo(-1);
    }

    @Property
    void indexThatRestedFindsAndNumbersAsBefore(
            @ForAll("texts") List<String> known, @ForAll("texts") List<String> more) {
        IdIndex index = indexOf(known);
        IdIndex rested = indexOf(known);
        rested.rest();

        for (String text : more) {
            assertThat(rested.find(text)).isEqualTo(index.find(text));
            rested.rest();
            assertThat(rested.add(text)).isEqualTo(index.add(text));
            rested.rest();
        }
        assertThat(rested.size()).isEqualTo(index.size());
    }

    private static IdIndex indexOf(List<String> texts) {
        IdIndex index = new IdIndex(new TextPool());
        texts.forEach(index::add);
        return index;
    }

    @Property
    void sortedNumbersAreInTheOrderOfTheirTexts(@ForAll("longLists") List<String> texts) {
        IdIndex index = indexOf(texts);
        int[] numbers = IntStream.range(0, index.size()).toArray();

        index.sort(numbers);

        assertThat(Arrays.stream(numbers).mapToObj(index::get).toList())
                .isEqualTo(texts.stream().distinct().sorted().toList());
    }

    @Property
    void severalTextsAreFoundAsEachAloneIs(@ForAll("texts") List<String> known, @ForAll("texts") List<String> asked) {
        IdIndex index = indexOf(known);
        List<String> all = Stream.concat(asked.stream(), known.stream()).toList();
        int[] numbers = new int[all.size()];

        index.find(all.toArray(String[]::new), all.size(), numbers);

        assertThat(Arrays.stream(numbers).boxed().toList())
                .isEqualTo(all.stream().map(index::find).toList());
    }

    @Property
    void textsThatAreExpectedAreNumberedAndFoundAsOthers(
            @ForAll("texts") List<String> known, @ForAll("texts") List<String> expected) {
        IdIndex index = indexOf(known);
        IdIndex told = indexOf(known);

        told.rest();
        told.expect(expected.toArray(String[]::new), expected.size());

        assertThat(told.size()).isEqualTo(index.size());
        for (String text : expected) {
            assertThat(told.find(text)).isEqualTo(index.find(text));
            assertThat(told.add(text)).isEqualTo(index.add(text));
        }
    }

    @Example
    void severalAreFoundAmongManyAndWithEqualPlaces() {
        // Of so many, some have the same hash of thirty-two bits.
        int known = 300_000;
        IdIndex index = new IdIndex(new TextPool());
        String[] texts =
                IntStream.range(0, known + 100_000).mapToObj(i -> "id" + i).toArray(String[]::new);
        Arrays.stream(texts).limit(known).forEach(index::add);
        int[] numbers = new int[texts.length];

        index.find(texts, texts.length, numbers);

        for (int i = 0; i < texts.length; i++) {
            assertThat(numbers[i]).isEqualTo(i < known ? i : -1);
        }
    }

    @Property
    void textsOfARowComeBackByTheirPlaces(@ForAll("rows") List<String> texts) {
        TextPool pool = new TextPool();
        int address = pool.addRow(texts.toArray(String[]::new));

        for (int place = 0; place < texts.size(); place++) {
            assertThat(pool.get(address, place)).isEqualTo(texts.get(place));
        }
    }

    @Property
    void asciiIsCopiedAsItIsAndNothingElseIs(@ForAll("rows") List<String> texts) {
        TextPool pool = new TextPool();
        int address = pool.addRow(texts.toArray(String[]::new));

        for (int place = 0; place < texts.size(); place++) {
            String text = texts.get(place);
            byte[] target = new byte[3 + text.length()];
            int end = pool.copy(address, place, false, target, 3);
            if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
                assertThat(new String(target, 3, end - 3, StandardCharsets.US_ASCII))
                        .isEqualTo(text);
                assertThat(pool.copy(address, place, false, new byte[2 + text.length()], 3))
                        .isEqualTo(-1);
            } else {
                assertThat(end).isEqualTo(-1);
            }
        }
    }

    @Property
    void textLikeAUuidComesBackAsItWas(@ForAll("nearlyUuid") String text) {
        TextPool pool = new TextPool();

        assertThat(pool.get(pool.add(text))).isEqualTo(text);
    }

    @Property
    void whatUtf8HasIsCopiedAsUtf8(@ForAll("rows") List<String> texts) {
        TextPool pool = new TextPool();
        int address = pool.addRow(texts.toArray(String[]::new));

        for (int place = 0; place < texts.size(); place++) {
            String text = texts.get(place);
            byte[] expected = text.getBytes(StandardCharsets.UTF_8);
            byte[] target = new byte[200];
            int end = pool.copy(address, place, true, target, 3);
            if (end >= 0) {
                assertThat(Arrays.copyOfRange(target, 3, end)).isEqualTo(expected);
            } else {
                assertThat(text.chars().anyMatch(c -> c >= 0x80)).isTrue();
            }
            if (text.chars().noneMatch(c -> Character.isSurrogate((char) c)) && text.indexOf('@') < 0) {
                assertThat(end).isEqualTo(3 + expected.length);
            }
        }
    }

    @Property
    void sizeOfTheFirstTextsOfRowsIsThatOfTheirLetters(@ForAll List<@From("rows") List<String>> rows) {
        TextPool pool = new TextPool();
        List<List<String>> ascii = rows.stream()
                .filter(texts -> !texts.isEmpty()
                        && StandardCharsets.US_ASCII.newEncoder().canEncode(texts.get(0)))
                .toList();
        int[] addresses = ascii.stream()
                .mapToInt(texts -> pool.addRow(texts.toArray(String[]::new)))
                .toArray();

        assertThat(pool.size(addresses, addresses.length))
                .isEqualTo(
                        ascii.stream().mapToInt(texts -> texts.get(0).length()).sum());
    }

    @Example
    void moreEndsThanAreNotedComeBackAllTheSame() {
        TextPool pool = new TextPool();
        int[] addresses = IntStream.range(0, 10_000)
                .map(i -> pool.addRow("user" + i, "user" + i + "@school" + i + ".example"))
                .toArray();

        for (int i = 0; i < addresses.length; i++) {
            assertThat(pool.get(addresses[i], 1)).isEqualTo("user" + i + "@school" + i + ".example");
        }
    }

    @Example
    void surrogatesSortBelowTheEndOfTheBasicPlaneAsInJava() {
        TextPool pool = new TextPool();
        int emoji = pool.add("\uD83C\uDFBB");
        int privateUse = pool.add("\uF8FF");

        assertThat(pool.compare(emoji, privateUse)).isNegative();
        assertThat("\uD83C\uDFBB".compareTo("\uF8FF")).isNegative();
    }

    @Example
    void textLongerThanAChunkAndManyChunksAreKept() {
        TextPool pool = new TextPool();
        String huge = "\u4E2D".repeat(70_000);
        List<Integer> addresses = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            addresses.add(pool.add("text " + i));
        }
        int address = pool.add(huge);
        int behind = pool.add("behind");

        assertThat(pool.get(address)).isEqualTo(huge);
        assertThat(pool.get(behind)).isEqualTo("behind");
        for (int i = 0; i < 50_000; i++) {
            assertThat(pool.get(addresses.get(i))).isEqualTo("text " + i);
        }
    }

    @Example
    void indexFindsAmongManyAndWithEqualHashes() {
        IdIndex index = new IdIndex(new TextPool());
        for (int i = 0; i < 100_000; i++) {
            index.add("id" + i);
        }
        // Aa and BB have one hash in Java, and so have all words made of them.
        List<String> equalHashes = List.of("AaAa", "AaBB", "BBAa", "BBBB");
        equalHashes.forEach(index::add);

        assertThat(index.find("id77777")).isEqualTo(77_777);
        assertThat(equalHashes.stream().map(index::find).toList()).containsExactly(100_000, 100_001, 100_002, 100_003);
    }

    @Example
    void rowLongerThanAChunkIsKept() {
        TextPool pool = new TextPool();
        pool.add("before");
        int address = pool.addRow("a".repeat(70_000), "b".repeat(70_000), "c");
        int behind = pool.add("behind");

        assertThat(pool.get(address, 1)).isEqualTo("b".repeat(70_000));
        assertThat(pool.get(address, 2)).isEqualTo("c");
        assertThat(pool.get(behind)).isEqualTo("behind");
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.frequencyOf(Tuple.of(3, anyText()), Tuple.of(1, nearlyUuid()));
    }

    /** UUIDs in small and in capital letters, and some with another character in them. */
    @Provide
    Arbitrary<String> nearlyUuid() {
        Arbitrary<String> small = Arbitraries.longs().map(bits -> new UUID(bits % 3, bits).toString());
        Arbitrary<String> uuid = Arbitraries.oneOf(small, small.map(text -> text.toUpperCase(Locale.ROOT)));
        Arbitrary<String> spoiled = Combinators.combine(
                        uuid,
                        Arbitraries.integers().between(0, 35),
                        Arbitraries.of('-', '0', '9', ':', '@', 'A', 'F', 'G', '`', 'a', 'f', 'g', '\u00E9'))
                .as((text, at, c) -> text.substring(0, at) + c + text.substring(at + 1));
        return Arbitraries.oneOf(uuid, spoiled);
    }

    /** Many with long beginnings in common. */
    @Provide
    Arbitrary<List<String>> longLists() {
        return Combinators.combine(text(), Arbitraries.integers().between(0, 300), text())
                .as((start, times, end) -> start.repeat(times / 10) + end)
                .list()
                .ofMaxSize(200);
    }

    private static Arbitrary<String> anyText() {
        return Arbitraries.strings()
                .withChars('a', 'b', '\u0000', '\u007F', '\u0080', '\u07FF', '\u0800', '\uD83C', '\uDFBB', '\uFFFF')
                .ofMaxLength(6);
    }

    /** Texts of one row: among them such as begin with the one before, and end as others do. */
    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> start = Arbitraries.oneOf(text(), Arbitraries.of("", "ada", "bob@x"));
        Arbitrary<String> end = Arbitraries.of("", "@", "@a.example", "@b.example", "@\u00E9.example", "@x@y");
        Arbitrary<List<String>> pair = Combinators.combine(start, end, Arbitraries.of(true, false), start)
                .as((a, at, same, other) -> List.of(a, (same ? a : other) + at));
        return pair.list()
                .ofMaxSize(20)
                .map(pairs -> pairs.stream().flatMap(List::stream).toList());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return text().list().ofMaxSize(60);
    }
}
