package org.oneroster4j.impero.blackbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoMapper;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.MappingSettings;
import org.oneroster4j.impero.layout.LayoutFile;
import org.oneroster4j.impero.layout.LayoutProfile;
import org.oneroster4j.impero.layout.LayoutWriter;
import org.oneroster4j.model.Enrollment;
import org.oneroster4j.model.Org;
import org.oneroster4j.model.RoleType;
import org.oneroster4j.model.SchoolClass;
import org.oneroster4j.model.User;
import org.oneroster4j.model.finding.FindingSummary;

/** Two classes, two students and two members of staff, for layouts to be tried on. */
final class SmallSchool {
    static final ImperoRoster ROSTER = ImperoMapper.map(
            new MemoryRoster(
                    Org.builder().sourcedId("1").name("North, \"Hill\"").build(),
                    schoolClass("c1", "Zoology"),
                    schoolClass("c2", "Art; Caf\u00E9"),
                    user("s1", RoleType.STUDENT, "Zo\u00EB"),
                    user("s2", RoleType.STUDENT, "\u0141ukasz"),
                    user("t1", RoleType.TEACHER, "Ann"),
                    user("t2", RoleType.AIDE, "Bob"),
                    enrollment("s1", "c1", RoleType.STUDENT, false),
                    enrollment("s2", "c1", RoleType.STUDENT, false),
                    enrollment("s1", "c2", RoleType.STUDENT, false),
                    enrollment("t1", "c1", RoleType.TEACHER, true),
                    enrollment("t2", "c1", RoleType.AIDE, false),
                    enrollment("t1", "c2", RoleType.TEACHER, false)),
            MappingSettings.of(Identity.USERNAME, LocalDate.of(2026, 10, 15)),
            new FindingSummary());

    private SmallSchool() {}

    private static SchoolClass schoolClass(String id, String title) {
        return SchoolClass.builder()
                .sourcedId(id)
                .title(title)
                .courseSourcedId("")
                .schoolSourcedId("1")
                .build();
    }

    private static User user(String id, RoleType role, String givenName) {
        return User.builder()
                .sourcedId(id)
                .role(role)
                .username(id + ".login")
                .email(id + "@example.org")
                .givenName(givenName)
                .familyName("Family")
                .addOrgSourcedIds("1")
                .build();
    }

    private static Enrollment enrollment(String user, String schoolClass, RoleType role, boolean primary) {
        return Enrollment.builder()
                .sourcedId("")
                .classSourcedId(schoolClass)
                .schoolSourcedId("1")
                .userSourcedId(user)
                .role(role)
                .primary(primary)
                .build();
    }

    static byte[] bytes(LayoutFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LayoutWriter(new LayoutProfile("tried", List.of(file)), Identity.USERNAME).write(file, ROSTER, bytes);
        return bytes.toByteArray();
    }

    static String text(LayoutFile file) throws IOException {
        return new String(bytes(file), file.format().charset());
    }
}
