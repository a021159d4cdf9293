package org.oneroster4j.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A damage to one file of a drop, as a transfer, a full disk, a spreadsheet program or a hand does it.
 *
 * <p>A damage is drawn for a drop and fits that drop: the same seed, kind and drop give the same damage. Immutable.
 */
public final class Damage {
    /** Files of which the mapping decides who is exported are struck three times as often as each of the others. */
    private static final int DECIDING_WEIGHT = 3;

    private static final int ATTEMPTS = 50;

    private final DamageKind kind;
    private final String file;
    private final int length;
    private final Edit edit;

    private Damage(DamageKind kind, String file, int length, Edit edit) {
        this.kind = kind;
        this.file = file;
        this.length = length;
        this.edit = edit;
    }

    /**
     * Draws a damage, each kind as often as any other.
     *
     * @param seed decides everything
     * @param drop the bytes by file name; is only read
     * @return a damage that changes the bytes of one of the files
     * @throws IllegalArgumentException when no file has a byte
     */
    public static Damage draw(long seed, Map<String, byte[]> drop) {
        List<DamageKind> kinds = List.of(DamageKind.values());
        for (int i = 0; i < ATTEMPTS; i++) {
            Dice dice = dice(seed, i);
            Optional<Damage> damage = draw(dice.pick(kinds), dice, drop);
            if (damage.isPresent()) {
                return damage.get();
            }
        }
        throw new IllegalArgumentException("no file to damage");
    }

    /**
     * Draws a damage of a kind.
     *
     * @param kind what happens to the file
     * @param seed decides everything else
     * @param drop the bytes by file name; is only read
     * @return a damage that changes the bytes of one of the files; absent where the drop has no place for it
     */
    public static Optional<Damage> draw(DamageKind kind, long seed, Map<String, byte[]> drop) {
        return draw(kind, dice(seed, 0), drop);
    }

    private static Dice dice(long seed, int attempt) {
        return new Dice((seed + attempt) * 0x9E3779B97F4A7C15L ^ (seed >>> 29), Set.of());
    }

    private static Optional<Damage> draw(DamageKind kind, Dice dice, Map<String, byte[]> drop) {
        List<String> files = weighted(drop);
        for (int i = 0; i < ATTEMPTS && !files.isEmpty(); i++) {
            String file = files.get(dice.place(files.size()));
            byte[] bytes = Objects.requireNonNull(drop.get(file));
            Optional<Damage> damage =
                    kind.draw(CsvShape.of(bytes), dice).map(edit -> new Damage(kind, file, bytes.length, edit));
            if (damage.isPresent()) {
                return damage;
            }
        }
        return Optional.empty();
    }

    private static List<String> weighted(Map<String, byte[]> drop) {
        Set<String> deciding =
                Set.of(SpecHeaders.USERS, SpecHeaders.CLASSES, SpecHeaders.ENROLLMENTS, SpecHeaders.SESSIONS);
        List<String> files = new ArrayList<>();
        for (String file : new TreeMap<>(drop).keySet()) {
            for (int i = deciding.contains(file) ? DECIDING_WEIGHT : 1; i > 0; i--) {
                files.add(file);
            }
        }
        return files;
    }

    /**
     * Damages of a drop.
     *
     * @param drop the bytes by file name, of which at least one has a byte
     * @return an arbitrary of all kinds, which does not shrink
     */
    public static Arbitrary<Damage> of(Map<String, byte[]> drop) {
        return seeds().map(seed -> draw(seed, drop)).withoutEdgeCases();
    }

    static Arbitrary<Long> seeds() {
        return Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .dontShrink();
    }

    /**
     * Applies the damage.
     *
     * @param drop the drop that it was drawn for
     * @return the same files with the bytes of {@link #file} changed; the other arrays are those of the drop
     * @throws IllegalArgumentException when the file is missing or has another length
     */
    public Map<String, byte[]> apply(Map<String, byte[]> drop) {
        byte[] bytes = drop.get(file);
        if (bytes == null || bytes.length != length) {
            throw new IllegalArgumentException("drawn for another " + file);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String damaged = text.substring(0, edit.from()) + edit.replacement() + text.substring(edit.to());
        Map<String, byte[]> files = new LinkedHashMap<>(drop);
        files.put(file, damaged.getBytes(StandardCharsets.ISO_8859_1));
        return files;
    }

    /**
     * Returns what happens to the file.
     *
     * @return the kind
     */
    public DamageKind kind() {
        return kind;
    }

    /**
     * Returns the damaged file.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * Returns what shows the damage.
     *
     * @return the trace, which depends on the place of the damage too
     */
    public DamageTrace trace() {
        return edit.trace();
    }

    /** {@return whether the number of cells, the quotes, the line ends or the length of the file prove the damage} */
    public boolean isDetectable() {
        return trace().isDetectable();
    }

    /** {@return whether the other changes the same bytes of the same file in the same way} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Damage damage
                && kind == damage.kind
                && file.equals(damage.file)
                && length == damage.length
                && edit.equals(damage.edit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, file, length, edit);
    }

    /** {@return the damage in words: {@code users.csv line 7: a comma added in cell 12}} */
    @Override
    public String toString() {
        return file + (edit.words().startsWith("line ") ? " " : ": ") + edit.words();
    }
}
