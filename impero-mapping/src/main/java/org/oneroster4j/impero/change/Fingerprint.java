package org.oneroster4j.impero.change;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What tells one run from every other: the SHA-256 of its input and its settings. Runs of the same input by the same settings
 * have the same one, on every machine and after every restart; nobody makes another with it.
 *
 * @param sha256 64 hexadecimal digits, lower case
 */
public record Fingerprint(String sha256) {
    private static final int DIGITS = 64;

    /** Refuses what is no SHA-256. */
    public Fingerprint {
        if (sha256.length() != DIGITS || !sha256.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("A fingerprint is 64 hexadecimal digits in lower case");
        }
    }

    /**
     * Returns the fingerprint of a run.
     *
     * @param drop what tells the input from every other, for example a digest of its files
     * @param settings all settings the result depends on, the brakes among them, always in the same order
     */
    public static Fingerprint of(String drop, Record... settings) {
        Digest digest = new Digest();
        digest.text(drop);
        for (Record some : settings) {
            digest.value(some);
        }
        return new Fingerprint(digest.hex());
    }

    /**
     * Reads settings into a digest: each text with its length before it, each record and list with the number of its parts, so
     * that no two settings read alike. Kinds of values that do not say what they are by their text are refused.
     */
    private static final class Digest {
        private final MessageDigest sha256;

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
            number(bytes.length);
            sha256.update(bytes);
        }

        private void number(int number) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
        }

        void value(Object value) {
            if (value instanceof Record some) {
                parts(some);
            } else if (value instanceof Optional<?> optional) {
                number(optional.isPresent() ? 1 : 0);
                optional.ifPresent(this::value);
            } else if (value instanceof Map<?, ?> map) {
                number(map.size());
                map.forEach((key, mapped) -> {
                    value(key);
                    value(mapped);
                });
            } else if (value instanceof Collection<?> collection) {
                number(collection.size());
                collection.forEach(this::value);
            } else {
                text(value instanceof Enum<?> token ? token.name() : value.toString());
            }
        }

        private void parts(Record some) {
            RecordComponent[] components = some.getClass().getRecordComponents();
            text(some.getClass().getSimpleName());
            number(components.length);
            for (RecordComponent component : components) {
                text(component.getName());
                try {
                    value(component.getAccessor().invoke(some));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException("Settings are public records: " + some.getClass(), e);
                }
            }
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
