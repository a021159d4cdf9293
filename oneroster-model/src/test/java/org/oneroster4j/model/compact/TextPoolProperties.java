package org.oneroster4j.model.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars('a', 'b', '\u0000', '\u007F', '\u0080', '\u07FF', '\u0800', '\uD83C', '\uDFBB', '\uFFFF')
                .ofMaxLength(6);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return text().list().ofMaxSize(60);
    }
}
