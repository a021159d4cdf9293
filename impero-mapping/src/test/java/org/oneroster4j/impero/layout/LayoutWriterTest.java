package org.oneroster4j.impero.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutWriterTest {
    private static String row(String... cells) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Rfc4180Writer writer = new Rfc4180Writer(bytes, StandardCharsets.UTF_8, ',', "\r\n")) {
            writer.row(List.of(cells));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void quotesStandOnlyWhereTheyAreNeeded() throws IOException {
        assertThat(row("a", "b c", "", "=1+1", "'")).isEqualTo("a,b c,,=1+1,'\r\n");
        assertThat(row("a,b", "say \"hi\"")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\"\r\n");
    }

    @Test
    void characterThatAsksForQuotesDoesSoAtTheBeginningToo() throws IOException {
        assertThat(row(",", "\"", "\n", "\r")).isEqualTo("\",\",\"\"\"\",\"\n\",\"\r\"\r\n");
    }

    @Test
    void shiftBackIsWrittenWhereverTheBufferEnds() throws IOException {
        Charset charset = Charset.forName("ISO-2022-JP");
        for (int length = (1 << 16) - 12; length < (1 << 16) + 12; length++) {
            String cell = "x".repeat(length) + "\u7F8E";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Rfc4180Writer writer = new Rfc4180Writer(bytes, charset, ',', "")) {
                writer.row(List.of(cell));
            }

            assertThat(bytes.toByteArray()).as("length %d", length).isEqualTo(cell.getBytes(charset));
        }
    }

    @Test
    void characterThatTheCharsetLacksIsAnErrorAndNoQuestionMark() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThatThrownBy(() -> {
                    try (Rfc4180Writer writer = new Rfc4180Writer(bytes, StandardCharsets.ISO_8859_1, ',', "\r\n")) {
                        writer.row(List.of("Łukasz"));
                    }
                })
                .isInstanceOf(UnmappableCharacterException.class);
    }

    @Test
    void halfOfASurrogatePairIsAnErrorEvenWhenTheOtherHalfFollowsInTheNextCell() {
        assertThatThrownBy(() -> row("a\uD83D", "\uDE00")).isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> row("\uDE00")).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void cellsLongerThanAnyBufferAreWrittenWhole() throws IOException {
        String longCell = "ab\uD83D\uDE00".repeat(20_000);

        assertThat(row(longCell, longCell)).isEqualTo(longCell + "," + longCell + "\r\n");
    }

    @Test
    void charsetThatShiftsIsShiftedBackAtTheEnd() throws IOException {
        Charset charset = Charset.forName("ISO-2022-JP");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Rfc4180Writer writer = new Rfc4180Writer(bytes, charset, ',', "")) {
            writer.row(List.of("\u7F8E\u8853", "\u97F3\u697D"));
        }

        assertThat(bytes.toByteArray()).isEqualTo("\u7F8E\u8853,\u97F3\u697D".getBytes(charset));
    }

    @Test
    void peopleAreInPlaceBeforeWhatRefersToThem() {
        assertThat(List.of(RowKind.values()))
                .containsExactly(RowKind.USERS, RowKind.GROUPS, RowKind.MEMBERS, RowKind.ACCESS);
    }
}
