package org.oneroster4j.impero.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoUser;
import org.oneroster4j.impero.Membership;
import org.oneroster4j.impero.internal.Stored;
import org.oneroster4j.impero.internal.View;

/** Rows whose texts are kept somewhere are written as their elements would be, few or many, by one thread or two. */
class RowWriterTest {
    private static final LayoutFile MEMBERS = LayoutFile.of(
            "members.csv",
            RowKind.MEMBERS,
            LayoutField.GROUP_ID,
            LayoutField.GROUP_NAME,
            LayoutField.USER_ID,
            LayoutField.USERNAME,
            LayoutField.EMAIL,
            LayoutField.GIVEN_NAME,
            LayoutField.KIND);

    /** Every so many rows a group whose name needs quotes, a name that is no ASCII, one with a comma. */
    private static Membership membership(int row) {
        int group = row / 29;
        String name = group % 11 == 0 ? "Say \"hi\", " + group : "Class " + group;
        String given = row % 13 == 0 ? "Nguyễn" : row % 17 == 0 ? "Ann, B" : "Ann";
        return new Membership(
                new Group("g" + group, name, "", "", "s", ""),
                new ImperoUser("u" + row, "user" + row, "u" + row + "@a.org", given, "F", ImperoUser.Kind.STUDENT));
    }

    private record Texts() implements Stored {
        @Override
        public int group(int row) {
            return row / 29;
        }

        @Override
        public int behindGroup(int row) {
            return (row / 29 + 1) * 29;
        }

        @Override
        public int size(int from, int to, int[] scratch) {
            return (to - from) * 40;
        }

        @Override
        public Group groupOf(int row) {
            return membership(row).group();
        }

        @Override
        public int copy(int row, Column column, boolean utf8, byte[] target, int to) {
            ImperoUser user = membership(row).user();
            String text = switch (column) {
                case USER_ID -> user.userId();
                case USERNAME -> user.username();
                case EMAIL -> user.email();
                case GIVEN_NAME -> user.givenName();
                case FAMILY_NAME -> user.familyName();
                case KIND -> user.kind().word();
                case ROLE, PRIMARY -> throw new IllegalArgumentException("A membership has none");
            };
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if ((!utf8 && bytes.length != text.length()) || bytes.length > target.length - to) {
                return -1;
            }
            System.arraycopy(bytes, 0, target, to, bytes.length);
            return to + bytes.length;
        }
    }

    private static String written(List<Membership> rows, Charset charset, Quoting quoting) throws IOException {
        LayoutFile file =
                MEMBERS.withFormat(LayoutFormat.DEFAULT.withCharset(charset).withQuoting(quoting));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Rfc4180Writer writer = new Rfc4180Writer(bytes, charset, ',', "\r\n", quoting)) {
            writer.row(List.of("header"));
            new RowWriter(file, Identity.USERNAME, writer).write(rows);
        }
        return bytes.toString(charset);
    }

    private static View<Membership> kept(int rows) {
        return new View<>(rows, RowWriterTest::membership, new Texts());
    }

    @ParameterizedTest
    @CsvSource({
        "0, UTF-8, AS_NEEDED",
        "1, UTF-8, AS_NEEDED",
        "64, UTF-8, AS_NEEDED",
        "65, UTF-8, ALWAYS",
        "20479, UTF-8, AS_NEEDED",
        "20480, UTF-8, AS_NEEDED",
        "41001, UTF-8, ALWAYS",
        "41001, UTF-8, AS_NEEDED",
        "41001, UTF-16, AS_NEEDED"
    })
    void rowsAreWrittenAsTheirElementsAre(int rows, String charset, Quoting quoting) throws IOException {
        Charset encoding = Charset.forName(charset);
        List<String> expected =
                written(new ArrayList<>(kept(rows)), encoding, quoting).lines().toList();
        List<String> lines = written(kept(rows), encoding, quoting).lines().toList();
        assertThat(lines).isEqualTo(expected).hasSize(rows + 1);
    }

    @Test
    void firstCellThatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> written(kept(50_000), StandardCharsets.ISO_8859_1, Quoting.AS_NEEDED))
                .isInstanceOf(UnwritableCellException.class)
                .hasMessageContaining("user u0")
                .hasMessageContaining("givenName");
        assertThatThrownBy(() -> written(kept(50_000), StandardCharsets.UTF_8, Quoting.NEVER))
                .isInstanceOf(UnwritableCellException.class)
                .hasMessageContaining("group g0");
    }

    @Test
    void rowIsMadeOnceForAllItsCellsThatAskForIt() throws IOException {
        int[] made = new int[25_000];
        List<Membership> rows = new View<>(
                made.length,
                row -> {
                    synchronized (made) {
                        made[row]++;
                    }
                    return membership(row);
                },
                new Texts());
        written(rows, StandardCharsets.UTF_8, Quoting.AS_NEEDED);
        assertThat(Arrays.stream(made).max()).hasValue(1);
    }
}
