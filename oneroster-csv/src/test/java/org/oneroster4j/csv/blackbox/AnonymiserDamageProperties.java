package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.anonymise.Anonymiser;
import org.oneroster4j.testing.Damage;
import org.oneroster4j.testing.DamageKind;
import org.oneroster4j.testing.SchoolDrop;
import org.oneroster4j.testing.TextDrop;

/** No person of a drop is in the anonymised drop, whatever a transfer, a disk or a hand has done to its rows. */
class AnonymiserDamageProperties {
    private static final int PEOPLE = 9;

    private static final Set<String> FILES = Set.of("users.csv", "demographics.csv", "results.csv", "enrollments.csv");

    private static final Map<String, List<String>> PERSONAL = Map.of(
            "users.csv",
            List.of(
                    "username",
                    "givenName",
                    "familyName",
                    "middleName",
                    "identifier",
                    "email",
                    "sms",
                    "phone",
                    "metadata.born",
                    "password"),
            "demographics.csv",
            List.of("birthDate", "cityOfBirth"),
            "results.csv",
            List.of("comment"));

    /** A person like others: with names that are words, numbers of many lengths, and dates. */
    private static Map<String, String> person(int number) {
        Map<String, String> user = new TreeMap<>();
        user.put("username", "login." + (char) ('a' + number) + "quill" + number);
        user.put("givenName", List.of("Rosalind", "Ottoline", "Thaddeus").get(number % 3));
        user.put(
                "familyName", List.of("Ashdown", "Quillfeather", "Tremaine Abb").get(number / 3));
        user.put("middleName", "Penhallow" + (char) ('a' + number));
        user.put("identifier", String.valueOf(70_300_100L + number));
        user.put("email", "mail" + number + "@hill.example");
        user.put("sms", "4416329" + number);
        user.put("phone", "+44 1632 96" + number + "7");
        user.put("password", "2009060" + (1 + number));
        user.put("metadata.born", "2012-04-1" + number);
        user.put("userIds", "{SIS:local" + number + "77}");
        return user;
    }

    private static TextDrop drop() {
        SchoolDrop school = SchoolDrop.create()
                .district("d1")
                .school("o1")
                .term("T1", "2026-08-10", "2026-12-18")
                .column("users.csv", "metadata.born");
        school.course("k1").schoolClass("c1", Map.of("courseSourcedId", "k1", "termSourcedIds", "T1"));
        for (int i = 0; i < PEOPLE; i++) {
            school.user("u" + i, i < 2 ? "teacher" : "student", person(i))
                    .enroll("u" + i, "c1", i < 2 ? "teacher" : "student");
        }
        TextDrop text = school.toText();
        text = text.file(
                        "demographics.csv",
                        List.of(
                                "sourcedId",
                                "status",
                                "dateLastModified",
                                "birthDate",
                                "sex",
                                "americanIndianOrAlaskaNative",
                                "asian",
                                "cityOfBirth",
                                "publicSchoolResidenceStatus"))
                .file(
                        "results.csv",
                        List.of(
                                "sourcedId",
                                "status",
                                "dateLastModified",
                                "lineItemSourcedId",
                                "studentSourcedId",
                                "scoreStatus",
                                "score",
                                "scoreDate",
                                "comment"));
        for (int i = 2; i < PEOPLE; i++) {
            text = text.row(
                            "demographics.csv",
                            Map.of(
                                    "sourcedId",
                                    "u" + i,
                                    "birthDate",
                                    "2011-03-1" + i,
                                    "sex",
                                    "female",
                                    "asian",
                                    "true",
                                    "cityOfBirth",
                                    "Port Varley " + i))
                    .row(
                            "results.csv",
                            Map.of(
                                    "sourcedId",
                                    "r" + i,
                                    "lineItemSourcedId",
                                    "l1",
                                    "studentSourcedId",
                                    "u" + i,
                                    "scoreStatus",
                                    "submitted",
                                    "score",
                                    "7" + i,
                                    "scoreDate",
                                    "2026-11-20",
                                    "comment",
                                    "Cries whenever spoken to " + i));
        }
        return text;
    }

    private static final TextDrop SOUND = drop();

    /** Damages after which a row has all its cells, in another order: no reader can see them. */
    private static final Set<DamageKind> UNSEEN =
            EnumSet.of(DamageKind.CELLS_ROTATED, DamageKind.CELLS_EXCHANGED, DamageKind.HEADERS_EXCHANGED);

    /** A drop before and after a damage. */
    record Case(TextDrop sound, Damage damage, Map<String, byte[]> bytes) {
        @Override
        public String toString() {
            return damage + " of " + sound.header(damage.file());
        }
    }

    private static Case damaged(TextDrop.Style style, boolean shuffled, DamageKind kind, long seed) {
        TextDrop sound = shuffled ? SOUND.shuffled(new Random(seed)) : SOUND;
        Map<String, byte[]> bytes = new TreeMap<>(sound.bytes(style));
        bytes.keySet().retainAll(FILES);
        Damage damage = Damage.draw(kind, seed, bytes).orElseGet(() -> Damage.draw(0, bytes));
        return new Case(sound, damage, damage.apply(bytes));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        TextDrop.Style.arbitrary(),
                        Arbitraries.of(false, true),
                        Arbitraries.of(EnumSet.complementOf(EnumSet.copyOf(UNSEEN))),
                        Arbitraries.longs().between(0, 1L << 40))
                .as(AnonymiserDamageProperties::damaged)
                .filter(drawn -> !UNSEEN.contains(drawn.damage().kind()))
                .withoutEdgeCases();
    }

    @Property(tries = 400)
    void nobodySurvivesADamage(@ForAll("cases") Case damaged) throws IOException {
        Map<String, String> after = anonymised(damaged.bytes());
        Set<String> found = new TreeSet<>();
        PERSONAL.forEach((file, columns) -> columns.forEach(column -> {
            int at = damaged.sound().header(file).indexOf(column);
            damaged.sound()
                    .rows(file)
                    .forEach(row -> after.forEach((name, text) -> {
                        if (!row.get(at).isEmpty() && holds(text, row.get(at))) {
                            found.add(column + " " + row.get(at) + " in " + name);
                        }
                    }));
        }));

        assertThat(found).isEmpty();
    }

    private static boolean holds(String text, String value) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static Map<String, String> anonymised(Map<String, byte[]> drop) throws IOException {
        Path out = Files.createTempDirectory("anonymised");
        Map<String, ByteSource> files = new TreeMap<>();
        drop.forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        Anonymiser.of(5).anonymise(files, out);
        Map<String, String> texts = new TreeMap<>();
        for (String name : drop.keySet()) {
            byte[] bytes = Files.readAllBytes(out.resolve(name));
            boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xFF || bytes[0] == (byte) 0xFE);
            texts.put(name, new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
            Files.delete(out.resolve(name));
        }
        Files.delete(out);
        return texts;
    }
}
