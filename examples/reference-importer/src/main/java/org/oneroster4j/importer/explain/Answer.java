package org.oneroster4j.importer.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneroster4j.importer.report.Json;

/**
 * What became of a class or a person: its rows, what Impero has of it, and its enrollments.
 *
 * @param subject {@code class} or {@code user}
 * @param sourcedId its id
 * @param asOf the day, {@code YYYY-MM-DD}
 * @param identity {@code username} or {@code email}
 * @param found whether a row has the id
 * @param isInImpero whether there is a group of the class, or Impero is told of the person
 * @param speaker the id of the record that speaks for the person; null unless that is another one
 * @param lastDay the last day of a class whose terms are all over; null for others
 * @param name the name of the group, or given and family name of the person; null unless values are shown
 * @param identityValue the name by which Impero matches the person; null unless values are shown
 * @param similar an id that differs from the one asked for only by case; null where there is none, or the id was found
 * @param records the rows that have the id
 * @param members who is in the group, or in which groups the person is
 * @param access who has access to the group, or to which groups the person has
 * @param enrollments the rows that name it
 */
public record Answer(
        @JsonProperty String subject,
        @JsonProperty String sourcedId,
        @JsonProperty String asOf,
        @JsonProperty String identity,
        @JsonProperty boolean found,
        @JsonProperty boolean isInImpero,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String speaker,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String lastDay,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String name,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String identityValue,

        @JsonProperty @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String similar,

        @JsonProperty List<ExplainedRow> records,
        @JsonProperty List<String> members,
        @JsonProperty List<Right> access,
        @JsonProperty List<ExplainedRow> enrollments) {

    /**
     * A right to a group.
     *
     * @param id the group, or of a class the person
     * @param role the role in the class
     * @param primary whether an enrollment that gives it is marked as primary
     */
    record Right(
            @JsonProperty String id,
            @JsonProperty String role,
            @JsonProperty boolean primary) {
        @Override
        public String toString() {
            return id + " (" + role + (primary ? ", primary" : "") + ")";
        }
    }

    /** Returns it in sentences. */
    public List<String> lines() {
        return new AnswerText(this).lines();
    }

    /** Returns it as JSON, with a line end behind it. */
    public String json() {
        return Json.text(this);
    }

    /** Shows nothing but the id. */
    @Override
    public String toString() {
        return "Answer[" + subject + " " + sourcedId + "]";
    }
}
