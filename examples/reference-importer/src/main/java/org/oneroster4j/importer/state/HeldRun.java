package org.oneroster4j.importer.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.oneroster4j.impero.change.ChangeCounts;

/**
 * A run that a brake holds. It holds no personal data but the ids of schools and people in its reasons.
 *
 * @param fingerprint which run it is, 64 hexadecimal digits
 * @param edition what it was compared with: it is void when something else has been published since
 * @param asOf the day it was for, {@code YYYY-MM-DD}
 * @param time when it was held
 * @param changes what it would change
 * @param reasons why it is held
 */
public record HeldRun(
        @JsonProperty(required = true) String fingerprint,
        @JsonProperty(required = true) int edition,
        @JsonProperty(required = true) String asOf,
        @JsonProperty(required = true) String time,
        @JsonProperty(required = true) ChangeCounts changes,
        @JsonProperty(required = true) List<Reason> reasons) {

    /**
     * Why a run is held.
     *
     * @param code the code of the finding
     * @param sourcedId whom it is about; blank for most
     * @param message in words
     */
    public record Reason(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String sourcedId,
            @JsonProperty(required = true) String message) {}
}
