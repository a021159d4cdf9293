package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.Severity;
import org.oneroster4j.testing.DamageKind;
import org.oneroster4j.testing.DamageTrace;
import org.oneroster4j.testing.DamagedDrop;
import org.oneroster4j.testing.SmallDrop;

/**
 * A damaged drop gives no access right and no membership that the sound drop does not give, unless an error is reported; and
 * {@code check} reports an error when it gives less. The page {@code DAMAGE.md} lists the damage that cannot be detected.
 */
class DamageProperties {
    /** How many drops each try damages; the long form asks for more. */
    private static final int DROPS = Integer.getInteger("damage.drops", 1);

    /** Shorter names occur in other words. */
    private static final int SHORTEST_NAME = 4;

    @Property
    void soundDropIsPublishedWithoutAnError(@ForAll("sound") SmallDrop drop, @ForAll Identity identity) {
        Conversion sound = DamageOutcome.convert(drop.bytes(), identity);

        assertThat(sound.state()).isEqualTo("published");
        assertThat(sound.run().orElseThrow().findings().count(Severity.ERROR)).isZero();
        assertThat(DamageOutcome.check(drop.bytes(), identity).exitCode()).isZero();
    }

    @Property
    void damageAddsNothingUnlessAnErrorIsReported(@ForAll("recognisableDrops") List<DamagedDrop> drops) {
        for (DamagedDrop drop : drops) {
            for (Identity identity : Identity.values()) {
                DamageOutcome outcome = DamageOutcome.of(drop, identity);

                assertThat(outcome.damaged().state()).isIn("published", "rejected");
                assertThat(outcome.hasError() ? Set.of() : outcome.added())
                        .as("added without an error by %s", drop.damage())
                        .isEmpty();
            }
        }
    }

    @Property
    void lossByDetectableDamageIsAnErrorOfCheck(@ForAll("detectableDrops") List<DamagedDrop> drops) {
        for (DamagedDrop drop : drops) {
            for (Identity identity : Identity.values()) {
                DamageOutcome outcome = DamageOutcome.of(drop, identity);

                if (!outcome.lost().isEmpty()) {
                    assertThat(outcome.check().exitCode())
                            .as("check where %s loses %s", drop.damage(), outcome.lost())
                            .isEqualTo(1);
                }
            }
        }
    }

    /** The sender may have meant the quote or the line break, so that a warning is enough. */
    @Property
    void lossByASignInAValueIsReported(@ForAll("inValue") DamagedDrop drop, @ForAll Identity identity) {
        DamageOutcome outcome = DamageOutcome.of(drop, identity);

        assertThat(outcome.lost().isEmpty() || outcome.hasReport())
                .as("a report where %s loses %s", drop.damage(), outcome.lost())
                .isTrue();
    }

    @Property
    void noFindingHoldsTheNameOfAPerson(@ForAll("recognisable") DamagedDrop drop, @ForAll Identity identity) {
        Set<String> names = names(drop.sound());
        Conversion damaged = DamageOutcome.convert(drop.bytes(), identity);
        CommandLine check = DamageOutcome.check(drop.bytes(), identity);

        assertThat(namesIn(findings(damaged.run().orElseThrow()), names)).isEmpty();
        assertThat(namesIn(check.out() + check.err(), names)).isEmpty();
    }

    /** The lines of a text that hold a name. */
    private static List<String> namesIn(String text, Set<String> names) {
        return text.lines()
                .filter(line -> names.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    /** What a report shows of the findings. */
    private static String findings(RunResult run) {
        StringBuilder text = new StringBuilder();
        run.findings()
                .codes()
                .forEach(code -> run.findings()
                        .kept(code)
                        .forEach(finding -> text.append(shown(finding)).append('\n')));
        return text.toString();
    }

    private static String shown(Finding finding) {
        return finding.code().code() + " | " + finding.location() + " | " + finding.sourcedId() + " | "
                + finding.message();
    }

    /** The names, usernames and emails, in lower case. */
    private static Set<String> names(SmallDrop drop) {
        Set<String> names = new TreeSet<>();
        Output users = new Output(drop.bytes());
        for (String column : List.of("username", "email", "givenName", "familyName")) {
            // A byte order mark is before the first header.
            Stream.of(column, "\uFEFF" + column)
                    .flatMap(header -> users.column("users.csv", header).stream())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(name -> name.length() >= SHORTEST_NAME)
                    .forEach(names::add);
        }
        return names;
    }

    @Provide
    Arbitrary<SmallDrop> sound() {
        return SmallDrop.arbitrary();
    }

    @Provide
    Arbitrary<List<DamagedDrop>> detectableDrops() {
        return DamagedDrop.arbitrary()
                .filter(drop -> drop.damage().isDetectable())
                .list()
                .ofSize(DROPS);
    }

    @Provide
    Arbitrary<List<DamagedDrop>> recognisableDrops() {
        return recognisable().list().ofSize(DROPS);
    }

    @Provide
    Arbitrary<DamagedDrop> inValue() {
        return DamagedDrop.arbitrary(DamageKind.QUOTE_ADDED, DamageKind.QUOTE_REMOVED, DamageKind.LINE_BREAK_ADDED)
                .filter(drop -> drop.damage().trace() == DamageTrace.IN_VALUE);
    }

    /** All damage but that after which the file is as well formed as before. */
    @Provide
    Arbitrary<DamagedDrop> recognisable() {
        return DamagedDrop.arbitrary().filter(drop -> drop.damage().trace() != DamageTrace.NONE);
    }
}
