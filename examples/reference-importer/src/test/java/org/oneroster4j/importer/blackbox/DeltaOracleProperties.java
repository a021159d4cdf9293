package org.oneroster4j.importer.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.change.BrakeSettings;
import org.oneroster4j.impero.change.GrowthLimit;
import org.oneroster4j.impero.change.RemovalLimit;
import org.oneroster4j.importer.job.ImportJob;
import org.oneroster4j.importer.job.JobSettings;
import org.oneroster4j.importer.job.RunResult;
import org.oneroster4j.importer.job.StateSettings;
import org.oneroster4j.importer.oracle.PlainConversion;
import org.oneroster4j.importer.oracle.PlainDelta;
import org.oneroster4j.importer.report.Summary;
import org.oneroster4j.model.CellText;
import org.oneroster4j.testing.Drops;
import org.oneroster4j.testing.TextDrop;

/**
 * A full drop and a delta give what the full drop gives that says the same (contract, "Deltas"), however broken the delta is: a
 * second reading of the contract makes that full drop, and shares no code with the product.
 */
class DeltaOracleProperties {
    private static final String LATER = "2026-11-25T04:00:00Z";
    private static final List<String> FILES =
            List.of("users", "classes", "enrollments", "academicSessions", "orgs", "courses");

    /** Of a drop of a few dozen rows they hold nothing. */
    private static final BrakeSettings WIDE = new BrakeSettings(
            new RemovalLimit(50, 100),
            new RemovalLimit(50, 100),
            new RemovalLimit(50, 100),
            new RemovalLimit(50, 100),
            new GrowthLimit(100, 200),
            BrakeSettings.MAX_GROUPS_FOR_ONE_PERSON);

    /** A full drop and a delta that follows it. */
    record Pair(TextDrop full, TextDrop delta) {}

    @Property
    void fullDropAndDeltaGiveWhatTheFullDropOfBothGives(@ForAll("pairs") Pair pair, @ForAll Identity identity) {
        Assume.that(isDelta(pair.delta()));
        MappingSettings settings = MappingSettings.of(identity, Drops.AS_OF);
        Map<String, byte[]> full = pair.full().bytes();
        Map<String, byte[]> delta = pair.delta().bytes();
        List<Run> runs = runs(List.of(full, delta), settings);
        Assume.that(runs.get(0).summary().state().equals("published"));
        Summary actual = runs.get(1).summary();
        // Which delta follows which is no matter of the mapping.
        Assume.that(actual.reasons().stream().noneMatch(code -> code.startsWith("delta-")));

        PlainConversion.Settings plain = OracleProperties.plain(settings, Conversion.Reading.DEFAULTS);
        List<String> stops = PlainDelta.stops(full, delta, plain);
        if (!stops.isEmpty()) {
            assertThat(actual.reasons()).isEqualTo(stops);
            assertThat(runs.get(1).files()).isEqualTo(runs.get(0).files());
            return;
        }
        PlainConversion.Result expected = PlainConversion.convert(PlainDelta.apply(full, delta, plain), plain, full);
        assertThat(actual.reasons()).isEqualTo(expected.reasons());
        assertThat(actual.state()).isEqualTo(expected.state());
        assertThat(runs.get(1).files())
                .isEqualTo(
                        expected.state().equals("published")
                                ? Conversion.texts(expected.files())
                                : runs.get(0).files());
        assertThat(new TreeMap<>(actual.leftOut())).isEqualTo(new TreeMap<>(expected.leftOut()));
    }

    private static boolean isDelta(TextDrop drop) {
        return drop.rows("manifest.csv").stream().anyMatch(row -> row.contains("delta"));
    }

    private record Run(Summary summary, Map<String, String> files) {}

    /** Converts drops one after the other on one state. */
    private static List<Run> runs(List<Map<String, byte[]>> drops, MappingSettings settings) {
        return Conversion.inFolder(folder -> {
            List<Run> runs = new ArrayList<>();
            for (Map<String, byte[]> drop : drops) {
                Path from = Files.createDirectory(folder.resolve("drop" + runs.size()));
                for (Map.Entry<String, byte[]> file : drop.entrySet()) {
                    Files.write(from.resolve(file.getKey()), file.getValue());
                }
                runs.add(run(from, folder, settings, runs.size()));
            }
            return runs;
        });
    }

