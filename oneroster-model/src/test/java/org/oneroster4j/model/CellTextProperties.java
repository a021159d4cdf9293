package org.oneroster4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellTextProperties {
    @Property
    void trimmedTextBeginsAndEndsWithSomethingVisible(@ForAll("texts") String text) {
        String trimmed = CellText.trimmed(text);

        assertThat(text).contains(trimmed);
        if (!trimmed.isEmpty()) {
            assertThat(isInvisible(trimmed.codePointAt(0))).isFalse();
            assertThat(isInvisible(trimmed.codePointBefore(trimmed.length()))).isFalse();
        }
        assertThat(CellText.isBlank(text)).isEqualTo(trimmed.isEmpty());
        assertThat(CellText.trimmed(trimmed)).isEqualTo(trimmed);
    }

    @Property
    void cleanedTextIsOneLineOfSingleSpacesInFormC(@ForAll("texts") String text) {
        String cleaned = CellText.cleaned(text);

        assertThat(CellText.holdsControl(cleaned)).isFalse();
        assertThat(cleaned).doesNotContain("  ").doesNotContain("\u00A0");
        assertThat(Normalizer.isNormalized(cleaned, Normalizer.Form.NFC)).isTrue();
        assertThat(CellText.cleaned(cleaned)).isEqualTo(cleaned);
    }

    @Property
    void keyIsFormCInLowerCaseWhateverTheMachineSpeaks(@ForAll("texts") String text) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(CellText.key(text))
                    .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Example
    void everySpaceOfUnicodeIsWhiteSpaceAndSeparatorsOfFilesAreNot() {
        String spaces = "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                + "\u200A\u2028\u2029\u202F\u205F\u3000";

        assertThat(CellText.trimmed(spaces + "a" + spaces)).isEqualTo("a");
        assertThat(CellText.trimmed("\u001Ca\u001F")).isEqualTo("\u001Ca\u001F");
    }

    @Example
    void invisibleFormatCharactersAreTrimmedAtTheEndsAndKeptInside() {
        assertThat(CellText.trimmed("\uFEFF\u200Ba\u200Db\u00AD\uDB40\uDC01")).isEqualTo("a\u200Db");
    }

    @Example
    void lineBreaksAndControlsBecomeOneSpace() {
        assertThat(CellText.cleaned("  a\r\n\tb\u0000\u2028c ")).isEqualTo("a b c");
        assertThat(CellText.cleaned("e\u0301")).isEqualTo("\u00E9");
    }

    @Example
    void directionControlsAreRemovedAndJoinersStay() {
        assertThat(CellText.cleaned("a\u202E\u202Ab\u2066 \u2069c\u202C")).isEqualTo("ab c");
        assertThat(CellText.cleaned("a\u200Db\u2065\u206A")).isEqualTo("a\u200Db\u2065");
    }

    @Property
    void textsOfOneLookDifferInNothingThatIsSeen(@ForAll("texts") String text) {
        String look = CellText.look(text);

        assertThat(CellText.look(look)).isEqualTo(look);
        assertThat(CellText.look(CellText.key(text))).isEqualTo(look);
        assertThat(CellText.look("\u200B" + text + "\u00AD")).isEqualTo(look);
        assertThat(Normalizer.isNormalized(look, Normalizer.Form.NFKC)).isTrue();
    }

    @Example
    void widthsLigaturesAndMarksLookLikeTheirLetters() {
        assertThat(CellText.look("\uFF21\uFF22\uFF11")).isEqualTo("ab1");
        assertThat(CellText.look("A\u200Dffine \u2460")).isEqualTo(CellText.look("a\uFB03ne 1"));
        assertThat(CellText.look("E\u0301")).isEqualTo("\u00E9");
        assertThat(CellText.look("\u0430")).as("a letter of another alphabet").isNotEqualTo("a");
    }

    @Property
    void invisibleIsWhatIsControlFormatOrSeparator(@ForAll("texts") String text) {
        boolean any = text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
        assertThat(CellText.holdsInvisible(text)).isEqualTo(any);
    }

    private static boolean isInvisible(int point) {
        return Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || (point >= '\t' && point <= '\r')
                || point == 0x85;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(' ', '\t', '\n', '\r', '\u0000', '\u001C', '\u0085', '\u00A0', '\u200B', '\u2028', '\uFEFF')
                .withChars('\u202E', '\u2066', '\u00AD', '\uFB03', '\uFF21', '\u2460', '\u1E9E')
                .withChars('a', 'I', '\u0130', 'e', '\u0301', '\u00E9', '\u00DF', '\uD83D', '\uDE00', '*')
                .ofMaxLength(12);
    }
}
