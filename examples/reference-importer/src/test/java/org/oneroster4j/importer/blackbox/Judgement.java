package org.oneroster4j.importer.blackbox;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oneroster4j.csv.ByteSource;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.DropUnreadableException;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.Profile;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.csv.check.RosterCheck;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.OneRosterFile;
import org.oneroster4j.model.finding.Finding;
import org.oneroster4j.model.finding.FindingListener;

/** All that the product says of a drop: every finding of reading and of mapping, all counts, the sizes of groups. */
record Judgement(List<String> lines) {
    /** Low limits: each open file has buffers of these lengths, and there are many thousands of files. */
    static final ReadOptions OPTIONS =
            ReadOptions.defaults().withMaxCellLength(2_000).withMaxColumns(64);

    static Judgement of(Map<String, byte[]> drop, LocalDate asOf) {
        List<String> lines = new ArrayList<>();
        for (Profile profile : Profile.values()) {
            lines.add("== " + profile);
            OneRosterDrop opened = open(drop, OPTIONS.withProfile(profile).withValidate(true), telling(lines));
            DropCheck check = new DropCheck(opened);
            lines.add("sound " + check.isSound(List.of(OneRosterFile.values()), telling(lines)));
            lines.add("readable " + check.readable(List.of(OneRosterFile.values()), telling(lines)));
            lines.add("counters " + RosterCheck.check(opened));
        }
        for (Identity identity : Identity.values()) {
            lines.add("== " + identity);
            guarded(lines, () -> map(drop, MappingSettings.of(identity, asOf), lines));
        }
        return new Judgement(lines);
    }

    static OneRosterDrop open(Map<String, byte[]> drop, ReadOptions options, FindingListener listener) {
        Map<String, ByteSource> files = new HashMap<>();
        drop.forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        return OneRosterDrop.of(files, options, listener);
    }

    private static void guarded(List<String> lines, Runnable step) {
        try {
            step.run();
        } catch (DropUnreadableException e) {
            lines.add(line(e.finding()));
        }
    }

    private static void map(Map<String, byte[]> drop, MappingSettings settings, List<String> lines) {
        FindingListener listener = telling(lines);
        ImperoRoster roster = ImperoMapper.map(open(drop, OPTIONS, listener), settings, listener);
        lines.add("may be published " + StopChecks.mayPublish(roster, settings, listener));
        lines.add(roster.counts() + " " + roster.leftOut() + " read " + roster.rowsRead() + " merged "
                + roster.rowsMerged() + " under other identity missing " + roster.missingUnderOtherIdentity());
        Map<String, List<String>> groups = new TreeMap<>();
        roster.groups().forEach(group -> groups.put(group.groupId(), new ArrayList<>()));
        roster.members()
                .forEach(member -> groups.getOrDefault(member.group().groupId(), new ArrayList<>())
                        .add(member.user().userId()));
        roster.access()
                .forEach(access -> groups.getOrDefault(access.group().groupId(), new ArrayList<>())
                        .add(access.user().userId() + " as " + access.role() + " " + access.primary()));
        groups.forEach((id, people) -> lines.add("group " + id + " has " + people));
        roster.users().forEach(user -> lines.add("user " + user.userId() + " " + user.kind()));
    }

    private static FindingListener telling(List<String> lines) {
        return finding -> lines.add(line(finding));
    }

    private static String line(Finding finding) {
        return finding.severity().word() + " " + finding.code().code() + " " + finding.location() + " "
                + finding.sourcedId() + " " + finding.message();
    }
}
