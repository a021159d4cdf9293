package org.oneroster4j.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.oneroster4j.csv.DropCheck;
import org.oneroster4j.csv.OneRosterDrop;
import org.oneroster4j.csv.ReadOptions;
import org.oneroster4j.impero.Access;
import org.oneroster4j.impero.DropRequirements;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.StopChecks;
import org.oneroster4j.model.finding.Finding;

/** Prints who may see which group: arguments are the folder of a drop and a day. */
public final class Quickstart {
    private Quickstart() {}

    public static void main(String[] args) throws IOException {
        OneRosterDrop drop = OneRosterDrop.open(Path.of(args[0]), ReadOptions.defaults(), Quickstart::print);
        MappingSettings settings = MappingSettings.of(Identity.USERNAME, LocalDate.parse(args[1]));
        if (!new DropCheck(drop).isSound(DropRequirements.READ, Quickstart::print)
                || !DropRequirements.areMet(drop, Optional.of(settings.identity()), Quickstart::print)) {
            return;
        }
        ImperoRoster roster = ImperoMapper.map(drop, settings, Quickstart::print);
        for (Access access : roster.access()) {
            System.out.println(access.user().userId() + " is " + access.role().token() + " of "
                    + access.group().groupName());
        }
        System.out.println("may be published: " + StopChecks.mayPublish(roster, settings, Quickstart::print));
    }

    private static void print(Finding finding) {
        System.err.println(finding.severity().word() + " " + finding.location().fileName() + ": " + finding.message());
    }
}
