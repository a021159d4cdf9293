package org.oneroster4j.impero;

import java.util.Locale;

/** The name by which Impero matches people. It must be the one that the SIS settings of the Impero server choose. */
public enum Identity {
    /** The district username: Windows and Mac. */
    USERNAME,
    /** The email address: ChromeOS. */
    EMAIL;

    /** Returns the name of the column in {@code users.csv}, which is also the word of the settings. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the other one. */
    public Identity other() {
        return this == USERNAME ? EMAIL : USERNAME;
    }
}