    private static Run run(Path drop, Path folder, MappingSettings settings, int day) throws IOException {
        Path out = folder.resolve("out");
        StateSettings state = new StateSettings(folder.resolve("state"), WIDE, true);
        JobSettings job = Conversion.job(drop, out, settings, Conversion.Reading.DEFAULTS, Optional.of(state));
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z").plusSeconds(86_400L * day), ZoneOffset.UTC);
        RunResult run = new ImportJob(job, clock, new UnflushedDisk()).convert();
        return new Run(Summary.of(run), Conversion.texts(Conversion.bytesOf(out)));
    }

    @Provide
    Arbitrary<Pair> pairs() {
        return Combinators.combine(Arbitraries.oneOf(Drops.tidy(), Drops.messy()), Drops.messy(), Arbitraries.longs())
                .as((full, other, seed) -> new Pair(full, delta(full, other, new Random(seed))))
                .withoutEdgeCases();
    }

    /** Rows of the full drop, and rows of another one of the same ids with everything that can be wrong with them. */
    private static TextDrop delta(TextDrop full, TextDrop other, Random random) {
        TextDrop delta = TextDrop.empty().file("manifest.csv", List.of("propertyName", "value"));
        delta = delta.rawRow("manifest.csv", List.of("oneroster.version", "1.1"));
        for (String name : FILES) {
            String file = name + ".csv";
            int kind = random.nextInt(6);
            boolean there = full.has(file) && other.has(file);
            String mode = !there || kind < 2 ? "absent" : kind < 5 ? "delta" : "bulk";
            delta = delta.rawRow("manifest.csv", List.of("file." + name, mode));
            if (mode.equals("bulk")) {
                delta = copy(delta, full, file);
            } else if (mode.equals("delta")) {
                delta = random.nextInt(3) == 0
                        ? changes(delta, full, full, file, random)
                        : changes(delta, full, other, file, random);
            }
        }
        return delta;
    }

    private static TextDrop copy(TextDrop to, TextDrop from, String file) {
        TextDrop copied = to.file(file, from.header(file));
        for (List<String> row : from.rows(file)) {
            copied = copied.rawRow(file, row);
        }
        return copied;
    }

    private static TextDrop changes(TextDrop to, TextDrop full, TextDrop other, String file, Random random) {
        List<String> header = other.header(file);
        List<String> names = header.stream().map(DeltaOracleProperties::token).toList();
        TextDrop changed = to.file(file, header);
        for (List<String> row : some(other.rows(file), random)) {
            changed = changed.rawRow(file, changed(row, names, random));
        }
        List<String> fullNames =
                full.header(file).stream().map(DeltaOracleProperties::token).toList();
        for (List<String> row : some(full.rows(file), random)) {
            List<String> cells = names.stream()
                    .map(fullNames::indexOf)
                    .map(place -> place >= 0 && place < row.size() ? row.get(place) : "")
                    .toList();
            changed = changed.rawRow(file, changed(cells, names, random));
        }
        return changed;
    }

    private static List<List<String>> some(List<List<String>> rows, Random random) {
        Set<Integer> places = new TreeSet<>();
        for (int i = random.nextInt(5); i > 0 && !rows.isEmpty(); i--) {
            places.add(random.nextInt(rows.size()));
        }
        return places.stream().map(rows::get).toList();
    }

    /** The row as one of a delta, mostly; sometimes with a blank cell more, or an id in other letters. */
    private static List<String> changed(List<String> row, List<String> names, Random random) {
        List<String> cells = new ArrayList<>(row);
        int kind = random.nextInt(20);
        String status = kind < 14 ? "active" : kind < 17 ? "tobedeleted" : kind < 19 ? "" : "inactive";
        set(cells, names, "status", status);
        set(cells, names, "datelastmodified", LATER);
        if (!cells.isEmpty() && random.nextInt(6) == 0) {
            cells.set(random.nextInt(cells.size()), "");
        }
        int id = names.indexOf("sourcedid");
        if (id >= 0 && id < cells.size() && random.nextInt(15) == 0) {
            cells.set(id, cells.get(id).toUpperCase(Locale.ROOT));
        }
        return cells;
    }

    private static void set(List<String> cells, List<String> names, String name, String value) {
        int place = names.indexOf(name);
        if (place >= 0 && place < cells.size()) {
            cells.set(place, value);
        }
    }

    private static String token(String name) {
        return CellText.trimmed(name).toLowerCase(Locale.ROOT);
    }
}
