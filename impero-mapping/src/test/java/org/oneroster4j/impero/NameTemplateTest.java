package org.oneroster4j.impero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneroster4j.impero.NameTemplate.Field;

class NameTemplateTest {
    private static String name(String template, Map<Field, String> fields) {
        return NameTemplate.of(template).name(field -> fields.getOrDefault(field, ""));
    }

    @Test
    void defaultIsTitleAndCodeInBrackets() {
        assertThat(name("{title}[ ({classCode})]", Map.of(Field.TITLE, "Art", Field.CLASS_CODE, "A1")))
                .isEqualTo("Art (A1)");
        assertThat(name("{title}[ ({classCode})]", Map.of(Field.TITLE, "Art"))).isEqualTo("Art");
    }

    @Test
    void choiceIsTheFirstFieldThatIsNotBlank() {
        Map<Field, String> fields = Map.of(Field.COURSE_TITLE, "Painting", Field.TITLE, "Art");

        assertThat(name("{classCode|courseTitle|title}", fields)).isEqualTo("Painting");
        assertThat(name("[{classCode|periods}: ]{title}", fields)).isEqualTo("Art");
    }

    @Test
    void blankFieldOutsideBracketsLeavesTheTextAroundIt() {
        assertThat(name("{schoolName} / {title}", Map.of(Field.TITLE, "Art"))).isEqualTo("/ Art");
    }

    @Test
    void nameOfAHundredCodePointsIsKeptAndALongerTitleIsCut() {
        Map<Field, String> fits = Map.of(Field.TITLE, "x".repeat(95), Field.CLASS_CODE, "AB");
        Map<Field, String> tooLong = Map.of(Field.TITLE, "x".repeat(96), Field.CLASS_CODE, "AB");

        assertThat(name("{title}[ ({classCode})]", fits)).isEqualTo("x".repeat(95) + " (AB)");
        assertThat(name("{title}[ ({classCode})]", tooLong)).isEqualTo("x".repeat(95) + " (AB)");
    }

    @Test
    void cutTitleLeavesNoSpaceAtItsEnd() {
        String title = "x".repeat(99) + " y";

        assertThat(name("{title}", Map.of(Field.TITLE, title))).isEqualTo("x".repeat(99));
    }

    @Test
    void whatIsTooLongWithoutTitleLosesItsEnd() {
        Map<Field, String> fields = Map.of(Field.TITLE, "Art", Field.CLASS_CODE, "c".repeat(120));

        assertThat(name("{title}[ ({classCode})]", fields)).isEqualTo("(" + "c".repeat(99));
    }

    @Test
    void veryLongTitleIsCutAtOnce() {
        assertThat(name("{title} {title}", Map.of(Field.TITLE, "ab ".repeat(200_000))))
                .hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{tilte}", "{title", "title}", "[{title}", "{title}]", "[[{title}]]", "{}", "{title|}"})
    void brokenTemplateIsRefused(String template) {
        assertThatThrownBy(() -> NameTemplate.of(template)).isInstanceOf(IllegalArgumentException.class);
    }
}
