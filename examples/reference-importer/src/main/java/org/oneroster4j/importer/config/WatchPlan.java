package org.oneroster4j.importer.config;

import java.util.List;
import org.oneroster4j.importer.disk.Disk;

/**
 * What the service is to do.
 *
 * @param jobs at least one, in the order of the file
 * @param service what holds for all of them
 * @param places where it all stands in the file
 */
public record WatchPlan(List<JobPlan> jobs, ServiceSettings service, Places places) {
    /** Copies the list. */
    public WatchPlan {
        jobs = List.copyOf(jobs);
    }

    /** Makes a plan that does not come from a file. */
    public WatchPlan(List<JobPlan> jobs, ServiceSettings service) {
        this(jobs, service, Places.NONE);
    }

    /**
     * Looks whether the folders are as they have to be: a drop folder is there and can be read, and written where drops are
     * moved out of it; whatever is to be written can be; and none is, contains or lies in one of another use, in whichever
     * job. Only copied drops may come from one folder. Nothing that was not there is left behind.
     *
     * @throws ConfigException with everything that is wrong, a line each
     */
    public void checkFolders(Disk disk) throws ConfigException {
        Problems problems = places.problems();
        List<UsedPath> paths = UsedPath.of(this);
        UsedPath.apart(paths, problems);
        FolderProbe probe = new FolderProbe(disk, problems);
        paths.forEach(probe::look);
        problems.refuse();
    }
}
