package org.oneroster4j.importer.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.oneroster4j.impero.change.Changes;
import org.oneroster4j.impero.change.PublishedGroup;
import org.oneroster4j.impero.change.PublishedLink;
import org.oneroster4j.impero.change.PublishedUser;
import org.oneroster4j.impero.layout.Rfc4180Writer;
import org.oneroster4j.importer.disk.ReportFile;

/**
 * Every single change as a row: {@code change,kind,schoolId,groupId,userId,groupName,identity}. What is removed comes before
 * what is added, so that whoever does to the first publication what the rows say, in their order, has the second one. The
 * last two columns are blank unless values are shown: both may name people.
 */
public final class ChangeTable {
    private static final List<String> COLUMNS =
            List.of("change", "kind", "schoolId", "groupId", "userId", "groupName", "identity");

    private final Changes changes;
    private final boolean showValues;
    private final Rfc4180Writer rows;

    private ChangeTable(Changes changes, boolean showValues, Rfc4180Writer rows) {
        this.changes = changes;
        this.showValues = showValues;
        this.rows = rows;
    }

    /**
     * Writes the table over what is there, row by row.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, Changes changes, boolean showValues) throws IOException {
        try (OutputStream out = ReportFile.open(file, showValues);
                Rfc4180Writer rows = new Rfc4180Writer(out, StandardCharsets.UTF_8, ',', "\r\n")) {
            rows.row(COLUMNS);
            new ChangeTable(changes, showValues, rows).write();
        }
    }

    private void write() throws IOException {
        links("removed", "member", changes.membersLost(), changes.before().groups());
        links("removed", "access", changes.accessLost(), changes.before().groups());
        users("removed", "console-user", changes.consoleUsersLost());
        users("removed", "user", changes.usersLost());
        groups("removed", changes.groupsRemoved());
        groups("renamed", changes.groupsRenamed());
        groups("added", changes.groupsAdded());
        users("added", "user", changes.usersGained());
        users("added", "console-user", changes.consoleUsersGained());
        links("added", "member", changes.membersGained(), changes.after().groups());
        links("added", "access", changes.accessGained(), changes.after().groups());
    }

    private void groups(String change, List<PublishedGroup> groups) throws IOException {
        for (PublishedGroup group : groups) {
            row(change, "group", group.schoolId(), group.groupId(), "", group.groupName(), "");
        }
    }

    private void users(String change, String kind, List<PublishedUser> users) throws IOException {
        for (PublishedUser user : users) {
            row(change, kind, "", "", user.userId(), "", user.identity());
        }
    }

    private void links(String change, String kind, List<PublishedLink> links, List<PublishedGroup> groups)
            throws IOException {
        Schools schools = new Schools(groups);
        for (PublishedLink link : links) {
            row(change, kind, schools.of(link.groupId()), link.groupId(), link.userId(), "", link.identity());
        }
    }

    private void row(
            String change,
            String kind,
            String schoolId,
            String groupId,
            String userId,
            String groupName,
            String identity)
            throws IOException {
        rows.row(List.of(
                change, kind, schoolId, groupId, userId, showValues ? groupName : "", showValues ? identity : ""));
    }
}
