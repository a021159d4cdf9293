package org.oneroster4j.importer.arrival;

/** Why a folder is not looked into further. Nobody who delivers a drop makes any of these by accident. */
public enum Trouble {
    /** A name of a OneRoster file is a link, a folder, a pipe or a device. */
    NOT_A_FILE("is no regular file but a link, a folder, a pipe or a device"),
    /** The file has another name somewhere, through which it may be a file of somebody else. */
    SEVERAL_NAMES("has several names (hard links)"),
    /** The files are longer than a drop may be. */
    TOO_LARGE("is longer than what a drop may have in all"),
    /** The folder has more names than anybody looks through. */
    TOO_MANY_NAMES("holds too many files");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** Returns what is wrong, to be put behind a name. */
    public String sentence() {
        return sentence;
    }
}
