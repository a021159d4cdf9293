package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSplitterTest {
    private static final CsvRecords.Dialect NARROW = new CsvRecords.Dialect(StandardCharsets.UTF_8, 10, 3, 100);

    private static StrictReader reader(String text) {
        StrictReader reader = new StrictReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertThat(reader.readAhead()).isEqualTo(!text.isEmpty());
        return reader;
    }

    @Test
    void linesWithoutSpecialCharactersAreSplit() {
        StrictReader reader = reader("a,b\nc\r\n,\"d,e\"\n\"\",\u00E9,\"\u00E8\"\n");
        LineSplitter lines = new LineSplitter(reader, NARROW);
        assertThat(lines.next()).containsExactly("a", "b");
        assertThat(lines.isAscii()).isTrue();
        assertThat(lines.next()).containsExactly("c");
        assertThat(lines.next()).containsExactly("", "d,e");
        assertThat(lines.next()).containsExactly("", "\u00E9", "\u00E8");
        assertThat(lines.isAscii()).isFalse();
        assertThat(lines.next()).isNull();
        assertThat(reader.ahead().hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n",
                "a\rb\n",
                "a",
                "a\r",
                "\"a",
                "\"a\"",
                "a\"\n",
                "\"a\"b\n",
                "\"a\"\"b\"c\"\n",
                "\"a\"\"b\n",
                "\"a\"\"\"",
                "\"a\nb\"\n",
                "\ta\n",
                "a\0\n",
                "a\u007F\n",
                " \"a\"\n",
                "01234567890\n",
                "a,b,c,d\n",
                "\uFFFD\n"
            })
    void lineForTheParserIsLeftAsItIs(String line) {
        StrictReader reader = reader(line);
        LineSplitter lines = new LineSplitter(reader, NARROW);
        assertThat(lines.next()).isNull();
        assertThat(reader.ahead().remaining()).isEqualTo(line.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void cellThatRepeatsTheOneAboveIsTheSameText() {
        LineSplitter lines = new LineSplitter(reader("1,abc,x\n2,abc,y\n3,abcd,y\n4,\"abc\",y\n"), NARROW);
        String[] first = Objects.requireNonNull(lines.next());
        String[] second = Objects.requireNonNull(lines.next());
        assertThat(second[1]).isSameAs(first[1]);
        assertThat(second[2]).isEqualTo("y");
        String[] third = Objects.requireNonNull(lines.next());
        assertThat(third[1]).isEqualTo("abcd");
        assertThat(third[2]).isSameAs(second[2]);
        assertThat(lines.next()).containsExactly("4", "abc", "y");
    }

    @Test
    void doubledQuoteIsOneOfTheCell() {
        LineSplitter lines = new LineSplitter(
                reader("\"a\"\"b\",\"\"\"\"\"\",\"\"\"\"\n\"a\"\"\",x,\"\"\"\"\n\"\u00E9\"\"\",\"\"\"a\",\"\"\n"),
                NARROW);
        assertThat(lines.next()).containsExactly("a\"b", "\"\"", "\"");
        assertThat(lines.isAscii()).isTrue();
        assertThat(lines.next()).containsExactly("a\"", "x", "\"");
        assertThat(lines.next()).containsExactly("\u00E9\"", "\"a", "");
        assertThat(lines.isAscii()).isFalse();
    }

    @Test
    void repeatedCellIsAsForeignAsItWas() {
        LineSplitter lines = new LineSplitter(reader("a,\u00E9,b\nc,\u00E9,b\nc,d,b\nc,d,b\n"), NARROW);
        assertThat(lines.next()).containsExactly("a", "\u00E9", "b");
        assertThat(lines.next()).containsExactly("c", "\u00E9", "b");
        assertThat(lines.isAscii()).isFalse();
        assertThat(lines.next()).containsExactly("c", "d", "b");
        assertThat(lines.isAscii()).isTrue();
        assertThat(lines.next()).containsExactly("c", "d", "b");
        assertThat(lines.isAscii()).isTrue();
    }

    @Test
    void lineThatIsLeftDoesNotChangeWhatTheNextRepeats() {
        StrictReader reader = reader("a,b\nc,d\"\ne,f\n");
        LineSplitter lines = new LineSplitter(reader, NARROW);
        assertThat(lines.next()).containsExactly("a", "b");
        assertThat(lines.next()).isNull();
        reader.ahead().position("a,b\nc,d\"\n".length());
        assertThat(lines.next()).containsExactly("e", "f");
    }

    @Test
    void onlyCharsetsWhoseAsciiIsThatOfAsciiAreKnown() {
        assertThat(LineSplitter.knows(StandardCharsets.UTF_8)).isTrue();
        assertThat(LineSplitter.knows(StandardCharsets.UTF_16LE)).isFalse();
    }
}
