package org.oneroster4j.benchmarks.drop;

/** How large the drops are that are measured. */
public enum DropSize {
    /** One full Impero server: 5,000 users and 1,200 classes. */
    SMALL(4_750),
    /** A large district. */
    MEDIUM(100_000),
    /** A state: 4.2 million enrollments of students. */
    STATE(600_000);

    private final int students;

    DropSize(int students) {
        this.students = students;
    }

    /** Returns how many students there are. */
    public int students() {
        return students;
    }
}
