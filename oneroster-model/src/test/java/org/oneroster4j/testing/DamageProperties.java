package org.oneroster4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Damage is of all kinds, changes one file, and is the same for the same seed. */
class DamageProperties {
    private static final int DRAWS = 100;

    @Property
    void damageChangesTheBytesOfItsFileAndOfNoOther(@ForAll("drops") SmallDrop drop, @ForAll long seed) {
        Damage damage = Damage.draw(seed, drop.bytes());
        Map<String, byte[]> damaged = damage.apply(drop.bytes());

        assertThat(damaged.keySet()).isEqualTo(drop.bytes().keySet());
        drop.bytes()
                .forEach((name, bytes) -> assertThat(Arrays.equals(bytes, damaged.get(name)))
                        .as(name)
                        .isNotEqualTo(name.equals(damage.file())));
        assertThat(damage).hasToString(Damage.draw(seed, drop.bytes()).toString());
        assertThat(damage).isEqualTo(Damage.draw(seed, drop.bytes()));
    }

    @Property
    void everyKindIsDrawnOfEveryDropAndChangesIt(@ForAll("drops") SmallDrop drop, @ForAll long seed) {
        // Of the columns that stand last in a drop none may ever be blank.
        for (DamageKind kind : EnumSet.complementOf(EnumSet.of(DamageKind.BLANKS_LEFT_AWAY))) {
            assertThat(Damage.draw(kind, seed, drop.bytes()))
                    .as(kind.name())
                    .hasValueSatisfying(damage -> assertThat(damage.kind()).isEqualTo(kind));
        }
    }

    @Test
    void everyKindIsDrawnAboutAsOftenAsAnyOther() {
        Map<String, byte[]> drop = SmallDrop.arbitrary()
                .generator(1_000)
                .next(new Random(1))
                .value()
                .bytes();
        Map<DamageKind, Integer> counts = new EnumMap<>(DamageKind.class);
        for (long seed = 0; seed < (long) DRAWS * DamageKind.values().length; seed++) {
            counts.merge(Damage.draw(seed, drop).kind(), 1, Integer::sum);
        }

        assertThat(counts.keySet()).containsExactly(DamageKind.values());
        assertThat(counts.values()).allMatch(count -> count > DRAWS / 2 && count < DRAWS * 2);
    }

    @Test
    void everyFileIsStruckAndEveryTraceIsLeft() {
        Map<String, byte[]> drop = SmallDrop.arbitrary()
                .generator(1_000)
                .next(new Random(1))
                .value()
                .bytes();
        Set<String> files = new HashSet<>();
        Set<DamageTrace> traces = new HashSet<>();
        for (long seed = 0; seed < (long) DRAWS * DamageTrace.values().length; seed++) {
            Damage damage = Damage.draw(seed, drop);
            files.add(damage.file());
            traces.add(damage.trace());
        }

        assertThat(files).isEqualTo(drop.keySet());
        assertThat(traces).containsExactlyInAnyOrder(DamageTrace.values());
    }

    @Property
    void damageWithoutATraceLeavesRowsOfOneLength(@ForAll("damaged") DamagedDrop drop) {
        CsvShape file = CsvShape.of(
                Objects.requireNonNull(drop.bytes().get(drop.damage().file())));
        boolean isRagged = file.rows().stream()
                .anyMatch(
                        row -> row.cells().size() != file.rows().get(0).cells().size());

        if (drop.damage().trace() == DamageTrace.NONE) {
            assertThat(isRagged).isFalse();
        }
    }

    @Test
    void damageNamesItsFileLineAndCell() {
        Map<String, byte[]> drop = Map.of("users.csv", "sourcedId,role\nu1,student\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Damage.draw(DamageKind.CELL_REMOVED_LAST, 5, drop))
                .hasValueSatisfying(damage -> assertThat(damage).hasToString("users.csv line 2: cell 2 removed"));
    }

    @Test
    void damageOfOneDropDoesNotFitAnother() {
        Damage damage = Damage.draw(1, Map.of("users.csv", new byte[] {'a', ',', 'b'}));

        assertThatIllegalArgumentException().isThrownBy(() -> damage.apply(Map.of("users.csv", new byte[] {'a'})));
    }

    @Provide
    Arbitrary<SmallDrop> drops() {
        return SmallDrop.arbitrary();
    }

    @Provide
    Arbitrary<DamagedDrop> damaged() {
        return DamagedDrop.arbitrary();
    }
}
