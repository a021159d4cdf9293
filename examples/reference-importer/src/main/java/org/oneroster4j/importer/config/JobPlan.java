package org.oneroster4j.importer.config;

import java.nio.file.Path;
import java.time.LocalDate;
import org.oneroster4j.importer.job.JobSettings;

/**
 * One job of the service: what comes from where, and where it goes.
 *
 * @param name what the job is called; it may stand in file names
 * @param options the settings of its runs, with paths that do not depend on where the service was started; drop, out, state
 *     and identity are there
 * @param arrival how its drops come
 */
public record JobPlan(String name, RunOptions options, ArrivalSettings arrival) {
    /**
     * Returns what a run of a day is to do and where its report goes. Reads the layout file, if there is one.
     *
     * @throws ConfigException when the options are not complete, or what they name has changed since the start
     */
    public RunPlan plan(LocalDate day) throws ConfigException {
        return RunPlan.of(options, RunPlan.Command.CONVERT, day);
    }

    /**
     * Returns what a run of a day is to do with a drop that was taken out of the drop folder.
     *
     * @param taken where the drop is now
     * @throws ConfigException as {@link #plan}
     */
    public JobSettings settings(LocalDate day, Path taken) throws ConfigException {
        return plan(day).settings().withDrop(taken);
    }
}
