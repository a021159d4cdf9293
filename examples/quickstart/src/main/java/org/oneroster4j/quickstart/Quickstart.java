package org.oneroster4j.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.finding.FindingSummary;
import org.oneroster4j.model.finding.Severity;

/** Reads a drop and prints which member of staff may see which group. */
public final class Quickstart {
    private Quickstart() {}

    /** Takes the folder of the drop and the day. */
    public static void main(String[] args) throws IOException {
        FindingSummary findings = new FindingSummary();
        OneRosterDrop drop = OneRosterDrop.open(Path.of(args[0]), ReadOptions.defaults(), findings);
        MappingSettings settings = MappingSettings.of(Identity.USERNAME, LocalDate.parse(args[1]));

        ImperoRoster roster = ImperoMapper.map(drop, settings, findings);
        boolean publish = StopChecks.mayPublish(roster, settings, findings);

        for (Access access : roster.access()) {
            System.out.println(access.user().userId() + " " + access.role().token() + " "
                    + access.group().groupId());
        }
        System.out.println(roster.counts() + ", errors: " + findings.count(Severity.ERROR) + ", publish: " + publish);
    }
}
