package org.oneroster4j.importer.blackbox;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.model.finding.Severity;
import org.oneroster4j.testing.DamagedDrop;
import org.oneroster4j.testing.Drops;

/** The conversions of a drop before and after a damage, for one identity. */
record DamageOutcome(DamagedDrop drop, Identity identity, Conversion sound, Conversion damaged) {
    static DamageOutcome of(DamagedDrop drop, Identity identity) {
        return new DamageOutcome(
                drop, identity, convert(drop.sound().bytes(), identity), convert(drop.bytes(), identity));
    }

    static Conversion convert(Map<String, byte[]> drop, Identity identity) {
        return Conversion.of(drop, MappingSettings.of(identity, Drops.AS_OF));
    }

    /** Runs {@code check} for an identity and the day of the drops, so that it judges the mapping too. */
    static CommandLine check(Map<String, byte[]> drop, Identity identity) {
        return Conversion.inFolder(folder -> {
            for (Map.Entry<String, byte[]> file : drop.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return CommandLine.run("check", "--drop", folder, "--identity", identity.column(), "--as-of", Drops.AS_OF);
        });
    }

    CommandLine check() {
        return check(drop.bytes(), identity);
    }

    /** Returns the access rights and memberships that only the damaged drop gives. */
    Set<String> added() {
        Set<String> added = links(damaged);
        added.removeAll(links(sound));
        return added;
    }

    /** Returns the access rights, memberships, groups and users that only the sound drop gives. */
    Set<String> lost() {
        Set<String> lost = written(sound);
        lost.removeAll(written(damaged));
        return lost;
    }

    /** A class and the name by which Impero knows the person. */
    private Set<String> links(Conversion conversion) {
        Output output = new Output(conversion.files());
        Set<String> links = new TreeSet<>();
        for (String file : List.of("members.csv", "access.csv")) {
            output.rows(file)
                    .forEach(row -> links.add(file + " " + row.get("groupId") + " " + row.get(identity.column())));
        }
        return links;
    }

    private Set<String> written(Conversion conversion) {
        Output output = new Output(conversion.files());
        Set<String> written = links(conversion);
        output.column("groups.csv", "groupId").forEach(id -> written.add("groups.csv " + id));
        output.column("users.csv", "userId").forEach(id -> written.add("users.csv " + id));
        return written;
    }

    /** Tells whether an error is reported for the damaged file or for the whole drop. */
    boolean hasError() {
        return count(damaged, Severity.ERROR) > 0;
    }

    /** Tells whether an error or another warning than before is reported for the damaged file or for the whole drop. */
    boolean hasReport() {
        return hasError() || count(damaged, Severity.WARNING) > count(sound, Severity.WARNING);
    }

    private long count(Conversion conversion, Severity severity) {
        Map<String, Map<Severity, Long>> findings =
                conversion.run().orElseThrow().findingsByFile();
        return List.of("", drop.damage().file()).stream()
                .mapToLong(file -> findings.getOrDefault(file, Map.of()).getOrDefault(severity, 0L))
                .sum();
    }
}
