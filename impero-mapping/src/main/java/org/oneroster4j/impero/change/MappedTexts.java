package org.oneroster4j.impero.change;

import java.util.List;
import org.oneroster4j.impero.Group;
import org.oneroster4j.impero.Identity;
import org.oneroster4j.impero.ImperoRoster;
import org.oneroster4j.impero.ImperoUser;

/** The texts of a mapping, which are kept there and nowhere else. */
final class MappedTexts implements PublishedTexts {
    private final List<Group> groups;
    private final List<ImperoUser> users;
    private final Identity identity;

    MappedTexts(ImperoRoster roster, Identity identity) {
        this.groups = roster.groups();
        this.users = roster.users();
        this.identity = identity;
    }

    @Override
    public int groups() {
        return groups.size();
    }

    @Override
    public PublishedGroup group(int group) {
        Group mapped = groups.get(group);
        return new PublishedGroup(mapped.groupId(), mapped.groupName(), mapped.schoolId());
    }

    @Override
    public String groupId(int group) {
        return groups.get(group).groupId();
    }

    @Override
    public String groupName(int group) {
        return groups.get(group).groupName();
    }

    @Override
    public int people() {
        return users.size();
    }

    @Override
    public PublishedUser person(int person) {
        ImperoUser user = users.get(person);
        return new PublishedUser(user.userId(), user.identity(identity));
    }
}
