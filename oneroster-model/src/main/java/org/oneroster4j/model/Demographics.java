package org.oneroster4j.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.oneroster4j.model.IfUnreadable.Loss;
import org.oneroster4j.model.constraint.Guid;

/**
 * A row of {@code demographics.csv}: what describes a user. At most one row a user, under the id of the user.
 *
 * @param sourcedId the id of the user it describes
 * @param status blank in bulk files
 * @param dateLastModified blank in bulk files
 * @param birthDate the day of birth
 * @param sex male or female
 * @param americanIndianOrAlaskaNative a CEDS race
 * @param asian a CEDS race
 * @param blackOrAfricanAmerican a CEDS race
 * @param nativeHawaiianOrOtherPacificIslander a CEDS race
 * @param white a CEDS race
 * @param demographicRaceTwoOrMoreRaces a CEDS race
 * @param hispanicOrLatinoEthnicity the CEDS ethnicity
 * @param countryOfBirthCode a CEDS country code
 * @param stateOfBirthAbbreviation a CEDS (USPS) state code
 * @param cityOfBirth the city
 * @param publicSchoolResidenceStatus a CEDS code, {@code 01652} to {@code 01656}
 * @param metadata the sender's own columns
 */
@Value.Builder
public record Demographics(
        @Aliases("userSourcedId")
        @IfUnreadable(value = Loss.ROW, blankToo = true)
        @References(OneRosterFile.USERS)
        @Guid
        String sourcedId,

        @Decides @IfUnreadable(Loss.ROW) Optional<RecordStatus> status,
        Optional<Instant> dateLastModified,
        Optional<LocalDate> birthDate,
        Optional<Sex> sex,
        Optional<Boolean> americanIndianOrAlaskaNative,
        Optional<Boolean> asian,
        Optional<Boolean> blackOrAfricanAmerican,
        Optional<Boolean> nativeHawaiianOrOtherPacificIslander,
        Optional<Boolean> white,
        @Aliases("demogrphicRaceTwoOrMoreRaces") Optional<Boolean> demographicRaceTwoOrMoreRaces,
        Optional<Boolean> hispanicOrLatinoEthnicity,
        Optional<String> countryOfBirthCode,
        Optional<String> stateOfBirthAbbreviation,
        Optional<String> cityOfBirth,
        Optional<String> publicSchoolResidenceStatus,
        Map<String, String> metadata)
        implements RosterRecord, WithDemographics {

    /** Copies what could be changed from outside. */
    public Demographics {
        metadata = InOrder.copyOf(metadata);
    }

    /** Returns a builder; {@code sourcedId} is required. */
    public static DemographicsBuilder builder() {
        return new DemographicsBuilder();
    }

    @Override
    public String toString() {
        return "Demographics[" + sourcedId + "]";
    }
}
