package org.oneroster4j.importer.job;

import java.nio.file.Path;
import org.oneroster4j.impero.change.BrakeSettings;

/**
 * How a run is compared with the one before.
 *
 * @param folder where the last published state is kept
 * @param brakes how much may change at once
 * @param dayGiven whether somebody said for which day the run is; else a held run that is approved keeps its day
 */
public record StateSettings(Path folder, BrakeSettings brakes, boolean dayGiven) {}
