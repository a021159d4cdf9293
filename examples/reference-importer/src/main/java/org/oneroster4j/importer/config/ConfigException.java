package org.oneroster4j.importer.config;

/** A setting is missing, unknown or wrong. The message says which, and what to do. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes an exception for a message of one sentence or several lines. */
    public ConfigException(String message) {
        super(message);
    }
}
