package org.oneroster4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A sound drop and a damage to it.
 *
 * @param sound the drop before
 * @param damage drawn for it
 */
public record DamagedDrop(SmallDrop sound, Damage damage) {
    private static final int LINES_SHOWN = 6;

    /**
     * Damaged small drops.
     *
     * @return an arbitrary of all kinds of damage, each as often as any other
     */
    public static Arbitrary<DamagedDrop> arbitrary() {
        return arbitrary(DamageKind.values());
    }

    /**
     * Damaged small drops.
     *
     * @param kinds the kinds of damage, at least one
     * @return an arbitrary of these kinds, each as often as any other
     */
    public static Arbitrary<DamagedDrop> arbitrary(DamageKind... kinds) {
        return Combinators.combine(SmallDrop.arbitrary(), Arbitraries.of(kinds), Damage.seeds())
                .as(DamagedDrop::draw)
                .withoutEdgeCases()
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private static Optional<DamagedDrop> draw(SmallDrop sound, DamageKind kind, long seed) {
        return Damage.draw(kind, seed, sound.bytes()).map(damage -> new DamagedDrop(sound, damage));
    }

    /**
     * Returns the drop after the damage.
     *
     * @return the bytes by file name
     */
    public Map<String, byte[]> bytes() {
        return damage.apply(sound.bytes());
    }

    /** {@return the damage, and the lines of the file that differ} */
    @Override
    public String toString() {
        List<String> before = lines(sound.bytes());
        List<String> after = lines(bytes());
        int first = 0;
        while (first < Math.min(before.size(), after.size())
                && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < Math.min(before.size(), after.size()) - first
                && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
            last++;
        }
        return damage.kind() + " (" + damage.trace() + "), " + damage + "\nheader " + before.get(0) + "\nbefore "
                + shown(before.subList(first, before.size() - last)) + "\nafter  "
                + shown(after.subList(first, after.size() - last)) + "\nin a drop of\n" + sound;
    }

    private static String shown(List<String> lines) {
        return String.join("\n       ", lines.subList(0, Math.min(LINES_SHOWN, lines.size())));
    }

    private List<String> lines(Map<String, byte[]> files) {
        String text = new String(files.getOrDefault(damage.file(), new byte[0]), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("(?<=\n)|(?<=\r)(?!\n)"))
                .map(CsvText::visible)
                .toList();
    }
}
