package org.oneroster4j.csv.internal;

/**
 * What is known of the records between the scanner, which sees them first, and whoever takes their cells: where each
 * starts and ends, what is wrong with its quotes, and whether a line break ends it. A queue of numbers, without an object for each.
 */
final class Records {
    /** Nothing is wrong with the quotes of the record. */
    static final int SOUND = 0;
    /** A value without quotes has a quote in it. */
    static final int BARE_QUOTE = 1;
    /** A quoted value has text outside its quotes. */
    static final int STRAY_QUOTE = 2;

    /** It is no record of the file but an empty line that {@link RecordScanner} put between two. */
    static final int FILLER = 3;

    /** A line break ends the record. */
    static final int ENDED = 0;
    /** The file ends in the record, and its last cell is not in quotes. */
    static final int UNENDED = 1;
    /** The file ends in the record, and its last cell is in quotes. */
    static final int UNENDED_QUOTED = 2;

    private static final int NUMBERS = 4;

    private long[] queue = new long[64 * NUMBERS];
    private int head;
    private int tail;

    void add(long firstLine, long lastLine, int state, int ending) {
        if (tail == queue.length) {
            makeRoom();
        }
        queue[tail] = firstLine;
        queue[tail + 1] = lastLine;
        queue[tail + 2] = state;
        queue[tail + 3] = ending;
        tail += NUMBERS;
    }

    private void makeRoom() {
        int waiting = tail - head;
        long[] target = waiting > queue.length / 2 ? new long[queue.length * 2] : queue;
        System.arraycopy(queue, head, target, 0, waiting);
        queue = target;
        head = 0;
        tail = waiting;
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** Tells whether a filler is all that waits. */
    boolean isFillerAlone() {
        return tail - head == NUMBERS && state() == FILLER;
    }

    long firstLine() {
        return queue[head];
    }

    long lastLine() {
        return queue[head + 1];
    }

    int state() {
        return (int) queue[head + 2];
    }

    int ending() {
        return (int) queue[head + 3];
    }

    void remove() {
        head += NUMBERS;
    }
}
