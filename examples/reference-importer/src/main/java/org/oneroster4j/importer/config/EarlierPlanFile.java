package org.oneroster4j.importer.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oneroster4j.impero.plan.EarlierPlan;

/** Reads what {@code plan --json} printed another day. */
public final class EarlierPlanFile {
    private EarlierPlanFile() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException when it is not there, or is not the JSON of a plan
     * @throws IOException when it cannot be read
     */
    public static EarlierPlan read(Path file) throws ConfigException, IOException {
        JsonNode json;
        try {
            json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ConfigException("The earlier plan " + file + " is not there.");
        } catch (JacksonException e) {
            throw noPlan(file);
        }
        JsonNode servers = json.path("servers");
        if (!servers.isArray() || servers.isEmpty()) {
            throw noPlan(file);
        }
        List<List<String>> schools = new ArrayList<>();
        for (JsonNode server : servers) {
            schools.add(schools(server.path("schools"), file));
        }
        return new EarlierPlan(schools);
    }

    private static List<String> schools(JsonNode list, Path file) throws ConfigException {
        List<String> schools = new ArrayList<>();
        for (JsonNode school : list) {
            if (!school.isTextual()) {
                throw noPlan(file);
            }
            schools.add(school.asText());
        }
        if (!list.isArray()) {
            throw noPlan(file);
        }
        return schools;
    }

    private static ConfigException noPlan(Path file) {
        return new ConfigException("The earlier plan " + file
                + " is not what plan --json prints: a list \"servers\", each with a list \"schools\" of sourcedIds.");
    }
}
