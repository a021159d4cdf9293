package org.oneroster4j.benchmarks.drop;

/** The headers of the files, written out: a generator that asked the reader for them would follow its faults. */
final class Headers {
    static final String[] ORGS = of("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId");
    static final String[] SESSIONS =
            of("sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear");
    static final String[] COURSES = of("sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
            + "orgSourcedId,subjects,subjectCodes");
    static final String[] CLASSES = of("sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,"
            + "classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods");
    static final String[] USERS =
            of("sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
                    + "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password");
    static final String[] ENROLLMENTS = of("sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,"
            + "userSourcedId,role,primary,beginDate,endDate");

    private Headers() {}

    private static String[] of(String header) {
        return header.split(",", -1);
    }
}
