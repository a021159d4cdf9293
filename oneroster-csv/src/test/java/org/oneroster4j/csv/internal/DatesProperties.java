package org.oneroster4j.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DatesProperties {
    private static final List<String> YEAR_FIRST =
            List.of("%04d-%02d-%02d", "%04d/%02d/%02d", "%04d-%d-%d", "%04d/%d/%d", "%04d-%d-%02d", "%04d/%02d/%d");
    private static final List<String> YEAR_LAST =
            List.of("%02d/%02d/%04d", "%d/%d/%04d", "%02d/%d/%04d", "%d/%02d/%04d");

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.of("", "T00:00:00", " 00:00", "T23:59:59.999Z", " 1:02:03 PM", "T12:00:00-11:00");
    }

    /** Text of what dates are made of. */
    @Provide
    Arbitrary<String> nearlyDates() {
        return Arbitraries.strings().withChars("0123456789//--T :.ZX+").ofMaxLength(14);
    }

    @Property
    void everyDayIsReadInEveryForm(@ForAll("days") LocalDate day, @ForAll("times") String time) {
        for (String form : YEAR_FIRST) {
            String text = String.format(Locale.ROOT, form, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            assertThat(Dates.date(text + time)).isEqualTo(day);
        }
        for (String form : YEAR_LAST) {
            String text = String.format(Locale.ROOT, form, day.getMonthValue(), day.getDayOfMonth(), day.getYear());
            assertThat(Dates.date(text + time)).isEqualTo(day);
        }
    }

    @Property
    void everyImpossibleDayIsRefused(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(max = 99) int month,
            @ForAll @IntRange(max = 99) int day) {
        boolean possible = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        for (String form : YEAR_FIRST) {
            assertThat(Dates.date(String.format(Locale.ROOT, form, year, month, day)) != null)
                    .isEqualTo(possible);
        }
        for (String form : YEAR_LAST) {
            assertThat(Dates.date(String.format(Locale.ROOT, form, month, day, year)) != null)
                    .isEqualTo(possible);
        }
    }

    @Property
    void anyTextIsADateOrNoneAndNeverAnException(@ForAll String text, @ForAll("nearlyDates") String near) {
        for (String each : List.of(text, near)) {
            LocalDate date = Dates.date(each);
            if (date != null) {
                assertThat(each).contains(String.valueOf(date.getDayOfMonth()), String.valueOf(date.getYear()));
                assertThat(Dates.instant(each)).isNotNull();
            } else if (Dates.instant(each) != null) {
                assertThat(each).contains(":");
            }
        }
    }

    @Property
    void dayAloneIsAnInstantAtItsStart(@ForAll("days") LocalDate day) {
        assertThat(Dates.instant(day.toString()))
                .isEqualTo(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
