package org.oneroster4j.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file names of OneRoster v1p1, and the headers of the files that tests fill, in its order. */
final class SpecHeaders {

    static final String MANIFEST = "manifest.csv";
    static final String ORGS = "orgs.csv";
    static final String SESSIONS = "academicSessions.csv";
    static final String COURSES = "courses.csv";
    static final String CLASSES = "classes.csv";
    static final String USERS = "users.csv";
    static final String ENROLLMENTS = "enrollments.csv";

    /** The files with rows of their own, in the order in which they are written. */
    static final List<String> DATA_FILES = List.of(ORGS, SESSIONS, COURSES, CLASSES, USERS, ENROLLMENTS);

    /** The data files the manifest speaks of, in its order, without the ending. */
    static final List<String> MANIFEST_FILES = List.of(
            "academicSessions",
            "categories",
            "classes",
            "classResources",
            "courses",
            "courseResources",
            "demographics",
            "enrollments",
            "lineItems",
            "orgs",
            "resources",
            "results",
            "users");

    private static final Map<String, List<String>> HEADERS = headers();

    private SpecHeaders() {}

    /** The header of a file, in the order of the specification. */
    static List<String> of(String file) {
        if (!HEADERS.containsKey(file)) {
            throw new IllegalArgumentException("no header is known for " + file);
        }
        return HEADERS.getOrDefault(file, List.of());
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(MANIFEST, List.of("propertyName", "value"));
        headers.put(ORGS, split("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId"));
        headers.put(
                SESSIONS,
                split("sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear"));
        headers.put(
                COURSES,
                split("sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,"
                        + "subjects,subjectCodes"));
        headers.put(
                CLASSES,
                split("sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                        + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods"));
        headers.put(
                USERS,
                split("sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
                        + "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"));
        headers.put(
                ENROLLMENTS,
                split("sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
                        + "primary,beginDate,endDate"));
        return headers;
    }

    private static List<String> split(String names) {
        return List.of(names.split(","));
    }
}
