package org.oneroster4j.csv.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.RosterFile;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.Row;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.Finding;

/** Nothing that is said of a drop repeats what stands in its cells, ids aside. */
class CanaryTest {
    private static final String CANARY = "canary";

    @TempDir
    private Path folder = Path.of("");

    static List<RosterFile<?>> files() {
        return RosterFile.all();
    }

    /** All that is said while a file is read: findings, exceptions, rows and records as text. */
    private String said(RosterFile<?> file, String text) {
        Opened.write(folder, file.file().fileName(), text.getBytes(StandardCharsets.UTF_8));
        Opened opened = Opened.in(folder, ReadOptions.defaults().withValidate(true));
        List<Object> said = new ArrayList<>();
        try {
            said.addAll(opened.rows(drop -> drop.rows(file)));
        } catch (DropUnreadableException e) {
            said.add(e.toString());
            said.add(String.valueOf(e.getCause()));
            said.add(e.finding());
            said.add(e.finding().message());
        }
        for (Finding found : opened.findings()) {
            said.add(found);
            said.add(found.message());
        }
        said.addAll(opened.check(file.file()));
        assertThat(said).isNotEmpty();
        return said.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /** A canary in every cell but those of ids and references, which are repeated: that is what they are for. */
    private static String canaries(RosterFile<?> file, String prefix, String suffix) {
        return file.header().stream()
                .map(column -> column.toLowerCase(Locale.ROOT).contains("sourcedid")
                        ? "id"
                        : column.equals("status") ? "" : prefix + CANARY + suffix)
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("files")
    void unreadableCellsAreNotRepeated(RosterFile<?> file) {
        String header = String.join(",", file.header());
        for (String written : List.of("", "\"\"", " ", "\0", "{", "<")) {
            String quotes = written.equals("\"\"") ? "\"" : "";
            String row = canaries(file, quotes + written, quotes);
            assertThat(said(file, header + "\n" + row + "\n")).doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void unreadableStatusIsNotRepeated(RosterFile<?> file) {
        assertThat(said(file, "status,sourcedId\ncanary,id\n")).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource("files")
    void badRowsAndFilesAreNotRepeated(RosterFile<?> file) {
        String header = String.join(",", file.header());
        for (String bad : List.of(
                canaries(file, "", "") + ",canary",
                canaries(file, "\"", "\"x"),
                canaries(file, "x\"", ""),
                canaries(file, "", "") + ",\"canary",
                canaries(file, "", "") + ",\"canary\ncanary\"x",
                canaries(file, "", "") + ",canary".repeat(1_100),
                canaries(file, "", "") + "," + CANARY.repeat(20_000))) {
            assertThat(said(file, header + "\n" + bad + "\n")).doesNotContain(CANARY);
        }
    }

    @Test
    void recordsThatAreReadShowNoPersonalData() {
        assertThat(said(
                        RosterFile.of(User.class),
                        "sourcedId,role,username,givenName,familyName,middleName,identifier,email,sms,phone,grades,"
                                + "password,userIds,metadata.x,dateLastModified\n"
                                + "id,student,canary1,canary2,canary3,canary4,canary5,canary6,canary7,canary8,canary9,"
                                + "canary10,{LDAP:canary11},canary12,\n"))
                .doesNotContain(CANARY);
    }

    @Test
    void idOfARowWhoseColumnsMayHaveShiftedIsNotShown() {
        // Once a defect: RecordReader.row gives the findings of a ragged row cursor.sourcedId(), here a given name,
        // because
        // the
        // comma of an unquoted "Doe, Jr." shifts it under sourcedId. So do the findings of its cells.
        String text = "familyName,givenName,sourcedId,role\nDoe, Jr.,canary,id,student\n";
        assertThat(said(RosterFile.of(User.class), text)).contains("RAGGED_ROW").doesNotContain(CANARY);
    }

    @Test
    void quotedNameThatSplitsItsRowIsNotShownAsAnId() {
        // Once a defect: the same for a stray quote: the value begins with a space, and its comma splits it.
        String text = "familyName,sourcedId,role\n \"Doe,canary\",id,student\n";
        assertThat(said(RosterFile.of(User.class), text)).contains("RAGGED_ROW").doesNotContain(CANARY);
        String asLong = "familyName,sourcedId,role\n \"Doe,canary\",student\n";
        assertThat(said(RosterFile.of(User.class), asLong))
                .contains("STRAY_QUOTE")
                .doesNotContain(CANARY);
    }

    @Test
    void manifestIsNotRepeated() {
        String text = """
                propertyName,value
                canary,canary
                file.users,canary
                oneroster.version,1.1
                source.systemName,canary
                manifest.version,canary
                file.orgs,"canary"canary
                """;
        Opened opened = Opened.with(folder, "manifest.csv", text);
        String manifest = opened.drop().manifest().toString();
        assertThat(manifest + opened.findings()).doesNotContain(CANARY);
        assertThat(opened.findings()).extracting(Finding::message).noneMatch(said -> said.contains(CANARY));
        assertThat(opened.check(OneRosterFile.MANIFEST).toString()).doesNotContain(CANARY);
    }

    @Test
    void rejectedRowsShowNoCell() {
        Opened opened = Opened.with(folder, "users.csv", "sourcedId,role,givenName\nid,canary,canary\n");
        List<? extends Row<?>> rows = opened.rows(drop -> drop.rows(RosterFile.of(User.class)));
        assertThat(rows).singleElement().asString().doesNotContain(CANARY);
        assertThat(rows.get(0).text("givenName")).isEqualTo(CANARY);
    }
}
