package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-05", "2026-3-5", "2026/03/05", "2026/3/5", "03/05/2026", "3/5/2026", "2026-03-5"})
    void everyFormIsRead(String text) {
        assertThat(Dates.date(text)).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T00:00",
                "T00:00:00",
                "T23:59:59.999Z",
                "T00:00:00.000+02:00",
                " 00:00:00",
                " 8:00 AM",
                " 12:00:00 PM",
                " 00:00:00.0",
                "T00:00:00[Europe/Berlin]",
                " 24:00"
            })
    void timeBehindAnyFormIsIgnored(String time) {
        for (String date : new String[] {"2026-3-5", "2026/03/05", "3/5/2026"}) {
            assertThat(Dates.date(date + time)).isEqualTo(LocalDate.of(2026, 3, 5));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "02/30/2026",
                "13/01/2026", "00/01/2026", "31/12/2026", "2026/2/29", "1900-02-29", "0000-00-00", "2026-06-31T00:00"
            })
    void dayThatIsNotInTheCalendarIsRefused(String text) {
        assertThat(Dates.date(text)).isNull();
    }

    @Test
    void leapDayIsRead() {
        assertThat(Dates.date("2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Dates.date("2/29/2000")).isEqualTo(LocalDate.of(2000, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "T",
                "x",
                "-",
                "--",
                "//",
                "2026",
                "2026-03",
                "2026-03-",
                "-03-05",
                "2026--05",
                "26-03-05",
                "02026-03-05",
                "2026-003-05",
                "2026-03-005",
                "2026.03.05",
                "2026-03/05",
                "2026/03-05",
                "03-05-2026",
                "5.3.2026",
                "3/5/26",
                "3/5/02026",
                "003/5/2026",
                "20260305",
                "2026-03-05x",
                "2026-03-05 x",
                "2026-03-05T",
                "2026-03-05 Term 2",
                "+2026-03-05",
                "-2026-03-05",
                "2026-03-05-06",
                "2026-03-05/06",
                "\u0662\u0660\u0662\u0666-\u0660\u0663-\u0660\u0665",
                "2026 -03-05",
                "2026-03-05,2026-03-06",
                "today",
                "2026-Mar-05",
                "99999999999-01-01",
                "2026-99999999999-01",
                "2026-03-4294967301"
            })
    void everythingElseIsRefused(String text) {
        assertThat(Dates.date(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T06:07:08.009Z, 2026-03-05T06:07:08.009Z",
        "2026-03-05T06:07:08Z, 2026-03-05T06:07:08Z",
        "2026-03-05 06:07:08Z, 2026-03-05T06:07:08Z",
        "2026-03-05T06:07:08+02:00, 2026-03-05T04:07:08Z",
        "2026-03-05T06:07:08, 2026-03-05T06:07:08Z",
        "2026-03-05 06:07, 2026-03-05T06:07:00Z",
        "2026-03-05, 2026-03-05T00:00:00Z",
        "3/5/2026, 2026-03-05T00:00:00Z"
    })
    void instantIsReadAsUtcUnlessItSaysOtherwise(String text, Instant expected) {
        assertThat(Dates.instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2026-02-30T00:00:00Z", "2026-02-30", "yesterday", "T", "Z"})
    void instantThatIsNoneIsRefused(String text) {
        assertThat(Dates.instant(text)).isNull();
    }
}
